/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "askwell-agenda.h"
#include "askwell-application.h"
#include "askwell-account-page.h"
#include "askwell-plan-page.h"
#include "askwell-sidebar-row.h"
#include "askwell-trash-page.h"
#include "askwell-window-private.h"
#include "exchange/askwell-exchange.h"
#include "page-fixture.h"

#define NARROW 360

static AskwellApplication *application;

typedef struct
{
  char *folder;
  GFile *database;
  AskwellWindow *window;
} Fixture;

static gboolean
is_ready (gpointer data)
{
  AskwellWindow *window = data;

  return g_str_equal (gtk_stack_get_visible_child_name (window->states), "error") ||
         (window->opened && askwell_session_get_reader (window->session) != NULL && gtk_widget_get_width (GTK_WIDGET (window)) > 0);
}

static void
open_window (Fixture *self,
             gboolean sample)
{
  g_autoptr (AskwellSession) session = askwell_session_new (self->database);

  g_assert_null (self->window);
  self->window = askwell_window_new (GTK_APPLICATION (application), session, sample);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_present (GTK_WINDOW (self->window));
  page_wait_for (is_ready, self->window);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
close_window (Fixture *self)
{
  gpointer store = askwell_session_get_store (self->window->session);

  g_object_add_weak_pointer (store, &store);
  gtk_window_close (GTK_WINDOW (self->window));
  page_wait_for (is_gone, &self->window);
  page_wait_for (is_gone, &store);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("askwell-XXXXXX", &error);
  g_assert_no_error (error);
  self->database = g_file_new_build_filename (self->folder, "askwell.db", NULL);
}

static void
set_up_empty (Fixture      *self,
              gconstpointer data)
{
  set_up (self, data);
  open_window (self, FALSE);
}

static void
set_up_sample (Fixture      *self,
               gconstpointer data)
{
  set_up (self, data);
  open_window (self, TRUE);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  GSettings *settings = g_settings_new (APP_ID);

  if (self->window != NULL)
    close_window (self);
  g_settings_reset (settings, "last-plan");
  g_settings_reset (settings, "width");
  g_settings_reset (settings, "height");
  g_object_unref (settings);
  remove_folder (self->folder);
  g_object_unref (self->database);
  g_free (self->folder);
}

static void
activate (Fixture    *self,
          const char *action,
          const char *target)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), action));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), action, target != NULL ? g_variant_new_string (target) : NULL);
}

static gboolean
is_enabled (Fixture    *self,
            const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), action);
}

static const char *
get_state (Fixture *self)
{
  return gtk_stack_get_visible_child_name (self->window->states);
}

static const char *
get_content (Fixture *self)
{
  return gtk_stack_get_visible_child_name (self->window->contents);
}

static gboolean
shows_record (gpointer data)
{
  return askwell_window_get_shown (data) != NULL;
}

/* The words of the sidebar's rows, a line each: "Harbour Mills" */
static GPtrArray *
list_rows (Fixture *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  GtkListView *tree = page_find (self->window->sidebar, GTK_TYPE_LIST_VIEW, 0);
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (tree));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, i);
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

      if (ASKWELL_IS_ACCOUNT (item))
        g_ptr_array_add (rows, g_strdup (askwell_account_get_name (ASKWELL_ACCOUNT (item))));
      else if (ASKWELL_IS_PLAN (item))
        g_ptr_array_add (rows, g_strconcat ("  ", askwell_plan_get_title (ASKWELL_PLAN (item)), NULL));
    }
  return rows;
}

static char *
dup_rows (Fixture *self)
{
  g_autoptr (GPtrArray) rows = list_rows (self);

  g_ptr_array_add (rows, NULL);
  return g_strjoinv ("\n", (char **) rows->pdata);
}

#define assert_rows(self, expected)                     \
  G_STMT_START                                          \
  {                                                     \
    g_autofree char *assert_rows_got = dup_rows (self); \
    g_assert_cmpstr (assert_rows_got, ==, expected);    \
  }                                                     \
  G_STMT_END

static AskwellPlan *
get_plan (Fixture *self)
{
  g_assert_true (ASKWELL_IS_PLAN (askwell_window_get_shown (self->window)));
  return ASKWELL_PLAN (askwell_window_get_shown (self->window));
}

/* What a person does first: an account, a plan, its title; all of it is there at the next start. */
static void
test_first_plan (Fixture      *self,
                 gconstpointer data)
{
  g_assert_cmpstr (get_state (self), ==, "empty");
  g_assert_false (is_enabled (self, "print"));
  activate (self, "add-account", "Harbour Mills");
  g_assert_cmpstr (get_state (self), ==, "library");
  g_assert_cmpstr (get_content (self), ==, "account");

  activate (self, "new-plan", NULL);
  g_assert_cmpstr (get_content (self), ==, "plan");
  g_assert_true (is_enabled (self, "print"));
  askwell_plan_set_title (get_plan (self), "Renewal visit");
  assert_rows (self, "Harbour Mills\n  Renewal visit");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Renewal visit – Askwell");

  close_window (self);
  open_window (self, FALSE);
  page_wait_for (shows_record, self->window);
  g_assert_cmpstr (askwell_plan_get_title (get_plan (self)), ==, "Renewal visit");
  assert_rows (self, "Harbour Mills\n  Renewal visit");
}

/* Ctrl+N with no account chosen: the only one is meant; of several, the person chooses. */
static void
test_new_plan_asks (Fixture      *self,
                    gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  AdwMessageDialog *dialog;
  GtkDropDown *choice;
  guint n;

  activate (self, "add-account", "Ortega Foods");
  askwell_window_show_record (self->window, NULL);
  activate (self, "new-plan", NULL);
  g_assert_true (ASKWELL_IS_PLAN (askwell_window_get_shown (self->window)));

  activate (self, "add-account", "Harbour Mills");
  askwell_window_show_record (self->window, NULL);
  n = g_list_model_get_n_items (windows);
  activate (self, "new-plan", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n + 1);
  for (n = 0; !ADW_IS_MESSAGE_DIALOG (dialog = g_list_model_get_item (windows, n)); n++)
    g_object_unref (dialog);
  choice = GTK_DROP_DOWN (adw_message_dialog_get_extra_child (dialog));
  g_assert_cmpstr (askwell_account_get_name (gtk_drop_down_get_selected_item (choice)), ==, "Harbour Mills");
  adw_message_dialog_response (dialog, "add");
  g_object_unref (dialog);
  page_settle ();
  g_assert_cmpstr (askwell_account_get_name (ASKWELL_ACCOUNT (askwell_record_get_parent (ASKWELL_RECORD (get_plan (self))))), ==,
                   "Harbour Mills");
}

/* Of the row of the only account */
static void
assert_subtitle (Fixture    *self,
                 const char *expected)
{
  GtkWidget *row;
  GtkWidget *label;

  for (guint i = 0; (row = page_find (self->window->sidebar, ASKWELL_TYPE_SIDEBAR_ROW, i)) != NULL; i++)
    if (gtk_widget_get_mapped (row))
      for (guint j = 0; (label = page_find (row, GTK_TYPE_LABEL, j)) != NULL; j++)
        if (g_str_equal (gtk_label_get_label (GTK_LABEL (label)), expected))
          return;
  g_test_message ("No row says “%s”", expected);
  g_test_fail ();
}

static void
test_delete_and_undo (Fixture      *self,
                      gconstpointer data)
{
  activate (self, "add-account", "Hull & Sons <Ltd>");
  activate (self, "new-plan", NULL);
  askwell_plan_set_title (get_plan (self), "First & last");

  activate (self, "delete-shown", NULL);
  g_assert_null (askwell_window_get_shown (self->window));
  assert_rows (self, "Hull & Sons <Ltd>");
  assert_subtitle (self, "No plans yet");
  activate (self, "undo", NULL);
  assert_rows (self, "Hull & Sons <Ltd>\n  First & last");
  g_assert_cmpstr (askwell_plan_get_title (get_plan (self)), ==, "First & last");
  assert_subtitle (self, "1 plan");
  activate (self, "redo", NULL);
  assert_rows (self, "Hull & Sons <Ltd>");

  /* From the trash it comes back too. */
  activate (self, "show-trash", NULL);
  g_assert_cmpstr (get_content (self), ==, "trash");
  page_settle ();
  g_assert_cmpuint (page_count (self->window->trash_page, ADW_TYPE_ACTION_ROW), ==, 1);
  g_signal_emit_by_name (page_find (page_find (self->window->trash_page, ADW_TYPE_ACTION_ROW, 0), GTK_TYPE_BUTTON, 0), "clicked");
  assert_rows (self, "Hull & Sons <Ltd>\n  First & last");

  /* The last account goes: the start page. */
  activate (self, "undo", NULL);
  activate (self, "undo", NULL);
  activate (self, "undo", NULL);
  activate (self, "undo", NULL);
  assert_rows (self, "");
  g_assert_cmpstr (get_state (self), ==, "empty");
}

static void
test_trash_survives (Fixture      *self,
                     gconstpointer data)
{
  activate (self, "add-account", "Harbour Mills");
  activate (self, "new-plan", NULL);
  askwell_plan_set_title (get_plan (self), "Renewal visit");
  activate (self, "delete-shown", NULL);
  close_window (self);
  open_window (self, FALSE);
  assert_rows (self, "Harbour Mills");
  activate (self, "show-trash", NULL);
  while (page_count (self->window->trash_page, ADW_TYPE_ACTION_ROW) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_duplicate (Fixture      *self,
                gconstpointer data)
{
  AskwellPlan *plan;

  activate (self, "add-account", "Harbour Mills");
  activate (self, "new-plan", NULL);
  plan = get_plan (self);
  askwell_plan_set_title (plan, "Renewal visit");
  activate (self, "duplicate", askwell_record_get_id (ASKWELL_RECORD (plan)));
  page_settle ();
  while (get_plan (self) == plan)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (askwell_plan_get_title (get_plan (self)), ==, "Renewal visit (copy)");
}

static gboolean
has_results (gpointer data)
{
  GtkListBox *results = data;

  return gtk_list_box_get_row_at_index (results, 0) != NULL;
}

static void
test_search (Fixture      *self,
             gconstpointer data)
{
  GtkSearchEntry *entry = page_find (self->window->sidebar, GTK_TYPE_SEARCH_ENTRY, 0);
  GtkListBox *results;
  GtkListBoxRow *row;

  askwell_window_show_record (self->window, NULL);
  activate (self, "search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "filter line");
  for (guint i = 0; (results = page_find (self->window->sidebar, GTK_TYPE_LIST_BOX, i)) != NULL; i++)
    if (gtk_widget_has_css_class (GTK_WIDGET (results), "navigation-sidebar"))
      break;
  page_wait_for (has_results, results);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (results, i)) != NULL; i++)
    if (g_str_equal (g_object_get_data (G_OBJECT (row), "id"), ASKWELL_EXCHANGE_SAMPLE_PLAN))
      break;
  g_assert_nonnull (row);
  g_signal_emit_by_name (results, "row-activated", row);
  page_wait_for (shows_record, self->window);
  g_assert_cmpstr (askwell_record_get_id (askwell_window_get_shown (self->window)), ==, ASKWELL_EXCHANGE_SAMPLE_PLAN);

  /* No words: the tree again */
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  while (!gtk_widget_get_mapped (page_find (self->window->sidebar, GTK_TYPE_LIST_VIEW, 0)))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_sample (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GListModel) accounts = askwell_sidebar_list_accounts (self->window->sidebar);
  AskwellLibrary *library = askwell_session_get_library (self->window->session);
  g_autoptr (AskwellAgenda) upcoming = askwell_agenda_new (library, ASKWELL_AGENDA_UPCOMING);
  g_autoptr (AskwellAgenda) to_debrief = askwell_agenda_new (library, ASKWELL_AGENDA_TO_DEBRIEF);

  g_assert_cmpuint (g_list_model_get_n_items (accounts), ==, 5);
  g_assert_cmpuint (g_list_model_get_n_items (askwell_agenda_get_plans (upcoming)), >=, 3);
  g_assert_cmpuint (g_list_model_get_n_items (askwell_agenda_get_plans (to_debrief)), >=, 1);
  g_assert_cmpstr (askwell_plan_get_title (get_plan (self)), ==, "Renewal visit");
}

/* Every page fits a telephone's width. */
static void
test_narrow (Fixture      *self,
             gconstpointer data)
{
  static const char *const pages[] = { "plan", "review", "debrief" };
  AskwellRecord *plan = askwell_window_get_shown (self->window);
  GtkWidget *contents = GTK_WIDGET (self->window->flap);
  int width;

  gtk_window_set_default_size (GTK_WINDOW (self->window), NARROW, 640);
  while (!adw_leaflet_get_folded (self->window->leaflet))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      activate (self, "show-page", pages[i]);
      page_settle ();
      gtk_widget_measure (contents, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_test_message ("%s: %d", pages[i], width);
      g_assert_cmpint (width, <=, NARROW);
    }
  askwell_window_show_record (self->window, askwell_record_get_parent (plan));
  gtk_widget_measure (contents, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_test_message ("account: %d", width);
  g_assert_cmpint (width, <=, NARROW);

  /* Back to the list, and into the same plan again */
  askwell_window_show_record (self->window, plan);
  g_assert_true (adw_leaflet_get_visible_child (self->window->leaflet) == contents);
  activate (self, "back", NULL);
  g_assert_true (adw_leaflet_get_visible_child (self->window->leaflet) == GTK_WIDGET (self->window->sidebar));
  askwell_window_show_record (self->window, plan);
  g_assert_true (adw_leaflet_get_visible_child (self->window->leaflet) == contents);
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static void
test_export_import (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (self->folder, "all.xml", NULL);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dup_rows (self);
  AdwMessageDialog *dialog;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  askwell_exchange_export (askwell_session_get_store (self->window->session), NULL, G_OUTPUT_STREAM (stream), NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error);
  g_assert_no_error (error);

  close_window (self);
  g_object_unref (self->database);
  self->database = g_file_new_build_filename (self->folder, "other.db", NULL);
  open_window (self, FALSE);
  g_assert_cmpstr (get_state (self), ==, "empty");

  /* It says what it will do, and does nothing before it is asked to. */
  askwell_window_import (self->window, file);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "5 new"));
  assert_rows (self, "");
  adw_message_dialog_response (dialog, "import");
  page_settle ();
  assert_rows (self, "Halden Werkzeug AG\nHarbour Mills\nOrtega Foods\nQuayside Logistics\nSt Brigid’s Hospital");

  activate (self, "undo", NULL);
  assert_rows (self, "");
  activate (self, "redo", NULL);
  assert_rows (self, "Halden Werkzeug AG\nHarbour Mills\nOrtega Foods\nQuayside Logistics\nSt Brigid’s Hospital");
}

static void
test_import_broken (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (self->folder, "broken.xml", NULL);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  AdwMessageDialog *dialog;

  g_file_set_contents (path, "<library xmlns='urn:askwell:library:1'><account", -1, &error);
  g_assert_no_error (error);
  askwell_window_import (self->window, file);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "Nothing was changed."));
  g_assert_false (adw_message_dialog_has_response (dialog, "import"));
  adw_message_dialog_response (dialog, "close");
  page_settle ();
  g_assert_cmpstr (get_state (self), ==, "empty");
}

/* A file that is something else stays as it is; the page says so, and offers to begin beside it. */
static void
test_foreign_file (Fixture      *self,
                   gconstpointer data)
{
  g_autofree char *path = g_file_get_path (self->database);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  gboolean kept = FALSE;

  g_file_set_contents (path, "Not a library at all, but a letter to a customer.", -1, &error);
  g_assert_no_error (error);
  open_window (self, FALSE);
  g_assert_cmpstr (get_state (self), ==, "error");
  g_assert_false (is_enabled (self, "new-plan"));

  activate (self, "begin-anew", NULL);
  while (!self->window->opened)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_state (self), ==, "empty");
  activate (self, "add-account", "Harbour Mills");
  assert_rows (self, "Harbour Mills");

  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *other = g_build_filename (self->folder, name, NULL);
      g_autofree char *contents = NULL;

      if (strstr (name, "set-aside") != NULL && g_file_get_contents (other, &contents, NULL, NULL) &&
          g_str_equal (contents, "Not a library at all, but a letter to a customer."))
        kept = TRUE;
    }
  g_assert_true (kept);
}

static void
test_restore_backup (Fixture      *self,
                     gconstpointer data)
{
  g_autoptr (GFile) backup = g_file_new_build_filename (self->folder, "earlier.db", NULL);
  g_autofree char *path = g_file_get_path (backup);
  g_autoptr (GError) error = NULL;
  GList *windows;

  activate (self, "add-account", "Harbour Mills");
  askwell_window_flush (self->window);
  askwell_store_backup (askwell_session_get_store (self->window->session), backup, &error);
  g_assert_no_error (error);
  activate (self, "add-account", "Ortega Foods");
  assert_rows (self, "Harbour Mills\nOrtega Foods");

  g_action_group_activate_action (G_ACTION_GROUP (self->window), "restore-backup", g_variant_new_string (path));
  page_wait_for (is_gone, &self->window);
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->window = windows->data;
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  page_wait_for (is_ready, self->window);
  assert_rows (self, "Harbour Mills");

  /* And it is the one that is written to from now on. */
  activate (self, "add-account", "Quayside Logistics");
  close_window (self);
  open_window (self, FALSE);
  assert_rows (self, "Harbour Mills\nQuayside Logistics");
}

static void
test_pdf (Fixture      *self,
          gconstpointer data)
{
  static const char *const pages[] = { "plan", "review" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (self->folder, "sheet.pdf", NULL);
      g_autoptr (AskwellSheet) sheet = NULL;
      g_autofree char *contents = NULL;

      activate (self, "show-page", pages[i]);
      sheet = askwell_window_create_sheet (self->window);
      askwell_sheet_write_pdf (sheet, file, &error);
      g_assert_no_error (error);
      g_file_load_contents (file, NULL, &contents, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (contents, "%PDF"));
    }
}

/* Every control on screen has a name, on every page. */
static void
test_names (Fixture      *self,
            gconstpointer data)
{
  AskwellRecord *plan = askwell_window_get_shown (self->window);

  page_check_names (self->window);
  activate (self, "show-page", "review");
  page_settle ();
  page_check_names (self->window);
  activate (self, "show-page", "debrief");
  page_settle ();
  page_check_names (self->window);
  askwell_window_show_record (self->window, askwell_record_get_parent (plan));
  page_settle ();
  page_check_names (self->window);
  activate (self, "show-trash", NULL);
  page_settle ();
  page_check_names (self->window);
  activate (self, "search", NULL);
  page_settle ();
  page_check_names (self->window);
}

/* The panes stay as they were left. */
static void
test_panes (Fixture      *self,
            gconstpointer data)
{
  g_assert_true (adw_flap_get_reveal_flap (self->window->flap));
  activate (self, "toggle-panel", NULL);
  g_assert_false (adw_flap_get_reveal_flap (self->window->flap));
  activate (self, "show-page", "review");
  activate (self, "show-page", "plan");
  g_assert_false (adw_flap_get_reveal_flap (self->window->flap));
  activate (self, "toggle-panel", NULL);
  activate (self, "show-page", "review");
  g_assert_false (adw_flap_get_reveal_flap (self->window->flap));
  activate (self, "show-page", "plan");
  g_assert_true (adw_flap_get_reveal_flap (self->window->flap));

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window->sidebar)));
  activate (self, "sidebar-visible", NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->window->sidebar)));
  activate (self, "sidebar-visible", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window->sidebar)));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  page_fixture_init (&argc, &argv);
  /* A pane that is shown and put away again within one frame is more than a spring of libadwaita 1.2 can follow. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = askwell_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_COMMAND_LINE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  /* Without this the application would think of ending whenever a window closes. */
  g_application_hold (G_APPLICATION (application));

#define ADD(path, set_up_func, func) g_test_add ("/app/window/" path, Fixture, NULL, set_up_func, func, tear_down)
  ADD ("first-plan", set_up_empty, test_first_plan);
  ADD ("new-plan-asks", set_up_empty, test_new_plan_asks);
  ADD ("delete-and-undo", set_up_empty, test_delete_and_undo);
  ADD ("trash-survives", set_up_empty, test_trash_survives);
  ADD ("duplicate", set_up_empty, test_duplicate);
  ADD ("import-broken", set_up_empty, test_import_broken);
  ADD ("restore-backup", set_up_empty, test_restore_backup);
  ADD ("foreign-file", set_up, test_foreign_file);
  ADD ("sample", set_up_sample, test_sample);
  ADD ("search", set_up_sample, test_search);
  ADD ("narrow", set_up_sample, test_narrow);
  ADD ("export-import", set_up_sample, test_export_import);
  ADD ("pdf", set_up_sample, test_pdf);
  ADD ("names", set_up_sample, test_names);
  ADD ("panes", set_up_sample, test_panes);
  status = g_test_run ();
  g_application_release (G_APPLICATION (application));
  g_clear_object (&application);
  return status;
}
