/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "exchange-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

void
fixture_set_up (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("askwell-exchange-XXXXXX", &error);
  g_assert_no_error (error);
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
fixture_tear_down (Fixture      *self,
                   gconstpointer data)
{
  remove_tree (self->folder);
  g_free (self->folder);
}

AskwellStore *
fixture_open (Fixture    *self,
              const char *name)
{
  g_autoptr (GFile) file = g_file_new_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  AskwellStore *store = askwell_store_new (file);

  askwell_store_open (store, &error);
  g_assert_no_error (error);
  return store;
}

char *
export_text (AskwellStore      *store,
             const char *const *ids)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  askwell_exchange_export (store, ids, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

gboolean
import_text (AskwellStore        *store,
             const char          *text,
             gssize               length,
             gboolean             dry_run,
             AskwellImportCounts *counts,
             GError             **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, length >= 0 ? length : (gssize) strlen (text), NULL);

  return askwell_exchange_import (store, stream, dry_run, counts, NULL, error);
}

/* A file beside the tests' source. */
char *
read_source (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}
