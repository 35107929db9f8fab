/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "askwell-situation-builder.h"

#include "model/askwell-account.h"
#include "model/askwell-attendee.h"
#include "model/askwell-fact.h"
#include "model/askwell-question.h"
#include "model/askwell-unknown.h"
#include "paper/askwell-format.h"

/* Of a text as long as a book the beginning says what it is about. */
#define LONGEST_NOTE 2048

static GPtrArray *
add_array (AskwellSituationBuilder *self)
{
  GPtrArray *array = g_ptr_array_new ();

  g_ptr_array_add (self->arrays, array);
  return array;
}

static void
add_text (GPtrArray  *array,
          const char *text)
{
  if (*text != '\0')
    g_ptr_array_add (array, (gpointer) text);
}

static const char *const *
end_array (GPtrArray *array)
{
  g_ptr_array_add (array, NULL);
  return (const char *const *) array->pdata;
}

static const char *
get_call (AskwellPlan *plan)
{
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (plan);

  return askwell_record_get_enum_nick (ASKWELL_RECORD (plan), (guint) askwell_record_find_field (klass, "kind"));
}

static void
add_plan (AskwellSituationBuilder *self,
          AskwellPlan             *plan)
{
  AskwellRecordList *attendees = askwell_plan_get_attendees (plan);
  AskwellRecordList *questions = askwell_plan_get_questions (plan);
  GPtrArray *texts = add_array (self);
  GPtrArray *ids = add_array (self);

  self->situation.call = get_call (plan);
  self->situation.minutes = askwell_plan_get_length (plan);
  self->situation.n_attendees = askwell_record_list_get_size (attendees);
  if (self->situation.n_attendees > 0)
    self->situation.contact = askwell_format_attendee_name (askwell_record_list_get (attendees, 0));

  for (guint i = 0; i < askwell_record_list_get_size (questions); i++)
    {
      AskwellQuestion *question = askwell_record_list_get (questions, i);

      add_text (texts, askwell_question_get_text (question));
      add_text (ids, askwell_question_get_bank (question));
    }
  self->situation.in_plan = end_array (texts);
  self->situation.in_plan_ids = end_array (ids);
}

static void
add_account (AskwellSituationBuilder *self,
             AskwellAccount          *account,
             AskwellPlan             *plan)
{
  AskwellRecordList *facts = askwell_account_get_facts (account);
  AskwellRecordList *unknowns = askwell_account_get_unknowns (account);
  AskwellRecordList *plans = askwell_account_get_plans (account);
  GPtrArray *answered = add_array (self);
  GPtrArray *answered_ids = add_array (self);
  GPtrArray *asked_ids = add_array (self);
  GPtrArray *open = add_array (self);

  self->situation.account = askwell_account_get_name (account);
  for (guint i = 0; i < askwell_record_list_get_size (facts); i++)
    add_text (answered, askwell_fact_get_text (askwell_record_list_get (facts, i)));
  for (guint i = 0; i < askwell_record_list_get_size (unknowns); i++)
    {
      AskwellUnknown *unknown = askwell_record_list_get (unknowns, i);
      AskwellUnknownState state = askwell_unknown_get_state (unknown);

      if (state == ASKWELL_UNKNOWN_STATE_ANSWERED)
        add_text (answered, askwell_unknown_get_text (unknown));
      else if (state != ASKWELL_UNKNOWN_STATE_DROPPED)
        add_text (open, askwell_unknown_get_text (unknown));
    }

  /* Of the account's other calls, those that are in memory. */
  for (guint i = 0; i < askwell_record_list_get_size (plans); i++)
    {
      AskwellPlan *other = askwell_record_list_get (plans, i);
      AskwellRecordList *questions = askwell_plan_get_questions (other);

      if (other == plan || askwell_plan_get_deleted (other) != 0)
        continue;
      for (guint j = 0; j < askwell_record_list_get_size (questions); j++)
        {
          AskwellQuestion *question = askwell_record_list_get (questions, j);

          if (*askwell_question_get_answer (question) != '\0')
            {
              add_text (answered, askwell_question_get_text (question));
              add_text (answered_ids, askwell_question_get_bank (question));
            }
          else if (askwell_question_get_asked (question))
            add_text (asked_ids, askwell_question_get_bank (question));
        }
    }

  self->situation.answered = end_array (answered);
  self->situation.answered_ids = end_array (answered_ids);
  self->situation.asked_ids = end_array (asked_ids);
  self->situation.open = end_array (open);
}

static void
add_objective (AskwellSituationBuilder *self,
               AskwellSession          *session,
               AskwellObjective        *objective)
{
  AskwellReader *reader = askwell_session_get_reader (session);
  g_autoptr (AskwellNames) names = askwell_session_dup_names (session, ASKWELL_RECORD (objective));
  const char *learning = askwell_objective_get_learning (objective);
  gsize length;

  /* What it sets out to learn says best what to ask. */
  self->situation.objective = *learning != '\0' ? learning : askwell_objective_get_text (objective);
  length = MIN (strlen (self->situation.objective), LONGEST_NOTE);
  while (length > 0 && (self->situation.objective[length] & 0xC0) == 0x80)
    length--;
  if (reader != NULL)
    self->situation.reading = askwell_reader_read (reader, self->situation.objective, (gssize) length, names, NULL);
}

/**
 * askwell_situation_builder_init:
 * @self: a situation builder on the stack
 * @session: the session
 * @plan: (nullable): the plan
 * @objective: (nullable): the objective under the cursor
 *
 * Fills the situation; the caller may set what belongs to the person's view, such as topic and search.
 */
void
askwell_situation_builder_init (AskwellSituationBuilder *self,
                                AskwellSession          *session,
                                AskwellPlan             *plan,
                                AskwellObjective        *objective)
{
  AskwellAccount *account =
      plan != NULL ? (AskwellAccount *) askwell_record_get_ancestor (ASKWELL_RECORD (plan), ASKWELL_TYPE_ACCOUNT) : NULL;

  *self = (AskwellSituationBuilder){ 0 };
  self->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (plan != NULL)
    add_plan (self, plan);
  if (account != NULL)
    add_account (self, account, plan);
  if (objective != NULL)
    add_objective (self, session, objective);
}

void
askwell_situation_builder_clear (AskwellSituationBuilder *self)
{
  g_clear_pointer (&self->situation.reading, askwell_reading_unref);
  g_clear_pointer (&self->arrays, g_ptr_array_unref);
}
