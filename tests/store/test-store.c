/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "model/askwell-objective.h"
#include "model/askwell-question.h"
#include "store-fixture.h"

static void
flush (AskwellStore *store)
{
  g_autoptr (GError) error = NULL;

  askwell_store_flush (store, &error);
  g_assert_no_error (error);
}

/* Random libraries: every field of every kind of record, in all its kinds of value */

static char *
make_text (GRand *random)
{
  static const char *const pieces[] = { "a", "Zoë ", "日本 ", "\"quoted\" ", "'; DROP TABLE plan; --", "<b>&amp;", "\n", "\t", "🚚", "line end", "  " };
  GString *text = g_string_new (NULL);

  for (int i = 0, n = g_rand_int_range (random, 0, 8); i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
fill_record (AskwellRecord *record,
             GRand         *random)
{
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const AskwellField *field = &klass->fields[i];
      g_autofree char *text = make_text (random);

      if (g_str_equal (field->name, "deleted"))
        continue;
      switch (field->kind)
        {
        case ASKWELL_FIELD_STRING:
        case ASKWELL_FIELD_TEXT:
        case ASKWELL_FIELD_REFERENCE:
          askwell_record_set_text (record, i, text);
          break;
        case ASKWELL_FIELD_ENUM:
          {
            g_autoptr (GTypeClass) enum_class = g_type_class_ref (field->enum_type ());

            askwell_record_set_number (record, i, g_rand_int_range (random, 0, (gint32) G_ENUM_CLASS (enum_class)->n_values));
          }
          break;
        case ASKWELL_FIELD_TIME:
          askwell_record_set_number (record, i, (gint64) g_rand_int (random) * 3 - 1000000000);
          break;
        case ASKWELL_FIELD_BOOLEAN:
          askwell_record_set_number (record, i, g_rand_int_range (random, 0, 2));
          break;
        case ASKWELL_FIELD_INT:
        default:
          askwell_record_set_number (record, i, g_rand_int_range (random, -5, 500));
          break;
        }
    }
  for (guint i = 0; i < klass->n_children; i++)
    {
      AskwellRecordList *list = askwell_record_get_children (record, klass->children[i].name);

      for (int j = 0, n = g_rand_int_range (random, 0, 4); j < n; j++)
        fill_record (askwell_record_list_add (list), random);
    }
}

static void
compare_records (AskwellStore  *store,
                 AskwellRecord *a,
                 AskwellRecord *b)
{
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (a);

  if (ASKWELL_IS_ACCOUNT (b) || ASKWELL_IS_PLAN (b))
    g_assert_true (askwell_store_load (store, b, NULL));
  if (!ASKWELL_IS_LIBRARY (a))
    {
      g_assert_cmpstr (askwell_record_get_id (a), ==, askwell_record_get_id (b));
      g_assert_cmpint (askwell_record_get_created (a), ==, askwell_record_get_created (b));
      g_assert_cmpint (askwell_record_get_modified (a), ==, askwell_record_get_modified (b));
    }
  for (guint i = 0; i < klass->n_fields; i++)
    {
      AskwellFieldKind kind = klass->fields[i].kind;

      if (kind == ASKWELL_FIELD_STRING || kind == ASKWELL_FIELD_TEXT || kind == ASKWELL_FIELD_REFERENCE)
        g_assert_cmpstr (askwell_record_get_text (a, i), ==, askwell_record_get_text (b, i));
      else
        g_assert_cmpint (askwell_record_get_number (a, i), ==, askwell_record_get_number (b, i));
    }
  for (guint i = 0; i < klass->n_children; i++)
    {
      AskwellRecordList *x = askwell_record_get_children (a, klass->children[i].name);
      AskwellRecordList *y = askwell_record_get_children (b, klass->children[i].name);

      g_assert_cmpuint (askwell_record_list_get_size (x), ==, askwell_record_list_get_size (y));
      for (guint j = 0; j < askwell_record_list_get_size (x); j++)
        compare_records (store, askwell_record_list_get (x, j), askwell_record_list_get (y, j));
    }
}

static void
test_round_trip (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (AskwellStore) written = fixture_open (self);
  g_autoptr (AskwellStore) read = NULL;

  for (guint i = 0; i < 6; i++)
    fill_record (ASKWELL_RECORD (fixture_add (written, "x")), random);
  fill_record (askwell_record_list_add (askwell_library_get_ignores (askwell_store_get_library (written))), random);
  flush (written);
  read = fixture_open (self);
  compare_records (read, ASKWELL_RECORD (askwell_store_get_library (written)), ASKWELL_RECORD (askwell_store_get_library (read)));
}

/* Changes of all kinds, written as they come, and again at the end */
static void
test_changes (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (AskwellStore) store = fixture_open (self);
  AskwellAccount *account = fixture_add (store, "Harbour Mills");
  AskwellPlan *first = fixture_add_plan (account, "First");
  AskwellPlan *second = fixture_add_plan (account, "Second");
  AskwellObjective *objective = askwell_record_list_add (askwell_plan_get_objectives (first));
  AskwellAccount *other = fixture_add (store, "Ortega");
  g_autoptr (AskwellRecord) moved = g_object_ref (ASKWELL_RECORD (second));
  g_autofree char *gone = NULL;

  flush (store);
  askwell_objective_set_text (objective, "Learn how they choose");
  flush (store);
  askwell_record_list_remove (askwell_account_get_plans (account), ASKWELL_RECORD (second));
  askwell_record_list_append (askwell_account_get_plans (other), moved);
  flush (store);
  askwell_record_list_move (askwell_library_get_accounts (askwell_store_get_library (store)), ASKWELL_RECORD (other), 0);
  flush (store);

  {
    g_autoptr (AskwellStore) again = fixture_open (self);
    AskwellRecordList *accounts = askwell_library_get_accounts (askwell_store_get_library (again));
    AskwellAccount *ortega = askwell_record_list_get (accounts, 0);
    AskwellRecord *plan;

    g_assert_cmpstr (askwell_account_get_name (ortega), ==, "Ortega");
    g_assert_true (askwell_store_load (again, ASKWELL_RECORD (ortega), NULL));
    g_assert_cmpuint (askwell_record_list_get_size (askwell_account_get_plans (ortega)), ==, 1);
    plan = askwell_store_find (again, askwell_record_get_id (ASKWELL_RECORD (first)), NULL);
    g_assert_nonnull (plan);
    g_assert_cmpstr (askwell_objective_get_text (askwell_record_list_get (askwell_plan_get_objectives (ASKWELL_PLAN (plan)), 0)), ==,
                     "Learn how they choose");
  }

  gone = g_strdup (askwell_record_get_id (ASKWELL_RECORD (first)));
  askwell_record_list_remove (askwell_account_get_plans (account), ASKWELL_RECORD (first));
  flush (store);
  {
    g_autoptr (AskwellStore) again = fixture_open (self);

    g_assert_null (askwell_store_find (again, gone, NULL));
    g_assert_null (askwell_store_find (again, "no-such-id", NULL));
  }
}

/* Put back before it was written: still there. */
static void
test_removed_and_back (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr (AskwellStore) store = fixture_open (self);
  AskwellAccount *account = fixture_add (store, "Harbour Mills");
  g_autoptr (AskwellRecord) plan = g_object_ref (ASKWELL_RECORD (fixture_add_plan (account, "First")));

  askwell_record_list_add (askwell_plan_get_questions (ASKWELL_PLAN (plan)));
  flush (store);
  askwell_record_list_remove (askwell_account_get_plans (account), plan);
  askwell_record_list_insert_sorted (askwell_account_get_plans (account), plan);
  flush (store);
  {
    g_autoptr (AskwellStore) again = fixture_open (self);
    AskwellRecord *found = askwell_store_find (again, askwell_record_get_id (plan), NULL);

    g_assert_nonnull (found);
    g_assert_cmpuint (askwell_record_list_get_size (askwell_plan_get_questions (ASKWELL_PLAN (found))), ==, 1);
  }
}

static void
test_mode (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (AskwellStore) store = fixture_open (self);
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  struct stat info;
  g_autofree char *folder = g_path_get_dirname (self->path);

  fixture_add (store, "Harbour Mills");
  flush (store);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (self->path, suffixes[i], NULL);

      g_assert_cmpint (stat (path, &info), ==, 0);
      g_assert_cmphex (info.st_mode & 0777, ==, 0600);
    }
  g_assert_cmpint (stat (folder, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0700);
}

static void
quit_cb (GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

/* Without being asked: what was typed is written by itself. */
static void
test_by_itself (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (AskwellStore) store = fixture_open (self);
  gboolean saved;

  fixture_add (store, "Harbour Mills");
  g_object_get (store, "saved", &saved, NULL);
  g_assert_false (saved);
  while (!saved)
    {
      gulong handler = g_signal_connect_swapped (store, "notify::saved", G_CALLBACK (quit_cb), loop);

      g_main_loop_run (loop);
      g_signal_handler_disconnect (store, handler);
      g_object_get (store, "saved", &saved, NULL);
    }
  {
    g_autoptr (AskwellStore) again = fixture_open (self);

    g_assert_cmpuint (askwell_record_list_get_size (askwell_library_get_accounts (askwell_store_get_library (again))), ==, 1);
  }
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (askwell_store_open_finish (ASKWELL_STORE (source), result, &error));
  g_assert_no_error (error);
  g_main_loop_quit (data);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  AskwellRecord *plan = askwell_store_find_finish (ASKWELL_STORE (source), result, NULL);

  g_assert_nonnull (plan);
  g_assert_true (askwell_record_is_loaded (plan));
  g_main_loop_quit (data);
}

static void
test_async (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *id = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (AskwellStore) again = NULL;

  {
    g_autoptr (AskwellStore) store = fixture_open (self);

    id = g_strdup (askwell_record_get_id (ASKWELL_RECORD (fixture_add_plan (fixture_add (store, "Harbour Mills"), "First"))));
    flush (store);
  }
  again = askwell_store_new (file);
  askwell_store_open_async (again, NULL, opened_cb, loop);
  g_main_loop_run (loop);
  askwell_store_find_async (again, id, NULL, found_cb, loop);
  g_main_loop_run (loop);
}

/* Search */

static void
assert_found (AskwellStore *store,
              const char   *words,
              const char   *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = askwell_store_search (store, words, 10, &error);

  g_assert_no_error (error);
  if (title == NULL)
    {
      g_assert_cmpuint (hits->len, ==, 0);
      return;
    }
  g_assert_cmpuint (hits->len, >=, 1);
  g_assert_cmpstr (((AskwellSearchHit *) g_ptr_array_index (hits, 0))->title, ==, title);
}

static void
test_search (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (AskwellStore) store = fixture_open (self);
  AskwellAccount *account = fixture_add (store, "Hârbour Mills");
  AskwellPlan *plan = fixture_add_plan (account, "Renewal visit");
  AskwellQuestion *question = askwell_record_list_add (askwell_plan_get_questions (plan));

  askwell_question_set_text (question, "Who signs above fifty thousand?");
  flush (store);
  assert_found (store, "harbour", "Hârbour Mills");
  assert_found (store, "thousand fif", "Renewal visit");
  assert_found (store, "RENEW", "Renewal visit");
  assert_found (store, "renewal zebra", NULL);
  assert_found (store, "", NULL);
  assert_found (store, "\" OR * ( NEAR", NULL);

  askwell_question_set_text (question, "What worries you?");
  flush (store);
  assert_found (store, "thousand", NULL);
  assert_found (store, "worries", "Renewal visit");
  askwell_plan_set_deleted (plan, g_get_real_time () / G_USEC_PER_SEC);
  flush (store);
  assert_found (store, "worries", NULL);
}

/* The trash is kept for thirty days. */
static void
test_trash (Fixture      *self,
            gconstpointer data)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC, day = 24 * 60 * 60;
  g_autofree char *kept = NULL;
  g_autofree char *gone = NULL;

  {
    g_autoptr (AskwellStore) store = fixture_open (self);
    AskwellAccount *account = fixture_add (store, "Harbour Mills");
    AskwellPlan *recent = fixture_add_plan (account, "Recent"), *old = fixture_add_plan (account, "Old");

    kept = g_strdup (askwell_record_get_id (ASKWELL_RECORD (recent)));
    gone = g_strdup (askwell_record_get_id (ASKWELL_RECORD (old)));
    askwell_plan_set_deleted (recent, now - 29 * day);
    askwell_plan_set_deleted (old, now - 31 * day);
    flush (store);
  }
  {
    g_autoptr (AskwellStore) store = fixture_open (self);

    g_assert_nonnull (askwell_store_find (store, kept, NULL));
    g_assert_null (askwell_store_find (store, gone, NULL));
  }
}

/* A backup a day, the last seven kept */
static void
test_backups (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autofree char *parent = g_path_get_dirname (self->path);
  g_autofree char *folder = g_build_filename (parent, "backups", NULL);
  g_autoptr (GPtrArray) backups = NULL;

  {
    g_autoptr (AskwellStore) store = fixture_open (self);

    fixture_add (store, "Harbour Mills");
    flush (store);
  }
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("askwell-2020-01-0%u.db", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
    }
  {
    g_autoptr (AskwellStore) store = fixture_open (self);
    g_autoptr (GPtrArray) faults = askwell_store_verify (store, NULL); /* behind the backup in the queue */

    g_assert_cmpuint (faults->len, ==, 0);
  }
  backups = askwell_store_list_backups (file);
  g_assert_cmpuint (backups->len, ==, 7);
  {
    g_autoptr (AskwellStore) restored = askwell_store_new (g_ptr_array_index (backups, 0));

    g_assert_true (askwell_store_open (restored, NULL));
    g_assert_cmpuint (askwell_record_list_get_size (askwell_library_get_accounts (askwell_store_get_library (restored))), ==, 1);
  }
}

static void
test_batch (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (AskwellStore) store = fixture_open (self);

  askwell_store_begin_batch (store);
  for (guint i = 0; i < 200; i++)
    fixture_add (store, "One of many");
  askwell_store_end_batch (store);
  flush (store);
  {
    g_autoptr (AskwellStore) again = fixture_open (self);

    g_assert_cmpuint (askwell_record_list_get_size (askwell_library_get_accounts (askwell_store_get_library (again))), ==, 200);
  }
}

#define ADD(path, func) g_test_add ("/store/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("changes", test_changes);
  ADD ("removed-and-back", test_removed_and_back);
  ADD ("mode", test_mode);
  ADD ("by-itself", test_by_itself);
  ADD ("async", test_async);
  ADD ("search", test_search);
  ADD ("trash", test_trash);
  ADD ("backups", test_backups);
  ADD ("batch", test_batch);
  return g_test_run ();
}
