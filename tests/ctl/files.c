/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* The verbs that read and write files: export, import and print, as a person calls them. */

#define PLAN "5a3b1e00-0000-4000-8000-000000000201"
#define ACCOUNT "5a3b1e00-0000-4000-8000-000000000101"

static void
test_import (Fixture      *self,
             gconstpointer data)
{
  g_auto (Result) dry = run (NULL, "import", self->database, "--dry-run", self->sample, NULL);
  g_auto (Result) before = run (NULL, "export", self->database, NULL);
  g_auto (Result) first = run (NULL, "import", self->database, self->sample, NULL);
  g_auto (Result) second = run (NULL, "import", self->database, self->sample, NULL);

  g_assert_cmpint (dry.status, ==, 0);
  g_assert_cmpstr (dry.output, ==, "accounts: 5 added, 0 changed, 0 unchanged\nplans: 10 added, 0 changed, 0 unchanged\n");
  g_assert_null (strstr (before.output, "<account"));
  g_assert_cmpstr (first.output, ==, dry.output);
  g_assert_cmpstr (second.output, ==, "accounts: 0 added, 0 changed, 5 unchanged\nplans: 0 added, 0 changed, 10 unchanged\n");
}

/* Through a pipe into another library, and the same bytes come out again. */
static void
test_pipe (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *other = g_strconcat (self->database, ".other", NULL);
  g_auto (Result) exported = { 0 };
  g_auto (Result) imported = { 0 };
  g_auto (Result) again = { 0 };

  import_sample (self);
  exported = run (NULL, "export", self->database, NULL);
  g_assert_cmpint (exported.status, ==, 0);
  imported = run (exported.output, "import", other, "-", NULL);
  g_assert_cmpint (imported.status, ==, 0);
  again = run (NULL, "export", other, NULL);
  g_assert_cmpstr (again.output, ==, exported.output);
}

static void
test_export_file (Fixture      *self,
                  gconstpointer data)
{
  g_autofree char *path = in_folder (self, "out.xml");
  g_autofree char *option = g_strconcat ("--output=", path, NULL);
  g_autofree char *text = NULL;
  g_auto (Result) exported = { 0 };
  g_auto (Result) printed = { 0 };
  g_auto (Result) some = { 0 };
  g_auto (Result) refused = { 0 };
  struct stat status;

  import_sample (self);
  exported = run (NULL, "export", self->database, option, NULL);
  g_assert_cmpint (exported.status, ==, 0);
  g_assert_cmpstr (exported.output, ==, "");
  printed = run (NULL, "export", self->database, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, printed.output);
  /* It holds what customers said: for its owner only. */
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  some = run (NULL, "export", self->database, PLAN, NULL);
  g_assert_nonnull (strstr (some.output, "Renewal visit"));
  g_assert_null (strstr (some.output, "Ortega Foods"));

  refused = run (NULL, "export", self->database, option, "nobody", NULL);
  assert_trouble (&refused, "nobody");
  g_clear_pointer (&text, g_free);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, printed.output);
}

static void
test_print (Fixture      *self,
            gconstpointer data)
{
  static const char *const sheets[][2] = {
    { "--sheet=call", PLAN }, { "--sheet=review", PLAN }, { "--sheet=ledger", ACCOUNT }, { "--sheet=ledger", PLAN }
  };
  g_autofree char *path = in_folder (self, "out.pdf");
  g_autofree char *option = g_strconcat ("--output=", path, NULL);

  import_sample (self);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_auto (Result) result = run (NULL, "print", self->database, sheets[i][0], option, sheets[i][1], NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_cmpint (result.status, ==, 0);
      g_assert_cmpstr (result.output, ==, "");
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_cmpuint (length, >, 1000);
      g_assert_true (strncmp (bytes, "%PDF-", 5) == 0);
      g_remove (path);
    }
}

static void
test_trouble (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *path = in_folder (self, "out.pdf");
  g_autofree char *option = g_strconcat ("--output=", path, NULL);
  g_autofree char *nowhere = in_folder (self, "no-such.xml");
  g_autofree char *nowhere_option = g_strconcat ("--output=", self->folder, "/no/such/out.pdf", NULL);
  g_autofree char *no_library = g_strconcat ("--database=", self->folder, "/none.db", NULL);
  g_autofree char *foreign = in_folder (self, "foreign.db");
  g_autofree char *foreign_option = g_strconcat ("--database=", foreign, NULL);
  const struct
  {
    const char *words[5];
    const char *input;
    const char *trouble;
  } cases[] = {
    { { "export", no_library }, NULL, "none.db" },
    { { "export", foreign_option }, NULL, "foreign.db" },
    { { "export", "--colour=red" }, NULL, "colour" },
    { { "import", self->database }, NULL, "which file" },
    { { "import", self->database, nowhere }, NULL, "no-such.xml" },
    { { "import", self->database, "a", "b" }, NULL, "one file" },
    { { "import", self->database, "-" }, "<library", "line 1" },
    { { "import", self->database, "-" }, "", "empty" },
    { { "import", self->database, "-" }, "<library xmlns=\"urn:askwell:library:9\"/>", "newer" },
    { { "print", self->database, PLAN }, NULL, "--output" },
    { { "print", self->database, option }, NULL, "id" },
    { { "print", self->database, option, "--sheet=napkin", PLAN }, NULL, "napkin" },
    { { "print", self->database, option, "nobody" }, NULL, "nobody" },
    { { "print", self->database, option, ACCOUNT }, NULL, "plan" },
    { { "print", self->database, nowhere_option, PLAN }, NULL, "out.pdf" },
    { { "print", no_library, option, PLAN }, NULL, "none.db" },
  };
  g_auto (Result) before = { 0 };
  g_auto (Result) after = { 0 };
  g_autofree char *none = in_folder (self, "none.db");

  g_assert_true (g_file_set_contents (foreign, "This is not a library, whatever its name says. It is a letter.\n", -1, NULL));
  import_sample (self);
  before = run (NULL, "export", self->database, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *words = cases[i].words;
      g_auto (Result) result = { 0 };

      g_test_message ("%s %s", words[0], cases[i].trouble);
      result = run (cases[i].input, words[0], words[1], words[2], words[3], words[4], NULL);
      assert_trouble (&result, cases[i].trouble);
    }
  after = run (NULL, "export", self->database, NULL);
  g_assert_cmpstr (after.output, ==, before.output);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (none, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/ctl/files/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/ctl/files/pipe", Fixture, NULL, set_up, test_pipe, tear_down);
  g_test_add ("/ctl/files/export-file", Fixture, NULL, set_up, test_export_file, tear_down);
  g_test_add ("/ctl/files/print", Fixture, NULL, set_up, test_print, tear_down);
  g_test_add ("/ctl/files/trouble", Fixture, NULL, set_up, test_trouble, tear_down);
  return g_test_run ();
}
