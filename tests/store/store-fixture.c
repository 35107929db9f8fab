/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>

void
fixture_set_up (Fixture      *self,
                gconstpointer data)
{
  self->folder = g_dir_make_tmp ("askwell-store-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "library", "askwell.db", NULL);
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
  g_free (self->path);
}

AskwellStore *
fixture_open (Fixture *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  AskwellStore *store = askwell_store_new (file);
  g_autoptr (GError) error = NULL;

  askwell_store_open (store, &error);
  g_assert_no_error (error);
  return store;
}

AskwellAccount *
fixture_add (AskwellStore *store,
             const char   *name)
{
  AskwellAccount *account = askwell_record_list_add (askwell_library_get_accounts (askwell_store_get_library (store)));

  askwell_account_set_name (account, name);
  return account;
}

AskwellPlan *
fixture_add_plan (AskwellAccount *account,
                  const char     *title)
{
  AskwellPlan *plan = askwell_record_list_add (askwell_account_get_plans (account));

  askwell_plan_set_title (plan, title);
  return plan;
}
