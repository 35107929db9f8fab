/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "askwell-application.h"

#include "askwell-app-resources.h"
#include "askwell-preferences.h"
#include "askwell-window.h"

/*
 * The application: command line, actions of the whole program, and the one promise that reaches beyond the window: when the program is told to end,
 * by the person, the session or a signal, what waits is written first.
 *
 * With --database or --sample the program is one of its own and does not hand over to a running one, which has another library open.
 */

struct _AskwellApplication
{
  AdwApplication parent_instance;

  char *sample_folder; /* of the throw-away copy; removed at the end */
};

G_DEFINE_FINAL_TYPE (AskwellApplication, askwell_application, ADW_TYPE_APPLICATION)

static AskwellWindow *
get_window (AskwellApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (ASKWELL_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static AskwellWindow *
open_window (AskwellApplication *self,
             GFile              *database,
             gboolean            sample)
{
  AskwellWindow *window = get_window (self);

  if (window == NULL)
    {
      g_autoptr (GFile) standard = database == NULL ? askwell_store_get_default_file () : NULL;
      g_autoptr (AskwellSession) session = askwell_session_new (database != NULL ? database : standard);

      window = askwell_window_new (GTK_APPLICATION (self), session, sample);
    }
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
askwell_application_activate (GApplication *application)
{
  open_window (ASKWELL_APPLICATION (application), NULL, FALSE);
}

static int
askwell_application_command_line (GApplication            *application,
                                  GApplicationCommandLine *command_line)
{
  AskwellApplication *self = ASKWELL_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  g_autoptr (GFile) database = NULL;
  g_autofree char *path = NULL;
  gboolean sample = g_variant_dict_contains (options, "sample");
  AskwellWindow *window;

  if (sample)
    {
      g_autoptr (GError) error = NULL;

      self->sample_folder = g_dir_make_tmp ("askwell-sample-XXXXXX", &error);
      if (self->sample_folder == NULL)
        {
          g_application_command_line_printerr (command_line, "askwell: %s\n", error->message);
          return 2;
        }
      database = g_file_new_build_filename (self->sample_folder, "askwell.db", NULL);
    }
  else if (g_variant_dict_lookup (options, "database", "^ay", &path))
    database = g_application_command_line_create_file_for_arg (command_line, path);

  window = open_window (self, database, sample);
  for (guint i = 1; arguments[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, arguments[i]);

      askwell_window_import (window, file);
    }
  return 0;
}

static int
askwell_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("askwell %s\n", PACKAGE_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (options, "sample") || g_variant_dict_contains (options, "database"))
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static gboolean
signal_cb (gpointer data)
{
  AskwellApplication *self = data;
  AskwellWindow *window = get_window (self);

  if (window != NULL)
    askwell_window_flush (window);
  g_application_quit (G_APPLICATION (self));
  return G_SOURCE_CONTINUE;
}

/* The session of the desktop ends. */
static void
query_end_cb (AskwellApplication *self)
{
  AskwellWindow *window = get_window (self);

  if (window != NULL)
    askwell_window_flush (window);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  AskwellWindow *window = get_window (data);

  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
  else
    g_application_quit (G_APPLICATION (data));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  adw_show_about_window (GTK_WINDOW (get_window (data)),
                         "application-name", "Askwell",
                         "application-icon", APP_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _ ("The Askwell authors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _ ("Plan sales calls as a chance to learn"),
                         /* Translators: put your name here, or nothing */
                         "translator-credits", _ ("translator-credits"),
                         NULL);
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  AskwellWindow *window = get_window (data);

  if (window != NULL)
    askwell_preferences_show (GTK_WINDOW (window), askwell_window_get_session (window));
}

void
askwell_application_register_resources (void)
{
  static gsize registered;

  if (g_once_init_enter (&registered))
    {
      askwell_app_register_resource ();
      g_once_init_leave (&registered, 1);
    }
}

static void
askwell_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "quit", quit_action },
    { "about", about_action },
    { "preferences", preferences_action },
  };
  static const struct
  {
    const char *action;
    const char *accelerators[3];
  } accelerators[] = {
    { "app.quit", { "<Control>q" } },
    { "app.preferences", { "<Control>comma" } },
    { "win.new-plan", { "<Control>n" } },
    { "win.new-account", { "<Control><Shift>n" } },
    { "win.search", { "<Control>f" } },
    { "win.toggle-panel", { "F9" } },
    { "win.sidebar-visible", { "<Shift>F9" } },
    { "win.print", { "<Control>p" } },
    { "win.save-pdf", { "<Control><Shift>p" } },
    { "win.import", { "<Control>o" } },
    { "win.export", { "<Control><Shift>s" } },
    { "win.show-page('plan')", { "<Alt>1" } },
    { "win.show-page('review')", { "<Alt>2" } },
    { "win.show-page('debrief')", { "<Alt>3" } },
    { "win.show-help-overlay", { "<Control>question", "F1" } },
    { "window.close", { "<Control>w" } },
  };

  askwell_application_register_resources ();
  G_APPLICATION_CLASS (askwell_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action, accelerators[i].accelerators);
  g_signal_connect (application, "query-end", G_CALLBACK (query_end_cb), NULL);
  g_unix_signal_add (SIGTERM, signal_cb, application);
  g_unix_signal_add (SIGINT, signal_cb, application);
  g_unix_signal_add (SIGHUP, signal_cb, application);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
askwell_application_shutdown (GApplication *application)
{
  AskwellApplication *self = ASKWELL_APPLICATION (application);
  AskwellWindow *window = get_window (self);

  if (window != NULL)
    askwell_window_flush (window);
  if (self->sample_folder != NULL)
    remove_folder (self->sample_folder);
  g_clear_pointer (&self->sample_folder, g_free);

  G_APPLICATION_CLASS (askwell_application_parent_class)->shutdown (application);
}

static void
askwell_application_class_init (AskwellApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = askwell_application_activate;
  application_class->command_line = askwell_application_command_line;
  application_class->handle_local_options = askwell_application_handle_local_options;
  application_class->startup = askwell_application_startup;
  application_class->shutdown = askwell_application_shutdown;
}

static void
askwell_application_init (AskwellApplication *self)
{
  const GOptionEntry options[] = {
    { "database", 'd', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Use this library instead of your own"), N_ ("FILE") },
    { "sample", 's', 0, G_OPTION_ARG_NONE, NULL, N_ ("Open a throw-away copy of the sample library"), NULL },
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

AskwellApplication *
askwell_application_new (void)
{
  return g_object_new (ASKWELL_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "register-session", TRUE,
                       "resource-base-path", RESOURCE_PREFIX,
                       NULL);
}
