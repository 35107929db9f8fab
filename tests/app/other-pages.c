/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "askwell-account-page.h"
#include "askwell-answer-row.h"
#include "askwell-contact-row.h"
#include "askwell-debrief-page.h"
#include "askwell-review-page.h"
#include "askwell-review-row.h"
#include "model/askwell-fact.h"
#include "model/askwell-objective.h"
#include "model/askwell-question.h"
#include "model/askwell-unknown.h"
#include "model/askwell-version.h"
#include "page-fixture.h"

#define WANT "I want to get them to make a decision on this proposal."
#define LEARN "I need to understand what is getting in the way of their making a decision on this proposal."

static gboolean
has_label (gpointer    root,
           const char *label)
{
  GtkWidget *found;

  for (guint i = 0; (found = page_find (root, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_label (GTK_LABEL (found)), label) && gtk_widget_get_mapped (found))
      return TRUE;
  return FALSE;
}

/* Review */

static gboolean
says_one_of_two (gpointer data)
{
  return has_label (data, "1 of 2 objectives turned from selling to learning");
}

static void
test_review (PageFixture  *self,
             gconstpointer data)
{
  AskwellObjective *turned = askwell_record_list_add (askwell_plan_get_objectives (self->plan));
  AskwellObjective *left = askwell_record_list_add (askwell_plan_get_objectives (self->plan));
  AskwellObjective *learning = askwell_record_list_add (askwell_plan_get_objectives (self->plan));
  AskwellVersion *version;
  GtkWidget *page;
  AskwellReviewRow *row;
  g_autofree char *undone = NULL;

  askwell_objective_set_text (turned, WANT);
  askwell_objective_set_learning (turned, LEARN);
  askwell_objective_set_looks_at (turned, "obstacle");
  askwell_objective_set_text (left, "I want to convince Dana.");
  askwell_objective_set_text (learning, "Find out what changed.");
  version = askwell_record_list_add (askwell_objective_get_versions (turned));
  askwell_version_set_text (version, "I want to get the order.");

  page = askwell_review_page_new ();
  g_object_set (page, "session", self->session, "plan", self->plan, NULL);
  page_fixture_show (self, page);
  page_wait_for (says_one_of_two, page);

  row = page_find (page, ASKWELL_TYPE_REVIEW_ROW, 0);
  g_assert_cmpint (askwell_review_row_get_mode (row), ==, ASKWELL_MODE_SELLING);
  g_assert_cmpint (askwell_review_row_get_mode_after (row), ==, ASKWELL_MODE_LEARNING);
  g_assert_cmpuint (askwell_review_row_get_n_of_kind (row, ASKWELL_FINDING_WANT), ==, 1);
  g_assert_true (has_label (row, "Before · selling: What I want, Persuading"));
  g_assert_true (has_label (row, "After · learning · looks at the obstacle"));
  g_assert_true (has_label (page_find (page, ASKWELL_TYPE_REVIEW_ROW, 1), "After · not turned into something to learn yet"));
  g_assert_true (has_label (page_find (page, ASKWELL_TYPE_REVIEW_ROW, 2), "After · unchanged"));
  page_check_names (page);
  page_check_width (page, 330);

  /* An earlier version comes back, and the present one is kept. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "review.restore", "s", askwell_record_get_id (ASKWELL_RECORD (version))));
  g_assert_cmpstr (askwell_objective_get_text (turned), ==, "I want to get the order.");
  g_assert_cmpstr (askwell_objective_get_learning (turned), ==, "");
  g_assert_cmpuint (askwell_record_list_get_size (askwell_objective_get_versions (turned)), ==, 2);
  version = askwell_record_list_get (askwell_objective_get_versions (turned), 1);
  g_assert_cmpstr (askwell_version_get_text (version), ==, WANT);
  g_assert_cmpstr (askwell_version_get_learning (version), ==, LEARN);
  g_assert_cmpstr (self->announced, ==, "Earlier version restored");

  undone = askwell_undo_undo (askwell_session_get_undo (self->session));
  g_assert_cmpstr (askwell_objective_get_text (turned), ==, WANT);
  g_assert_cmpstr (askwell_objective_get_learning (turned), ==, LEARN);
  g_assert_cmpuint (askwell_record_list_get_size (askwell_objective_get_versions (turned)), ==, 1);
}

static void
test_review_empty (PageFixture  *self,
                   gconstpointer data)
{
  GtkWidget *page = askwell_review_page_new ();

  g_object_set (page, "session", self->session, "plan", self->plan, NULL);
  page_fixture_show (self, page);
  g_assert_true (has_label (page, "Nothing to Compare Yet"));
  g_object_set (page, "plan", NULL, NULL);
}

/* Debrief */

static void
open_plan_cb (AskwellPlan **opened,
              AskwellPlan  *plan)
{
  *opened = plan;
}

static void
test_debrief (PageFixture  *self,
              gconstpointer data)
{
  AskwellQuestion *question = askwell_record_list_add (askwell_plan_get_questions (self->plan));
  AskwellQuestion *unanswered = askwell_record_list_add (askwell_plan_get_questions (self->plan));
  AskwellPlan *opened = NULL;
  g_autofree char *undone = NULL;
  GtkWidget *page;

  askwell_question_set_text (question, "Who signs?");
  askwell_question_set_text (unanswered, "When did it begin?");
  page = askwell_debrief_page_new ();
  g_object_set (page, "session", self->session, "plan", self->plan, NULL);
  page_fixture_show (self, page);
  g_signal_connect_swapped (page, "open-plan", G_CALLBACK (open_plan_cb), &opened);
  page_check_names (page);
  page_check_width (page, 330);
  g_assert_cmpuint (page_count (page, ASKWELL_TYPE_ANSWER_ROW), ==, 2);

  page_type (page_find_field (page, question, "answer"), "The board, in March");
  g_assert_cmpstr (askwell_question_get_answer (question), ==, "The board, in March");
  g_assert_true (askwell_question_get_asked (question));
  gtk_drop_down_set_selected (page_find (page, GTK_TYPE_DROP_DOWN, 0), ASKWELL_OUTCOME_STEP_TAKEN);
  g_assert_cmpint (askwell_plan_get_outcome (self->plan), ==, ASKWELL_OUTCOME_STEP_TAKEN);
  page_type (page_find_field (page, self->plan, "surprise"), "They were calm");
  g_assert_cmpstr (askwell_plan_get_surprise (self->plan), ==, "They were calm");

  g_assert_true (gtk_widget_activate_action (page, "debrief.finish", NULL));
  g_assert_cmpint (askwell_plan_get_debriefed (self->plan), >, 0);
  g_assert_cmpuint (askwell_record_list_get_size (askwell_account_get_facts (self->account)), ==, 1);
  g_assert_nonnull (self->announced);

  /* All of it is one step. */
  undone = askwell_undo_undo (askwell_session_get_undo (self->session));
  g_assert_cmpint (askwell_plan_get_debriefed (self->plan), ==, 0);
  g_assert_cmpuint (askwell_record_list_get_size (askwell_account_get_facts (self->account)), ==, 0);
  g_assert_cmpuint (askwell_record_list_get_size (askwell_account_get_unknowns (self->account)), ==, 0);

  g_assert_true (gtk_widget_activate_action (page, "debrief.next-plan", NULL));
  g_assert_nonnull (opened);
  g_assert_cmpuint (askwell_record_list_get_size (askwell_plan_get_questions (opened)), ==, 1);
  g_assert_cmpstr (askwell_question_get_text (askwell_record_list_get (askwell_plan_get_questions (opened), 0)), ==,
                   "When did it begin?");
}

/* Account */

static void
test_account (PageFixture  *self,
              gconstpointer data)
{
  AskwellUnknown *unknown = askwell_record_list_add (askwell_account_get_unknowns (self->account));
  AskwellFact *fact = askwell_record_list_add (askwell_account_get_facts (self->account));
  AskwellPlan *opened = NULL;
  GtkText *text;
  GtkWidget *page;
  AskwellContactRow *row;
  AskwellContact *contact;
  GtkEditable *industry;

  askwell_unknown_set_text (unknown, "Who signs?");
  askwell_fact_set_text (fact, "The plant changed shifts");
  page = askwell_account_page_new ();
  g_object_set (page, "session", self->session, "account", self->account, NULL);
  page_fixture_show (self, page);
  g_signal_connect_swapped (page, "open-plan", G_CALLBACK (open_plan_cb), &opened);
  page_check_names (page);
  page_check_width (page, 330);

  page_type (page_find_field (page, self->account, "name"), " ");
  g_assert_cmpuint (strlen (askwell_account_get_name (self->account)), ==, strlen ("Harbour Mills") + 1);
  industry = page_find (page, ADW_TYPE_ENTRY_ROW, 0);
  gtk_editable_set_text (industry, "Milling");
  g_assert_cmpstr (askwell_account_get_industry (self->account), ==, "Milling");
  askwell_account_set_industry (self->account, "Flour");
  g_assert_cmpstr (gtk_editable_get_text (industry), ==, "Flour");

  for (guint i = 0; (text = page_find (page, GTK_TYPE_TEXT, i)) != NULL; i++)
    if (g_strcmp0 (gtk_text_get_placeholder_text (text), "Add somebody by name") == 0)
      break;
  gtk_editable_set_text (GTK_EDITABLE (text), " Dana Ortiz ");
  g_signal_emit_by_name (text, "activate");
  contact = askwell_record_list_get (askwell_account_get_contacts (self->account), 0);
  g_assert_cmpstr (askwell_contact_get_name (contact), ==, "Dana Ortiz");
  row = page_find (page, ASKWELL_TYPE_CONTACT_ROW, 0);
  g_assert_true (askwell_contact_row_get_contact (row) == contact);
  askwell_contact_set_role (contact, "buyer");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "buyer");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "contact.delete", NULL));
  g_assert_cmpuint (askwell_record_list_get_size (askwell_account_get_contacts (self->account)), ==, 0);
  g_assert_cmpstr (self->announced, ==, "Contact deleted");

  g_assert_nonnull (page_find_field (page, unknown, "text"));
  g_assert_nonnull (page_find_field (page, fact, "text"));
  g_signal_emit_by_name (page_find (page, ADW_TYPE_ACTION_ROW, page_count (page, ADW_TYPE_ACTION_ROW) - 1), "activated");
  g_assert_true (opened == self->plan);
}

/* Of a long ledger the last lines are shown first. */
static void
test_long_ledger (PageFixture  *self,
                  gconstpointer data)
{
  AskwellRecordList *facts = askwell_account_get_facts (self->account);
  GtkWidget *page, *button;

  for (int i = 0; i < 100; i++)
    {
      g_autofree char *text = g_strdup_printf ("Fact %d", i);

      askwell_fact_set_text (askwell_record_list_add (facts), text);
    }
  page = askwell_account_page_new ();
  g_object_set (page, "session", self->session, "account", self->account, NULL);
  page_fixture_show (self, page);
  g_assert_null (page_find_field (page, askwell_record_list_get (facts, 39), "text"));
  g_assert_nonnull (page_find_field (page, askwell_record_list_get (facts, 40), "text"));
  g_assert_nonnull (page_find_field (page, askwell_record_list_get (facts, 99), "text"));

  askwell_fact_set_text (askwell_record_list_add (facts), "One more");
  g_assert_null (page_find_field (page, askwell_record_list_get (facts, 40), "text"));
  g_assert_nonnull (page_find_field (page, askwell_record_list_get (facts, 100), "text"));

  for (guint i = 0; (button = page_find (page, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "Show 41 Earlier Lines") == 0)
      break;
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_nonnull (page_find_field (page, askwell_record_list_get (facts, 0), "text"));
  g_assert_false (gtk_widget_get_visible (button));
}

#define ADD(path, test) g_test_add ("/app/" path, PageFixture, NULL, page_fixture_set_up, test, page_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  page_fixture_init (&argc, &argv);
  ADD ("review-page/review", test_review);
  ADD ("review-page/empty", test_review_empty);
  ADD ("debrief-page/debrief", test_debrief);
  ADD ("account-page/account", test_account);
  ADD ("account-page/long-ledger", test_long_ledger);
  return g_test_run ();
}
