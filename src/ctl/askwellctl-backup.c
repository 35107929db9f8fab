/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "askwellctl-library.h"
#include "askwellctl.h"

int
askwellctl_backup (int    argc,
                   char **argv)
{
  g_autofree char *database = NULL;
  g_autoptr (AskwellStore) store = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { ASKWELLCTL_DATABASE_OPTION (&database), { NULL } };

  if (!askwellctl_parse ("backup", _ ("FILE  Copies the whole library into FILE, also while it is in use."), entries, &argc, &argv))
    return ASKWELLCTL_TROUBLE;
  if (argc != 2)
    return askwellctl_trouble ("backup", "%s", _ ("give one file to write the copy to"));
  store = askwellctl_open_library ("backup", database, FALSE);
  if (store == NULL)
    return ASKWELLCTL_TROUBLE;
  file = g_file_new_for_commandline_arg (argv[1]);
  if (!askwell_store_backup (store, file, &error))
    return askwellctl_trouble ("backup", "%s", error->message);
  return ASKWELLCTL_OK;
}
