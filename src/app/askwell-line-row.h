/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "askwell-session.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_LINE_ROW (askwell_line_row_get_type ())
G_DECLARE_FINAL_TYPE (AskwellLineRow, askwell_line_row, ASKWELL, LINE_ROW, GtkListBoxRow)

/* One line of a list on the plan page: a question, something known or still to learn, a point, a promise. Actions: line.delete, line.move-up,
 * line.move-down. Signals: "activate" (Enter: on to the next line), "rub-out" (Backspace in an empty line). */
GtkWidget     *askwell_line_row_new        (AskwellSession *session,
                                            AskwellRecord  *record,
                                            const char     *placeholder);
AskwellRecord *askwell_line_row_get_record (AskwellLineRow *self);
void           askwell_line_row_grab_text  (AskwellLineRow *self);

G_END_DECLS
