/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/askwell-plan.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_WHEN_POPOVER (askwell_when_popover_get_type ())
G_DECLARE_FINAL_TYPE (AskwellWhenPopover, askwell_when_popover, ASKWELL, WHEN_POPOVER, GtkPopover)

/* Edits when a call is and how long it takes. */
GtkWidget *askwell_when_popover_new      (void);
void       askwell_when_popover_set_plan (AskwellWhenPopover *self,
                                          AskwellPlan        *plan);

G_END_DECLS
