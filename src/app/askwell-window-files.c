/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-window-private.h"

#include "exchange/askwell-exchange.h"

/* What has to do with files and paper: import and export, the sample, print and PDF, backups. */

/**
 * askwell_window_create_sheet:
 * @self: a window that shows something
 *
 * Returns: (transfer full): what is shown, as a sheet: the plan, its objectives before and after, or the account's ledger
 */
AskwellSheet *
askwell_window_create_sheet (AskwellWindow *self)
{
  AskwellSheetKind kind = ASKWELL_SHEET_LEDGER;

  if (ASKWELL_IS_PLAN (self->shown))
    kind = g_str_equal (adw_view_stack_get_visible_child_name (self->plan_pages), "review") ? ASKWELL_SHEET_REVIEW : ASKWELL_SHEET_CALL;
  return askwell_sheet_new (kind, self->shown, askwell_session_get_reader (self->session));
}

/* Printing */

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                AskwellSheet      *sheet)
{
  guint n_pages = askwell_sheet_paginate (sheet, gtk_print_context_get_width (context), gtk_print_context_get_height (context), 0);

  gtk_print_operation_set_n_pages (operation, (int) n_pages);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              AskwellSheet      *sheet)
{
  askwell_sheet_draw_page (sheet, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
print_done_cb (GtkPrintOperation       *operation,
               GtkPrintOperationResult  result,
               AskwellWindow           *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    askwell_window_say (self, error->message);
}

/* The dialog does not wait in a loop of its own, so that the program can be told to end while it is open. */
static void
print_sheet (AskwellWindow *self,
             AskwellSheet  *sheet)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, askwell_sheet_get_title (sheet));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "sheet", g_object_ref (sheet), g_object_unref);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_print_cb), sheet, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), sheet, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

static void
print_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  g_autoptr (AskwellSheet) sheet = askwell_window_create_sheet (data);

  print_sheet (data, sheet);
}

static void
print_review_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  AskwellWindow *self = data;
  g_autoptr (AskwellSheet) sheet = askwell_sheet_new (ASKWELL_SHEET_REVIEW, self->shown, askwell_session_get_reader (self->session));

  print_sheet (self, sheet);
}

/* Files a person chooses */

static GtkFileChooserNative *
make_chooser (AskwellWindow       *self,
              const char          *title,
              GtkFileChooserAction action,
              const char          *name,
              const char          *suffix,
              const char          *kind)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  if (name != NULL)
    {
      g_autofree char *file_name = g_strdup_printf ("%s.%s", name, suffix);

      g_strdelimit (file_name, "/\\:", '-');
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file_name);
    }
  return chooser;
}

/* The chosen file, and the chooser is gone; NULL when none was. */
static GFile *
take_file (GtkFileChooserNative *chooser,
           int                   response)
{
  GFile *file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  g_object_unref (chooser);
  return file;
}

static void
pdf_response_cb (GtkFileChooserNative *chooser,
                 int                   response,
                 AskwellWindow        *self)
{
  g_autoptr (GFile) file = take_file (chooser, response);
  g_autoptr (AskwellSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->shown == NULL)
    return;
  sheet = askwell_window_create_sheet (self);
  askwell_window_say (self, askwell_sheet_write_pdf (sheet, file, &error) ? _ ("PDF saved") : error->message);
}

static void
save_pdf_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  AskwellWindow *self = data;
  g_autoptr (AskwellSheet) sheet = askwell_window_create_sheet (self);
  GtkFileChooserNative *chooser = make_chooser (self, _ ("Save as PDF"), GTK_FILE_CHOOSER_ACTION_SAVE, askwell_sheet_get_title (sheet), "pdf",
                                                _ ("PDF files"));

  g_signal_connect_object (chooser, "response", G_CALLBACK (pdf_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
export_to (AskwellWindow     *self,
           GFile             *file,
           const char *const *ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, &error);

  if (stream != NULL && askwell_exchange_export (askwell_session_get_store (self->session), ids, G_OUTPUT_STREAM (stream), NULL, &error) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error))
    askwell_window_say (self, _ ("Exported"));
  else
    askwell_window_say (self, error->message);
}

static void
export_response_cb (GtkFileChooserNative *chooser,
                    int                   response,
                    AskwellWindow        *self)
{
  g_autoptr (GFile) file = take_file (chooser, response);

  if (file != NULL)
    export_to (self, file, NULL);
}

static void
export_shown_response_cb (GtkFileChooserNative *chooser,
                          int                   response,
                          AskwellWindow        *self)
{
  g_autoptr (GFile) file = take_file (chooser, response);
  const char *ids[] = { self->shown != NULL ? askwell_record_get_id (self->shown) : NULL, NULL };

  if (file != NULL && ids[0] != NULL)
    export_to (self, file, ids);
}

static void
export_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  GtkFileChooserNative *chooser = make_chooser (data, _ ("Export Everything"), GTK_FILE_CHOOSER_ACTION_SAVE, "askwell", "xml", _ ("Askwell XML"));

  g_signal_connect_object (chooser, "response", G_CALLBACK (export_response_cb), data, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
export_shown_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  GtkFileChooserNative *chooser = make_chooser (data, _ ("Export This"), GTK_FILE_CHOOSER_ACTION_SAVE, "askwell", "xml", _ ("Askwell XML"));

  g_signal_connect_object (chooser, "response", G_CALLBACK (export_shown_response_cb), data, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Import: counted first, done when the person has seen what it will do */

static gboolean
import_file (AskwellWindow       *self,
             GFile               *file,
             gboolean             dry_run,
             AskwellImportCounts *counts,
             GError             **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);

  return stream != NULL &&
         askwell_exchange_import (askwell_session_get_store (self->session), G_INPUT_STREAM (stream), dry_run, counts, NULL, error);
}

static void
import_response_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    AskwellWindow    *self)
{
  GFile *file = g_object_get_data (G_OBJECT (dialog), "file");
  AskwellImportCounts counts = { 0 };
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "import"))
    return;
  askwell_session_begin_change (self->session, _ ("Imported"));
  import_file (self, file, FALSE, &counts, &error);
  askwell_session_end_change (self->session, error == NULL);
  if (error != NULL)
    askwell_window_say (self, error->message);
}

/**
 * askwell_window_import:
 * @self: a window
 * @file: an exported library
 *
 * Shows what importing it will do, and does it when the person agrees. Waits for the library to be open.
 */
void
askwell_window_import (AskwellWindow *self,
                       GFile         *file)
{
  AskwellImportCounts counts = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (file);
  GtkWidget *dialog;

  g_return_if_fail (ASKWELL_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (!self->opened)
    {
      g_set_object (&self->to_import, file);
      return;
    }
  if (!import_file (self, file, TRUE, &counts, &error))
    {
      dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("This file cannot be imported"), NULL);
      adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), _ ("%s\n\nNothing was changed."), error->message);
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
      return;
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Import “%s”?"), name);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _ ("Accounts: %u new, %u changed, %u as they are.\nPlans: %u new, %u changed, %u as they are."),
                                  counts.accounts_added, counts.accounts_changed, counts.accounts_unchanged, counts.plans_added,
                                  counts.plans_changed, counts.plans_unchanged);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "import", _ ("_Import"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "import", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "import");
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (import_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_response_cb (GtkFileChooserNative *chooser,
                  int                   response,
                  AskwellWindow        *self)
{
  g_autoptr (GFile) file = take_file (chooser, response);

  if (file != NULL)
    askwell_window_import (self, file);
}

static void
import_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  GtkFileChooserNative *chooser = make_chooser (data, _ ("Import"), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, "xml", _ ("Askwell XML"));

  g_signal_connect_object (chooser, "response", G_CALLBACK (open_response_cb), data, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* The sample */

void
askwell_window_open_sample (AskwellWindow *self)
{
  g_autoptr (GError) error = NULL;
  AskwellRecord *plan;

  if (!askwell_exchange_import_sample (askwell_session_get_store (self->session), &error))
    {
      askwell_window_say (self, error->message);
      return;
    }
  plan = askwell_store_find (askwell_session_get_store (self->session), ASKWELL_EXCHANGE_SAMPLE_PLAN, NULL);
  if (plan != NULL)
    askwell_window_show_record (self, plan);
}

static void
open_sample_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  askwell_window_open_sample (data);
}

/* Backups */

static void
open_again_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  askwell_window_open_session (data);
}

static void
begin_anew_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  AskwellWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) aside = askwell_store_set_aside (askwell_store_get_file (askwell_session_get_store (self->session)), &error);

  if (aside == NULL)
    askwell_window_say (self, error->message);
  else
    askwell_window_open_session (self);
}

/*
 * Restoring: SQLite must have let go of the library before another file takes its name, as it removes its journal by name when it closes. So the
 * window goes, the store ends with it, and when it has, the library is set aside, the backup put in its place, and a new window opened.
 */

typedef struct
{
  GtkApplication *application;
  GFile *file;
  GFile *backup;
} Restore;

static gboolean
restore_cb (gpointer data)
{
  Restore *restore = data;
  g_autoptr (GFile) aside = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AskwellSession) session = askwell_session_new (restore->file);
  AskwellWindow *window;

  if (g_file_query_exists (restore->file, NULL))
    aside = askwell_store_set_aside (restore->file, &error);
  if (error == NULL && !g_file_copy (restore->backup, restore->file, G_FILE_COPY_NONE, NULL, NULL, NULL, &error) && aside != NULL)
    g_file_move (aside, restore->file, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL);

  window = askwell_window_new (restore->application, session, FALSE);
  gtk_window_present (GTK_WINDOW (window));
  askwell_window_say (window, error != NULL ? error->message : _ ("The backup is open. The library of before lies beside it."));

  g_application_release (G_APPLICATION (restore->application));
  g_object_unref (restore->application);
  g_object_unref (restore->file);
  g_object_unref (restore->backup);
  g_free (restore);
  return G_SOURCE_REMOVE;
}

static void
store_ended_cb (gpointer data,
                GObject *store)
{
  g_idle_add (restore_cb, data);
}

static void
restore_backup_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       data)
{
  AskwellWindow *self = data;
  AskwellStore *store = askwell_session_get_store (self->session);
  Restore *restore = g_new (Restore, 1);

  restore->application = g_object_ref (gtk_window_get_application (GTK_WINDOW (self)));
  restore->file = g_object_ref (askwell_store_get_file (store));
  restore->backup = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_application_hold (G_APPLICATION (restore->application));
  askwell_window_flush (self);
  g_object_weak_ref (G_OBJECT (store), store_ended_cb, restore);
  gtk_window_destroy (GTK_WINDOW (self));
}

void
askwell_window_install_file_actions (AskwellWindow *self)
{
  static const GActionEntry actions[] = {
    { "print", print_action },
    { "print-review", print_review_action },
    { "save-pdf", save_pdf_action },
    { "import", import_action },
    { "export", export_action },
    { "export-shown", export_shown_action },
    { "open-sample", open_sample_action },
    { "open-again", open_again_action },
    { "begin-anew", begin_anew_action },
    { "restore-backup", restore_backup_action, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
