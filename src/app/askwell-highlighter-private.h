/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "askwell-finding-tags.h"
#include "askwell-highlighter.h"

G_BEGIN_DECLS

/* Shared by the files of the highlighter: edits are followed in askwell-highlighter.c, which begins with how it all works; text is read in
 * askwell-highlighter-reading.c; what was found is looked up in askwell-highlighter-find.c. */

typedef struct
{
  GArray *findings; /* element-type AskwellFinding, NULL for none; offsets from the start of the paragraph */
  guint dirty : 1;
  guint tagged : 1; /* an edit may have left tags in it, or brought some with it */
} AskwellParagraph;

/* A long paragraph that is being read in slices */
typedef struct
{
  int line; /* -1 for none */
  char *text;
  gsize length;
  gsize offset;
  guint characters;
  GArray *findings; /* element-type AskwellFinding */
  AskwellFindingTagsWalk walk;
} AskwellLongParagraph;

struct _AskwellHighlighter
{
  GObject parent_instance;

  GtkTextBuffer *buffer; /* borrowed; the field that owns us owns it too */
  AskwellSession *session;
  GWeakRef record;
  AskwellHighlighterVisible visible;
  gpointer visible_data;

  AskwellFindingTags tags;
  GArray *paragraphs; /* element-type AskwellParagraph */
  AskwellNames *names;
  AskwellLongParagraph reading;

  guint n_dirty;
  guint sweep;      /* the next line to look at for a dirty one */
  guint sweep_left; /* how many lines there are to look at */

  int insert_line;   /* first line of the insertion under way */
  int cursor_line;   /* where the cursor is, during a slice */
  int cursor_offset;
  int withheld_line; /* whose finding is not shown because it is being typed; -1 for none */

  guint work_id;
  guint rest_id;

  guint typing : 1;
  guint names_stale : 1;
  guint changed : 1;
};

AskwellParagraph *askwell_highlighter_get_paragraph  (AskwellHighlighter *self,
                                                      guint               line);
void              askwell_highlighter_begin_sweep    (AskwellHighlighter *self);
void              askwell_highlighter_mark_dirty     (AskwellHighlighter *self,
                                                      guint               line);

void              askwell_highlighter_abandon_long   (AskwellHighlighter *self);
void              askwell_highlighter_find_cursor    (AskwellHighlighter *self);
void              askwell_highlighter_read_paragraph (AskwellHighlighter *self,
                                                      guint               line);
void              askwell_highlighter_queue_work     (AskwellHighlighter *self);
void              askwell_highlighter_tell_changed   (AskwellHighlighter *self);

G_END_DECLS
