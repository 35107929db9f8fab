/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "askwell-session.h"
#include "model/askwell-comment.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_COMMENT_ROW (askwell_comment_row_get_type ())
G_DECLARE_FINAL_TYPE (AskwellCommentRow, askwell_comment_row, ASKWELL, COMMENT_ROW, GtkListBoxRow)

/* A remark of a coach. Actions: comment.delete. */
GtkWidget *askwell_comment_row_new       (AskwellSession    *session,
                                          AskwellComment    *comment);
void       askwell_comment_row_grab_text (AskwellCommentRow *self);

G_END_DECLS
