/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "askwell-comment-row.h"
#include "askwell-fact-details.h"
#include "askwell-finding-popover.h"
#include "askwell-findings-list.h"
#include "askwell-line-list.h"
#include "askwell-line-row.h"
#include "askwell-objective-row.h"
#include "askwell-plan-page.h"
#include "model/askwell-comment.h"
#include "model/askwell-contact.h"
#include "model/askwell-entry.h"
#include "model/askwell-fact.h"
#include "model/askwell-ignore.h"
#include "model/askwell-objective.h"
#include "model/askwell-question.h"
#include "model/askwell-unknown.h"
#include "model/askwell-version.h"
#include "page-fixture.h"
#include "questions/askwell-suggestion.h"

#define WANT "I want to figure out how to get them to make a decision on this proposal."

static AskwellPlanPage *
show_page (PageFixture *self)
{
  GtkWidget *page = askwell_plan_page_new ();

  g_object_set (page, "session", self->session, "plan", self->plan, NULL);
  page_fixture_show (self, page);
  return ASKWELL_PLAN_PAGE (page);
}

static AskwellObjective *
add_objective (PageFixture *self,
               const char  *text)
{
  AskwellObjective *objective = askwell_record_list_add (askwell_plan_get_objectives (self->plan));

  askwell_objective_set_text (objective, text);
  return objective;
}

static AskwellQuestion *
add_question (PageFixture *self,
              const char  *text)
{
  AskwellQuestion *question = askwell_record_list_add (askwell_plan_get_questions (self->plan));

  askwell_question_set_text (question, text);
  return question;
}

/* The line at the end of a list, by its placeholder. */
static GtkText *
find_add_text (gpointer    page,
               const char *placeholder)
{
  GtkText *text;

  for (guint i = 0; (text = page_find (page, GTK_TYPE_TEXT, i)) != NULL; i++)
    if (g_strcmp0 (gtk_text_get_placeholder_text (text), placeholder) == 0)
      return text;
  return NULL;
}

static gpointer
find_button (gpointer    root,
             const char *action)
{
  GtkWidget *button;

  for (guint i = 0; (button = page_find (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), action) == 0)
      return button;
  return NULL;
}

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

static GtkWidget *
get_focus (PageFixture *self)
{
  return gtk_window_get_focus (self->window);
}

/* A plan by keyboard: title, Enter, the objective, its learning form. */

static gboolean
has_offer (gpointer data)
{
  GtkRevealer *revealer = page_find (data, GTK_TYPE_REVEALER, 0);

  return gtk_revealer_get_reveal_child (revealer);
}

static void
test_objective (PageFixture  *self,
                gconstpointer data)
{
  AskwellPlanPage *page = show_page (self);
  GtkText *add = find_add_text (page, "Add an objective");
  g_autofree char *findings = NULL;
  g_autofree char *undone = NULL;
  AskwellTextField *field;
  AskwellObjective *objective;
  AskwellVersion *version;
  AskwellObjectiveRow *row;

  askwell_plan_page_grab_title (page);
  g_signal_emit_by_name (get_focus (self), "activate");
  g_assert_true (get_focus (self) == GTK_WIDGET (add));

  /* The first letter makes the objective, and the cursor is in it. */
  gtk_editable_set_text (GTK_EDITABLE (add), "I");
  page_settle ();
  objective = askwell_record_list_get (askwell_plan_get_objectives (self->plan), 0);
  g_assert_nonnull (objective);
  field = page_find_field (page, objective, "text");
  g_assert_true (get_focus (self) == GTK_WIDGET (field));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add)), ==, "");
  g_assert_true (askwell_plan_page_get_current_objective (page) == objective);

  page_type (field, WANT + 1);
  g_assert_cmpstr (askwell_objective_get_text (objective), ==, WANT);
  page_wait_idle (field);
  findings = page_dup_findings (field);
  g_assert_cmpstr (findings, ==, "want:I want to|persuade:get them to");

  row = page_find (page, ASKWELL_TYPE_OBJECTIVE_ROW, 0);
  page_wait_for (has_offer, row);
  g_assert_cmpint (askwell_objective_row_get_mode (row), ==, ASKWELL_MODE_SELLING);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (field), "objective.use-first", NULL));

  /* The words as first written are kept, in the text and in a version. */
  g_assert_true (g_str_has_prefix (askwell_objective_get_learning (objective), "I need to"));
  g_assert_nonnull (strstr (askwell_objective_get_learning (objective), "proposal"));
  g_assert_cmpstr (askwell_objective_get_text (objective), ==, WANT);
  g_assert_cmpint (askwell_objective_get_applied (objective), >, 0);
  g_assert_cmpint (askwell_objective_row_get_mode (row), ==, ASKWELL_MODE_LEARNING);
  g_assert_cmpuint (askwell_record_list_get_size (askwell_objective_get_versions (objective)), ==, 1);
  version = askwell_record_list_get (askwell_objective_get_versions (objective), 0);
  g_assert_cmpstr (askwell_version_get_text (version), ==, WANT);
  g_assert_cmpstr (self->announced, ==, "Learning form applied");

  undone = askwell_undo_undo (askwell_session_get_undo (self->session));
  g_assert_cmpstr (undone, ==, "Learning form applied");
  g_assert_cmpstr (askwell_objective_get_learning (objective), ==, "");
  g_assert_cmpuint (askwell_record_list_get_size (askwell_objective_get_versions (objective)), ==, 0);
  page_wait_for (has_offer, row);
}

/* The learning form is itself looked through, and can be taken back. */
static void
test_learning_form (PageFixture  *self,
                    gconstpointer data)
{
  AskwellObjective *objective = add_objective (self, WANT);
  AskwellPlanPage *page;
  AskwellTextField *learning;
  g_autofree char *findings = NULL;

  askwell_objective_set_learning (objective, "I need to understand how they decide.");
  page = show_page (self);
  learning = page_find_field (page, objective, "learning");
  page_wait_idle (learning);
  g_assert_cmpuint (askwell_highlighter_get_n_findings (askwell_text_field_get_highlighter (learning)), ==, 0);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (learning)), "I want to convince them.", -1);
  page_wait_idle (learning);
  findings = page_dup_findings (learning);
  g_assert_true (g_str_has_prefix (findings, "want:I want to"));
  g_assert_cmpstr (askwell_objective_get_learning (objective), ==, "I want to convince them.");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (learning), "objective.revert", NULL));
  g_assert_cmpstr (askwell_objective_get_learning (objective), ==, "");
  g_assert_cmpstr (askwell_objective_get_text (objective), ==, WANT);
}

/* The three ways to leave a finding alone */

static void
leave_alone (PageFixture        *self,
             const char         *label,
             AskwellIgnoreScope  scope,
             guint               n_left)
{
  AskwellObjective *objective = add_objective (self, WANT);
  AskwellObjective *other = add_objective (self, "I want to see the mill.");
  AskwellPlanPage *page = show_page (self);
  AskwellTextField *field = page_find_field (page, objective, "text");
  AskwellTextField *other_field = page_find_field (page, other, "text");
  AskwellRecordList *ignores = askwell_library_get_ignores (askwell_session_get_library (self->session));
  g_autofree char *undone = NULL;
  GtkWidget *popover, *button;
  guint i;

  page_wait_idle (field);
  page_wait_idle (other_field);
  g_assert_cmpuint (askwell_highlighter_get_n_findings (askwell_text_field_get_highlighter (field)), ==, 2);
  g_assert_cmpuint (askwell_highlighter_get_n_findings (askwell_text_field_get_highlighter (other_field)), ==, 1);

  askwell_text_field_select (field, 0, 9);
  g_assert_true (askwell_text_field_show_finding (field));
  popover = askwell_finding_hover_get_popover (askwell_text_field_get_hover (field));
  g_assert_true (ASKWELL_IS_FINDING_POPOVER (popover));
  g_object_ref (popover);
  for (i = 0; (button = page_find (popover, GTK_TYPE_BUTTON, i)) != NULL; i++)
    {
      GtkWidget *child = page_find (button, GTK_TYPE_LABEL, 0);

      if (child != NULL && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), label))
        break;
    }
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_object_unref (popover);
  page_wait_idle (field);
  page_settle ();

  g_assert_cmpuint (askwell_record_list_get_size (ignores), ==, 1);
  g_assert_cmpint (askwell_ignore_get_scope (askwell_record_list_get (ignores, 0)), ==, scope);
  g_assert_cmpuint (askwell_highlighter_get_n_findings (askwell_text_field_get_highlighter (field)), ==, 1);
  g_assert_cmpuint (askwell_highlighter_get_n_findings (askwell_text_field_get_highlighter (other_field)), ==, n_left);
  g_assert_nonnull (self->announced);

  undone = askwell_undo_undo (askwell_session_get_undo (self->session));
  g_assert_nonnull (undone);
  page_settle ();
  page_wait_idle (field);
  g_assert_cmpuint (askwell_highlighter_get_n_findings (askwell_text_field_get_highlighter (field)), ==, 2);
}

static void
test_ignore_here (PageFixture  *self,
                  gconstpointer data)
{
  leave_alone (self, "Ignore Here", ASKWELL_IGNORE_SCOPE_HERE, 1);
}

static void
test_ignore_phrase (PageFixture  *self,
                    gconstpointer data)
{
  leave_alone (self, "Never Flag “I want to”", ASKWELL_IGNORE_SCOPE_PHRASE, 0);
}

static void
test_ignore_rule (PageFixture  *self,
                  gconstpointer data)
{
  leave_alone (self, "Turn Off This Rule", ASKWELL_IGNORE_SCOPE_RULE, 0);
}

/* F8 goes through all fields in the order of the page, and round. */
static void
test_go_to_finding (PageFixture  *self,
                    gconstpointer data)
{
  AskwellObjective *objective = add_objective (self, WANT);
  AskwellQuestion *question = add_question (self, "I want to know who signs.");
  AskwellPlanPage *page = show_page (self);
  AskwellTextField *first = page_find_field (page, objective, "text");
  AskwellTextField *second = page_find_field (page, question, "text");
  const struct
  {
    AskwellTextField *field;
    int start;
  } stops[] = { { first, 0 }, { first, 28 }, { second, -1 }, { first, 0 } };

  page_wait_idle (first);
  page_wait_idle (second);
  g_assert_cmpuint (askwell_highlighter_get_n_findings (askwell_text_field_get_highlighter (second)), ==, 1);
  askwell_plan_page_grab_title (page);
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      GtkTextIter start, end;

      g_assert_true (gtk_widget_activate_action (get_focus (self), "plan.next-finding", NULL));
      g_assert_true (get_focus (self) == GTK_WIDGET (stops[i].field));
      g_assert_true (
          gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (stops[i].field)), &start, &end));
      if (stops[i].start >= 0)
        g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, stops[i].start);
    }
  g_assert_true (gtk_widget_activate_action (get_focus (self), "plan.previous-finding", NULL));
  g_assert_true (get_focus (self) == GTK_WIDGET (second));
  g_assert_true (gtk_widget_activate_action (get_focus (self), "plan.previous-finding", NULL));
  g_assert_true (get_focus (self) == GTK_WIDGET (first));
}

/* The list in words names each of them and goes there. */
static void
test_findings_list (PageFixture  *self,
                    gconstpointer data)
{
  AskwellObjective *objective = add_objective (self, WANT);
  AskwellPlanPage *page = show_page (self);
  AskwellTextField *field = page_find_field (page, objective, "text");
  AskwellFindingsList *list = page_find (page, ASKWELL_TYPE_FINDINGS_LIST, 0);
  GtkListBox *rows;

  page_wait_idle (field);
  gtk_widget_activate_action (GTK_WIDGET (field), "plan.list-findings", NULL);
  askwell_findings_list_fill (list, GTK_WIDGET (page));
  rows = page_find (list, GTK_TYPE_LIST_BOX, 0);
  g_assert_cmpuint (page_count (rows, GTK_TYPE_LIST_BOX_ROW), ==, 2);
  g_assert_true (has_label (rows, "Persuading: “get them to”"));
  g_signal_emit_by_name (rows, "row-activated", gtk_list_box_get_row_at_index (rows, 1));
  g_assert_true (get_focus (self) == GTK_WIDGET (field));
  /* Where the cursor is in a finding, a screen reader says so. */
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

/* Lines */

static void
test_reorder (PageFixture  *self,
              gconstpointer data)
{
  AskwellQuestion *one = add_question (self, "One?");
  AskwellQuestion *two = add_question (self, "Two?");
  AskwellObjective *first = add_objective (self, "Find out what changed.");
  AskwellObjective *second = add_objective (self, "Find out who decides.");
  AskwellPlanPage *page = show_page (self);
  g_autofree char *undone = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (page_find_field (page, one, "text")));
  g_assert_true (gtk_widget_activate_action (get_focus (self), "line.move-down", NULL));
  g_assert_true (askwell_record_list_get (askwell_plan_get_questions (self->plan), 0) == two);
  g_assert_true (get_focus (self) == GTK_WIDGET (page_find_field (page, one, "text")));
  /* It is the last one now: nothing happens. */
  gtk_widget_activate_action (get_focus (self), "line.move-down", NULL);
  g_assert_true (askwell_record_list_get (askwell_plan_get_questions (self->plan), 1) == one);
  undone = askwell_undo_undo (askwell_session_get_undo (self->session));
  g_assert_true (askwell_record_list_get (askwell_plan_get_questions (self->plan), 0) == one);

  gtk_widget_grab_focus (GTK_WIDGET (page_find_field (page, second, "text")));
  g_assert_true (gtk_widget_activate_action (get_focus (self), "objective.move-up", NULL));
  g_assert_true (askwell_record_list_get (askwell_plan_get_objectives (self->plan), 0) == second);
  g_assert_true (askwell_record_list_get (askwell_plan_get_objectives (self->plan), 1) == first);
  g_assert_true (get_focus (self) == GTK_WIDGET (page_find_field (page, second, "text")));
}

static void
test_lines (PageFixture  *self,
            gconstpointer data)
{
  AskwellPlanPage *page = show_page (self);
  GtkText *add = find_add_text (page, "Add a question");
  AskwellRecordList *questions = askwell_plan_get_questions (self->plan);
  g_autofree char *undone = NULL;
  AskwellTextField *field;
  AskwellQuestion *question;

  gtk_editable_set_text (GTK_EDITABLE (add), "W");
  question = askwell_record_list_get (questions, 0);
  field = page_find_field (page, question, "text");
  page_type (field, "ho signs?");
  g_assert_cmpstr (askwell_question_get_text (question), ==, "Who signs?");

  /* Enter goes to the line that adds the next. */
  g_signal_emit_by_name (field, "activate");
  g_assert_true (get_focus (self) == GTK_WIDGET (add));

  gtk_check_button_set_active (page_find (gtk_widget_get_ancestor (GTK_WIDGET (field), ASKWELL_TYPE_LINE_ROW), GTK_TYPE_CHECK_BUTTON, 0),
                               TRUE);
  g_assert_true (askwell_question_get_asked (question));

  /* A line left without words goes by itself. */
  gtk_editable_set_text (GTK_EDITABLE (add), "x");
  field = page_find_field (page, askwell_record_list_get (questions, 1), "text");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), "", -1);
  gtk_widget_grab_focus (GTK_WIDGET (add));
  page_settle ();
  g_assert_cmpuint (askwell_record_list_get_size (questions), ==, 1);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page_find_field (page, question, "text")), "line.delete", NULL));
  g_assert_cmpuint (askwell_record_list_get_size (questions), ==, 0);
  g_assert_cmpstr (self->announced, ==, "Question deleted");
  undone = askwell_undo_undo (askwell_session_get_undo (self->session));
  g_assert_cmpuint (askwell_record_list_get_size (questions), ==, 1);
  g_assert_nonnull (page_find_field (page, question, "text"));
}

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       data)
{
  return ++*(guint *) data < 10 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
is_drawn (gpointer data)
{
  return *(guint *) data >= 10;
}

/* A row that comes without the focus is as high as its text, in the width it has. */
static void
test_height (PageFixture  *self,
             gconstpointer data)
{
  AskwellQuestion *one = add_question (self, "How did the last change of supplier go for the people on the line?");
  AskwellQuestion *two = add_question (self, "Who else will live with the result of this?");
  AskwellPlanPage *page = show_page (self);
  guint n_frames = 0;

  gtk_widget_add_tick_callback (GTK_WIDGET (page), count_frame_cb, &n_frames, NULL);
  page_wait_for (is_drawn, &n_frames);
  askwell_record_list_move (askwell_plan_get_questions (self->plan), ASKWELL_RECORD (one), 1);
  add_question (self, "What still has to happen before you can decide on any of this?");
  n_frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (page), count_frame_cb, &n_frames, NULL);
  page_wait_for (is_drawn, &n_frames);
  for (guint i = 0; i < 3; i++)
    {
      AskwellTextField *field = page_find_field (page, askwell_record_list_get (askwell_plan_get_questions (self->plan), i), "text");

      g_test_message ("%d x %d", gtk_widget_get_width (GTK_WIDGET (field)), gtk_widget_get_height (GTK_WIDGET (field)));
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (field)), >, 8);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (field)), <, 30);
    }
  g_assert_true (askwell_record_list_get (askwell_plan_get_questions (self->plan), 0) == two);
}

/* Who said so, and how sure it is; and what became of what was to be learned. */
static void
test_details (PageFixture  *self,
              gconstpointer data)
{
  AskwellFact *fact = askwell_record_list_add (askwell_account_get_facts (self->account));
  AskwellUnknown *unknown = askwell_record_list_add (askwell_account_get_unknowns (self->account));
  AskwellPlanPage *page;
  GtkWidget *row, *popover;

  askwell_fact_set_text (fact, "The plant changed shifts");
  askwell_unknown_set_text (unknown, "Who signs?");
  page = show_page (self);

  row = gtk_widget_get_ancestor (GTK_WIDGET (page_find_field (page, fact, "text")), ASKWELL_TYPE_LINE_ROW);
  gtk_menu_button_popup (page_find (row, GTK_TYPE_MENU_BUTTON, 0));
  popover = page_find (row, ASKWELL_TYPE_FACT_DETAILS, 0);
  g_assert_nonnull (popover);
  gtk_editable_set_text (page_find (popover, GTK_TYPE_ENTRY, 0), "Dana");
  g_assert_cmpstr (askwell_fact_get_source (fact), ==, "Dana");
  gtk_drop_down_set_selected (page_find (popover, GTK_TYPE_DROP_DOWN, 0), ASKWELL_CERTAINTY_GUESS);
  g_assert_cmpint (askwell_fact_get_certainty (fact), ==, ASKWELL_CERTAINTY_GUESS);
  g_assert_true (has_label (row, "Dana · guess"));
  gtk_popover_popdown (GTK_POPOVER (popover));

  row = gtk_widget_get_ancestor (GTK_WIDGET (page_find_field (page, unknown, "text")), ASKWELL_TYPE_LINE_ROW);
  gtk_menu_button_popup (page_find (row, GTK_TYPE_MENU_BUTTON, 0));
  popover = page_find (row, ASKWELL_TYPE_FACT_DETAILS, 0);
  gtk_drop_down_set_selected (page_find (popover, GTK_TYPE_DROP_DOWN, 1), ASKWELL_UNKNOWN_STATE_ANSWERED);
  g_assert_cmpint (askwell_unknown_get_state (unknown), ==, ASKWELL_UNKNOWN_STATE_ANSWERED);
  g_assert_cmpint (askwell_unknown_get_answered (unknown), >, 0);
  gtk_editable_set_text (page_find (popover, GTK_TYPE_ENTRY, 1), "The board");
  g_assert_cmpstr (askwell_unknown_get_answer (unknown), ==, "The board");
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
test_caption (PageFixture  *self,
              gconstpointer data)
{
  AskwellPlanPage *page;
  g_autofree char *expected = NULL;

  add_question (self, "Who signs?");
  page = show_page (self);
  expected = g_strdup_printf ("1 of about %u for 45 minutes", askwell_questions_for_minutes (45));
  g_assert_true (has_label (page, expected));
  g_free (expected);
  askwell_plan_set_length (self->plan, 20);
  expected = g_strdup_printf ("1 of about %u for 20 minutes", askwell_questions_for_minutes (20));
  page_settle ();
  g_assert_true (has_label (page, expected));
}

/* Parts that are empty stay away until they are wanted. */
static void
test_optional (PageFixture  *self,
               gconstpointer data)
{
  AskwellEntry *entry = askwell_record_list_add (askwell_plan_get_entries (self->plan));
  AskwellPlanPage *page;
  GtkWidget *button;

  askwell_entry_set_section (entry, ASKWELL_SECTION_MATERIAL);
  askwell_entry_set_text (entry, "A sample");
  page = show_page (self);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (page_find_field (page, entry, "text"))));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (find_add_text (page, "Add a concern"))));

  for (guint i = 0; (button = page_find (page, GTK_TYPE_BUTTON, i)) != NULL; i++)
    {
      GtkWidget *label = page_find (button, GTK_TYPE_LABEL, 0);

      if (label != NULL && g_str_equal (gtk_label_get_label (GTK_LABEL (label)), "Their concerns"))
        break;
    }
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (get_focus (self) == GTK_WIDGET (find_add_text (page, "Add a concern")));
  gtk_editable_set_text (GTK_EDITABLE (find_add_text (page, "Add a concern")), "P");
  page_settle ();
  entry = askwell_record_list_get (askwell_plan_get_entries (self->plan), 1);
  g_assert_cmpint (askwell_entry_get_section (entry), ==, ASKWELL_SECTION_CONCERN);
}

static void
test_comments (PageFixture  *self,
               gconstpointer data)
{
  AskwellObjective *objective = add_objective (self, "Find out what changed.");
  AskwellPlanPage *page = show_page (self);
  AskwellRecordList *comments = askwell_plan_get_comments (self->plan);
  AskwellTextField *field = page_find_field (page, objective, "text");
  AskwellComment *comment;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (field), "objective.comment", NULL));
  comment = askwell_record_list_get (comments, 0);
  g_assert_nonnull (comment);
  g_assert_cmpstr (askwell_comment_get_target (comment), ==, askwell_record_get_id (ASKWELL_RECORD (objective)));
  g_assert_true (get_focus (self) == GTK_WIDGET (page_find_field (page, comment, "text")));
  page_type (page_find_field (page, comment, "text"), "What for?");
  g_assert_cmpstr (askwell_comment_get_text (comment), ==, "What for?");
  gtk_check_button_set_active (page_find (page_find (page, ASKWELL_TYPE_COMMENT_ROW, 0), GTK_TYPE_CHECK_BUTTON, 0), TRUE);
  g_assert_true (askwell_comment_get_resolved (comment));
  g_assert_true (gtk_widget_activate_action (page_find (page, ASKWELL_TYPE_COMMENT_ROW, 0), "comment.delete", NULL));
  g_assert_cmpuint (askwell_record_list_get_size (comments), ==, 0);

  g_signal_emit_by_name (find_button (page, "section.comment"), "clicked");
  comment = askwell_record_list_get (comments, 0);
  g_assert_cmpstr (askwell_comment_get_target (comment), ==, askwell_record_get_id (ASKWELL_RECORD (self->plan)));
  g_assert_cmpstr (askwell_comment_get_field (comment), ==, "reason");
}

/* A change from elsewhere replaces only what differs: the cursor stays on its word. */
static void
test_change_from_elsewhere (PageFixture  *self,
                            gconstpointer data)
{
  AskwellObjective *objective = add_objective (self, "Find out what has changed — für Dana.");
  AskwellPlanPage *page = show_page (self);
  AskwellTextField *field = page_find_field (page, objective, "text");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
  g_autofree char *text = NULL;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 33);
  gtk_text_buffer_place_cursor (buffer, &iter);
  askwell_objective_set_text (objective, "Find out who and what has changed — für Dana.");
  text = askwell_text_field_dup_text (field);
  g_assert_cmpstr (text, ==, "Find out who and what has changed — für Dana.");
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&iter), ==, 41);
}

/* The title is one line, whatever is pasted. */
static void
test_title (PageFixture  *self,
            gconstpointer data)
{
  AskwellPlanPage *page = show_page (self);
  AskwellTextField *field = page_find_field (page, self->plan, "title");
  g_autofree char *text = NULL;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), "", -1);
  page_type (field, "Visit");
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), "\nin\r\nMay", -1);
  text = askwell_text_field_dup_text (field);
  g_assert_cmpstr (text, ==, "Visit in May");
  g_assert_cmpstr (askwell_plan_get_title (self->plan), ==, "Visit in May");
}

/* A text as long as a book is handed over once the typing pauses, or the field is left for another plan. */
static void
test_large_text (PageFixture  *self,
                 gconstpointer data)
{
  AskwellPlanPage *page = show_page (self);
  AskwellTextField *field;
  g_autofree char *long_text = g_strnfill (200000, 'x');

  field = page_find_field (page, self->plan, "reason");
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), long_text, -1);
  g_assert_cmpstr (askwell_plan_get_reason (self->plan), ==, "");
  askwell_plan_page_set_plan (page, NULL);
  g_assert_cmpuint (strlen (askwell_plan_get_reason (self->plan)), ==, 200000);
}

/* Going from plan to plan leaves nothing behind. */
static void
test_other_plan (PageFixture  *self,
                 gconstpointer data)
{
  AskwellPlan *other = askwell_record_list_add (askwell_account_get_plans (self->account));
  AskwellObjective *objective = add_objective (self, WANT);
  AskwellPlanPage *page = show_page (self);

  g_assert_true (askwell_plan_page_get_current_objective (page) == objective);
  askwell_plan_page_set_plan (page, other);
  g_assert_null (askwell_plan_page_get_current_objective (page));
  g_assert_null (page_find_field (page, objective, "text"));
  g_assert_null (page_find (page, ASKWELL_TYPE_OBJECTIVE_ROW, 0));
  askwell_plan_page_set_plan (page, self->plan);
  g_assert_nonnull (page_find_field (page, objective, "text"));
  askwell_plan_page_set_plan (page, NULL);
}

static void
test_names (PageFixture  *self,
            gconstpointer data)
{
  AskwellFact *fact = askwell_record_list_add (askwell_account_get_facts (self->account));
  AskwellPlanPage *page;

  askwell_fact_set_text (fact, "The plant changed shifts");
  askwell_plan_set_notes (self->plan, "Bring the sample");
  add_objective (self, WANT);
  add_question (self, "Who signs?");
  askwell_plan_set_reason (self->plan, "The line has stopped twice since August, and Lee has to report on it to the board.");
  page = show_page (self);
  page_wait_for (has_offer, page_find (page, ASKWELL_TYPE_OBJECTIVE_ROW, 0));
  page_check_names (page);
  page_check_width (page, 330);
}

#define ADD(path, test) g_test_add ("/app/plan-page/" path, PageFixture, NULL, page_fixture_set_up, test, page_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  page_fixture_init (&argc, &argv);
  ADD ("objective", test_objective);
  ADD ("learning-form", test_learning_form);
  ADD ("ignore/here", test_ignore_here);
  ADD ("ignore/phrase", test_ignore_phrase);
  ADD ("ignore/rule", test_ignore_rule);
  ADD ("go-to-finding", test_go_to_finding);
  ADD ("findings-list", test_findings_list);
  ADD ("reorder", test_reorder);
  ADD ("lines", test_lines);
  ADD ("height", test_height);
  ADD ("details", test_details);
  ADD ("caption", test_caption);
  ADD ("optional", test_optional);
  ADD ("comments", test_comments);
  ADD ("change-from-elsewhere", test_change_from_elsewhere);
  ADD ("title", test_title);
  ADD ("large-text", test_large_text);
  ADD ("other-plan", test_other_plan);
  ADD ("names", test_names);
  return g_test_run ();
}
