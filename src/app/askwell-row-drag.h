/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "askwell-session.h"

G_BEGIN_DECLS

/* Moving the records of a list, with the pointer and with the keyboard. Each move is one step for Undo. */
void     askwell_row_drag_set_up  (GtkWidget      *row,
                                   GtkWidget      *handle,
                                   AskwellSession *session,
                                   AskwellRecord  *record,
                                   const char     *label);
gboolean askwell_row_drag_move    (AskwellSession *session,
                                   AskwellRecord  *record,
                                   int             step,
                                   const char     *label);
gboolean askwell_row_drag_move_to (AskwellSession *session,
                                   AskwellRecord  *record,
                                   AskwellRecord  *to,
                                   const char     *label);

G_END_DECLS
