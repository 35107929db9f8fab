/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/askwell-account.h"
#include "model/askwell-library.h"
#include "model/askwell-objective.h"
#include "model/askwell-plan.h"
#include "model/askwell-question.h"

static void
test_clean_text (void)
{
  static const char *const cases[][3] = {
    /* what comes in, as lines, as one line */
    { NULL, "", "" },
    { "plain", "plain", "plain" },
    { "a\r\nb\rc\nd", "a\nb\nc\nd", "a b c d" },
    { "a\xE2\x80\xA8" "b", "a\nb", "a b" },
    { "tab\there", "tab\there", "tab here" },
    { "bell\ahere\x1b[0m", "bellhere[0m", "bellhere[0m" },
    { "\xEF\xBF\xBF" "end", "end", "end" },
    { "bad \xff byte", "bad \xEF\xBF\xBD byte", "bad \xEF\xBF\xBD byte" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = askwell_record_clean_text (cases[i][0], FALSE);
      g_autofree char *line = askwell_record_clean_text (cases[i][0], TRUE);

      g_assert_cmpstr (lines, ==, cases[i][1]);
      g_assert_cmpstr (line, ==, cases[i][2]);
    }
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* The library at the root hears of every change, and of none while it is loading or when nothing changed. */
static void
test_told (void)
{
  g_autoptr (AskwellLibrary) library = askwell_library_new ();
  AskwellAccount *account;
  guint n_added = 0, n_changed = 0, n_changing = 0, n_removed = 0;

  g_signal_connect_swapped (library, "record-added", G_CALLBACK (count_cb), &n_added);
  g_signal_connect_swapped (library, "record-changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect_swapped (library, "record-changing", G_CALLBACK (count_cb), &n_changing);
  g_signal_connect_swapped (library, "record-removed", G_CALLBACK (count_cb), &n_removed);
  account = askwell_record_list_add (askwell_library_get_accounts (library));
  g_assert_cmpuint (n_added, ==, 1);
  askwell_account_set_name (account, "Harbour Mills");
  askwell_account_set_name (account, "Harbour Mills");
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_changing, ==, 1);
  askwell_library_begin_load (library);
  askwell_account_set_name (account, "Ortega");
  askwell_library_end_load (library);
  g_assert_cmpuint (n_changed, ==, 1);
  askwell_record_list_remove (askwell_library_get_accounts (library), ASKWELL_RECORD (account));
  g_assert_cmpuint (n_removed, ==, 1);
}

/* Random insertions, moves and removals: positions rise strictly, and the order is that of a plain list treated alike. */
static void
test_order (void)
{
  g_autoptr (AskwellLibrary) library = askwell_library_new ();
  AskwellRecordList *list = askwell_library_get_accounts (library);
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();

  for (guint step = 0; step < 4000; step++)
    {
      guint size = expected->len;
      int what = size == 0 ? 0 : g_test_rand_int_range (0, 5);

      if (what <= 1)
        {
          g_autoptr (AskwellRecord) record = ASKWELL_RECORD (askwell_account_new ());
          guint index = (guint) g_test_rand_int_range (0, (gint32) size + 1);

          askwell_record_list_insert (list, index, record);
          g_ptr_array_insert (expected, (int) index, record);
        }
      else if (what == 2)
        {
          guint index = (guint) g_test_rand_int_range (0, (gint32) size);

          g_ptr_array_remove_index (expected, index);
          askwell_record_list_remove (list, askwell_record_list_get (list, index));
        }
      else
        {
          guint from = (guint) g_test_rand_int_range (0, (gint32) size);
          /* Often to the same place, so that the fractions run out */
          guint to = what == 3 ? MIN (1, size - 1) : (guint) g_test_rand_int_range (0, (gint32) size);
          AskwellRecord *record = askwell_record_list_get (list, from);

          g_ptr_array_steal_index (expected, from);
          g_ptr_array_insert (expected, (int) to, record);
          askwell_record_list_move (list, record, to);
        }

      g_assert_cmpuint (askwell_record_list_get_size (list), ==, expected->len);
      for (guint i = 0; i < expected->len; i++)
        {
          g_assert_true (askwell_record_list_get (list, i) == g_ptr_array_index (expected, i));
          if (i > 0)
            g_assert_cmpfloat (askwell_record_get_position (askwell_record_list_get (list, i - 1)), <,
                               askwell_record_get_position (askwell_record_list_get (list, i)));
        }
    }
}

static void
test_duplicate (void)
{
  g_autoptr (AskwellPlan) plan = askwell_plan_new ();
  AskwellQuestion *question = askwell_record_list_add (askwell_plan_get_questions (plan));
  g_autoptr (AskwellRecord) copy = NULL;
  AskwellQuestion *copied;

  askwell_plan_set_title (plan, "Renewal visit");
  askwell_plan_set_kind (plan, ASKWELL_CALL_KIND_RENEWAL);
  askwell_question_set_text (question, "Who signs?");
  copy = askwell_record_duplicate (ASKWELL_RECORD (plan));
  copied = askwell_record_list_get (askwell_plan_get_questions (ASKWELL_PLAN (copy)), 0);
  g_assert_cmpstr (askwell_record_get_id (copy), !=, askwell_record_get_id (ASKWELL_RECORD (plan)));
  g_assert_cmpstr (askwell_record_get_id (ASKWELL_RECORD (copied)), !=, askwell_record_get_id (ASKWELL_RECORD (question)));
  g_assert_cmpstr (askwell_plan_get_title (ASKWELL_PLAN (copy)), ==, "Renewal visit");
  g_assert_cmpint (askwell_plan_get_kind (ASKWELL_PLAN (copy)), ==, ASKWELL_CALL_KIND_RENEWAL);
  g_assert_cmpstr (askwell_question_get_text (copied), ==, "Who signs?");
}

/* Every field of every kind of record is a property that can be set, read, and notifies once. */
static void
test_properties (void)
{
  static const char *const elements[] = { "account", "attendee", "comment",  "contact", "entry",   "fact",
                                          "ignore",  "objective", "plan",    "question", "unknown", "version" };

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      g_autoptr (AskwellRecord) record = g_object_new (askwell_record_type_for_element (elements[i]), NULL);
      AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (record);

      for (guint j = 0; j < klass->n_fields; j++)
        {
          g_autofree char *signal = g_strdup_printf ("notify::%s", klass->fields[j].name);
          g_auto (GValue) value = G_VALUE_INIT, back = G_VALUE_INIT;
          guint n = 0;

          g_value_init (&value, klass->properties[j]->value_type);
          g_value_init (&back, klass->properties[j]->value_type);
          if (G_VALUE_HOLDS_STRING (&value))
            g_value_set_string (&value, "something");
          else if (G_VALUE_HOLDS_BOOLEAN (&value))
            g_value_set_boolean (&value, TRUE);
          else if (G_VALUE_HOLDS_INT64 (&value))
            g_value_set_int64 (&value, 1234567890123);
          else if (G_VALUE_HOLDS_INT (&value))
            g_value_set_int (&value, 45);
          else
            g_value_set_enum (&value, 1);
          g_signal_connect_swapped (record, signal, G_CALLBACK (count_cb), &n);
          g_object_set_property (G_OBJECT (record), klass->fields[j].name, &value);
          g_object_set_property (G_OBJECT (record), klass->fields[j].name, &value);
          g_object_get_property (G_OBJECT (record), klass->fields[j].name, &back);
          g_assert_cmpint (g_param_values_cmp (klass->properties[j], &value, &back), ==, 0);
          g_assert_cmpuint (n, ==, 1);
        }
    }
  g_assert_true (askwell_record_type_for_element ("weather") == G_TYPE_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/clean-text", test_clean_text);
  g_test_add_func ("/record/told", test_told);
  g_test_add_func ("/record/order", test_order);
  g_test_add_func ("/record/duplicate", test_duplicate);
  g_test_add_func ("/record/properties", test_properties);
  return g_test_run ();
}
