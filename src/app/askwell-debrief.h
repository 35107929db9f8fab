/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-plan.h"

G_BEGIN_DECLS

/* What a debrief does to the account's ledger. No widgets: the page calls it within one step for Undo. */
void         askwell_debrief_finish         (AskwellPlan *plan,
                                             gint64       now);
/* How many unknowns of the account are open, and how many questions of the plan have no answer. */
guint        askwell_debrief_count_open     (AskwellPlan *plan);
AskwellPlan *askwell_debrief_create_next    (AskwellPlan *plan,
                                             const char  *title);

G_END_DECLS
