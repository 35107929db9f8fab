/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "askwellctl-library.h"
#include "askwellctl.h"

int
askwellctl_verify (int    argc,
                   char **argv)
{
  g_autofree char *database = NULL;
  g_autoptr (AskwellStore) store = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { ASKWELLCTL_DATABASE_OPTION (&database), { NULL } };

  if (!askwellctl_parse ("verify", _ ("Checks the library. Exit status 1 when it is damaged, with a line for each damage."), entries, &argc, &argv))
    return ASKWELLCTL_TROUBLE;
  if (argc > 1)
    return askwellctl_trouble ("verify", _ ("“%s” is one word too many"), argv[1]);
  file = database != NULL ? g_file_new_for_commandline_arg (database) : askwell_store_get_default_file ();
  if (!g_file_query_exists (file, NULL))
    {
      g_autofree char *name = g_file_get_parse_name (file);

      return askwellctl_trouble ("verify", _ ("there is no library “%s”"), name);
    }
  store = askwell_store_new (file);
  if (!askwell_store_open (store, &error))
    {
      if (!g_error_matches (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_DAMAGED))
        return askwellctl_trouble ("verify", "%s", error->message);
      printf ("%s\n", error->message);
      return ASKWELLCTL_FOUND;
    }
  faults = askwell_store_verify (store, &error);
  if (faults == NULL)
    return askwellctl_trouble ("verify", "%s", error->message);
  for (guint i = 0; i < faults->len; i++)
    printf ("%s\n", (const char *) g_ptr_array_index (faults, i));
  return faults->len > 0 ? ASKWELLCTL_FOUND : ASKWELLCTL_OK;
}
