/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#include "askwellctl-library.h"
#include "askwellctl.h"
#include "exchange/askwell-exchange.h"

static GInputStream *
open_input (const char *path,
            GError    **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (path, "-"))
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);
  file = g_file_new_for_commandline_arg (path);
  return G_INPUT_STREAM (g_file_read (file, NULL, error));
}

int
askwellctl_import (int    argc,
                   char **argv)
{
  g_autofree char *database = NULL;
  gboolean dry_run = FALSE;
  g_autoptr (AskwellStore) store = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  AskwellImportCounts counts;
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &database, N_ ("Library to merge into, instead of your own"), N_ ("FILE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only say what would change"), NULL },
    { NULL },
  };

  if (!askwellctl_parse ("import", _ ("Merges an exported library (“-” is standard input)."), entries, &argc, &argv))
    return ASKWELLCTL_TROUBLE;
  if (argc != 2)
    return askwellctl_trouble ("import", "%s", argc < 2 ? _ ("which file?") : _ ("one file at a time"));

  /* Before the library: a file that cannot be read shall not make one. */
  stream = open_input (argv[1], &error);
  if (stream == NULL)
    return askwellctl_trouble ("import", "%s: %s", argv[1], error->message);
  store = askwellctl_open_library ("import", database, TRUE);
  if (store == NULL)
    return ASKWELLCTL_TROUBLE;

  if (!askwell_exchange_import (store, stream, dry_run, &counts, NULL, &error))
    return askwellctl_trouble ("import", "%s: %s", argv[1], error->message);

  /* Translators: what an import did, or with --dry-run would do */
  printf (_ ("accounts: %u added, %u changed, %u unchanged\n"), counts.accounts_added, counts.accounts_changed, counts.accounts_unchanged);
  printf (_ ("plans: %u added, %u changed, %u unchanged\n"), counts.plans_added, counts.plans_changed, counts.plans_unchanged);
  return ASKWELLCTL_OK;
}
