/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-attendee.h"
#include "askwell-comment.h"
#include "askwell-entry.h"
#include "askwell-model-enum-types.h"
#include "askwell-objective.h"
#include "askwell-plan.h"
#include "askwell-question.h"
#include "askwell-record-private.h"

struct _AskwellPlan
{
  AskwellRecord parent_instance;

  char *title;
  gint64 start;
  int length; /* minutes; 0 when not set */
  char *place; /* place or channel */
  int kind; /* AskwellCallKind */
  char *reason; /* their reason to meet */
  char *view; /* how they see it */
  char *best_step; /* with the customer as its subject */
  char *least_step;
  char *notes;
  char *previous; /* the plan this one carries on */
  gint64 debriefed; /* 0, or when the debrief was finished */
  int outcome; /* AskwellOutcome */
  char *surprise; /* what surprised me */
  char *differently; /* what I would do differently */
  gint64 deleted; /* 0, or when it went to the trash */

  AskwellRecordList *attendees; /* element-type AskwellAttendee */
  AskwellRecordList *objectives; /* element-type AskwellObjective */
  AskwellRecordList *questions; /* element-type AskwellQuestion */
  AskwellRecordList *entries; /* element-type AskwellEntry */
  AskwellRecordList *comments; /* element-type AskwellComment */
};

G_DEFINE_FINAL_TYPE (AskwellPlan, askwell_plan, ASKWELL_TYPE_RECORD)

enum
{
  FIELD_TITLE,
  FIELD_START,
  FIELD_LENGTH,
  FIELD_PLACE,
  FIELD_KIND,
  FIELD_REASON,
  FIELD_VIEW,
  FIELD_BEST_STEP,
  FIELD_LEAST_STEP,
  FIELD_NOTES,
  FIELD_PREVIOUS,
  FIELD_DEBRIEFED,
  FIELD_OUTCOME,
  FIELD_SURPRISE,
  FIELD_DIFFERENTLY,
  FIELD_DELETED,
};

static const AskwellField fields[] = {
  { "title", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellPlan, title) },
  { "start", ASKWELL_FIELD_TIME, G_STRUCT_OFFSET (AskwellPlan, start) },
  { "length", ASKWELL_FIELD_INT, G_STRUCT_OFFSET (AskwellPlan, length) },
  { "place", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellPlan, place) },
  { "kind", ASKWELL_FIELD_ENUM, G_STRUCT_OFFSET (AskwellPlan, kind), askwell_call_kind_get_type },
  { "reason", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellPlan, reason) },
  { "view", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellPlan, view) },
  { "best-step", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellPlan, best_step) },
  { "least-step", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellPlan, least_step) },
  { "notes", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellPlan, notes) },
  { "previous", ASKWELL_FIELD_REFERENCE, G_STRUCT_OFFSET (AskwellPlan, previous) },
  { "debriefed", ASKWELL_FIELD_TIME, G_STRUCT_OFFSET (AskwellPlan, debriefed) },
  { "outcome", ASKWELL_FIELD_ENUM, G_STRUCT_OFFSET (AskwellPlan, outcome), askwell_outcome_get_type },
  { "surprise", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellPlan, surprise) },
  { "differently", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellPlan, differently) },
  { "deleted", ASKWELL_FIELD_TIME, G_STRUCT_OFFSET (AskwellPlan, deleted) },
};

static const AskwellChildren children[] = {
  { "attendees", askwell_attendee_get_type, G_STRUCT_OFFSET (AskwellPlan, attendees) },
  { "objectives", askwell_objective_get_type, G_STRUCT_OFFSET (AskwellPlan, objectives) },
  { "questions", askwell_question_get_type, G_STRUCT_OFFSET (AskwellPlan, questions) },
  { "entries", askwell_entry_get_type, G_STRUCT_OFFSET (AskwellPlan, entries) },
  { "comments", askwell_comment_get_type, G_STRUCT_OFFSET (AskwellPlan, comments) },
};

static void
askwell_plan_class_init (AskwellPlanClass *klass)
{
  askwell_record_class_install (ASKWELL_RECORD_CLASS (klass), "plan", fields, G_N_ELEMENTS (fields), children, G_N_ELEMENTS (children));
}

static void
askwell_plan_init (AskwellPlan *self)
{
}

AskwellPlan *
askwell_plan_new (void)
{
  return g_object_new (ASKWELL_TYPE_PLAN, NULL);
}

ASKWELL_RECORD_DEFINE_TEXT (Plan, PLAN, plan, TITLE, title)
ASKWELL_RECORD_DEFINE_NUMBER (Plan, PLAN, plan, START, start, gint64)
ASKWELL_RECORD_DEFINE_NUMBER (Plan, PLAN, plan, LENGTH, length, int)
ASKWELL_RECORD_DEFINE_TEXT (Plan, PLAN, plan, PLACE, place)
ASKWELL_RECORD_DEFINE_NUMBER (Plan, PLAN, plan, KIND, kind, AskwellCallKind)
ASKWELL_RECORD_DEFINE_TEXT (Plan, PLAN, plan, REASON, reason)
ASKWELL_RECORD_DEFINE_TEXT (Plan, PLAN, plan, VIEW, view)
ASKWELL_RECORD_DEFINE_TEXT (Plan, PLAN, plan, BEST_STEP, best_step)
ASKWELL_RECORD_DEFINE_TEXT (Plan, PLAN, plan, LEAST_STEP, least_step)
ASKWELL_RECORD_DEFINE_TEXT (Plan, PLAN, plan, NOTES, notes)
ASKWELL_RECORD_DEFINE_TEXT (Plan, PLAN, plan, PREVIOUS, previous)
ASKWELL_RECORD_DEFINE_NUMBER (Plan, PLAN, plan, DEBRIEFED, debriefed, gint64)
ASKWELL_RECORD_DEFINE_NUMBER (Plan, PLAN, plan, OUTCOME, outcome, AskwellOutcome)
ASKWELL_RECORD_DEFINE_TEXT (Plan, PLAN, plan, SURPRISE, surprise)
ASKWELL_RECORD_DEFINE_TEXT (Plan, PLAN, plan, DIFFERENTLY, differently)
ASKWELL_RECORD_DEFINE_NUMBER (Plan, PLAN, plan, DELETED, deleted, gint64)
ASKWELL_RECORD_DEFINE_CHILDREN (Plan, PLAN, plan, attendees)
ASKWELL_RECORD_DEFINE_CHILDREN (Plan, PLAN, plan, objectives)
ASKWELL_RECORD_DEFINE_CHILDREN (Plan, PLAN, plan, questions)
ASKWELL_RECORD_DEFINE_CHILDREN (Plan, PLAN, plan, entries)
ASKWELL_RECORD_DEFINE_CHILDREN (Plan, PLAN, plan, comments)
