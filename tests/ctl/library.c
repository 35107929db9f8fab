/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fixture.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* The verbs that look into a library: list, search, backup and verify. */

#define ACCOUNT "5a3b1e00-0000-4000-8000-000000000101"
#define PLAN "5a3b1e00-0000-4000-8000-000000000201"

static void
test_list (Fixture      *self,
           gconstpointer data)
{
  g_auto (Result) text = { 0 };
  g_auto (Result) json = { 0 };
  g_autoptr (JsonNode) node = NULL;
  JsonObject *account;

  import_sample (self);
  text = run (NULL, "list", self->database, NULL);
  json = run (NULL, "list", self->database, "--format=json", NULL);
  g_assert_cmpint (text.status, ==, 0);
  g_assert_nonnull (strstr (text.output, ACCOUNT "  Harbour Mills\n"));
  g_assert_nonnull (strstr (text.output, "  " PLAN));
  node = json_from_string (json.output, NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 5);
  account = json_array_get_object_element (json_node_get_array (node), 0);
  g_assert_cmpstr (json_object_get_string_member (account, "name"), !=, "");
  g_assert_true (json_object_has_member (account, "plans"));
}

static void
test_search (Fixture      *self,
             gconstpointer data)
{
  g_auto (Result) prefix = { 0 };
  g_auto (Result) accents = { 0 };
  g_auto (Result) nothing = { 0 };
  g_auto (Result) quoted = { 0 };
  g_auto (Result) none = run (NULL, "search", self->database, NULL);

  import_sample (self);
  prefix = run (NULL, "search", self->database, "bakery", "flo", NULL);
  accents = run (NULL, "search", self->database, "--format=json", "tomas", NULL);
  nothing = run (NULL, "search", self->database, "zyzzyva", NULL);
  quoted = run (NULL, "search", self->database, "\"NEAR( OR *", NULL);
  g_assert_cmpint (prefix.status, ==, 0);
  g_assert_nonnull (strstr (prefix.output, "Harbour Mills"));
  g_assert_nonnull (strstr (accents.output, "Ortega Foods"));
  g_assert_cmpint (nothing.status, ==, 0);
  g_assert_cmpstr (nothing.output, ==, "");
  g_assert_cmpint (quoted.status, ==, 0);
  g_assert_cmpint (none.status, ==, 2);
}

static void
test_backup (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *copy = in_folder (self, "copy.db");
  g_autofree char *option = g_strconcat ("--database=", copy, NULL);
  g_auto (Result) backup = { 0 };
  g_auto (Result) original = { 0 };
  g_auto (Result) restored = { 0 };

  import_sample (self);
  backup = run (NULL, "backup", self->database, copy, NULL);
  g_assert_cmpint (backup.status, ==, 0);
  original = run (NULL, "export", self->database, NULL);
  restored = run (NULL, "export", option, NULL);
  g_assert_cmpstr (restored.output, ==, original.output);
}

static void
test_verify (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *path = in_folder (self, "a.db");
  g_auto (Result) sound = { 0 };
  g_auto (Result) damaged = { 0 };
  g_autofree char *contents = NULL;
  gsize length;

  import_sample (self);
  sound = run (NULL, "verify", self->database, NULL);
  g_assert_cmpint (sound.status, ==, 0);
  g_assert_cmpstr (sound.output, ==, "");

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 20000);
  memset (contents + 4096 + 8, 0x5a, 12000);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  damaged = run (NULL, "verify", self->database, NULL);
  g_assert_cmpint (damaged.status, ==, 1);
  g_assert_cmpstr (damaged.output, !=, "");
}

/* Looking into a library that is not there makes none. */
static void
test_missing (Fixture      *self,
              gconstpointer data)
{
  static const char *const verbs[] = { "list", "verify", "export" };
  g_autofree char *path = in_folder (self, "a.db");

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_auto (Result) result = run (NULL, verbs[i], self->database, NULL);

      assert_trouble (&result, "a.db");
    }
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

#define ADD(path, func) g_test_add ("/ctl/library/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("list", test_list);
  ADD ("search", test_search);
  ADD ("backup", test_backup);
  ADD ("verify", test_verify);
  ADD ("missing", test_missing);
  return g_test_run ();
}
