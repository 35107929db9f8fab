/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "askwell-questions-panel.h"
#include "askwell-suggestion-row.h"
#include "askwell-topic-chips.h"
#include "model/askwell-objective.h"
#include "model/askwell-question.h"
#include "model/askwell-unknown.h"
#include "page-fixture.h"

#define WANT "I want to figure out how to get them to make a decision on this proposal."

static AskwellObjective *
add_objective (PageFixture *self,
               const char  *text)
{
  AskwellObjective *objective = askwell_record_list_add (askwell_plan_get_objectives (self->plan));

  askwell_objective_set_text (objective, text);
  return objective;
}

static AskwellQuestionsPanel *
show_panel (PageFixture      *self,
            AskwellObjective *objective)
{
  GtkWidget *panel = askwell_questions_panel_new ();

  g_object_set (panel, "session", self->session, "plan", self->plan, "objective", objective, NULL);
  askwell_questions_panel_refresh (ASKWELL_QUESTIONS_PANEL (panel));
  page_fixture_show (self, panel);
  return ASKWELL_QUESTIONS_PANEL (panel);
}

static AskwellSuggestionRow *
get_row (AskwellQuestionsPanel *panel,
         guint                  index)
{
  return page_find (panel, ASKWELL_TYPE_SUGGESTION_ROW, index);
}

static AskwellSuggestion *
get_shown (AskwellQuestionsPanel *panel,
           guint                  index)
{
  g_autoptr (AskwellSuggestion) suggestion = g_list_model_get_item (askwell_questions_panel_get_shown (panel), index);

  return suggestion;
}

static guint
get_n_shown (AskwellQuestionsPanel *panel)
{
  return g_list_model_get_n_items (askwell_questions_panel_get_shown (panel));
}

static gboolean
is_shown (AskwellQuestionsPanel *panel,
          const char            *id)
{
  for (guint i = 0; i < get_n_shown (panel); i++)
    if (g_str_equal (askwell_suggestion_get_id (get_shown (panel, i)), id))
      return TRUE;
  return FALSE;
}

static void
test_add (PageFixture  *self,
          gconstpointer data)
{
  AskwellQuestionsPanel *panel = show_panel (self, add_objective (self, WANT));
  AskwellRecordList *questions = askwell_plan_get_questions (self->plan);
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  g_autofree char *undone = NULL;
  AskwellQuestion *question;

  g_assert_cmpuint (get_n_shown (panel), >=, 3);
  g_assert_cmpstr (askwell_suggestion_get_why (get_shown (panel, 0)), !=, "");
  g_assert_true (g_str_has_prefix (askwell_questions_panel_get_caption (panel), "for “I want to figure"));

  id = g_strdup (askwell_suggestion_get_id (get_shown (panel, 0)));
  text = g_strdup (askwell_suggestion_get_text (get_shown (panel, 0)));
  gtk_widget_grab_focus (GTK_WIDGET (get_row (panel, 0)));
  g_signal_emit_by_name (page_find (panel, GTK_TYPE_LIST_BOX, 0), "row-activated", get_row (panel, 0));

  question = askwell_record_list_get (questions, 0);
  g_assert_nonnull (question);
  g_assert_cmpstr (askwell_question_get_text (question), ==, text);
  g_assert_cmpstr (askwell_question_get_bank (question), ==, id);
  g_assert_cmpstr (askwell_question_get_topic (question), !=, "");
  g_assert_cmpstr (askwell_question_get_purpose (question), !=, "");
  g_assert_false (is_shown (panel, id));
  /* The keyboard goes on from where it was. */
  g_assert_true (gtk_window_get_focus (self->window) == GTK_WIDGET (get_row (panel, 0)));

  undone = askwell_undo_undo (askwell_session_get_undo (self->session));
  g_assert_cmpstr (undone, ==, "Question added");
  g_assert_cmpuint (askwell_record_list_get_size (questions), ==, 0);
}

static void
test_dismiss (PageFixture  *self,
              gconstpointer data)
{
  AskwellQuestionsPanel *panel = show_panel (self, add_objective (self, WANT));
  g_autofree char *id = g_strdup (askwell_suggestion_get_id (get_shown (panel, 1)));
  GtkWidget *button;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_row (panel, 1)), "suggestion.dismiss", NULL));
  g_assert_false (is_shown (panel, id));
  askwell_questions_panel_refresh (panel);
  g_assert_false (is_shown (panel, id));

  for (guint i = 0; (button = page_find (panel, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "_Undo") == 0)
      break;
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (is_shown (panel, id));
}

/* While the objective is written on, what still fits keeps its place and its row. */
static void
test_keeps_place (PageFixture  *self,
                  gconstpointer data)
{
  AskwellObjective *objective = add_objective (self, WANT);
  AskwellQuestionsPanel *panel = show_panel (self, objective);
  AskwellSuggestionRow *first = get_row (panel, 0);
  g_autofree char *id = g_strdup (askwell_suggestion_get_id (get_shown (panel, 0)));

  askwell_objective_set_text (objective, "I want to figure out how to get them to make a decision on this proposal today.");
  askwell_questions_panel_refresh (panel);
  g_assert_cmpstr (askwell_suggestion_get_id (get_shown (panel, 0)), ==, id);
  g_assert_true (get_row (panel, 0) == first);
}

static gboolean
has_other_caption (gpointer data)
{
  return g_str_has_prefix (askwell_questions_panel_get_caption (data), "for “Find out who");
}

/* It follows what is typed by itself. */
static void
test_follows (PageFixture  *self,
              gconstpointer data)
{
  AskwellObjective *objective = add_objective (self, WANT);
  AskwellQuestionsPanel *panel = show_panel (self, objective);

  askwell_objective_set_text (objective, "Find out who is unhappy with the late deliveries.");
  page_wait_for (has_other_caption, panel);
  g_assert_cmpuint (get_n_shown (panel), >=, 3);
}

static void
test_search (PageFixture  *self,
             gconstpointer data)
{
  AskwellQuestionsPanel *panel = show_panel (self, add_objective (self, WANT));
  GtkEditable *search = page_find (panel, GTK_TYPE_SEARCH_ENTRY, 0);
  GtkWidget *empty = page_find (panel, ADW_TYPE_STATUS_PAGE, 0);

  gtk_editable_set_text (search, "supplier");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (get_n_shown (panel), >=, 1);
  for (guint i = 0; i < get_n_shown (panel); i++)
    g_assert_nonnull (strstr (askwell_suggestion_get_text (get_shown (panel, i)), "supplier"));

  gtk_editable_set_text (search, "zyzzyva");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (get_n_shown (panel), ==, 0);
  g_assert_true (gtk_widget_get_child_visible (empty));

  g_signal_emit_by_name (search, "stop-search");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (get_n_shown (panel), >=, 3);
  g_assert_false (gtk_widget_get_child_visible (empty));
}

static gboolean
has_all_topics (gpointer data)
{
  return askwell_suggestion_get_topic (get_shown (data, 0)) != ASKWELL_TOPIC_SERVICE;
}

static void
test_topics (PageFixture  *self,
             gconstpointer data)
{
  AskwellQuestionsPanel *panel = show_panel (self, add_objective (self, WANT));

  gtk_widget_activate_action (page_find (panel, ASKWELL_TYPE_TOPIC_CHIPS, 0), "topics.choose", "s", "service");
  page_settle ();
  g_assert_cmpuint (get_n_shown (panel), >=, 3);
  for (guint i = 0; i < get_n_shown (panel); i++)
    g_assert_cmpint (askwell_suggestion_get_topic (get_shown (panel, i)), ==, ASKWELL_TOPIC_SERVICE);

  /* The first chip is for all topics. */
  gtk_toggle_button_set_active (page_find (panel, GTK_TYPE_TOGGLE_BUTTON, 0), TRUE);
  page_wait_for (has_all_topics, panel);
  g_assert_cmpint (askwell_suggestion_get_topic (get_shown (panel, 0)), !=, ASKWELL_TOPIC_SERVICE);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_row (panel, 0)), "suggestion.more", NULL));
  for (guint i = 1; i < get_n_shown (panel); i++)
    g_assert_cmpint (askwell_suggestion_get_topic (get_shown (panel, i)), ==, askwell_suggestion_get_topic (get_shown (panel, 0)));
}

static void
test_follow_ups (PageFixture  *self,
                 gconstpointer data)
{
  AskwellQuestionsPanel *panel = show_panel (self, add_objective (self, WANT));
  AskwellSuggestionRow *row = NULL;
  const char *follow_up = NULL;

  for (guint i = 0; i < get_n_shown (panel) && follow_up == NULL; i++)
    {
      const char *const *follow_ups = askwell_suggestion_get_follow_ups (get_shown (panel, i));

      row = get_row (panel, i);
      follow_up = follow_ups != NULL ? follow_ups[0] : NULL;
    }
  g_assert_nonnull (follow_up);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "suggestion.expand", NULL));
  g_signal_emit_by_name (row, "add", follow_up);
  g_assert_cmpuint (askwell_record_list_get_size (askwell_plan_get_questions (self->plan)), ==, 1);
  g_assert_cmpstr (askwell_question_get_text (askwell_record_list_get (askwell_plan_get_questions (self->plan), 0)), ==, follow_up);
}

/* What the ledger leaves open is suggested, and nothing breaks without a plan. */
static void
test_ledger (PageFixture  *self,
             gconstpointer data)
{
  AskwellUnknown *unknown = askwell_record_list_add (askwell_account_get_unknowns (self->account));
  AskwellQuestionsPanel *panel;

  askwell_unknown_set_text (unknown, "Who signs above 50,000?");
  panel = show_panel (self, add_objective (self, WANT));
  g_assert_cmpuint (get_n_shown (panel), >=, 3);
  g_object_set (panel, "plan", NULL, "objective", NULL, NULL);
  askwell_questions_panel_refresh (panel);
  g_assert_cmpuint (get_n_shown (panel), ==, 0);
}

static void
test_names (PageFixture  *self,
            gconstpointer data)
{
  AskwellQuestionsPanel *panel = show_panel (self, add_objective (self, WANT));

  page_check_names (panel);
  page_check_width (panel, 330);
}

#define ADD(path, test) \
  g_test_add ("/app/questions-panel/" path, PageFixture, NULL, page_fixture_set_up, test, page_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  page_fixture_init (&argc, &argv);
  ADD ("add", test_add);
  ADD ("dismiss", test_dismiss);
  ADD ("keeps-place", test_keeps_place);
  ADD ("follows", test_follows);
  ADD ("search", test_search);
  ADD ("topics", test_topics);
  ADD ("follow-ups", test_follow_ups);
  ADD ("ledger", test_ledger);
  ADD ("names", test_names);
  return g_test_run ();
}
