/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include <gio/gunixoutputstream.h>
#include <unistd.h>

#include "askwellctl-library.h"
#include "askwellctl.h"
#include "exchange/askwell-exchange.h"

int
askwellctl_export (int    argc,
                   char **argv)
{
  g_autofree char *database = NULL;
  g_autofree char *output = NULL;
  g_autoptr (AskwellStore) store = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    ASKWELLCTL_DATABASE_OPTION (&database),
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write, instead of standard output"), N_ ("FILE") },
    { NULL },
  };

  if (!askwellctl_parse ("export", _ ("[ID…]  Writes everything, or these accounts and plans, as XML."), entries, &argc, &argv))
    return ASKWELLCTL_TROUBLE;
  store = askwellctl_open_store ("export", database, FALSE);
  if (store == NULL)
    return ASKWELLCTL_TROUBLE;
  if (output != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);

      stream = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, &error));
    }
  else
    stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  if (stream == NULL)
    return askwellctl_trouble ("export", "%s", error->message);
  if (!askwell_exchange_export (store, argc > 1 ? (const char *const *) argv + 1 : NULL, stream, NULL, &error))
    {
      /* A file that was there stays as it was. */
      g_cancellable_cancel (cancellable);
      g_output_stream_close (stream, cancellable, NULL);
      return askwellctl_trouble ("export", "%s", error->message);
    }
  if (!g_output_stream_close (stream, NULL, &error))
    return askwellctl_trouble ("export", "%s", error->message);
  return ASKWELLCTL_OK;
}
