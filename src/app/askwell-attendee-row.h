/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "askwell-session.h"
#include "model/askwell-attendee.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_ATTENDEE_ROW (askwell_attendee_row_get_type ())
G_DECLARE_FINAL_TYPE (AskwellAttendeeRow, askwell_attendee_row, ASKWELL, ATTENDEE_ROW, GtkListBoxRow)

/* Somebody who will be at the call: the name, and an entry for the part they have in it. Action: attendee.remove. */
GtkWidget *askwell_attendee_row_new       (AskwellSession     *session,
                                           AskwellAttendee    *attendee);
void       askwell_attendee_row_grab_part (AskwellAttendeeRow *self);

G_END_DECLS
