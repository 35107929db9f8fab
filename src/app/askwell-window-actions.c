/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-window-private.h"

#include "askwell-account-page.h"
#include "askwell-plan-page.h"
#include "askwell-undo.h"

/* What a person does with accounts and plans. */

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static AskwellAccount *
get_account (AskwellWindow *self)
{
  AskwellRecord *account = self->shown != NULL ? askwell_record_get_ancestor (self->shown, ASKWELL_TYPE_ACCOUNT) : NULL;
  g_autoptr (GListModel) accounts = askwell_sidebar_list_accounts (self->sidebar);
  g_autoptr (AskwellAccount) first = NULL;

  if (account != NULL)
    return ASKWELL_ACCOUNT (account);
  /* Where there is one account only, it is the one that is meant. */
  first = g_list_model_get_item (accounts, 0);
  return g_list_model_get_n_items (accounts) == 1 ? first : NULL;
}

static void
add_plan (AskwellWindow  *self,
          AskwellAccount *account)
{
  g_autoptr (AskwellPlan) plan = askwell_plan_new ();

  askwell_session_begin_change (self->session, _ ("Plan added"));
  askwell_record_list_append (askwell_account_get_plans (account), ASKWELL_RECORD (plan));
  askwell_session_end_change (self->session, FALSE);
  adw_view_stack_set_visible_child_name (self->plan_pages, "plan");
  askwell_window_show_record (self, ASKWELL_RECORD (plan));
  askwell_plan_page_grab_title (ASKWELL_PLAN_PAGE (self->plan_page));
}

static void
choose_response_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    AskwellWindow    *self)
{
  GtkDropDown *choice = GTK_DROP_DOWN (adw_message_dialog_get_extra_child (dialog));

  if (g_str_equal (response, "add") && gtk_drop_down_get_selected_item (choice) != NULL)
    add_plan (self, gtk_drop_down_get_selected_item (choice));
}

static void
choose_account (AskwellWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("New Plan"), _ ("Who is the call with?"));
  GtkExpression *name = gtk_property_expression_new (ASKWELL_TYPE_ACCOUNT, NULL, "name");
  GtkWidget *choice = gtk_drop_down_new (askwell_sidebar_list_accounts (self->sidebar), name);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Account"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), choice);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "add", _ ("_Add Plan"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "add");
  g_signal_connect_object (dialog, "response", G_CALLBACK (choose_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
new_plan_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  AskwellWindow *self = data;
  AskwellAccount *account = get_account (self);

  if (account != NULL)
    add_plan (self, account);
  else if (askwell_window_has_accounts (self))
    choose_account (self);
  else
    g_action_group_activate_action (G_ACTION_GROUP (self), "new-account", NULL);
}

typedef void (*RecordFunc) (AskwellWindow *self,
                            AskwellRecord *record);

typedef struct
{
  AskwellWindow *window;
  RecordFunc func;
} Found;

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Found *found = data;
  g_autoptr (GError) error = NULL;
  AskwellRecord *record = askwell_store_find_finish (ASKWELL_STORE (source), result, &error);

  if (record != NULL)
    found->func (found->window, record);
  else if (error != NULL)
    askwell_window_say (found->window, error->message);
  g_object_unref (found->window);
  g_free (found);
}

/* Does something with the record of an id, once it is in memory. */
static void
with_record (AskwellWindow *self,
             GVariant      *id,
             RecordFunc     func)
{
  Found *found = g_new (Found, 1);

  found->window = g_object_ref (self);
  found->func = func;
  askwell_store_find_async (askwell_session_get_store (self->session), g_variant_get_string (id, NULL), NULL, found_cb, found);
}

static void
add_plan_to (AskwellWindow *self,
             AskwellRecord *record)
{
  add_plan (self, ASKWELL_ACCOUNT (askwell_record_get_ancestor (record, ASKWELL_TYPE_ACCOUNT)));
}

static void
new_plan_for_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  with_record (data, parameter, add_plan_to);
}

static void
new_account_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  AskwellWindow *self = data;

  gtk_stack_set_visible_child_name (self->states, "library");
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), TRUE);
  askwell_sidebar_ask_account (self->sidebar);
}

static void
add_account_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  AskwellWindow *self = data;
  g_autoptr (AskwellAccount) account = askwell_account_new ();

  askwell_account_set_name (account, g_variant_get_string (parameter, NULL));
  askwell_session_begin_change (self->session, _ ("Account added"));
  askwell_record_list_append (askwell_library_get_accounts (askwell_session_get_library (self->session)), ASKWELL_RECORD (account));
  askwell_session_end_change (self->session, FALSE);
  askwell_window_show_record (self, ASKWELL_RECORD (account));
}

static void
rename_record (AskwellWindow *self,
               AskwellRecord *record)
{
  askwell_window_show_record (self, record);
  if (ASKWELL_IS_PLAN (record))
    {
      adw_view_stack_set_visible_child_name (self->plan_pages, "plan");
      askwell_plan_page_grab_title (ASKWELL_PLAN_PAGE (self->plan_page));
    }
  else
    askwell_account_page_grab_name (ASKWELL_ACCOUNT_PAGE (self->account_page));
}

static void
rename_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  with_record (data, parameter, rename_record);
}

static void
rename_shown_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  AskwellWindow *self = data;

  if (self->shown != NULL)
    rename_record (self, self->shown);
}

static void
delete_record (AskwellWindow *self,
               AskwellRecord *record)
{
  g_autoptr (AskwellRecord) hold = g_object_ref (record);
  g_autofree char *label = NULL;

  if (ASKWELL_IS_PLAN (record))
    {
      label = g_strdup_printf (_ ("Plan “%s” is in the trash"), askwell_plan_get_title (ASKWELL_PLAN (record)));
      askwell_session_begin_change (self->session, label);
      askwell_plan_set_deleted (ASKWELL_PLAN (record), get_now ());
    }
  else
    {
      label = g_strdup_printf (_ ("Account “%s” is in the trash"), askwell_account_get_name (ASKWELL_ACCOUNT (record)));
      askwell_session_begin_change (self->session, label);
      askwell_account_set_deleted (ASKWELL_ACCOUNT (record), get_now ());
    }
  askwell_session_end_change (self->session, TRUE);
}

static void
delete_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  with_record (data, parameter, delete_record);
}

static void
delete_shown_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  AskwellWindow *self = data;

  if (self->shown != NULL)
    delete_record (self, self->shown);
}

static void
duplicate_plan (AskwellWindow *self,
                AskwellRecord *record)
{
  g_autoptr (AskwellRecord) copy = askwell_record_duplicate (record);
  g_autofree char *title = g_strdup_printf (_ ("%s (copy)"), askwell_plan_get_title (ASKWELL_PLAN (record)));

  askwell_plan_set_title (ASKWELL_PLAN (copy), title);
  askwell_plan_set_debriefed (ASKWELL_PLAN (copy), 0);
  askwell_session_begin_change (self->session, _ ("Plan duplicated"));
  askwell_record_list_append (askwell_record_get_list (record), copy);
  askwell_session_end_change (self->session, TRUE);
  askwell_window_show_record (self, copy);
}

static void
duplicate_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  with_record (data, parameter, duplicate_plan);
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  with_record (data, parameter, askwell_window_show_record);
}

static void
search_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  AskwellWindow *self = data;

  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), TRUE);
  askwell_sidebar_start_search (self->sidebar);
}

static void
back_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  adw_leaflet_navigate (((AskwellWindow *) data)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
toggle_panel_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  AskwellWindow *self = data;
  gboolean reveal = !adw_flap_get_reveal_flap (self->flap);

  adw_flap_set_reveal_flap (self->flap, reveal);
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (askwell_session_get_settings (self->session), "panel-visible", reveal);
}

static void
show_page_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  AskwellWindow *self = data;

  if (ASKWELL_IS_PLAN (self->shown))
    adw_view_stack_set_visible_child_name (self->plan_pages, g_variant_get_string (parameter, NULL));
}

static void
show_trash_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  AskwellWindow *self = data;

  askwell_window_show_record (self, NULL);
  gtk_stack_set_visible_child_name (self->states, "library");
  gtk_stack_set_visible_child_name (self->contents, "trash");
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
undo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  AskwellWindow *self = data;
  g_autofree char *label = askwell_undo_undo (askwell_session_get_undo (self->session));
  g_autofree char *message = label != NULL ? g_strdup_printf (_ ("Undone: %s"), label) : NULL;

  if (message != NULL)
    askwell_window_say (self, message);
}

static void
redo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  AskwellWindow *self = data;
  g_autofree char *label = askwell_undo_redo (askwell_session_get_undo (self->session));
  g_autofree char *message = label != NULL ? g_strdup_printf (_ ("Done again: %s"), label) : NULL;

  if (message != NULL)
    askwell_window_say (self, message);
}

static void
enable (AskwellWindow *self,
        const char    *name,
        gboolean       enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* The one place that says which actions are there. */
void
askwell_window_update_actions (AskwellWindow *self)
{
  AskwellUndo *undo = askwell_session_get_undo (self->session);
  gboolean plan = ASKWELL_IS_PLAN (self->shown);
  static const char *const with_library[] = {
    "new-plan", "new-account", "add-account", "search", "import", "export", "show-trash", "open-sample",
  };

  for (guint i = 0; i < G_N_ELEMENTS (with_library); i++)
    enable (self, with_library[i], self->opened);
  enable (self, "print", self->shown != NULL);
  enable (self, "save-pdf", self->shown != NULL);
  enable (self, "print-review", plan);
  enable (self, "export-shown", self->shown != NULL);
  enable (self, "delete-shown", self->shown != NULL);
  enable (self, "rename-shown", self->shown != NULL);
  enable (self, "show-page", plan);
  enable (self, "toggle-panel", plan);
  enable (self, "undo", askwell_undo_can_undo (undo));
  enable (self, "redo", askwell_undo_can_redo (undo));
}

void
askwell_window_install_actions (AskwellWindow *self)
{
  static const GActionEntry actions[] = {
    { "new-plan", new_plan_action },
    { "new-plan-for", new_plan_for_action, "s" },
    { "new-account", new_account_action },
    { "add-account", add_account_action, "s" },
    { "rename", rename_action, "s" },
    { "rename-shown", rename_shown_action },
    { "delete", delete_action, "s" },
    { "delete-shown", delete_shown_action },
    { "duplicate", duplicate_action, "s" },
    { "open", open_action, "s" },
    { "search", search_action },
    { "back", back_action },
    { "toggle-panel", toggle_panel_action },
    { "show-page", show_page_action, "s" },
    { "show-trash", show_trash_action },
    { "undo", undo_action },
    { "redo", redo_action },
  };

  g_autoptr (GAction) sidebar = g_settings_create_action (askwell_session_get_settings (self->session), "sidebar-visible");

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_action_map_add_action (G_ACTION_MAP (self), sidebar);
  g_signal_connect_object (askwell_session_get_undo (self->session), "notify", G_CALLBACK (askwell_window_update_actions), self,
                           G_CONNECT_SWAPPED);
}
