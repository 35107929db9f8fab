/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-window-private.h"

#include "askwell-account-page.h"
#include "askwell-debrief-page.h"
#include "paper/askwell-format.h"
#include "askwell-plan-page.h"
#include "askwell-questions-panel.h"
#include "askwell-review-page.h"
#include "askwell-trash-page.h"
#include "exchange/askwell-exchange.h"

/*
 * The window wires: it shows the sidebar, one plan or account, and the panel, and tells each what is shown. Pages edit, the model knows, the store
 * saves.
 *
 * It is drawn before the library is open. What it shows then follows from the library: the start page while there is no account, the plan that was
 * open last, or a word on how to begin. A library that cannot be opened gets a page that says why, what is safe, and what can be done.
 *
 * What a person does is in askwell-window-actions.c, and what has to do with files and paper in askwell-window-files.c.
 */

G_DEFINE_FINAL_TYPE (AskwellWindow, askwell_window, ADW_TYPE_APPLICATION_WINDOW)

/* Accounts that are not in the trash */
gboolean
askwell_window_has_accounts (AskwellWindow *self)
{
  g_autoptr (GListModel) accounts = askwell_sidebar_list_accounts (self->sidebar);

  return g_list_model_get_n_items (accounts) > 0;
}

static void
update_state (AskwellWindow *self)
{
  if (self->opened)
    gtk_stack_set_visible_child_name (self->states, !askwell_window_has_accounts (self) && self->shown == NULL ? "empty" : "library");
}

static void
update_title (AskwellWindow *self)
{
  g_autofree char *title = NULL;
  const char *subtitle = "";

  if (ASKWELL_IS_PLAN (self->shown))
    {
      AskwellAccount *account = ASKWELL_ACCOUNT (askwell_record_get_parent (self->shown));

      title = askwell_format_title (askwell_plan_get_title (ASKWELL_PLAN (self->shown)));
      subtitle = account != NULL ? askwell_account_get_name (account) : "";
    }
  else if (ASKWELL_IS_ACCOUNT (self->shown))
    title = g_strdup (askwell_account_get_name (ASKWELL_ACCOUNT (self->shown)));
  adw_view_switcher_title_set_title (self->switcher, title != NULL ? title : "");
  adw_view_switcher_title_set_subtitle (self->switcher, subtitle);
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher, ASKWELL_IS_PLAN (self->shown));
  if (title != NULL && *title != '\0')
    {
      g_autofree char *window_title = g_strdup_printf ("%s – Askwell", title);

      gtk_window_set_title (GTK_WINDOW (self), window_title);
    }
  else
    gtk_window_set_title (GTK_WINDOW (self), "Askwell");
}

/* Where there is no room, the panel lies over the plan and is there only when asked for. */
static void
update_panel (AskwellWindow *self)
{
  const char *page = adw_view_stack_get_visible_child_name (self->plan_pages);

  if (self->session != NULL)
    adw_flap_set_reveal_flap (self->flap, ASKWELL_IS_PLAN (self->shown) && g_strcmp0 (page, "plan") == 0 && !adw_flap_get_folded (self->flap) &&
                                              g_settings_get_boolean (askwell_session_get_settings (self->session), "panel-visible"));
}

static void
update_sidebar (AskwellWindow *self)
{
  if (self->session != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->sidebar), adw_leaflet_get_folded (self->leaflet) ||
                                                            g_settings_get_boolean (askwell_session_get_settings (self->session), "sidebar-visible"));
}

static void
flush_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  /* A failure is told by the store's "error". */
  askwell_store_flush_finish (ASKWELL_STORE (source), result, NULL);
}

static void
flush_later (AskwellWindow *self)
{
  if (self->opened)
    askwell_store_flush_async (askwell_session_get_store (self->session), NULL, flush_cb, NULL);
}

/**
 * askwell_window_show_record:
 * @self: a window
 * @record: (nullable): a plan or an account that is loaded; %NULL for nothing
 */
void
askwell_window_show_record (AskwellWindow *self,
                            AskwellRecord *record)
{
  AskwellPlan *plan = ASKWELL_IS_PLAN (record) ? ASKWELL_PLAN (record) : NULL;
  AskwellAccount *account = ASKWELL_IS_ACCOUNT (record) ? ASKWELL_ACCOUNT (record) : NULL;

  g_return_if_fail (ASKWELL_IS_WINDOW (self));

  flush_later (self);
  g_clear_pointer (&self->opening, g_free);
  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_func (self->shown, update_title, self);
  g_set_object (&self->shown, record);
  if (record != NULL)
    {
      g_signal_connect_object (record, "notify", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
      g_settings_set_string (askwell_session_get_settings (self->session), "last-plan", askwell_record_get_id (record));
    }

  g_object_set (self->plan_page, "plan", plan, NULL);
  g_object_set (self->review_page, "plan", plan, NULL);
  g_object_set (self->debrief_page, "plan", plan, NULL);
  g_object_set (self->account_page, "account", account, NULL);
  g_object_set (self->panel, "plan", plan, NULL);
  gtk_stack_set_visible_child_name (self->contents, plan != NULL ? "plan" : account != NULL ? "account" : "nothing");
  update_panel (self);
  askwell_sidebar_select (self->sidebar, record);
  if (record != NULL)
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  update_title (self);
  update_state (self);
  askwell_window_update_actions (self);
}

/**
 * askwell_window_get_shown:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the plan or account that is shown
 */
AskwellRecord *
askwell_window_get_shown (AskwellWindow *self)
{
  g_return_val_if_fail (ASKWELL_IS_WINDOW (self), NULL);

  return self->shown;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (AskwellWindow) self = data;
  g_autoptr (GError) error = NULL;
  AskwellRecord *record = askwell_store_find_finish (ASKWELL_STORE (source), result, &error);

  if (error != NULL)
    askwell_window_say (self, error->message);
  else if (record != NULL && g_strcmp0 (askwell_record_get_id (record), self->opening) == 0)
    askwell_window_show_record (self, record);
}

static void
open_cb (AskwellWindow *self,
         const char    *id)
{
  g_free (self->opening);
  self->opening = g_strdup (id);
  askwell_store_find_async (askwell_session_get_store (self->session), id, NULL, found_cb, g_object_ref (self));
}

static void
open_plan_cb (AskwellWindow *self,
              AskwellPlan   *plan)
{
  open_cb (self, askwell_record_get_id (ASKWELL_RECORD (plan)));
}

/* One word at a time: what was said before is old news. The title of a toast is markup. */
static AdwToast *
create_toast (AskwellWindow *self,
              const char    *message)
{
  g_autofree char *title = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (title);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  return toast;
}

/**
 * askwell_window_say:
 * @self: a window
 * @message: a sentence for the person
 */
void
askwell_window_say (AskwellWindow *self,
                    const char    *message)
{
  g_return_if_fail (ASKWELL_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toasts, create_toast (self, message));
}

static void
change_made_cb (AskwellWindow *self,
                const char    *label)
{
  AdwToast *toast = create_toast (self, label);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
store_error_cb (AskwellWindow *self)
{
  const GError *error = askwell_store_get_error (askwell_session_get_store (self->session));

  if (error != NULL)
    gtk_label_set_label (self->error_label, error->message);
  gtk_info_bar_set_revealed (self->error_bar, error != NULL);
}

static void
error_response_cb (AskwellWindow *self,
                   int            response)
{
  flush_later (self);
}

/* Opening */

static void
add_error_action (AskwellWindow *self,
                  const char    *label,
                  const char    *action,
                  const char    *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_box_append (self->error_actions, button);
}

static void
show_open_error (AskwellWindow *self,
                 const GError  *error)
{
  GFile *file = askwell_store_get_file (askwell_session_get_store (self->session));
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *description = g_markup_printf_escaped ("%s\n\n%s", error->message, name);
  GtkWidget *child;

  adw_status_page_set_description (self->error_page, description);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->error_actions))) != NULL)
    gtk_box_remove (self->error_actions, child);
  if (g_error_matches (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_DAMAGED) ||
      g_error_matches (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_FOREIGN))
    {
      g_autoptr (GPtrArray) backups = askwell_store_list_backups (file);

      if (backups->len > 0)
        {
          g_autofree char *path = g_file_get_path (g_ptr_array_index (backups, 0));

          add_error_action (self, _ ("Set It Aside and _Restore the Last Backup"), "win.restore-backup", path);
        }
      add_error_action (self, _ ("Set It Aside and _Begin Anew"), "win.begin-anew", NULL);
    }
  else
    add_error_action (self, _ ("_Try Again"), "win.open-again", NULL);
  gtk_stack_set_visible_child_name (self->states, "error");
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (AskwellWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *last = NULL;

  if (!askwell_session_open_finish (ASKWELL_SESSION (source), result, &error))
    {
      show_open_error (self, error);
      return;
    }
  self->opened = TRUE;
  if (self->sample && !askwell_window_has_accounts (self))
    askwell_window_open_sample (self);
  update_state (self);
  last = g_settings_get_string (askwell_session_get_settings (self->session), "last-plan");
  if (*last != '\0' && !self->sample)
    open_cb (self, last);
  if (self->to_import != NULL)
    {
      g_autoptr (GFile) file = g_steal_pointer (&self->to_import);

      askwell_window_import (self, file);
    }
  askwell_window_update_actions (self);
}

/* Opens the session's library; also again, after what was wrong with it was mended. */
void
askwell_window_open_session (AskwellWindow *self)
{
  gtk_stack_set_visible_child_name (self->states, "opening");
  askwell_session_open_async (self->session, opened_cb, g_object_ref (self));
}

/* The window itself */

static void
accounts_changed_cb (AskwellWindow *self)
{
  update_state (self);
}

static void
record_changed_cb (AskwellWindow *self,
                   AskwellRecord *record,
                   int            field)
{
  if (field == ASKWELL_CHANGE_POSITION || !g_str_equal (ASKWELL_RECORD_GET_CLASS (record)->fields[field].name, "deleted"))
    return;
  /* What goes to the trash is no longer shown; what comes back takes its place again, when nothing else has. */
  if (askwell_record_get_number (record, (guint) field) != 0)
    {
      if (self->shown != NULL && (record == self->shown || record == askwell_record_get_parent (self->shown)))
        {
          g_set_object (&self->put_away, self->shown);
          askwell_window_show_record (self, NULL);
        }
    }
  else if (self->shown == NULL && self->put_away != NULL && askwell_record_get_root (self->put_away) != self->put_away &&
           (record == self->put_away || record == askwell_record_get_parent (self->put_away)) &&
           g_str_equal (gtk_stack_get_visible_child_name (self->contents), "nothing"))
    {
      g_autoptr (AskwellRecord) back = g_steal_pointer (&self->put_away);

      askwell_window_show_record (self, back);
    }
  update_state (self);
}

static void
record_removed_cb (AskwellWindow     *self,
                   AskwellRecord     *record,
                   AskwellRecordList *list)
{
  if (self->shown != NULL && (record == self->shown || record == askwell_record_get_parent (self->shown)))
    askwell_window_show_record (self, NULL);
}

static void
update_scheme (AskwellWindow *self)
{
  g_autofree char *scheme = g_settings_get_string (askwell_session_get_settings (self->session), "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), g_str_equal (scheme, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                        : g_str_equal (scheme, "light")
                                                                            ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                                            : ADW_COLOR_SCHEME_DEFAULT);
}

static void
active_cb (AskwellWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    flush_later (self);
}

static void
page_changed_cb (AskwellWindow *self)
{
  flush_later (self);
  update_panel (self);
  askwell_window_update_actions (self);
}

/* Where only one pane is seen, the list has nothing selected, so that the plan that was left can be chosen again. */
static void
pane_cb (AskwellWindow *self)
{
  gboolean list = adw_leaflet_get_folded (self->leaflet) && adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->sidebar);

  askwell_sidebar_select (self->sidebar, list ? NULL : self->shown);
}

static void
fold_cb (AskwellWindow *self)
{
  update_sidebar (self);
  pane_cb (self);
}

static gboolean
drop_cb (AskwellWindow *self,
         const GValue  *value,
         double         x,
         double         y)
{
  askwell_window_import (self, g_value_get_object (value));
  return TRUE;
}

static gboolean
askwell_window_close_request (GtkWindow *window)
{
  AskwellWindow *self = ASKWELL_WINDOW (window);
  GSettings *settings = askwell_session_get_settings (self->session);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (settings, "maximized", gtk_window_is_maximized (window));
  if (!gtk_window_is_maximized (window))
    {
      g_settings_set_int (settings, "width", width);
      g_settings_set_int (settings, "height", height);
    }
  askwell_window_flush (self);
  return GTK_WINDOW_CLASS (askwell_window_parent_class)->close_request (window);
}

static void
askwell_window_dispose (GObject *object)
{
  AskwellWindow *self = ASKWELL_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASKWELL_TYPE_WINDOW);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->put_away);
  g_clear_object (&self->shown);
  g_clear_object (&self->to_import);
  g_clear_pointer (&self->opening, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (askwell_window_parent_class)->dispose (object);
}

static void
askwell_window_class_init (AskwellWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = askwell_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = askwell_window_close_request;

  /* In the bubble phase, so that a text field undoes its own typing first */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "win.rename-shown", NULL);

  g_type_ensure (ASKWELL_TYPE_SIDEBAR);
  g_type_ensure (ASKWELL_TYPE_PLAN_PAGE);
  g_type_ensure (ASKWELL_TYPE_REVIEW_PAGE);
  g_type_ensure (ASKWELL_TYPE_DEBRIEF_PAGE);
  g_type_ensure (ASKWELL_TYPE_ACCOUNT_PAGE);
  g_type_ensure (ASKWELL_TYPE_TRASH_PAGE);
  g_type_ensure (ASKWELL_TYPE_QUESTIONS_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, states);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, error_actions);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, contents);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, plan_pages);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, error_bar);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, error_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, plan_page);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, review_page);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, debrief_page);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, account_page);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, trash_page);
  gtk_widget_class_bind_template_child (widget_class, AskwellWindow, panel);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, error_response_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_panel);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_cb);
}

static void
askwell_window_init (AskwellWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}

/**
 * askwell_window_new:
 * @application: the application
 * @session: the session; opened by the window
 * @sample: whether to fill an empty library with the sample
 *
 * Returns: (transfer none): a window
 */
AskwellWindow *
askwell_window_new (GtkApplication *application,
                    AskwellSession *session,
                    gboolean        sample)
{
  AskwellWindow *self;
  AskwellLibrary *library;
  GSettings *settings;

  g_return_val_if_fail (ASKWELL_IS_SESSION (session), NULL);

  self = g_object_new (ASKWELL_TYPE_WINDOW, "application", application, NULL);
  self->session = g_object_ref (session);
  self->sample = sample;
  settings = askwell_session_get_settings (session);
  library = askwell_session_get_library (session);

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "width"), g_settings_get_int (settings, "height"));
  if (g_settings_get_boolean (settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  update_scheme (self);
  g_signal_connect_object (settings, "changed::color-scheme", G_CALLBACK (update_scheme), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::sidebar-visible", G_CALLBACK (update_sidebar), self, G_CONNECT_SWAPPED);
  update_sidebar (self);
  update_title (self);

  askwell_sidebar_set_session (self->sidebar, session);
  g_object_set (self->plan_page, "session", session, NULL);
  g_object_set (self->review_page, "session", session, NULL);
  g_object_set (self->debrief_page, "session", session, NULL);
  g_object_set (self->account_page, "session", session, NULL);
  g_object_set (self->trash_page, "session", session, NULL);
  g_object_set (self->panel, "session", session, NULL);
  g_object_bind_property (self->plan_page, "current-objective", self->panel, "objective", G_BINDING_SYNC_CREATE);

  g_signal_connect_object (session, "change-made", G_CALLBACK (change_made_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (askwell_session_get_store (session), "notify::error", G_CALLBACK (store_error_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "record-changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "record-removed", G_CALLBACK (record_removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (askwell_library_get_accounts (library), "items-changed", G_CALLBACK (accounts_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  askwell_window_install_actions (self);
  askwell_window_install_file_actions (self);
  askwell_window_update_actions (self);
  askwell_window_open_session (self);
  return self;
}

AskwellSession *
askwell_window_get_session (AskwellWindow *self)
{
  g_return_val_if_fail (ASKWELL_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * askwell_window_flush:
 * @self: a window
 *
 * Writes what waits, and waits for the disk.
 */
void
askwell_window_flush (AskwellWindow *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ASKWELL_IS_WINDOW (self));

  if (self->opened && !askwell_store_flush (askwell_session_get_store (self->session), &error))
    g_warning ("%s", error->message);
}
