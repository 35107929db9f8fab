/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <unistd.h>

#include "askwell-application.h"

/* Without a schema GSettings would end the program without a word for the person. */
static void
find_settings_schema (const char *program)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, APP_ID, TRUE) : NULL;

  if (schema == NULL)
    {
      g_printerr (_ ("%s: the settings schema is not installed. Run “meson install”, or start it with build-aux/run.\n"), program);
      exit (2);
    }
}

/* What lies beside the program in a build folder; NULL when it is installed. */
static char *
find_in_build (const char *folder,
               const char *file)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *beside = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *path = beside != NULL ? g_build_filename (beside, "..", folder, NULL) : NULL;
  g_autofree char *test = path != NULL ? g_build_filename (path, file, NULL) : NULL;

  return test != NULL && g_file_test (test, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AskwellApplication) application = NULL;
  g_autofree char *schemas = find_in_build ("data", "gschemas.compiled");
  /* Meson builds translations where bindtextdomain() finds them: po/de/LC_MESSAGES/askwell.mo */
  g_autofree char *translations = find_in_build ("po", "de/LC_MESSAGES/" GETTEXT_PACKAGE ".mo");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, translations != NULL ? translations : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Askwell");

  if (schemas != NULL)
    g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, FALSE);
  find_settings_schema (argv[0]);
  application = askwell_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
