/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include <gio/gunixinputstream.h>
#include <unistd.h>

#include "askwellctl-library.h"
#include "askwellctl.h"
#include "exchange/askwell-exchange.h"

int
askwellctl_import (int    argc,
                   char **argv)
{
  g_autofree char *database = NULL;
  g_autoptr (AskwellStore) store = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  AskwellImportCounts counts;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    ASKWELLCTL_DATABASE_OPTION (&database),
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only count"), NULL },
    { NULL },
  };

  if (!askwellctl_parse ("import", _ ("FILE  Merges an exported library, by id. Nothing changes when the file is not sound."), entries, &argc, &argv))
    return ASKWELLCTL_TROUBLE;
  if (argc != 2)
    return askwellctl_trouble ("import", "%s", _ ("give one file to import, or - for standard input"));
  if (g_str_equal (argv[1], "-"))
    stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);

      stream = G_INPUT_STREAM (g_file_read (file, NULL, &error));
    }
  if (stream == NULL)
    return askwellctl_trouble ("import", "%s", error->message);
  store = askwellctl_open_store ("import", database, TRUE);
  if (store == NULL)
    return ASKWELLCTL_TROUBLE;
  if (!askwell_exchange_import (store, stream, dry_run, &counts, NULL, &error))
    return askwellctl_trouble ("import", "%s: %s", argv[1], error->message);
  printf (_ ("accounts: %u added, %u changed, %u unchanged\n"), counts.accounts_added, counts.accounts_changed, counts.accounts_unchanged);
  printf (_ ("plans: %u added, %u changed, %u unchanged\n"), counts.plans_added, counts.plans_changed, counts.plans_unchanged);
  return ASKWELLCTL_OK;
}
