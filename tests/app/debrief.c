/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-debrief.h"
#include "model/askwell-account.h"
#include "model/askwell-attendee.h"
#include "model/askwell-fact.h"
#include "model/askwell-library.h"
#include "model/askwell-question.h"
#include "model/askwell-unknown.h"

#define NOW 1800000000

typedef struct
{
  AskwellLibrary *library;
  AskwellAccount *account;
  AskwellPlan *plan;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  AskwellAttendee *attendee;

  self->library = askwell_library_new ();
  self->account = askwell_record_list_add (askwell_library_get_accounts (self->library));
  self->plan = askwell_record_list_add (askwell_account_get_plans (self->account));
  askwell_plan_set_start (self->plan, NOW - 3600);
  attendee = askwell_record_list_add (askwell_plan_get_attendees (self->plan));
  askwell_attendee_set_name (attendee, "Dana Ortiz");
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->library);
}

static AskwellQuestion *
add_question (Fixture    *self,
              const char *text,
              const char *answer)
{
  AskwellQuestion *question = askwell_record_list_add (askwell_plan_get_questions (self->plan));

  askwell_question_set_text (question, text);
  askwell_question_set_answer (question, answer);
  return question;
}

static void
test_answer_settles (Fixture      *self,
                     gconstpointer data)
{
  AskwellUnknown *unknown = askwell_record_list_add (askwell_account_get_unknowns (self->account));
  AskwellQuestion *question = add_question (self, "Who signs?", "The board, in March");
  AskwellFact *fact;

  askwell_unknown_set_text (unknown, "Who signs above 50,000?");
  askwell_question_set_unknown (question, askwell_record_get_id (ASKWELL_RECORD (unknown)));
  askwell_debrief_finish (self->plan, NOW);

  g_assert_cmpint (askwell_unknown_get_state (unknown), ==, ASKWELL_UNKNOWN_STATE_ANSWERED);
  g_assert_cmpstr (askwell_unknown_get_answer (unknown), ==, "The board, in March");
  g_assert_cmpstr (askwell_unknown_get_answered_by (unknown), ==, askwell_record_get_id (ASKWELL_RECORD (self->plan)));
  g_assert_cmpint (askwell_unknown_get_answered (unknown), ==, NOW - 3600);
  g_assert_true (askwell_question_get_asked (question));
  g_assert_cmpint (askwell_plan_get_debriefed (self->plan), ==, NOW);

  g_assert_cmpuint (askwell_record_list_get_size (askwell_account_get_facts (self->account)), ==, 1);
  fact = askwell_record_list_get (askwell_account_get_facts (self->account), 0);
  g_assert_cmpstr (askwell_fact_get_text (fact), ==, "The board, in March");
  g_assert_cmpstr (askwell_fact_get_source (fact), ==, "Dana Ortiz");
  g_assert_cmpstr (askwell_fact_get_unknown (fact), ==, askwell_record_get_id (ASKWELL_RECORD (unknown)));
  g_assert_cmpstr (askwell_fact_get_plan (fact), ==, askwell_record_get_id (ASKWELL_RECORD (self->plan)));
}

/* Put better, and finished once more: the same fact. */
static void
test_again (Fixture      *self,
            gconstpointer data)
{
  AskwellQuestion *question = add_question (self, "Who signs?", "The board");

  askwell_debrief_finish (self->plan, NOW);
  askwell_question_set_answer (question, "The board, in March");
  askwell_debrief_finish (self->plan, NOW + 60);

  g_assert_cmpuint (askwell_record_list_get_size (askwell_account_get_facts (self->account)), ==, 1);
  g_assert_cmpuint (askwell_record_list_get_size (askwell_account_get_unknowns (self->account)), ==, 1);
  g_assert_cmpstr (askwell_fact_get_text (askwell_record_list_get (askwell_account_get_facts (self->account), 0)), ==,
                   "The board, in March");
}

static void
test_next_plan (Fixture      *self,
                gconstpointer data)
{
  AskwellUnknown *open = askwell_record_list_add (askwell_account_get_unknowns (self->account));
  AskwellUnknown *dropped = askwell_record_list_add (askwell_account_get_unknowns (self->account));
  AskwellQuestion *asked;
  AskwellRecordList *questions;
  AskwellPlan *next;

  askwell_unknown_set_text (open, "What the stops cost them");
  askwell_unknown_set_text (dropped, "Whether the old line stays");
  askwell_unknown_set_state (dropped, ASKWELL_UNKNOWN_STATE_DROPPED);
  add_question (self, "Who signs?", "The board");
  asked = add_question (self, "Who else is affected?", "");
  askwell_question_set_asked (asked, TRUE);
  askwell_question_set_topic (asked, "stakeholders");
  add_question (self, "When did it begin?", "");
  add_question (self, "", "");
  askwell_debrief_finish (self->plan, NOW);
  g_assert_cmpuint (askwell_debrief_count_open (self->plan), ==, 3);

  next = askwell_debrief_create_next (self->plan, "Next");
  g_assert_true (askwell_record_get_parent (ASKWELL_RECORD (next)) == ASKWELL_RECORD (self->account));
  g_assert_cmpstr (askwell_plan_get_previous (next), ==, askwell_record_get_id (ASKWELL_RECORD (self->plan)));
  g_assert_cmpint (askwell_plan_get_kind (next), ==, ASKWELL_CALL_KIND_FOLLOW_UP);
  g_assert_cmpuint (askwell_record_list_get_size (askwell_plan_get_attendees (next)), ==, 1);

  questions = askwell_plan_get_questions (next);
  g_assert_cmpuint (askwell_record_list_get_size (questions), ==, 3);
  g_assert_cmpstr (askwell_question_get_text (askwell_record_list_get (questions, 0)), ==, "Who else is affected?");
  g_assert_cmpstr (askwell_question_get_topic (askwell_record_list_get (questions, 0)), ==, "stakeholders");
  g_assert_false (askwell_question_get_asked (askwell_record_list_get (questions, 0)));
  g_assert_cmpstr (askwell_question_get_unknown (askwell_record_list_get (questions, 0)), !=, "");
  g_assert_cmpstr (askwell_question_get_text (askwell_record_list_get (questions, 1)), ==, "When did it begin?");
  g_assert_cmpstr (askwell_question_get_text (askwell_record_list_get (questions, 2)), ==, "What the stops cost them");
  g_assert_cmpstr (askwell_question_get_unknown (askwell_record_list_get (questions, 2)), ==,
                   askwell_record_get_id (ASKWELL_RECORD (open)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/debrief/answer-settles", Fixture, NULL, set_up, test_answer_settles, tear_down);
  g_test_add ("/app/debrief/again", Fixture, NULL, set_up, test_again, tear_down);
  g_test_add ("/app/debrief/next-plan", Fixture, NULL, set_up, test_next_plan, tear_down);
  return g_test_run ();
}
