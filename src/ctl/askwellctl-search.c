/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "askwellctl-input.h"
#include "askwellctl-library.h"
#include "askwellctl.h"

static void
add_hit (JsonBuilder            *builder,
         const AskwellSearchHit *hit)
{
  const char *members[] = { "plan", hit->plan_id, "account", hit->account_id, "title", hit->title, "name", hit->account, "snippet", hit->snippet };

  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (members); i += 2)
    {
      json_builder_set_member_name (builder, members[i]);
      json_builder_add_string_value (builder, members[i + 1]);
    }
  json_builder_end_object (builder);
}

int
askwellctl_search (int    argc,
                   char **argv)
{
  g_autofree char *database = NULL;
  g_autofree char *format = NULL;
  g_autofree char *words = NULL;
  g_autoptr (AskwellStore) store = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  int limit = 50;
  gboolean json;
  const GOptionEntry entries[] = {
    ASKWELLCTL_DATABASE_OPTION (&database),
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text or json"), N_ ("FORMAT") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("How many at most"), N_ ("N") },
    { NULL },
  };

  if (!askwellctl_parse ("search", _ ("WORDS…  Finds plans and accounts that hold all the words; the last may be the start of one."), entries, &argc, &argv) ||
      !askwellctl_check_format ("search", format, &json))
    return ASKWELLCTL_TROUBLE;
  if (argc < 2)
    return askwellctl_trouble ("search", "%s", _ ("which words?"));
  if (limit < 1)
    return askwellctl_trouble ("search", "%s", _ ("--limit is 1 or more"));
  store = askwellctl_open_library ("search", database, FALSE);
  if (store == NULL)
    return ASKWELLCTL_TROUBLE;
  words = g_strjoinv (" ", argv + 1);
  hits = askwell_store_search (store, words, (guint) limit, &error);
  if (hits == NULL)
    return askwellctl_trouble ("search", "%s", error->message);

  if (json)
    {
      builder = json_builder_new ();
      json_builder_begin_array (builder);
    }
  for (guint i = 0; i < hits->len; i++)
    {
      const AskwellSearchHit *hit = g_ptr_array_index (hits, i);

      if (json)
        add_hit (builder, hit);
      else
        printf ("%s  %s – %s: %s\n", *hit->plan_id != '\0' ? hit->plan_id : hit->account_id, hit->account, hit->title, hit->snippet);
    }
  if (json)
    {
      json_builder_end_array (builder);
      askwellctl_print_json (builder);
    }
  return ASKWELLCTL_OK;
}
