/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-account.h"
#include "model/askwell-library.h"
#include "model/askwell-plan.h"

G_BEGIN_DECLS

#define ASKWELL_STORE_ERROR (askwell_store_error_quark ())
GQuark askwell_store_error_quark (void);

/**
 * AskwellStoreError:
 * @ASKWELL_STORE_ERROR_FAILED: reading or writing failed; the message says what and what is safe
 * @ASKWELL_STORE_ERROR_NEWER: the file was made by a newer version
 * @ASKWELL_STORE_ERROR_FOREIGN: the file is not an Askwell library
 * @ASKWELL_STORE_ERROR_DAMAGED: the file is damaged
 */
typedef enum
{
  ASKWELL_STORE_ERROR_FAILED,
  ASKWELL_STORE_ERROR_NEWER,
  ASKWELL_STORE_ERROR_FOREIGN,
  ASKWELL_STORE_ERROR_DAMAGED,
} AskwellStoreError;

#define ASKWELL_TYPE_STORE (askwell_store_get_type ())
G_DECLARE_FINAL_TYPE (AskwellStore, askwell_store, ASKWELL, STORE, GObject)

/*
 * Keeps a library in an SQLite file. All reading and writing is done on one thread of its own; the library lives on the thread that made the
 * store. The store listens to the library, gathers what changed for at most 400 ms and writes it in one transaction.
 *
 * Properties: "library" (AskwellLibrary, filled by open), "error" (boxed GError, nullable: why what was typed is not on disk at the moment; the
 * store tries again by itself and clears it), "saved" (boolean: nothing waits to be written).
 */

/* $XDG_DATA_HOME/askwell/askwell.db */
GFile          *askwell_store_get_default_file (void);

AskwellStore   *askwell_store_new              (GFile                *file);
GFile          *askwell_store_get_file         (AskwellStore         *self);
AskwellLibrary *askwell_store_get_library      (AskwellStore         *self);
const GError   *askwell_store_get_error        (AskwellStore         *self);

/* Opens or makes the file (folders too), migrates it, and loads the accounts (their "loaded" is FALSE), the ignores, and the agenda: the plans that
 * are upcoming or wait for their debrief, as not loaded records in their accounts' lists. */
void            askwell_store_open_async       (AskwellStore         *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              data);
gboolean        askwell_store_open_finish      (AskwellStore         *self,
                                                GAsyncResult         *result,
                                                GError              **error);
gboolean        askwell_store_open             (AskwellStore         *self,
                                                GError              **error);

/* Fills the lists of an account (contacts, facts, unknowns, and its plans, not loaded) or of a plan (everything); does nothing for one that is
 * loaded. Records that are in memory already stay the same objects. */
void            askwell_store_load_async       (AskwellStore         *self,
                                                AskwellRecord        *record,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              data);
gboolean        askwell_store_load_finish      (AskwellStore         *self,
                                                GAsyncResult         *result,
                                                GError              **error);
gboolean        askwell_store_load             (AskwellStore         *self,
                                                AskwellRecord        *record,
                                                GError              **error);
/* The account or plan with that id, brought into memory when it is not there; NULL and no error when there is none. (transfer none) */
AskwellRecord  *askwell_store_find             (AskwellStore         *self,
                                                const char           *id,
                                                GError              **error);
void            askwell_store_find_async       (AskwellStore         *self,
                                                const char           *id,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              data);
AskwellRecord  *askwell_store_find_finish      (AskwellStore         *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/* Writes what waits, now. flush waits for the disk (for SIGTERM, closing and the command line). */
gboolean        askwell_store_flush            (AskwellStore         *self,
                                                GError              **error);
void            askwell_store_flush_async      (AskwellStore         *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              data);
gboolean        askwell_store_flush_finish     (AskwellStore         *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/**
 * AskwellSearchHit:
 * @plan_id: the plan, or "" for a hit in an account itself
 * @account_id: the account
 * @title: title of the plan, or name of the account
 * @account: name of the account
 * @snippet: a piece of the text around the words
 * @start: start of the plan, seconds, 0 for none
 */
typedef struct
{
  char *plan_id;
  char *account_id;
  char *title;
  char *account;
  char *snippet;
  gint64 start;
} AskwellSearchHit;

void            askwell_search_hit_free        (AskwellSearchHit     *self);

/* Words, the last one as a prefix; accents folded; best first. (element-type AskwellSearchHit) */
void            askwell_store_search_async     (AskwellStore         *self,
                                                const char           *words,
                                                guint                 limit,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              data);
GPtrArray      *askwell_store_search_finish    (AskwellStore         *self,
                                                GAsyncResult         *result,
                                                GError              **error);
GPtrArray      *askwell_store_search           (AskwellStore         *self,
                                                const char           *words,
                                                guint                 limit,
                                                GError              **error);

/* Changes in between are written in one transaction. */
void            askwell_store_begin_batch      (AskwellStore         *self);
void            askwell_store_end_batch        (AskwellStore         *self);

/* For a file that cannot be opened: the backups beside it, newest first (element-type GFile), and renaming it out of the way. */
GPtrArray      *askwell_store_list_backups     (GFile                *file);
GFile          *askwell_store_set_aside        (GFile                *file,
                                                GError              **error);

/* A copy of the whole library in @file (SQLite's online backup). */
gboolean        askwell_store_backup           (AskwellStore         *self,
                                                GFile                *file,
                                                GError              **error);
/* Checks the file. Empty: sound; else a line for each kind of damage. (element-type utf8) */
GPtrArray      *askwell_store_verify           (AskwellStore         *self,
                                                GError              **error);

G_END_DECLS
