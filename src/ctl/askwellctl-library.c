/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwellctl-library.h"
#include "askwellctl.h"

AskwellStore *
askwellctl_open_library (const char *verb,
                         const char *database,
                         gboolean    create)
{
  g_autoptr (GFile) file = database != NULL ? g_file_new_for_commandline_arg (database) : askwell_store_get_default_file ();
  g_autoptr (AskwellStore) store = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) error = NULL;

  if (!create && !g_file_query_exists (file, NULL))
    {
      askwellctl_trouble (verb, _ ("there is no library at “%s”"), name);
      return NULL;
    }

  store = askwell_store_new (file);
  if (!askwell_store_open (store, &error))
    {
      askwellctl_trouble (verb, "%s: %s", name, error->message);
      return NULL;
    }
  return g_steal_pointer (&store);
}

char *
askwellctl_format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = seconds != 0 ? g_date_time_new_from_unix_local (seconds) : NULL;

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("");
}
