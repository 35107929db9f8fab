/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "askwellctl.h"

/* The command line: finds the verb and hands it its words. The verbs and what they promise: DESIGN, "Command line: a contract". */

static const struct
{
  const char *name;
  AskwellctlVerb run;
} verbs[] = {
  { "check", askwellctl_check },
  { "rewrite", askwellctl_rewrite },
  { "questions", askwellctl_questions },
  { "list", askwellctl_list },
  { "export", askwellctl_export },
  { "import", askwellctl_import },
  { "print", askwellctl_print },
  { "search", askwellctl_search },
  { "backup", askwellctl_backup },
  { "verify", askwellctl_verify },
};

int
askwellctl_trouble (const char *verb,
                    const char *format,
                    ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  /* One line, whatever an error from below brings. */
  g_strdelimit (g_strchomp (message), "\r\n", ' ');
  if (verb != NULL)
    g_printerr ("askwellctl %s: %s\n", verb, message);
  else
    g_printerr ("askwellctl: %s\n", message);

  return ASKWELLCTL_TROUBLE;
}

gboolean
askwellctl_parse (const char         *verb,
                  const char         *parameters,
                  const GOptionEntry *entries,
                  int                *argc,
                  char             ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strdup_printf ("askwellctl %s", verb);

  g_set_prgname (program);
  g_option_context_set_help_enabled (context, TRUE);
  g_option_context_set_summary (context, parameters);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      askwellctl_trouble (verb, "%s", error->message);
      return FALSE;
    }
  return TRUE;
}

static void
print_usage (FILE *stream)
{
  fprintf (stream, "%s", _ ("Usage: askwellctl VERB [OPTION…] [ARGUMENT…]\nVerbs:"));
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    fprintf (stream, " %s", verbs[i].name);
  fprintf (stream, "\n%s\n", _ ("“askwellctl VERB --help” tells more."));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc < 2)
    return askwellctl_trouble (NULL, "%s", _ ("which verb? Try “askwellctl --help”."));
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "help") == 0)
    {
      print_usage (stdout);
      return ASKWELLCTL_OK;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      printf ("askwellctl %s\n", PACKAGE_VERSION);
      return ASKWELLCTL_OK;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (argv[1], verbs[i].name) == 0)
      return verbs[i].run (argc - 1, argv + 1);

  return askwellctl_trouble (NULL, _ ("there is no verb “%s”. Try “askwellctl --help”."), argv[1]);
}
