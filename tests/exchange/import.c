/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "exchange-fixture.h"
#include "model/askwell-contact.h"
#include "model/askwell-objective.h"
#include "model/askwell-question.h"

#include <string.h>

/* Every file of hostile/ is refused for the reason that expected.txt gives, with its line, and nothing changes. */
static void
test_hostile (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (AskwellStore) store = fixture_open (fixture, "hostile.db");
  g_autofree char *golden = read_source ("golden.xml");
  g_autofree char *table = read_source ("hostile/expected.txt");
  g_auto (GStrv) lines = g_strsplit (g_strchomp (table), "\n", -1);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "exchange", "hostile", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  guint n_files = 0;

  import_text (store, golden, -1, FALSE, NULL, &error);
  g_assert_no_error (error);
  before = export_text (store, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 3);
      g_autofree char *path = g_build_filename (folder, parts[0], NULL);
      g_autofree char *text = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) refusal = NULL;
      gsize length;

      g_assert_cmpuint (g_strv_length (parts), ==, 3);
      g_file_get_contents (path, &text, &length, &error);
      g_assert_no_error (error);
      g_test_message ("%s", parts[0]);
      g_assert_false (import_text (store, text, (gssize) length, FALSE, NULL, &refusal));
      g_assert_error (refusal, ASKWELL_EXCHANGE_ERROR,
                      g_str_equal (parts[1], "newer") ? ASKWELL_EXCHANGE_ERROR_NEWER : ASKWELL_EXCHANGE_ERROR_INVALID);
      g_test_message ("  %s", refusal->message);
      g_assert_nonnull (strstr (refusal->message, parts[2]));
      g_assert_true (g_str_equal (parts[2], "empty") || g_str_has_prefix (refusal->message, "line "));
      g_assert_null (strchr (refusal->message, '\n'));
      after = export_text (store, NULL);
      g_assert_cmpstr (after, ==, before);
    }

  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, g_strv_length (lines) + 1);
}

/* A sound file cut short anywhere is refused. */
static void
test_cut (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (AskwellStore) store = fixture_open (fixture, "cut.db");
  g_autofree char *golden = read_source ("golden.xml");
  gssize length = (gssize) strlen (g_strchomp (golden));
  AskwellImportCounts counts;

  for (gssize cut = 0; cut < length; cut += 7)
    g_assert_false (import_text (store, golden, cut, FALSE, &counts, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (askwell_library_get_accounts (askwell_store_get_library (store)))), ==, 0);
}

static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  g_assert_cmpuint (g_strv_length (parts), >, 1);
  return g_strjoinv (to, parts);
}

static void
assert_counts (const AskwellImportCounts *counts,
               guint                      accounts_added,
               guint                      accounts_changed,
               guint                      accounts_unchanged,
               guint                      plans_added,
               guint                      plans_changed,
               guint                      plans_unchanged)
{
  g_assert_cmpuint (counts->accounts_added, ==, accounts_added);
  g_assert_cmpuint (counts->accounts_changed, ==, accounts_changed);
  g_assert_cmpuint (counts->accounts_unchanged, ==, accounts_unchanged);
  g_assert_cmpuint (counts->plans_added, ==, plans_added);
  g_assert_cmpuint (counts->plans_changed, ==, plans_changed);
  g_assert_cmpuint (counts->plans_unchanged, ==, plans_unchanged);
}

/* Without what a change of a record stamps on it. */
static char *
without_times (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (" modified=\"[^\"]*\"", 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
}

static void
test_merge (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (AskwellStore) store = fixture_open (fixture, "merge.db");
  g_autofree char *golden = read_source ("golden.xml");
  g_autofree char *retitled = replace (golden, "title=\"Renewal\"", "title=\"Renewal, again\"");
  g_autofree char *unversioned = g_strdup (retitled);
  g_autofree char *expected = NULL;
  g_autofree char *before = NULL;
  g_autofree char *dry = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *merged_plain = NULL;
  g_autofree char *reopened = NULL;
  g_autoptr (GError) error = NULL;
  AskwellImportCounts counts;
  AskwellRecord *plan, *objective;
  char *version, *end;

  import_text (store, golden, -1, FALSE, &counts, &error);
  g_assert_no_error (error);
  assert_counts (&counts, 1, 0, 0, 1, 0, 0);
  import_text (store, golden, -1, FALSE, &counts, &error);
  g_assert_no_error (error);
  assert_counts (&counts, 0, 0, 1, 0, 0, 1);
  before = export_text (store, NULL);
  g_assert_cmpstr (before, ==, golden);

  plan = askwell_store_find (store, "p-1", &error);
  objective = askwell_record_list_get (askwell_plan_get_objectives (ASKWELL_PLAN (plan)), 0);

  /* The plan's objective loses its version: what is gone from the file goes from the library, also from what a record owns that stays. */
  version = strstr (unversioned, "    <version");
  end = strstr (unversioned, "</version>\n") + strlen ("</version>\n");
  memmove (version, end, strlen (end) + 1);

  import_text (store, unversioned, -1, TRUE, &counts, &error);
  g_assert_no_error (error);
  assert_counts (&counts, 0, 0, 1, 0, 1, 0);
  dry = export_text (store, NULL);
  g_assert_cmpstr (dry, ==, before);

  import_text (store, unversioned, -1, FALSE, &counts, &error);
  g_assert_no_error (error);
  assert_counts (&counts, 0, 0, 1, 0, 1, 0);
  /* Who looks at them goes on looking at the same objects. */
  g_assert_true (askwell_store_find (store, "p-1", NULL) == plan);
  g_assert_true (askwell_record_list_get (askwell_plan_get_objectives (ASKWELL_PLAN (plan)), 0) == objective);
  merged = export_text (store, NULL);
  merged_plain = without_times (merged);
  expected = without_times (unversioned);
  g_assert_cmpstr (merged_plain, ==, expected);

  g_clear_object (&store);
  store = fixture_open (fixture, "merge.db");
  reopened = export_text (store, NULL);
  g_assert_cmpstr (reopened, ==, merged);
}

/* Lists get the order of the file. */
static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const orders[] = { "abcd", "dcba", "bd", "xbyda", "" };
  g_autoptr (AskwellStore) store = fixture_open (fixture, "order.db");

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GString) text = g_string_new ("<library xmlns=\"urn:askwell:library:1\"><account id=\"one\">");
      g_autoptr (GString) found = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      AskwellRecord *account;
      AskwellRecordList *contacts;

      for (const char *p = orders[i]; *p != '\0'; p++)
        g_string_append_printf (text, "<contact id=\"%c\"/>", *p);
      g_string_append (text, "</account></library>");
      import_text (store, text->str, -1, FALSE, NULL, &error);
      g_assert_no_error (error);

      g_clear_object (&store);
      store = fixture_open (fixture, "order.db");
      account = askwell_store_find (store, "one", &error);
      g_assert_no_error (error);
      contacts = askwell_account_get_contacts (ASKWELL_ACCOUNT (account));
      for (guint j = 0; j < askwell_record_list_get_size (contacts); j++)
        g_string_append (found, askwell_record_get_id (askwell_record_list_get (contacts, j)));
      g_assert_cmpstr (found->str, ==, orders[i]);
    }
}

/* A plan that the file puts elsewhere is changed where it is: it does not come twice, and does not move. */
static void
test_elsewhere (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (AskwellStore) store = fixture_open (fixture, "elsewhere.db");
  g_autofree char *golden = read_source ("golden.xml");
  AskwellImportCounts counts;
  AskwellRecord *plan;
  g_autoptr (GError) error = NULL;

  import_text (store, golden, -1, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  store = fixture_open (fixture, "elsewhere.db");

  import_text (store,
               "<library xmlns=\"urn:askwell:library:1\"><account id=\"a-9\" name=\"New\">"
               "<plan id=\"p-1\" title=\"Moved?\"/><plan id=\"p-9\"/></account></library>",
               -1, FALSE, &counts, &error);
  g_assert_no_error (error);
  assert_counts (&counts, 1, 0, 0, 1, 1, 0);
  plan = askwell_store_find (store, "p-1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (askwell_plan_get_title (ASKWELL_PLAN (plan)), ==, "Moved?");
  g_assert_cmpstr (askwell_record_get_id (askwell_record_get_parent (plan)), ==, "a-1");
  plan = askwell_store_find (store, "p-9", &error);
  g_assert_cmpstr (askwell_record_get_id (askwell_record_get_parent (plan)), ==, "a-9");
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (AskwellStore) store = fixture_open (fixture, "cancelled.db");
  g_autofree char *golden = read_source ("golden.xml");
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (golden, (gssize) strlen (golden), NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (askwell_exchange_import (store, stream, FALSE, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (askwell_record_list_get_size (askwell_library_get_accounts (askwell_store_get_library (store))), ==, 0);
}

/* The sample looks alive on the day it is opened: there is something to come, something to debrief and something done. */
static void
test_sample (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (AskwellStore) store = fixture_open (fixture, "sample.db");
  AskwellRecordList *accounts = askwell_library_get_accounts (askwell_store_get_library (store));
  gint64 now = g_get_real_time () / G_USEC_PER_SEC, day = 24 * 60 * 60;
  guint n_upcoming = 0, n_to_debrief = 0, n_debriefed = 0, n_plans = 0, n_contacts = 0;
  guint n_of_kind[ASKWELL_CALL_KIND_REFERRAL + 1] = { 0 };
  g_autoptr (GError) error = NULL;

  askwell_exchange_import_sample (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < askwell_record_list_get_size (accounts); i++)
    {
      AskwellAccount *account = askwell_record_list_get (accounts, i);
      AskwellRecordList *plans = askwell_account_get_plans (account);

      n_contacts += askwell_record_list_get_size (askwell_account_get_contacts (account));
      for (guint j = 0; j < askwell_record_list_get_size (plans); j++)
        {
          AskwellPlan *plan = askwell_record_list_get (plans, j);

          n_plans++;
          n_of_kind[askwell_plan_get_kind (plan)]++;
          if (askwell_plan_get_debriefed (plan) != 0)
            n_debriefed++;
          else if (askwell_plan_get_start (plan) > now)
            n_upcoming++;
          else if (askwell_plan_get_start (plan) > now - 7 * day)
            n_to_debrief++;
        }
    }
  g_assert_cmpuint (askwell_record_list_get_size (accounts), ==, 5);
  g_assert_cmpuint (n_plans, ==, 10);
  g_assert_cmpuint (n_contacts, ==, 12);
  g_assert_cmpuint (n_upcoming, >=, 4);
  g_assert_cmpuint (n_to_debrief, >=, 1);
  g_assert_cmpuint (n_debriefed, >=, 3);
  for (guint i = 0; i < G_N_ELEMENTS (n_of_kind); i++)
    g_assert_cmpuint (n_of_kind[i], >, 0);
  g_assert_true (ASKWELL_IS_PLAN (askwell_store_find (store, ASKWELL_EXCHANGE_SAMPLE_PLAN, NULL)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/exchange/import/hostile", Fixture, NULL, fixture_set_up, test_hostile, fixture_tear_down);
  g_test_add ("/exchange/import/cut", Fixture, NULL, fixture_set_up, test_cut, fixture_tear_down);
  g_test_add ("/exchange/import/merge", Fixture, NULL, fixture_set_up, test_merge, fixture_tear_down);
  g_test_add ("/exchange/import/order", Fixture, NULL, fixture_set_up, test_order, fixture_tear_down);
  g_test_add ("/exchange/import/elsewhere", Fixture, NULL, fixture_set_up, test_elsewhere, fixture_tear_down);
  g_test_add ("/exchange/import/cancelled", Fixture, NULL, fixture_set_up, test_cancelled, fixture_tear_down);
  g_test_add ("/exchange/import/sample", Fixture, NULL, fixture_set_up, test_sample, fixture_tear_down);
  return g_test_run ();
}
