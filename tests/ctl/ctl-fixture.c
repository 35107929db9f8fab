/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

void
result_clear (Result *self)
{
  g_free (self->output);
  g_free (self->errors);
}

char *
in_folder (Fixture    *self,
           const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("askwell-ctl-XXXXXX", NULL);
  path = in_folder (self, "a.db");
  self->database = g_strconcat ("--database=", path, NULL);
  self->sample = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", "sample.xml", NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
tear_down (Fixture      *self,
           gconstpointer data)
{
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->database);
  g_free (self->sample);
}

/* Runs askwellctl. Trouble is always one line on standard error, and never a trace. */
Result
run (const char *input,
     const char *first,
     ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Result result = { 0 };
  va_list args;

  g_ptr_array_add (argv, (gpointer) g_getenv ("ASKWELLCTL"));
  va_start (args, first);
  for (const char *word = first; word != NULL; word = va_arg (args, const char *))
    g_ptr_array_add (argv, (gpointer) word);
  va_end (args);
  g_ptr_array_add (argv, NULL);

  process = g_subprocess_newv ((const char *const *) argv->pdata,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, &result.output, &result.errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result.status = g_subprocess_get_exit_status (process);

  if (result.status == 2)
    {
      g_assert_cmpstr (result.output, ==, "");
      g_assert_true (g_str_has_prefix (result.errors, "askwellctl"));
      g_assert_true (strchr (result.errors, '\n') == result.errors + strlen (result.errors) - 1);
    }
  else
    g_assert_cmpstr (result.errors, ==, "");
  return result;
}

void
assert_trouble (const Result *result,
                const char   *words)
{
  g_assert_cmpint (result->status, ==, 2);
  if (strstr (result->errors, words) == NULL)
    g_error ("“%s” is not in: %s", words, result->errors);
}

void
import_sample (Fixture *self)
{
  g_auto (Result) result = run (NULL, "import", self->database, self->sample, NULL);

  g_assert_cmpint (result.status, ==, 0);
}
