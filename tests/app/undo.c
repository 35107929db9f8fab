/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-undo.h"
#include "model/askwell-account.h"
#include "model/askwell-library.h"
#include "model/askwell-objective.h"
#include "model/askwell-plan.h"
#include "model/askwell-question.h"

/* All of a record, as text: what undo has to bring back. */
static void
describe (AskwellRecord *record,
          guint          depth,
          GString       *text)
{
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (record);

  g_string_append_printf (text, "%*s%s %s", (int) depth * 2, "", klass->element, askwell_record_get_id (record));
  for (guint i = 0; i < klass->n_fields; i++)
    switch (klass->fields[i].kind)
      {
      case ASKWELL_FIELD_STRING:
      case ASKWELL_FIELD_TEXT:
      case ASKWELL_FIELD_REFERENCE:
        g_string_append_printf (text, " %s='%s'", klass->fields[i].name, askwell_record_get_text (record, i));
        break;
      case ASKWELL_FIELD_INT:
      case ASKWELL_FIELD_TIME:
      case ASKWELL_FIELD_BOOLEAN:
      case ASKWELL_FIELD_ENUM:
      default:
        g_string_append_printf (text, " %s=%" G_GINT64_FORMAT, klass->fields[i].name, askwell_record_get_number (record, i));
      }
  g_string_append_c (text, '\n');
  for (guint i = 0; i < klass->n_children; i++)
    {
      AskwellRecordList *list = askwell_record_get_children (record, klass->children[i].name);

      for (guint j = 0; j < askwell_record_list_get_size (list); j++)
        describe (askwell_record_list_get (list, j), depth + 1, text);
    }
}

static char *
dup_description (AskwellLibrary *library)
{
  GString *text = g_string_new (NULL);

  describe (ASKWELL_RECORD (library), 0, text);
  return g_string_free (text, FALSE);
}

static gpointer
pick (AskwellRecordList *list)
{
  guint n = askwell_record_list_get_size (list);

  return n > 0 ? askwell_record_list_get (list, g_test_rand_int_range (0, (int) n)) : NULL;
}

/* Something that a person could do, at random */
static void
act (AskwellLibrary *library)
{
  AskwellRecordList *accounts = askwell_library_get_accounts (library);
  AskwellAccount *account = pick (accounts);
  AskwellPlan *plan = account != NULL ? pick (askwell_account_get_plans (account)) : NULL;
  AskwellRecordList *questions = plan != NULL ? askwell_plan_get_questions (plan) : NULL;
  AskwellQuestion *question = questions != NULL ? pick (questions) : NULL;
  AskwellObjective *objective = plan != NULL ? pick (askwell_plan_get_objectives (plan)) : NULL;

  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      askwell_account_set_name (askwell_record_list_add (accounts), "Harbour Mills");
      break;
    case 1:
    case 2:
      if (account != NULL)
        askwell_plan_set_title (askwell_record_list_add (askwell_account_get_plans (account)), "Renewal visit");
      break;
    case 3:
    case 4:
      if (plan != NULL)
        askwell_question_set_text (askwell_record_list_add (questions), "Who else is affected?");
      break;
    case 5:
      if (plan != NULL)
        askwell_objective_set_text (askwell_record_list_add (askwell_plan_get_objectives (plan)), "I want to show them the line.");
      break;
    case 6:
      if (question != NULL)
        askwell_record_list_move (questions, ASKWELL_RECORD (question),
                                  (guint) g_test_rand_int_range (0, (int) askwell_record_list_get_size (questions)));
      break;
    case 7:
      if (question != NULL)
        askwell_record_list_remove (questions, ASKWELL_RECORD (question));
      break;
    case 8:
      if (plan != NULL && g_test_rand_int_range (0, 4) == 0)
        askwell_record_list_remove (askwell_account_get_plans (account), ASKWELL_RECORD (plan));
      break;
    case 9:
      if (objective != NULL)
        askwell_objective_set_learning (objective, g_test_rand_bit () ? "I need to learn what they see." : "");
      break;
    case 10:
      if (plan != NULL)
        askwell_plan_set_start (plan, g_test_rand_int_range (0, 1000));
      break;
    case 11:
      if (account != NULL && g_test_rand_int_range (0, 6) == 0)
        askwell_record_list_remove (accounts, ASKWELL_RECORD (account));
      break;
    default:
      g_assert_not_reached ();
    }
}

#define STEPS 60

/* Undone one by one, the library is what it was before each step; done again, what it was after. */
static void
test_random (void)
{
  for (int round = 0; round < 20; round++)
    {
      g_autoptr (AskwellLibrary) library = askwell_library_new ();
      g_autoptr (AskwellUndo) undo = askwell_undo_new (library);
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (states, dup_description (library));
      for (int i = 0; i < STEPS; i++)
        {
          g_autofree char *state = NULL;

          askwell_undo_begin (undo, "step");
          for (int j = g_test_rand_int_range (1, 4); j > 0; j--)
            act (library);
          askwell_undo_end (undo);
          state = dup_description (library);
          if (!g_str_equal (state, g_ptr_array_index (states, states->len - 1)))
            g_ptr_array_add (states, g_steal_pointer (&state));
        }

      for (int pass = 0; pass < 2; pass++)
        {
          guint at = states->len - 1;

          while (askwell_undo_can_undo (undo))
            {
              g_autofree char *label = askwell_undo_undo (undo);
              g_autofree char *state = dup_description (library);

              g_assert_cmpstr (label, ==, "step");
              /* A step may have put things back as they were; then there is no state of its own for it. */
              if (at > 0 && g_str_equal (state, g_ptr_array_index (states, at - 1)))
                at--;
              g_assert_cmpstr (state, ==, g_ptr_array_index (states, at));
            }
          g_assert_cmpuint (at, ==, 0);
          while (askwell_undo_can_redo (undo))
            {
              g_autofree char *label = askwell_undo_redo (undo);
              g_autofree char *state = dup_description (library);

              if (at + 1 < states->len && g_str_equal (state, g_ptr_array_index (states, at + 1)))
                at++;
              g_assert_cmpstr (state, ==, g_ptr_array_index (states, at));
            }
          g_assert_cmpuint (at, ==, states->len - 1);
        }
    }
}

static void
test_steps (void)
{
  g_autoptr (AskwellLibrary) library = askwell_library_new ();
  g_autoptr (AskwellUndo) undo = askwell_undo_new (library);
  AskwellRecordList *accounts = askwell_library_get_accounts (library);
  g_autofree char *label = NULL;

  /* What is not within a step is not undone. */
  askwell_record_list_add (accounts);
  g_assert_false (askwell_undo_can_undo (undo));
  g_assert_null (askwell_undo_undo (undo));

  /* A step in which nothing happened is none. */
  askwell_undo_begin (undo, "nothing");
  askwell_undo_end (undo);
  g_assert_false (askwell_undo_can_undo (undo));

  /* They nest; the outermost counts. */
  askwell_undo_begin (undo, "outer");
  askwell_record_list_add (accounts);
  askwell_undo_begin (undo, "inner");
  askwell_record_list_add (accounts);
  askwell_undo_end (undo);
  g_assert_false (askwell_undo_can_undo (undo));
  g_assert_null (askwell_undo_undo (undo));
  askwell_undo_end (undo);
  g_assert_true (askwell_undo_can_undo (undo));
  label = askwell_undo_undo (undo);
  g_assert_cmpstr (label, ==, "outer");
  g_assert_cmpuint (askwell_record_list_get_size (accounts), ==, 1);
  g_assert_true (askwell_undo_can_redo (undo));

  /* A new step ends what could be done again. */
  askwell_undo_begin (undo, "other");
  askwell_record_list_add (accounts);
  askwell_undo_end (undo);
  g_assert_false (askwell_undo_can_redo (undo));
  g_assert_true (askwell_undo_can_undo (undo));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/undo/steps", test_steps);
  g_test_add_func ("/app/undo/random", test_random);
  return g_test_run ();
}
