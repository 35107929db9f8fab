/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "askwellctl-library.h"
#include "askwellctl.h"
#include "exchange/askwell-exchange.h"

/* A file is replaced as a whole once all is written; closing the stream cancelled keeps what stood there. */
static gboolean
export_to_file (AskwellStore      *store,
                const char *const *ids,
                const char        *path,
                GError           **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileOutputStream) stream =
      g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);

  if (stream == NULL)
    return FALSE;
  if (!askwell_exchange_export (store, ids, G_OUTPUT_STREAM (stream), NULL, error))
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();

      g_cancellable_cancel (cancellable);
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, NULL);
      return FALSE;
    }
  return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

int
askwellctl_export (int    argc,
                   char **argv)
{
  g_autofree char *database = NULL;
  g_autofree char *output = NULL;
  g_autoptr (AskwellStore) store = NULL;
  g_autoptr (GError) error = NULL;
  const char *const *ids = NULL;
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &database, N_ ("Library to read, instead of your own"), N_ ("FILE") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write, instead of standard output"), N_ ("FILE") },
    { NULL },
  };

  if (!askwellctl_parse ("export", _ ("Writes a library, or the accounts and plans with these ids, as XML."), entries, &argc, &argv))
    return ASKWELLCTL_TROUBLE;
  if (argc > 1)
    ids = (const char *const *) argv + 1;

  store = askwellctl_open_library ("export", database, FALSE);
  if (store == NULL)
    return ASKWELLCTL_TROUBLE;

  if (output != NULL && !g_str_equal (output, "-"))
    {
      if (!export_to_file (store, ids, output, &error))
        return askwellctl_trouble ("export", "%s: %s", output, error->message);
    }
  else
    {
      g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      if (!askwell_exchange_export (store, ids, stream, NULL, &error))
        return askwellctl_trouble ("export", "%s", error->message);
    }
  return ASKWELLCTL_OK;
}
