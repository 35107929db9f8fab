/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-schema.h"

/*
 * The tables follow the model: one a kind of record, one column a field, beside the id, the owner, the position among its siblings, and when it was
 * made and changed. What is owned goes with its owner (ON DELETE CASCADE); constraints are looked at when a transaction ends, so that its rows may
 * come in any order.
 *
 * A change of the model's tables needs a new version here with a step that changes older files; a test compares the schema that is made from the
 * model with the one written down for the version.
 */

const AskwellTable askwell_tables[] = {
  { "account", NULL },   { "ignore", NULL },      { "contact", "account" }, { "fact", "account" },
  { "unknown", "account" }, { "plan", "account" }, { "attendee", "plan" },  { "objective", "plan" },
  { "question", "plan" }, { "entry", "plan" },    { "comment", "plan" },    { "version", "objective" },
};
const guint askwell_n_tables = G_N_ELEMENTS (askwell_tables);

/* Steps from a version to the next: steps[0] makes version 2 of version 1. */
static const char *const steps[] = {
  NULL,
};

GType
askwell_table_get_type (const AskwellTable *table)
{
  return askwell_record_type_for_element (table->name);
}

/**
 * askwell_column_name:
 * @field: name of a field
 *
 * Returns: (transfer full): name of its column
 */
char *
askwell_column_name (const char *field)
{
  return g_strdelimit (g_strdup (field), "-", '_');
}

/**
 * askwell_schema_create:
 *
 * Returns: (transfer full): the SQL that makes the tables of ASKWELL_SCHEMA_VERSION in an empty file
 */
char *
askwell_schema_create (void)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < askwell_n_tables; i++)
    {
      const AskwellTable *table = &askwell_tables[i];
      g_autoptr (GTypeClass) klass = g_type_class_ref (askwell_table_get_type (table));
      AskwellRecordClass *record_class = (AskwellRecordClass *) klass;

      g_string_append_printf (sql, "CREATE TABLE \"%s\" (\n  id TEXT PRIMARY KEY NOT NULL,\n", table->name);
      if (table->owner != NULL)
        g_string_append_printf (sql, "  parent TEXT NOT NULL REFERENCES \"%s\" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,\n",
                                table->owner);
      else
        g_string_append (sql, "  parent TEXT NOT NULL DEFAULT '',\n");
      g_string_append (sql, "  position REAL NOT NULL,\n  created INTEGER NOT NULL,\n  modified INTEGER NOT NULL");
      for (guint j = 0; j < record_class->n_fields; j++)
        {
          const AskwellField *field = &record_class->fields[j];
          g_autofree char *column = askwell_column_name (field->name);
          gboolean number = field->kind == ASKWELL_FIELD_INT || field->kind == ASKWELL_FIELD_TIME || field->kind == ASKWELL_FIELD_BOOLEAN;

          g_string_append_printf (sql, ",\n  \"%s\" %s NOT NULL", column, number ? "INTEGER" : "TEXT");
        }
      g_string_append (sql, "\n);\n");
      if (table->owner != NULL)
        g_string_append_printf (sql, "CREATE INDEX %s_parent ON \"%s\" (parent);\n", table->name, table->name);
    }
  g_string_append (sql,
                   "CREATE INDEX plan_start ON plan (start) WHERE deleted = 0 AND debriefed = 0;\n"
                   "CREATE TABLE document (\n  number INTEGER PRIMARY KEY,\n  owner TEXT UNIQUE NOT NULL\n);\n"
                   "CREATE VIRTUAL TABLE search USING fts5 (title, text, tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3 4');\n");
  return g_string_free (sql, FALSE);
}

/**
 * askwell_schema_migrate:
 * @database: a database, in a transaction
 * @from: its version, less than ASKWELL_SCHEMA_VERSION
 * @error: what failed
 *
 * Brings a file to the version of now.
 */
gboolean
askwell_schema_migrate (sqlite3 *database,
                        int      from,
                        GError **error)
{
  g_return_val_if_fail (from >= 1 && from <= ASKWELL_SCHEMA_VERSION, FALSE);

  for (int version = from; version < ASKWELL_SCHEMA_VERSION; version++)
    if (sqlite3_exec (database, steps[version - 1], NULL, NULL, NULL) != SQLITE_OK)
      {
        g_set_error (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_FAILED, "version %d cannot be made of version %d: %s", version + 1,
                     version, sqlite3_errmsg (database));
        return FALSE;
      }
  return TRUE;
}
