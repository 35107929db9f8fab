/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Above a section; the hairline is in its middle. */
#define ASKWELL_SECTION_SPACE 15.0

typedef enum
{
  ASKWELL_STYLE_KICKER,  /* above the title: whose sheet this is */
  ASKWELL_STYLE_TITLE,
  ASKWELL_STYLE_LEAD,    /* below the title: when, where, who */
  ASKWELL_STYLE_HEADING, /* of a section */
  ASKWELL_STYLE_AIM,     /* an objective */
  ASKWELL_STYLE_ASK,     /* a question */
  ASKWELL_STYLE_BODY,
  ASKWELL_STYLE_CAPTION, /* small and grey, below what it is about */
  ASKWELL_N_STYLES
} AskwellStyle;

typedef enum
{
  ASKWELL_MARK_NONE,
  ASKWELL_MARK_INDENT, /* none, but the text begins where that of a marked one does */
  ASKWELL_MARK_BULLET,
  ASKWELL_MARK_BOX,
  ASKWELL_MARK_TICKED_BOX,
} AskwellMark;

typedef enum
{
  ASKWELL_ROW_PLAIN = 0,
  ASKWELL_ROW_KEEP_NEXT = 1 << 0, /* on the same page as the beginning of the next row */
  ASKWELL_ROW_TOGETHER = 1 << 1,  /* not cut, unless it is longer than a page */
  ASKWELL_ROW_RULE = 1 << 2,      /* a hairline above, except at the top of a page */
} AskwellRowFlags;

/**
 * AskwellFlowLine:
 * @text: (nullable): a line of a layout; %NULL for a line to write on
 * @x: where it begins, from the left of its cell
 * @space: above it, unless it is the first of its cell on a page
 * @height: its height
 * @baseline: from its top
 * @width: of its cell
 * @style: for its colour
 * @mark: drawn before it
 * @mark_x: from the left of its cell
 * @keep_next: not parted from the next line of its cell by the end of a page
 */
typedef struct
{
  PangoLayoutLine *text;
  double x;
  double space;
  double height;
  double baseline;
  double width;
  AskwellStyle style;
  AskwellMark mark;
  double mark_x;
  guint keep_next : 1;
} AskwellFlowLine;

/* Called for each line of a page, from the top down in each cell; @x and @y of the line's cell and top, from the corner of the page's text. */
typedef void (*AskwellFlowFunc) (const AskwellFlowLine *line,
                                 guint                  row,
                                 guint                  cell,
                                 guint                  index,
                                 double                 x,
                                 double                 y,
                                 gpointer               data);

typedef struct _AskwellFlow AskwellFlow;

PangoContext *askwell_flow_create_context (void);

AskwellFlow *askwell_flow_new          (PangoContext    *context,
                                        double           width,
                                        double           scale);
void         askwell_flow_free         (AskwellFlow     *self);

void         askwell_flow_begin_row    (AskwellFlow     *self,
                                        double           space,
                                        AskwellRowFlags  flags);
void         askwell_flow_begin_cell   (AskwellFlow     *self,
                                        double           start,
                                        double           end);
void         askwell_flow_add_text     (AskwellFlow     *self,
                                        AskwellStyle     style,
                                        AskwellMark      mark,
                                        double           space,
                                        const char      *text,
                                        PangoAttrList   *attributes);
void         askwell_flow_add_writing  (AskwellFlow     *self,
                                        guint            n_lines);
void         askwell_flow_keep_next    (AskwellFlow     *self);
void         askwell_flow_add_row      (AskwellFlow     *self,
                                        AskwellStyle     style,
                                        AskwellMark      mark,
                                        double           space,
                                        const char      *text);
void         askwell_flow_add_heading  (AskwellFlow     *self,
                                        const char      *text);

guint        askwell_flow_paginate     (AskwellFlow     *self,
                                        double           height);
double       askwell_flow_get_room     (AskwellFlow     *self);
double       askwell_flow_get_writing_height (AskwellFlow *self);
void         askwell_flow_foreach_line (AskwellFlow     *self,
                                        guint            page,
                                        AskwellFlowFunc  func,
                                        gpointer         data);
void         askwell_flow_draw_page    (AskwellFlow     *self,
                                        cairo_t         *cairo,
                                        guint            page);

PangoLayout *askwell_flow_create_layout (PangoContext   *context,
                                         AskwellStyle    style,
                                         double          scale);

/* Grey and slanted parts of a text, [start, end) in bytes. */
void         askwell_flow_mark_quiet   (PangoAttrList   *attributes,
                                        gsize            start,
                                        gsize            end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AskwellFlow, askwell_flow_free)

G_END_DECLS
