/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Blocks of text on pages; lengths are points. A block breaks between lines where it does not fit, and loses none. */

typedef enum
{
  ASKWELL_STYLE_TITLE,
  ASKWELL_STYLE_HEADING,
  ASKWELL_STYLE_BODY,
  ASKWELL_STYLE_LARGE,
  ASKWELL_STYLE_CAPTION,
  ASKWELL_N_STYLES,
} AskwellStyle;

typedef enum
{
  ASKWELL_MARKER_NONE,
  ASKWELL_MARKER_BULLET,
  ASKWELL_MARKER_BOX,      /* to tick */
  ASKWELL_MARKER_TICKED,
  ASKWELL_MARKER_QUESTION, /* not known */
  ASKWELL_MARKER_NUMBER,
} AskwellMarker;

typedef struct _AskwellLayout AskwellLayout;

AskwellLayout *askwell_layout_new         (const char          *footer);
void           askwell_layout_free        (AskwellLayout       *self);
void           askwell_layout_add         (AskwellLayout       *self,
                                           AskwellStyle         style,
                                           AskwellMarker        marker,
                                           guint                number,
                                           const char          *text,
                                           PangoAttrList       *attributes);
void           askwell_layout_add_pair    (AskwellLayout       *self,
                                           AskwellStyle         style,
                                           const char          *left,
                                           PangoAttrList       *left_attributes,
                                           const char          *right,
                                           PangoAttrList       *right_attributes);
void           askwell_layout_add_space   (AskwellLayout       *self,
                                           double               height);
void           askwell_layout_add_lines   (AskwellLayout       *self,
                                           guint                n_lines);
void           askwell_layout_add_rule    (AskwellLayout       *self);
guint          askwell_layout_paginate    (AskwellLayout       *self,
                                           double               width,
                                           double               height,
                                           double               margin);
void           askwell_layout_draw_page   (AskwellLayout       *self,
                                           cairo_t             *cairo,
                                           guint                page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AskwellLayout, askwell_layout_free)

G_END_DECLS
