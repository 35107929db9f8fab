/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "askwell-session.h"
#include "model/askwell-objective.h"
#include "model/askwell-plan.h"
#include "questions/askwell-suggestion.h"

G_BEGIN_DECLS

/* Gathers what the choice of questions looks at from a plan and its account. The result borrows from the records: it is for use at once. */
typedef struct
{
  AskwellSituation situation;
  GPtrArray *arrays; /* element-type GPtrArray: the string lists the situation points to */
} AskwellSituationBuilder;

void askwell_situation_builder_init  (AskwellSituationBuilder *self,
                                      AskwellSession          *session,
                                      AskwellPlan             *plan,
                                      AskwellObjective        *objective);
void askwell_situation_builder_clear (AskwellSituationBuilder *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AskwellSituationBuilder, askwell_situation_builder_clear)

G_END_DECLS
