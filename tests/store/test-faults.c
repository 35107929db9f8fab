/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"
#include "store/askwell-schema.h"

/* Files that are not a sound library of ours: a clear word, and not a byte of them changed */

static void
write_file (Fixture    *self,
            const char *contents,
            gsize       length)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (self->path, contents, (gssize) length, NULL));
}

static void
run_sql (Fixture    *self,
         const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (self->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static void
make_library (Fixture *self)
{
  g_autoptr (AskwellStore) store = fixture_open (self);

  for (guint i = 0; i < 300; i++)
    fixture_add_plan (fixture_add (store, "Harbour Mills"), "Renewal visit");
  g_assert_true (askwell_store_flush (store, NULL));
}

static void
assert_refused (Fixture          *self,
                AskwellStoreError code)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (AskwellStore) store = askwell_store_new (file);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before = 0, length_after = 0;

  g_file_get_contents (self->path, &before, &length_before, NULL);
  g_assert_false (askwell_store_open (store, &error));
  g_assert_error (error, ASKWELL_STORE_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
  g_clear_object (&store);
  g_file_get_contents (self->path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_not_sqlite (Fixture      *self,
                 gconstpointer data)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  write_file (self, text, 5000);
  assert_refused (self, ASKWELL_STORE_ERROR_FOREIGN);
}

static void
test_foreign (Fixture      *self,
              gconstpointer data)
{
  write_file (self, "", 0);
  run_sql (self, "CREATE TABLE recipes (id); PRAGMA user_version = 3");
  assert_refused (self, ASKWELL_STORE_ERROR_FOREIGN);
}

static void
test_newer (Fixture      *self,
            gconstpointer data)
{
  make_library (self);
  run_sql (self, "PRAGMA wal_checkpoint (TRUNCATE); PRAGMA user_version = 99");
  assert_refused (self, ASKWELL_STORE_ERROR_NEWER);
}

static void
test_folder (Fixture      *self,
             gconstpointer data)
{
  g_assert_cmpint (g_mkdir_with_parents (self->path, 0700), ==, 0);
  assert_refused (self, ASKWELL_STORE_ERROR_FOREIGN);
}

/* An empty file holds nothing that could be lost. */
static void
test_empty_file (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (AskwellStore) store = NULL;

  write_file (self, "", 0);
  store = fixture_open (self);
  g_assert_nonnull (store);
}

static void
test_damaged (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize length;

  make_library (self);
  run_sql (self, "PRAGMA wal_checkpoint (TRUNCATE)");
  g_assert_true (g_file_get_contents (self->path, &contents, &length, NULL));
  memset (contents + 100, 0xa5, length - 100);
  g_assert_true (g_file_set_contents (self->path, contents, (gssize) length, NULL));
  assert_refused (self, ASKWELL_STORE_ERROR_DAMAGED);
  {
    g_autoptr (GFile) file = g_file_new_for_path (self->path);
    g_autoptr (GFile) aside = askwell_store_set_aside (file, NULL);
    g_autofree char *path = g_file_get_path (aside);
    g_autofree char *kept = NULL;
    gsize kept_length;
    g_autoptr (AskwellStore) store = NULL;

    g_assert_true (g_file_get_contents (path, &kept, &kept_length, NULL));
    g_assert_cmpmem (kept, kept_length, contents, length);
    store = fixture_open (self);
    g_assert_cmpuint (askwell_record_list_get_size (askwell_library_get_accounts (askwell_store_get_library (store))), ==, 0);
  }
}

/* Bytes changed and files cut short at random: an error or a library, never a crash, and verify tells of it. */
static void
test_random_damage (Fixture      *self,
                    gconstpointer data)
{
  g_autofree char *sound = NULL;
  gsize length;

  make_library (self);
  run_sql (self, "PRAGMA wal_checkpoint (TRUNCATE)");
  g_assert_true (g_file_get_contents (self->path, &sound, &length, NULL));
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *damaged = g_memdup2 (sound, length);
      gsize cut = length;
      g_autoptr (GFile) file = g_file_new_for_path (self->path);
      g_autoptr (AskwellStore) store = askwell_store_new (file);
      g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
      g_autofree char *shm = g_strconcat (self->path, "-shm", NULL);

      for (int j = 0; j < g_test_rand_int_range (1, 60); j++)
        damaged[g_test_rand_int_range (0, (gint32) length)] = (char) g_test_rand_int_range (0, 256);
      if (i % 3 == 0)
        cut = (gsize) g_test_rand_int_range (1, (gint32) length);
      g_unlink (wal);
      g_unlink (shm);
      write_file (self, damaged, cut);
      if (askwell_store_open (store, NULL))
        {
          g_autoptr (GPtrArray) faults = askwell_store_verify (store, NULL);
          AskwellRecordList *accounts = askwell_library_get_accounts (askwell_store_get_library (store));

          for (guint j = 0; j < askwell_record_list_get_size (accounts); j++)
            askwell_store_load (store, askwell_record_list_get (accounts, j), NULL);
        }
    }
}

/* The schema of now is what was written down for its version: a change of the model's tables needs a new version and a step to it. */
static void
test_schema (void)
{
  g_autofree char *schema = askwell_schema_create ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "store", "schema-1.sql", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ASKWELL_SCHEMA_VERSION, ==, 1);
  g_assert_cmpstr (schema, ==, expected);
}

/* A write that fails is shown, kept, and done when it can be: here another program holds the file. */
static void
test_busy (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (AskwellStore) store = fixture_open (self);
  g_autoptr (GError) error = NULL;
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (self->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  fixture_add (store, "Harbour Mills");
  g_assert_false (askwell_store_flush (store, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (askwell_store_get_error (store));

  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
  g_assert_true (askwell_store_flush (store, NULL));
  g_assert_null (askwell_store_get_error (store));
  {
    g_autoptr (AskwellStore) again = fixture_open (self);

    g_assert_cmpuint (askwell_record_list_get_size (askwell_library_get_accounts (askwell_store_get_library (again))), ==, 1);
  }
}

/* The disk is full: said, kept in memory, and written once there is room. */
static void
test_full (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (AskwellStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_strnfill (3 * 1024 * 1024, 'x');
  struct sigaction ignore = { .sa_handler = SIG_IGN }, before;
  AskwellAccount *account;
  struct rlimit limit, small;

  make_library (self);
  store = fixture_open (self);
  account = fixture_add (store, "Large");
  askwell_account_set_notes (account, large);

  sigaction (SIGXFSZ, &ignore, &before);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 1024 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (askwell_store_flush (store, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  sigaction (SIGXFSZ, &before, NULL);

  g_assert_true (askwell_store_flush (store, NULL));
  {
    g_autoptr (AskwellStore) again = fixture_open (self);
    AskwellRecord *found = askwell_store_find (again, askwell_record_get_id (ASKWELL_RECORD (account)), NULL);

    g_assert_cmpuint (strlen (askwell_account_get_notes (ASKWELL_ACCOUNT (found))), ==, strlen (large));
  }
}

/* kill -9 at a random moment while somebody types: what was typed more than a second before is there. */

typedef struct
{
  AskwellAccount *account;
  int report;
  guint n;
} Typist;

static gboolean
type_cb (gpointer data)
{
  Typist *typist = data;
  g_autofree char *name = g_strdup_printf ("%u", ++typist->n);
  gint64 stamp[2] = { typist->n, g_get_monotonic_time () };

  askwell_account_set_name (typist->account, name);
  if (write (typist->report, stamp, sizeof stamp) != (gssize) sizeof stamp)
    _exit (1);
  return G_SOURCE_CONTINUE;
}

static void
type_until_killed (Fixture *self,
                   int      report)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  AskwellStore *store = fixture_open (self);
  Typist typist = { NULL, report, 0 };

  typist.account = fixture_add (store, "0");
  if (!askwell_store_flush (store, NULL))
    _exit (1);
  g_timeout_add (15, type_cb, &typist);
  g_main_loop_run (loop);
  _exit (1);
}

static void
test_kill (Fixture      *self,
           gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      int ends[2];
      pid_t child;
      gint64 stamp[2], killed, due = 0;
      gint64 life = 1100 * 1000 + g_test_rand_int_range (0, 700 * 1000);
      g_autofree char *folder = g_path_get_dirname (self->path);
      gint64 *stamps = NULL;
      gsize n = 0;
      gboolean begun = FALSE;

      g_unlink (self->path);
      {
        g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
        g_autofree char *shm = g_strconcat (self->path, "-shm", NULL);

        g_unlink (wal);
        g_unlink (shm);
      }
      g_assert_cmpint (pipe (ends), ==, 0);
      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          close (ends[0]);
          type_until_killed (self, ends[1]);
        }
      close (ends[1]);
      killed = 0;
      while (read (ends[0], stamp, sizeof stamp) == (gssize) sizeof stamp)
        {
          if (!begun)
            due = stamp[1] + life;
          begun = TRUE;
          stamps = g_renew (gint64, stamps, n + 1);
          stamps[n++] = stamp[1];
          if (killed == 0 && stamp[1] >= due)
            {
              killed = g_get_monotonic_time ();
              kill (child, SIGKILL);
            }
        }
      close (ends[0]);
      waitpid (child, NULL, 0);
      g_assert_cmpint (killed, >, 0);
      {
        g_autoptr (AskwellStore) store = fixture_open (self);
        AskwellAccount *account = askwell_record_list_get (askwell_library_get_accounts (askwell_store_get_library (store)), 0);
        guint64 found, safe = 0;

        g_assert_nonnull (account);
        found = g_ascii_strtoull (askwell_account_get_name (account), NULL, 10);
        for (gsize j = 0; j < n; j++)
          if (stamps[j] < killed - G_USEC_PER_SEC)
            safe = j + 1;
        g_assert_cmpuint (found, >=, safe);
      }
      g_free (stamps);
    }
}

#define ADD(path, func) g_test_add ("/store/faults/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kill", test_kill); /* first: it forks, and there are no threads yet */
  ADD ("not-sqlite", test_not_sqlite);
  ADD ("foreign", test_foreign);
  ADD ("newer", test_newer);
  ADD ("folder", test_folder);
  ADD ("empty-file", test_empty_file);
  ADD ("damaged", test_damaged);
  ADD ("random-damage", test_random_damage);
  ADD ("busy", test_busy);
  ADD ("full", test_full);
  g_test_add_func ("/store/faults/schema", test_schema);
  return g_test_run ();
}
