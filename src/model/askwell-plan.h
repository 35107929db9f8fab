/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-model-enums.h"
#include "model/askwell-record-list.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_PLAN (askwell_plan_get_type ())
G_DECLARE_FINAL_TYPE (AskwellPlan, askwell_plan, ASKWELL, PLAN, AskwellRecord)

/* A call plan, and after the call its debrief. */

AskwellPlan       *askwell_plan_new             (void);
const char        *askwell_plan_get_title       (AskwellPlan *self);
void               askwell_plan_set_title       (AskwellPlan *self,
                                                 const char  *title);
gint64             askwell_plan_get_start       (AskwellPlan *self);
void               askwell_plan_set_start       (AskwellPlan *self,
                                                 gint64       start);
int                askwell_plan_get_length      (AskwellPlan *self);
void               askwell_plan_set_length      (AskwellPlan *self,
                                                 int          length);
const char        *askwell_plan_get_place       (AskwellPlan *self);
void               askwell_plan_set_place       (AskwellPlan *self,
                                                 const char  *place);
AskwellCallKind    askwell_plan_get_kind        (AskwellPlan *self);
void               askwell_plan_set_kind        (AskwellPlan     *self,
                                                 AskwellCallKind  kind);
const char        *askwell_plan_get_reason      (AskwellPlan *self);
void               askwell_plan_set_reason      (AskwellPlan *self,
                                                 const char  *reason);
const char        *askwell_plan_get_view        (AskwellPlan *self);
void               askwell_plan_set_view        (AskwellPlan *self,
                                                 const char  *view);
const char        *askwell_plan_get_best_step   (AskwellPlan *self);
void               askwell_plan_set_best_step   (AskwellPlan *self,
                                                 const char  *best_step);
const char        *askwell_plan_get_least_step  (AskwellPlan *self);
void               askwell_plan_set_least_step  (AskwellPlan *self,
                                                 const char  *least_step);
const char        *askwell_plan_get_notes       (AskwellPlan *self);
void               askwell_plan_set_notes       (AskwellPlan *self,
                                                 const char  *notes);
const char        *askwell_plan_get_previous    (AskwellPlan *self);
void               askwell_plan_set_previous    (AskwellPlan *self,
                                                 const char  *previous);
gint64             askwell_plan_get_debriefed   (AskwellPlan *self);
void               askwell_plan_set_debriefed   (AskwellPlan *self,
                                                 gint64       debriefed);
AskwellOutcome     askwell_plan_get_outcome     (AskwellPlan *self);
void               askwell_plan_set_outcome     (AskwellPlan    *self,
                                                 AskwellOutcome  outcome);
const char        *askwell_plan_get_surprise    (AskwellPlan *self);
void               askwell_plan_set_surprise    (AskwellPlan *self,
                                                 const char  *surprise);
const char        *askwell_plan_get_differently (AskwellPlan *self);
void               askwell_plan_set_differently (AskwellPlan *self,
                                                 const char  *differently);
gint64             askwell_plan_get_deleted     (AskwellPlan *self);
void               askwell_plan_set_deleted     (AskwellPlan *self,
                                                 gint64       deleted);
AskwellRecordList *askwell_plan_get_attendees   (AskwellPlan *self);
AskwellRecordList *askwell_plan_get_objectives  (AskwellPlan *self);
AskwellRecordList *askwell_plan_get_questions   (AskwellPlan *self);
AskwellRecordList *askwell_plan_get_entries     (AskwellPlan *self);
AskwellRecordList *askwell_plan_get_comments    (AskwellPlan *self);

G_END_DECLS
