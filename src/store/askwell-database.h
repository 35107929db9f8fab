/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/askwell-row.h"
#include "store/askwell-store.h"

G_BEGIN_DECLS

/* One connection to a library's file. Used by one thread at a time: the store's. */
typedef struct _AskwellDatabase AskwellDatabase;

typedef struct
{
  GPtrArray *rows;    /* element-type AskwellRow: records to write */
  GPtrArray *deleted; /* element-type utf8: element and id in turn */
} AskwellChanges;

AskwellChanges  *askwell_changes_new         (void);
void             askwell_changes_free        (AskwellChanges   *self);
gboolean         askwell_changes_is_empty    (AskwellChanges   *self);

AskwellDatabase *askwell_database_open       (const char       *path,
                                              GError          **error);
void             askwell_database_close      (AskwellDatabase  *self);
/* All accounts, ignores, and the plans of the agenda. (element-type AskwellRow) */
GPtrArray       *askwell_database_load_start (AskwellDatabase  *self,
                                              GError          **error);
/* What an account or a plan owns. (element-type AskwellRow) */
GPtrArray       *askwell_database_load       (AskwellDatabase  *self,
                                              const char       *element,
                                              const char       *id,
                                              GError          **error);
/* The plan or account itself; NULL without an error when there is none. */
AskwellRow      *askwell_database_find       (AskwellDatabase  *self,
                                              const char       *id,
                                              GError          **error);
gboolean         askwell_database_write      (AskwellDatabase  *self,
                                              AskwellChanges   *changes,
                                              GError          **error);
GPtrArray       *askwell_database_search     (AskwellDatabase  *self,
                                              const char       *words,
                                              guint             limit,
                                              GError          **error);
gboolean         askwell_database_backup     (AskwellDatabase  *self,
                                              const char       *path,
                                              GError          **error);
GPtrArray       *askwell_database_verify     (AskwellDatabase  *self,
                                              GError          **error);
gboolean         askwell_database_is_empty   (AskwellDatabase  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AskwellChanges, askwell_changes_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AskwellDatabase, askwell_database_close)

G_END_DECLS
