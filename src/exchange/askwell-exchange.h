/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/askwell-store.h"

G_BEGIN_DECLS

#define ASKWELL_EXCHANGE_ERROR (askwell_exchange_error_quark ())
GQuark askwell_exchange_error_quark (void);

typedef enum
{
  ASKWELL_EXCHANGE_ERROR_INVALID, /* not well-formed, not valid, hostile: the message has line and reason */
  ASKWELL_EXCHANGE_ERROR_NEWER,   /* a newer version of the format */
  ASKWELL_EXCHANGE_ERROR_NOT_FOUND, /* no such id */
} AskwellExchangeError;

/* Writes the library (@ids NULL), or these accounts and plans, as XML. Streams: one account in memory at a time. */
gboolean askwell_exchange_export (AskwellStore        *store,
                                  const char *const   *ids,
                                  GOutputStream       *stream,
                                  GCancellable        *cancellable,
                                  GError             **error);

/**
 * AskwellImportCounts:
 *
 * How many accounts and plans an import adds, changes, and leaves as they are.
 */
typedef struct
{
  guint accounts_added, accounts_changed, accounts_unchanged;
  guint plans_added, plans_changed, plans_unchanged;
} AskwellImportCounts;

/* Reads and validates all of @stream, then merges it by id in one transaction; with @dry_run only counts. Nothing changes on an error. */
gboolean askwell_exchange_import (AskwellStore         *store,
                                  GInputStream         *stream,
                                  gboolean              dry_run,
                                  AskwellImportCounts  *counts,
                                  GCancellable         *cancellable,
                                  GError              **error);

/* Id of the plan of the sample that shows most. */
#define ASKWELL_EXCHANGE_SAMPLE_PLAN "5a3b1e00-0000-4000-8000-000000000201"

/* Adds the sample library, its dates moved so that it looks alive today. */
gboolean askwell_exchange_import_sample (AskwellStore *store,
                                         GError      **error);

G_END_DECLS
