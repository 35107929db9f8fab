/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "store/askwell-store.h"

G_BEGIN_DECLS

#define ASKWELL_SCHEMA_VERSION 1
#define ASKWELL_APPLICATION_ID 0x41736b57 /* "AskW" */

/* The tables, in an order in which what is owned comes after its owner. */
typedef struct
{
  const char *name;
  const char *owner; /* NULL: the library */
} AskwellTable;

extern const AskwellTable askwell_tables[];
extern const guint askwell_n_tables;

GType    askwell_table_get_type   (const AskwellTable *table);
char    *askwell_column_name      (const char         *field);
char    *askwell_schema_create    (void);
gboolean askwell_schema_migrate   (sqlite3            *database,
                                   int                 from,
                                   GError            **error);

G_END_DECLS
