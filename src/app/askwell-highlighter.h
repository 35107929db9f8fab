/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "askwell-session.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_HIGHLIGHTER (askwell_highlighter_get_type ())
G_DECLARE_FINAL_TYPE (AskwellHighlighter, askwell_highlighter, ASKWELL, HIGHLIGHTER, GObject)

/* Gives the first and the last line on screen; FALSE when none is. */
typedef gboolean (*AskwellHighlighterVisible) (guint    *first,
                                               guint    *last,
                                               gpointer  data);

AskwellHighlighter *askwell_highlighter_new          (GtkTextBuffer       *buffer,
                                                      AskwellSession      *session);
void                askwell_highlighter_set_visible_func (AskwellHighlighter        *self,
                                                          AskwellHighlighterVisible  visible,
                                                          gpointer                   data);
void                askwell_highlighter_set_record   (AskwellHighlighter  *self,
                                                      AskwellRecord       *record);
void                askwell_highlighter_settle       (AskwellHighlighter  *self);
gboolean            askwell_highlighter_is_busy      (AskwellHighlighter  *self);
guint               askwell_highlighter_get_n_findings (AskwellHighlighter *self);
gboolean            askwell_highlighter_get_nth      (AskwellHighlighter  *self,
                                                      guint                index,
                                                      AskwellFinding      *finding);
gboolean            askwell_highlighter_find_at      (AskwellHighlighter  *self,
                                                      const GtkTextIter   *iter,
                                                      AskwellFinding      *finding);
gboolean            askwell_highlighter_find_next    (AskwellHighlighter  *self,
                                                      const GtkTextIter   *from,
                                                      gboolean             backward,
                                                      AskwellFinding      *finding);

G_END_DECLS
