/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "askwell-session.h"
#include "model/askwell-objective.h"
#include "model/askwell-plan.h"
#include "questions/askwell-suggestion.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_QUESTIONS_PANEL (askwell_questions_panel_get_type ())
G_DECLARE_FINAL_TYPE (AskwellQuestionsPanel, askwell_questions_panel, ASKWELL, QUESTIONS_PANEL, AdwBin)

/* Questions that would teach what an objective sets out to learn. Properties: "session", "plan" (nullable), "objective" (nullable), "caption"
 * (read-only: what they are for, in words). */
GtkWidget  *askwell_questions_panel_new           (void);
void        askwell_questions_panel_set_session   (AskwellQuestionsPanel *self,
                                                   AskwellSession        *session);
void        askwell_questions_panel_set_plan      (AskwellQuestionsPanel *self,
                                                   AskwellPlan           *plan);
void        askwell_questions_panel_set_objective (AskwellQuestionsPanel *self,
                                                   AskwellObjective      *objective);
const char *askwell_questions_panel_get_caption   (AskwellQuestionsPanel *self);
/* The suggestions shown. (element-type AskwellSuggestion) */
GListModel *askwell_questions_panel_get_shown     (AskwellQuestionsPanel *self);
void        askwell_questions_panel_refresh       (AskwellQuestionsPanel *self);

/* Puts a suggested question last in the plan, as one step for Undo. */
void        askwell_questions_panel_add_to_plan   (AskwellSession        *session,
                                                   AskwellPlan           *plan,
                                                   AskwellSuggestion     *suggestion);

G_END_DECLS
