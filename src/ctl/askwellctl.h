/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The contract of the exit status, for every verb. */
enum
{
  ASKWELLCTL_OK = 0,      /* nothing found, or done */
  ASKWELLCTL_FOUND = 1,   /* findings (check) or damage (verify) */
  ASKWELLCTL_TROUBLE = 2, /* bad usage or input; one line on standard error */
};

/* A verb is a file of its own, askwellctl-VERB.c. It gets its own words (argv[0] is the verb) and returns an exit status. */
typedef int (*AskwellctlVerb) (int argc, char **argv);

int askwellctl_check     (int argc, char **argv);
int askwellctl_rewrite   (int argc, char **argv);
int askwellctl_questions (int argc, char **argv);
int askwellctl_list      (int argc, char **argv);
int askwellctl_export    (int argc, char **argv);
int askwellctl_import    (int argc, char **argv);
int askwellctl_print     (int argc, char **argv);
int askwellctl_search    (int argc, char **argv);
int askwellctl_backup    (int argc, char **argv);
int askwellctl_verify    (int argc, char **argv);

/* Prints "askwellctl VERB: MESSAGE" on standard error and returns ASKWELLCTL_TROUBLE. */
int askwellctl_trouble (const char *verb,
                        const char *format,
                        ...) G_GNUC_PRINTF (2, 3);

/* Parses @argv with @entries (GOption); on bad usage prints one line and returns FALSE. --help prints the usage and exits 0. */
gboolean askwellctl_parse (const char         *verb,
                           const char         *parameters,
                           const GOptionEntry *entries,
                           int                *argc,
                           char             ***argv);

G_END_DECLS
