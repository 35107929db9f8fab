/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/askwell-exchange.h"

/* Libraries in files of a folder that goes when the test is done. */
typedef struct
{
  char *folder;
} Fixture;

void          fixture_set_up    (Fixture      *self,
                                 gconstpointer data);
void          fixture_tear_down (Fixture      *self,
                                 gconstpointer data);
AskwellStore *fixture_open      (Fixture      *self,
                                 const char   *name);

char         *export_text       (AskwellStore       *store,
                                 const char *const  *ids);
gboolean      import_text       (AskwellStore        *store,
                                 const char          *text,
                                 gssize               length,
                                 gboolean             dry_run,
                                 AskwellImportCounts *counts,
                                 GError             **error);
char         *read_source       (const char *name);
