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
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
list_plan (AskwellPlan *plan,
           JsonBuilder *builder)
{
  g_autofree char *day = askwellctl_format_time (askwell_plan_get_start (plan));

  if (askwell_plan_get_deleted (plan) != 0)
    return;
  if (builder == NULL)
    {
      printf ("  %s  %-16s  %s\n", askwell_record_get_id (ASKWELL_RECORD (plan)), day, askwell_plan_get_title (plan));
      return;
    }
  json_builder_begin_object (builder);
  add_member (builder, "id", askwell_record_get_id (ASKWELL_RECORD (plan)));
  add_member (builder, "title", askwell_plan_get_title (plan));
  add_member (builder, "start", day);
  json_builder_set_member_name (builder, "debriefed");
  json_builder_add_boolean_value (builder, askwell_plan_get_debriefed (plan) != 0);
  json_builder_end_object (builder);
}

static gboolean
list_accounts (AskwellStore *store,
               JsonBuilder  *builder,
               GError      **error)
{
  AskwellRecordList *accounts = askwell_library_get_accounts (askwell_store_get_library (store));

  for (guint i = 0; i < askwell_record_list_get_size (accounts); i++)
    {
      AskwellAccount *account = askwell_record_list_get (accounts, i);
      AskwellRecordList *plans = askwell_account_get_plans (account);

      if (askwell_account_get_deleted (account) != 0)
        continue;
      if (!askwell_store_load (store, ASKWELL_RECORD (account), error))
        return FALSE;
      if (builder == NULL)
        printf ("%s  %s\n", askwell_record_get_id (ASKWELL_RECORD (account)), askwell_account_get_name (account));
      else
        {
          json_builder_begin_object (builder);
          add_member (builder, "id", askwell_record_get_id (ASKWELL_RECORD (account)));
          add_member (builder, "name", askwell_account_get_name (account));
          json_builder_set_member_name (builder, "plans");
          json_builder_begin_array (builder);
        }
      for (guint j = 0; j < askwell_record_list_get_size (plans); j++)
        list_plan (askwell_record_list_get (plans, j), builder);
      if (builder != NULL)
        {
          json_builder_end_array (builder);
          json_builder_end_object (builder);
        }
    }
  return TRUE;
}

int
askwellctl_list (int    argc,
                 char **argv)
{
  g_autofree char *database = NULL;
  g_autofree char *format = NULL;
  g_autoptr (AskwellStore) store = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;
  gboolean json;
  const GOptionEntry entries[] = {
    ASKWELLCTL_DATABASE_OPTION (&database),
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text or json"), N_ ("FORMAT") },
    { NULL },
  };

  if (!askwellctl_parse ("list", _ ("Lists accounts and their plans, with their ids. JSON: [{\"id\",\"name\",\"plans\":[{\"id\",\"title\",\"start\",\"debriefed\"}]}]"),
                         entries, &argc, &argv) ||
      !askwellctl_check_format ("list", format, &json))
    return ASKWELLCTL_TROUBLE;
  if (argc > 1)
    return askwellctl_trouble ("list", _ ("“%s” is one word too many"), argv[1]);
  store = askwellctl_open_library ("list", database, FALSE);
  if (store == NULL)
    return ASKWELLCTL_TROUBLE;
  if (json)
    {
      builder = json_builder_new ();
      json_builder_begin_array (builder);
    }
  if (!list_accounts (store, builder, &error))
    return askwellctl_trouble ("list", "%s", error->message);
  if (json)
    {
      json_builder_end_array (builder);
      askwellctl_print_json (builder);
    }
  return ASKWELLCTL_OK;
}
