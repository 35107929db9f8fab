/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "askwell-session.h"
#include "model/askwell-plan.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_DEBRIEF_PAGE (askwell_debrief_page_get_type ())
G_DECLARE_FINAL_TYPE (AskwellDebriefPage, askwell_debrief_page, ASKWELL, DEBRIEF_PAGE, AdwBin)

/* After the call: the plan's questions with a box for each answer, and what else came of it. Properties: "session", "plan" (nullable). Actions:
 * debrief.finish, debrief.next-plan. Signal: "open-plan" (a plan that was made, and is to be shown). */
GtkWidget *askwell_debrief_page_new         (void);
void       askwell_debrief_page_set_session (AskwellDebriefPage *self,
                                             AskwellSession     *session);
void       askwell_debrief_page_set_plan    (AskwellDebriefPage *self,
                                             AskwellPlan        *plan);

G_END_DECLS
