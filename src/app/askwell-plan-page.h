/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "askwell-session.h"
#include "model/askwell-objective.h"
#include "model/askwell-plan.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_PLAN_PAGE (askwell_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (AskwellPlanPage, askwell_plan_page, ASKWELL, PLAN_PAGE, AdwBin)

/* Where a call is planned. Properties: "session", "plan" (nullable), "current-objective" (nullable, read-only: where the cursor is or was last).
 * Actions: plan.next-finding (F8), plan.previous-finding (Shift+F8), plan.list-findings. */
GtkWidget        *askwell_plan_page_new                   (void);
void              askwell_plan_page_set_session           (AskwellPlanPage *self,
                                                           AskwellSession  *session);
AskwellPlan      *askwell_plan_page_get_plan              (AskwellPlanPage *self);
void              askwell_plan_page_set_plan              (AskwellPlanPage *self,
                                                           AskwellPlan     *plan);
AskwellObjective *askwell_plan_page_get_current_objective (AskwellPlanPage *self);
void              askwell_plan_page_grab_title            (AskwellPlanPage *self);
gboolean          askwell_plan_page_go_to_finding         (AskwellPlanPage *self,
                                                           gboolean         backward);

G_END_DECLS
