/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "askwell-session.h"
#include "model/askwell-plan.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_ATTENDEES_POPOVER (askwell_attendees_popover_get_type ())
G_DECLARE_FINAL_TYPE (AskwellAttendeesPopover, askwell_attendees_popover, ASKWELL, ATTENDEES_POPOVER, GtkPopover)

/* Who will be at the call: people of the account at a click, others by name. */
GtkWidget *askwell_attendees_popover_new  (void);
void       askwell_attendees_popover_bind (AskwellAttendeesPopover *self,
                                           AskwellSession          *session,
                                           AskwellPlan             *plan);

G_END_DECLS
