/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "askwell-session.h"
#include "model/askwell-question.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_ANSWER_ROW (askwell_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (AskwellAnswerRow, askwell_answer_row, ASKWELL, ANSWER_ROW, GtkListBoxRow)

/* A question of the plan, and a box for what was answered. */
GtkWidget *askwell_answer_row_new (AskwellSession  *session,
                                   AskwellQuestion *question);

G_END_DECLS
