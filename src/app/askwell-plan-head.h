/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "askwell-session.h"
#include "model/askwell-plan.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_PLAN_HEAD (askwell_plan_head_get_type ())
G_DECLARE_FINAL_TYPE (AskwellPlanHead, askwell_plan_head, ASKWELL, PLAN_HEAD, GtkBox)

/* The title of a plan, edited in place, and when, where, what kind of call and with whom, each behind a button. Signal: "activate" (Enter in the
 * title). */
void askwell_plan_head_bind       (AskwellPlanHead *self,
                                   AskwellSession  *session,
                                   AskwellPlan     *plan);
void askwell_plan_head_grab_title (AskwellPlanHead *self);

G_END_DECLS
