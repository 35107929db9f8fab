/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "questions/askwell-suggestion.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_SUGGESTION_ROW (askwell_suggestion_row_get_type ())
G_DECLARE_FINAL_TYPE (AskwellSuggestionRow, askwell_suggestion_row, ASKWELL, SUGGESTION_ROW, GtkListBoxRow)

/* A question that is offered: its words, why it is offered, its follow-ups on demand. Actions: suggestion.expand, suggestion.copy. Signals: "add"
 * (the words of a follow-up, or NULL for the question itself), "dismiss", "more-like-this". */
GtkWidget         *askwell_suggestion_row_new            (AskwellSuggestion    *suggestion);
AskwellSuggestion *askwell_suggestion_row_get_suggestion (AskwellSuggestionRow *self);

G_END_DECLS
