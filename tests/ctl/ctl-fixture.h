/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* A folder for a test's files, and askwellctl run as from a shell. */

typedef struct
{
  char *folder;
  char *database; /* as an option */
  char *sample;
} Fixture;

typedef struct
{
  int status;
  char *output;
  char *errors;
} Result;

void   result_clear   (Result        *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

char  *in_folder      (Fixture       *self,
                       const char    *name);
void   set_up         (Fixture       *self,
                       gconstpointer  data);
void   tear_down      (Fixture       *self,
                       gconstpointer  data);
/* Up to a NULL. Trouble is always one line on standard error, and never a trace. */
Result run            (const char    *input,
                       const char    *first,
                       ...) G_GNUC_NULL_TERMINATED;
void   assert_trouble (const Result  *result,
                       const char    *words);
void   import_sample  (Fixture       *self);
