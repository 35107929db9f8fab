/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-debrief.h"

#include "model/askwell-account.h"
#include "model/askwell-attendee.h"
#include "model/askwell-fact.h"
#include "model/askwell-question.h"
#include "model/askwell-unknown.h"
#include "paper/askwell-format.h"

/*
 * An answered question leaves two things in the ledger: the unknown it stood for, now answered, and a fact with the answer. A question that was only
 * written into the plan gets its unknown here, so that question, unknown and fact are tied to one another and finishing a debrief again, after an
 * answer was put better, changes those instead of adding more.
 *
 * A question that was asked and not answered is still to be learned: its unknown stays, as asked. One that was not asked leaves nothing; the next
 * plan takes it over.
 */

static AskwellAccount *
get_account (AskwellPlan *plan)
{
  return (AskwellAccount *) askwell_record_get_ancestor (ASKWELL_RECORD (plan), ASKWELL_TYPE_ACCOUNT);
}

static AskwellUnknown *
find_unknown (AskwellAccount *account,
              const char     *id)
{
  return *id != '\0' ? askwell_record_list_find (askwell_account_get_unknowns (account), id) : NULL;
}

static AskwellUnknown *
ensure_unknown (AskwellAccount  *account,
                AskwellPlan     *plan,
                AskwellQuestion *question)
{
  AskwellUnknown *unknown = find_unknown (account, askwell_question_get_unknown (question));

  if (unknown != NULL)
    return unknown;
  unknown = askwell_record_list_add (askwell_account_get_unknowns (account));
  askwell_unknown_set_text (unknown, askwell_question_get_text (question));
  askwell_unknown_set_plan (unknown, askwell_record_get_id (ASKWELL_RECORD (plan)));
  askwell_question_set_unknown (question, askwell_record_get_id (ASKWELL_RECORD (unknown)));
  return unknown;
}

static AskwellFact *
find_fact (AskwellAccount *account,
           AskwellUnknown *unknown)
{
  AskwellRecordList *facts = askwell_account_get_facts (account);

  for (guint i = 0; i < askwell_record_list_get_size (facts); i++)
    {
      AskwellFact *fact = askwell_record_list_get (facts, i);

      if (g_str_equal (askwell_fact_get_unknown (fact), askwell_record_get_id (ASKWELL_RECORD (unknown))))
        return fact;
    }
  return NULL;
}

/* Of a call with one person, that person said it. */
static const char *
get_source (AskwellPlan *plan)
{
  AskwellRecordList *attendees = askwell_plan_get_attendees (plan);

  return askwell_record_list_get_size (attendees) == 1 ? askwell_format_attendee_name (askwell_record_list_get (attendees, 0)) : "";
}

static void
settle (AskwellAccount  *account,
        AskwellPlan     *plan,
        AskwellQuestion *question,
        gint64           when)
{
  AskwellUnknown *unknown = ensure_unknown (account, plan, question);
  AskwellFact *fact = find_fact (account, unknown);
  const char *answer = askwell_question_get_answer (question);

  askwell_unknown_set_state (unknown, ASKWELL_UNKNOWN_STATE_ANSWERED);
  askwell_unknown_set_answer (unknown, answer);
  askwell_unknown_set_answered (unknown, when);
  askwell_unknown_set_answered_by (unknown, askwell_record_get_id (ASKWELL_RECORD (plan)));
  askwell_question_set_asked (question, TRUE);

  if (fact == NULL)
    {
      fact = askwell_record_list_add (askwell_account_get_facts (account));
      askwell_fact_set_unknown (fact, askwell_record_get_id (ASKWELL_RECORD (unknown)));
      askwell_fact_set_source (fact, get_source (plan));
    }
  askwell_fact_set_text (fact, answer);
  askwell_fact_set_learned (fact, when);
  askwell_fact_set_plan (fact, askwell_record_get_id (ASKWELL_RECORD (plan)));
}

/**
 * askwell_debrief_finish:
 * @plan: a plan that is part of an account
 * @now: seconds since 1970 UTC
 *
 * Enters what was answered into the account's ledger, and marks the plan as debriefed. May be done again.
 */
void
askwell_debrief_finish (AskwellPlan *plan,
                        gint64       now)
{
  AskwellAccount *account;
  AskwellRecordList *questions;
  gint64 when;

  g_return_if_fail (ASKWELL_IS_PLAN (plan));
  account = get_account (plan);
  g_return_if_fail (account != NULL);

  /* It was learned when the call was, not when somebody found the time to write it down. */
  when = askwell_plan_get_start (plan) != 0 ? MIN (askwell_plan_get_start (plan), now) : now;
  questions = askwell_plan_get_questions (plan);
  for (guint i = 0; i < askwell_record_list_get_size (questions); i++)
    {
      AskwellQuestion *question = askwell_record_list_get (questions, i);

      if (*askwell_question_get_text (question) == '\0')
        continue;
      if (*askwell_question_get_answer (question) != '\0')
        settle (account, plan, question, when);
      else if (askwell_question_get_asked (question))
        {
          AskwellUnknown *unknown = ensure_unknown (account, plan, question);

          if (askwell_unknown_get_state (unknown) == ASKWELL_UNKNOWN_STATE_OPEN)
            askwell_unknown_set_state (unknown, ASKWELL_UNKNOWN_STATE_ASKED);
        }
    }
  askwell_plan_set_debriefed (plan, now);
}

static gboolean
is_open (AskwellUnknown *unknown)
{
  AskwellUnknownState state = askwell_unknown_get_state (unknown);

  return state == ASKWELL_UNKNOWN_STATE_OPEN || state == ASKWELL_UNKNOWN_STATE_ASKED;
}

static AskwellQuestion *
add_question (AskwellPlan    *next,
              const char     *text,
              AskwellUnknown *unknown)
{
  AskwellQuestion *question = askwell_record_list_add (askwell_plan_get_questions (next));

  askwell_question_set_text (question, text);
  if (unknown != NULL)
    askwell_question_set_unknown (question, askwell_record_get_id (ASKWELL_RECORD (unknown)));
  return question;
}

/* What the next plan has to ask: the questions without an answer, in their order, and then what else is open in the ledger. With a NULL @next they
 * are only counted. */
static guint
carry (AskwellPlan *plan,
       AskwellPlan *next)
{
  AskwellAccount *account = get_account (plan);
  AskwellRecordList *questions = askwell_plan_get_questions (plan);
  AskwellRecordList *unknowns = askwell_account_get_unknowns (account);
  g_autoptr (GHashTable) covered = g_hash_table_new (g_direct_hash, g_direct_equal); /* AskwellUnknown */
  guint n_carried = 0;

  for (guint i = 0; i < askwell_record_list_get_size (questions); i++)
    {
      AskwellQuestion *question = askwell_record_list_get (questions, i);
      AskwellUnknown *unknown = find_unknown (account, askwell_question_get_unknown (question));

      if (unknown != NULL)
        g_hash_table_add (covered, unknown);
      if (*askwell_question_get_answer (question) != '\0' || *askwell_question_get_text (question) == '\0' ||
          (unknown != NULL && !is_open (unknown)))
        continue;
      n_carried++;
      if (next != NULL)
        {
          AskwellQuestion *carried = add_question (next, askwell_question_get_text (question), unknown);

          askwell_question_set_bank (carried, askwell_question_get_bank (question));
          askwell_question_set_topic (carried, askwell_question_get_topic (question));
          askwell_question_set_purpose (carried, askwell_question_get_purpose (question));
        }
    }
  for (guint i = 0; i < askwell_record_list_get_size (unknowns); i++)
    {
      AskwellUnknown *unknown = askwell_record_list_get (unknowns, i);

      if (!is_open (unknown) || g_hash_table_contains (covered, unknown) || *askwell_unknown_get_text (unknown) == '\0')
        continue;
      n_carried++;
      if (next != NULL)
        add_question (next, askwell_unknown_get_text (unknown), unknown);
    }
  return n_carried;
}

guint
askwell_debrief_count_open (AskwellPlan *plan)
{
  g_return_val_if_fail (ASKWELL_IS_PLAN (plan), 0);

  return get_account (plan) != NULL ? carry (plan, NULL) : 0;
}

/**
 * askwell_debrief_create_next:
 * @plan: a plan that is part of an account
 * @title: the title of the new one
 *
 * Makes the plan of the next call with the same people, which asks what is still open.
 *
 * Returns: (transfer none): the new plan, in the account
 */
AskwellPlan *
askwell_debrief_create_next (AskwellPlan *plan,
                             const char  *title)
{
  g_autoptr (AskwellPlan) next = NULL;
  AskwellRecordList *attendees;
  AskwellAccount *account;

  g_return_val_if_fail (ASKWELL_IS_PLAN (plan), NULL);
  account = get_account (plan);
  g_return_val_if_fail (account != NULL, NULL);

  next = askwell_plan_new ();
  askwell_plan_set_title (next, title);
  askwell_plan_set_kind (next, ASKWELL_CALL_KIND_FOLLOW_UP);
  askwell_plan_set_length (next, askwell_plan_get_length (plan));
  askwell_plan_set_place (next, askwell_plan_get_place (plan));
  askwell_plan_set_previous (next, askwell_record_get_id (ASKWELL_RECORD (plan)));
  attendees = askwell_plan_get_attendees (plan);
  for (guint i = 0; i < askwell_record_list_get_size (attendees); i++)
    {
      g_autoptr (AskwellRecord) attendee = askwell_record_duplicate (askwell_record_list_get (attendees, i));

      askwell_record_list_append (askwell_plan_get_attendees (next), attendee);
    }
  carry (plan, next);
  askwell_record_list_append (askwell_account_get_plans (account), ASKWELL_RECORD (next));
  return next;
}
