/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "askwell-database.h"

#include "askwell-schema.h"

/*
 * SQL lives here and in askwell-schema.c, and nowhere else.
 *
 * Statements that read or write records are made from the model's tables once for each table and kept. A file that is not ours, or newer than we
 * are, or damaged, is told apart when it is opened, and nothing is written to it.
 */

#define TRASH_SECONDS (30 * 24 * 60 * 60)
#define AGENDA_PLANS 400

struct _AskwellDatabase
{
  sqlite3 *handle;
  sqlite3_stmt **upserts; /* one a table */
  char **selects;         /* "SELECT id, parent, …  FROM …", one a table */
};

AskwellChanges *
askwell_changes_new (void)
{
  AskwellChanges *self = g_new0 (AskwellChanges, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) askwell_row_free);
  self->deleted = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
askwell_changes_free (AskwellChanges *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->deleted);
  g_free (self);
}

gboolean
askwell_changes_is_empty (AskwellChanges *self)
{
  return self->rows->len == 0 && self->deleted->len == 0;
}

/* Errors */

static gboolean
fail (AskwellDatabase *self,
      const char      *doing,
      GError         **error)
{
  int code = sqlite3_errcode (self->handle);

  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      g_set_error_literal (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_FOREIGN,
                           _ ("The file is not an Askwell library. Nothing in it was changed."));
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_DAMAGED, _ ("The file is damaged (%s). Nothing in it was changed."),
                   sqlite3_errmsg (self->handle));
      break;
    case SQLITE_FULL:
      g_set_error_literal (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_FAILED,
                           _ ("The disk is full. What you type is kept in memory; make some room and it will be saved."));
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error_literal (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_FAILED,
                           _ ("The library’s file cannot be written to. What you type is kept in memory until it can."));
      break;
    default:
      g_set_error (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_FAILED, "%s: %s", doing, sqlite3_errmsg (self->handle));
      break;
    }
  return FALSE;
}

static gboolean
run (AskwellDatabase *self,
     const char      *sql,
     GError         **error)
{
  return sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK || fail (self, _ ("The library cannot be used"), error);
}

static gint64
get_number (AskwellDatabase *self,
            const char      *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 number = -1;

  if (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return number;
}

/* Opening */

static gboolean
make_file (const char *path,
           GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_FAILED, _ ("The folder “%s” cannot be made: %s"), folder,
                   g_strerror (errno));
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_FOREIGN, _ ("“%s” is a folder, not a library."), path);
      return FALSE;
    }

  /* Readable by the person alone from the first moment on; SQLite gives its side files the same mode. */
  file = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0)
    {
      g_set_error (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_FAILED, _ ("The library “%s” cannot be opened: %s"), path,
                   g_strerror (errno));
      return FALSE;
    }
  close (file);
  return TRUE;
}

static gboolean
prepare_schema (AskwellDatabase *self,
                const char      *path,
                GError         **error)
{
  gint64 application, version;

  if (!run (self, "SELECT count(*) FROM sqlite_master", error))
    return FALSE;
  application = get_number (self, "PRAGMA application_id");
  version = get_number (self, "PRAGMA user_version");

  if (application == 0 && version == 0 && get_number (self, "SELECT count(*) FROM sqlite_master") == 0)
    {
      g_autofree char *tables = askwell_schema_create ();
      g_autofree char *sql = g_strdup_printf ("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; %s PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
                                              tables, ASKWELL_APPLICATION_ID, ASKWELL_SCHEMA_VERSION);

      return run (self, sql, error);
    }
  if (application != ASKWELL_APPLICATION_ID)
    {
      g_set_error_literal (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_FOREIGN,
                           _ ("The file is a database of another program. Nothing in it was changed."));
      return FALSE;
    }
  if (version > ASKWELL_SCHEMA_VERSION)
    {
      g_set_error_literal (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_NEWER,
                           _ ("The library was made by a newer version of Askwell. Nothing in it was changed; please use that version."));
      return FALSE;
    }
  if (version < ASKWELL_SCHEMA_VERSION)
    {
      g_autofree char *copy = g_strdup_printf ("%s.version-%d", path, (int) version);

      if (version < 1)
        {
          g_set_error_literal (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_DAMAGED, _ ("The file is damaged (it has no version)."));
          return FALSE;
        }
      if (!askwell_database_backup (self, copy, error) || !run (self, "BEGIN IMMEDIATE", error))
        return FALSE;
      if (!askwell_schema_migrate (self->handle, (int) version, error))
        {
          run (self, "ROLLBACK", NULL);
          return FALSE;
        }
      {
        g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d; COMMIT", ASKWELL_SCHEMA_VERSION);

        if (!run (self, sql, error))
          return FALSE;
      }
    }
  return run (self, "PRAGMA journal_mode = WAL", error);
}

static sqlite3_stmt *
prepare (AskwellDatabase *self,
         const char      *sql,
         GError         **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) != SQLITE_OK)
    {
      fail (self, _ ("The library cannot be used"), error);
      return NULL;
    }
  return statement;
}

static gboolean
prepare_statements (AskwellDatabase *self,
                    GError         **error)
{
  self->upserts = g_new0 (sqlite3_stmt *, askwell_n_tables);
  self->selects = g_new0 (char *, askwell_n_tables + 1);
  for (guint i = 0; i < askwell_n_tables; i++)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (askwell_table_get_type (&askwell_tables[i]));
      AskwellRecordClass *record_class = (AskwellRecordClass *) klass;
      g_autoptr (GString) columns = g_string_new ("id, parent, position, created, modified");
      g_autoptr (GString) places = g_string_new ("?, ?, ?, ?, ?");
      g_autoptr (GString) updates = g_string_new ("parent = excluded.parent, position = excluded.position, modified = excluded.modified");
      g_autofree char *sql = NULL;

      for (guint j = 0; j < record_class->n_fields; j++)
        {
          g_autofree char *column = askwell_column_name (record_class->fields[j].name);

          g_string_append_printf (columns, ", \"%s\"", column);
          g_string_append (places, ", ?");
          g_string_append_printf (updates, ", \"%s\" = excluded.\"%s\"", column, column);
        }
      sql = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s) ON CONFLICT (id) DO UPDATE SET %s", askwell_tables[i].name,
                             columns->str, places->str, updates->str);
      self->upserts[i] = prepare (self, sql, error);
      if (self->upserts[i] == NULL)
        return FALSE;
      self->selects[i] = g_strdup_printf ("SELECT %s FROM \"%s\"", columns->str, askwell_tables[i].name);
    }
  return TRUE;
}

/**
 * askwell_database_open:
 * @path: the file; made, with its folder, when there is none
 * @error: ASKWELL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the database, brought to the version of now
 */
AskwellDatabase *
askwell_database_open (const char *path,
                       GError    **error)
{
  g_autoptr (AskwellDatabase) self = g_new0 (AskwellDatabase, 1);
  g_autofree char *purge = NULL;

  if (!make_file (path, error))
    return NULL;
  if (sqlite3_open_v2 (path, &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      fail (self, _ ("The library cannot be opened"), error);
      return NULL;
    }
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, 5000);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (!run (self, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON", error) ||
      !prepare_schema (self, path, error) || !prepare_statements (self, error))
    return NULL;

  /* What has been in the trash for thirty days goes for good. */
  purge = g_strdup_printf ("DELETE FROM plan WHERE deleted > 0 AND deleted < strftime('%%s', 'now') - %d;"
                           "DELETE FROM account WHERE deleted > 0 AND deleted < strftime('%%s', 'now') - %d",
                           TRASH_SECONDS, TRASH_SECONDS);
  if (get_number (self, "SELECT (SELECT count(*) FROM plan WHERE deleted > 0) + (SELECT count(*) FROM account WHERE deleted > 0)") > 0)
    run (self, purge, NULL);
  return g_steal_pointer (&self);
}

void
askwell_database_close (AskwellDatabase *self)
{
  for (guint i = 0; self->upserts != NULL && i < askwell_n_tables; i++)
    sqlite3_finalize (self->upserts[i]);
  g_free (self->upserts);
  g_strfreev (self->selects);
  sqlite3_close (self->handle);
  g_free (self);
}

gboolean
askwell_database_is_empty (AskwellDatabase *self)
{
  return get_number (self, "SELECT EXISTS (SELECT 1 FROM account)") != 1;
}

/* Reading */

static int
find_table (const char *name)
{
  for (guint i = 0; i < askwell_n_tables; i++)
    if (g_str_equal (askwell_tables[i].name, name))
      return (int) i;
  return -1;
}

static AskwellRow *
read_row (sqlite3_stmt *statement,
          GType         type)
{
  AskwellRow *row = askwell_row_new (type);
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  AskwellRecordClass *record_class = (AskwellRecordClass *) klass;

  row->id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  row->parent = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  row->position = sqlite3_column_double (statement, 2);
  row->created = sqlite3_column_int64 (statement, 3);
  row->modified = sqlite3_column_int64 (statement, 4);
  for (guint i = 0; i < record_class->n_fields; i++)
    switch (record_class->fields[i].kind)
      {
      case ASKWELL_FIELD_INT:
      case ASKWELL_FIELD_TIME:
      case ASKWELL_FIELD_BOOLEAN:
        row->values[i].number = sqlite3_column_int64 (statement, (int) i + 5);
        break;
      case ASKWELL_FIELD_STRING:
      case ASKWELL_FIELD_TEXT:
      case ASKWELL_FIELD_REFERENCE:
      case ASKWELL_FIELD_ENUM:
      default:
        row->values[i].text = g_strdup ((const char *) sqlite3_column_text (statement, (int) i + 5));
        break;
      }
  return row;
}

/* Appends the rows of a table; @parameter stands for ?1. */
static gboolean
read_rows (AskwellDatabase *self,
           const char      *table,
           const char      *condition,
           const char      *parameter,
           GPtrArray       *rows,
           GError         **error)
{
  int index = find_table (table);
  g_autofree char *sql = g_strdup_printf ("%s %s", self->selects[index], condition);
  sqlite3_stmt *statement = prepare (self, sql, error);
  int result;

  if (statement == NULL)
    return FALSE;
  if (parameter != NULL)
    sqlite3_bind_text (statement, 1, parameter, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (rows, read_row (statement, askwell_table_get_type (&askwell_tables[index])));
  if (result != SQLITE_DONE)
    fail (self, _ ("The library cannot be read"), error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE;
}

GPtrArray *
askwell_database_load_start (AskwellDatabase *self,
                             GError         **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) askwell_row_free);
  g_autofree char *agenda = g_strdup_printf ("WHERE deleted = 0 AND debriefed = 0 AND start > 0 ORDER BY start DESC LIMIT %d", AGENDA_PLANS);

  if (!read_rows (self, "account", "ORDER BY position", NULL, rows, error) ||
      !read_rows (self, "ignore", "ORDER BY position", NULL, rows, error) || !read_rows (self, "plan", agenda, NULL, rows, error))
    return NULL;
  return g_steal_pointer (&rows);
}

GPtrArray *
askwell_database_load (AskwellDatabase *self,
                       const char      *element,
                       const char      *id,
                       GError         **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) askwell_row_free);

  for (guint i = 0; i < askwell_n_tables; i++)
    if (g_strcmp0 (askwell_tables[i].owner, element) == 0 &&
        !read_rows (self, askwell_tables[i].name, "WHERE parent = ?1 ORDER BY position", id, rows, error))
      return NULL;
  if (g_str_equal (element, "plan") &&
      !read_rows (self, "version", "WHERE parent IN (SELECT id FROM objective WHERE parent = ?1) ORDER BY position", id, rows, error))
    return NULL;
  return g_steal_pointer (&rows);
}

AskwellRow *
askwell_database_find (AskwellDatabase *self,
                       const char      *id,
                       GError         **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) askwell_row_free);

  if (!read_rows (self, "plan", "WHERE id = ?1", id, rows, error) || !read_rows (self, "account", "WHERE id = ?1", id, rows, error) ||
      rows->len == 0)
    return NULL;
  return g_ptr_array_steal_index (rows, 0);
}

/* Writing */

static gboolean
write_row (AskwellDatabase  *self,
           const AskwellRow *row,
           GError          **error)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (row->type);
  AskwellRecordClass *record_class = (AskwellRecordClass *) klass;
  sqlite3_stmt *statement = self->upserts[find_table (record_class->element)];
  int result;

  sqlite3_bind_text (statement, 1, row->id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, row->parent, -1, SQLITE_STATIC);
  sqlite3_bind_double (statement, 3, row->position);
  sqlite3_bind_int64 (statement, 4, row->created);
  sqlite3_bind_int64 (statement, 5, row->modified);
  for (guint i = 0; i < row->n_values; i++)
    {
      if (row->values[i].text != NULL)
        sqlite3_bind_text (statement, (int) i + 6, row->values[i].text, -1, SQLITE_STATIC);
      else
        sqlite3_bind_int64 (statement, (int) i + 6, row->values[i].number);
    }
  result = sqlite3_step (statement);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return result == SQLITE_DONE || fail (self, _ ("The library cannot be written"), error);
}

static gboolean
run_with (AskwellDatabase *self,
          const char      *sql,
          const char      *first,
          const char      *second,
          const char      *third,
          GError         **error)
{
  sqlite3_stmt *statement = prepare (self, sql, error);
  const char *parameters[] = { first, second, third };
  int result;

  if (statement == NULL)
    return FALSE;
  for (int i = 0; i < 3 && parameters[i] != NULL; i++)
    sqlite3_bind_text (statement, i + 1, parameters[i], -1, SQLITE_STATIC);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    ;
  if (result != SQLITE_DONE)
    fail (self, _ ("The library cannot be written"), error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE;
}

static char *
get_text (AskwellDatabase *self,
          const char      *sql,
          const char      *parameter)
{
  sqlite3_stmt *statement = NULL;
  char *text = NULL;

  if (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, parameter, -1, SQLITE_STATIC);
      if (sqlite3_step (statement) == SQLITE_ROW)
        text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
    }
  sqlite3_finalize (statement);
  return text;
}

static void
append_texts (AskwellDatabase *self,
              const char      *table,
              const char      *condition,
              const char      *id,
              GString         *text)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) askwell_row_free);

  if (!read_rows (self, table, condition, id, rows, NULL))
    return;
  for (guint i = 0; i < rows->len; i++)
    {
      AskwellRow *row = g_ptr_array_index (rows, i);
      g_autoptr (GTypeClass) klass = g_type_class_ref (row->type);
      AskwellRecordClass *record_class = (AskwellRecordClass *) klass;

      for (guint j = 0; j < row->n_values; j++)
        {
          AskwellFieldKind kind = record_class->fields[j].kind;

          if ((kind == ASKWELL_FIELD_TEXT || kind == ASKWELL_FIELD_STRING) && row->values[j].text != NULL && *row->values[j].text != '\0')
            g_string_append_printf (text, "%s\n", row->values[j].text);
        }
    }
}

/* What a plan or an account can be found by: one document each, made anew when something of it changed. */
static gboolean
index_document (AskwellDatabase *self,
                const char      *element,
                const char      *id,
                GError         **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean plan = g_str_equal (element, "plan");
  g_autofree char *title = get_text (self, plan ? "SELECT title FROM plan WHERE id = ?1" : "SELECT name FROM account WHERE id = ?1", id);

  if (!run_with (self, "DELETE FROM search WHERE rowid = (SELECT number FROM document WHERE owner = ?1)", id, NULL, NULL, error))
    return FALSE;
  if (title == NULL)
    return run_with (self, "DELETE FROM document WHERE owner = ?1", id, NULL, NULL, error);

  append_texts (self, element, "WHERE id = ?1", id, text);
  for (guint i = 0; i < askwell_n_tables; i++)
    if (g_strcmp0 (askwell_tables[i].owner, element) == 0 && !g_str_equal (askwell_tables[i].name, "plan"))
      append_texts (self, askwell_tables[i].name, "WHERE parent = ?1 ORDER BY position", id, text);
  return run_with (self, "INSERT OR IGNORE INTO document (owner) VALUES (?1)", id, NULL, NULL, error) &&
         run_with (self, "INSERT INTO search (rowid, title, text) SELECT number, ?2, ?3 FROM document WHERE owner = ?1", id, title,
                   text->str, error);
}

/* The plan or account that has to be found anew for a row */
static void
note_document (AskwellDatabase *self,
               GHashTable      *documents,
               const char      *element,
               const char      *id,
               const char      *parent)
{
  int table = find_table (element);
  const char *owner = table >= 0 ? askwell_tables[table].owner : NULL;

  if (g_str_equal (element, "plan") || g_str_equal (element, "account"))
    g_hash_table_insert (documents, g_strdup (id), (gpointer) element);
  else if (g_strcmp0 (owner, "plan") == 0 || g_strcmp0 (owner, "account") == 0)
    g_hash_table_insert (documents, g_strdup (parent), (gpointer) owner);
}

static gboolean
write_changes (AskwellDatabase *self,
               AskwellChanges  *changes,
               GError         **error)
{
  g_autoptr (GHashTable) documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id, element;

  for (guint i = 0; i + 1 < changes->deleted->len; i += 2)
    {
      const char *table = g_ptr_array_index (changes->deleted, i);
      const char *record = g_ptr_array_index (changes->deleted, i + 1);
      g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?1", table);
      g_autofree char *find = g_strdup_printf ("SELECT parent FROM \"%s\" WHERE id = ?1", table);
      g_autofree char *parent = get_text (self, find, record);

      if (parent == NULL)
        continue;
      note_document (self, documents, g_intern_string (table), record, parent);
      if (!run_with (self, sql, record, NULL, NULL, error))
        return FALSE;
    }
  for (guint i = 0; i < changes->rows->len; i++)
    {
      const AskwellRow *row = g_ptr_array_index (changes->rows, i);
      g_autoptr (GTypeClass) klass = g_type_class_ref (row->type);

      if (!write_row (self, row, error))
        return FALSE;
      note_document (self, documents, ((AskwellRecordClass *) klass)->element, row->id, row->parent);
    }
  g_hash_table_iter_init (&iter, documents);
  while (g_hash_table_iter_next (&iter, &id, &element))
    if (!index_document (self, element, id, error))
      return FALSE;
  return TRUE;
}

/**
 * askwell_database_write:
 * @self: a database
 * @changes: what to write
 * @error: why nothing was written
 *
 * Writes all of @changes in one transaction, or nothing.
 */
gboolean
askwell_database_write (AskwellDatabase *self,
                        AskwellChanges  *changes,
                        GError         **error)
{
  if (!run (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (write_changes (self, changes, error) && run (self, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (self->handle))
    run (self, "ROLLBACK", NULL);
  return FALSE;
}

/* Searching */

static char *
make_query (const char *words)
{
  g_auto (GStrv) parts = g_str_tokenize_and_fold (words, NULL, NULL);
  GString *query = g_string_new (NULL);
  guint n = g_strv_length (parts);

  /* Words hold letters and digits alone, so quoting them is safe; the last is still being typed. */
  for (guint i = 0; i < n; i++)
    g_string_append_printf (query, "%s\"%s\"%s", i > 0 ? " " : "", parts[i], i + 1 == n ? "*" : "");
  return g_string_free (query, FALSE);
}

GPtrArray *
askwell_database_search (AskwellDatabase *self,
                         const char      *words,
                         guint            limit,
                         GError         **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) askwell_search_hit_free);
  g_autofree char *query = make_query (words);
  sqlite3_stmt *statement;
  int result;

  if (*query == '\0')
    return g_steal_pointer (&hits);
  statement = prepare (self,
                       "SELECT coalesce (plan.id, ''), account.id, coalesce (plan.title, account.name), account.name,"
                       " snippet (search, 1, '', '', '…', 12), coalesce (plan.start, 0)"
                       " FROM (SELECT rowid AS number FROM search WHERE search MATCH ?1 ORDER BY bm25 (search, 8.0, 1.0) LIMIT ?2) AS best"
                       " JOIN search ON search.rowid = best.number AND search MATCH ?1"
                       " JOIN document ON document.number = best.number"
                       " LEFT JOIN plan ON plan.id = document.owner"
                       " JOIN account ON account.id = coalesce (plan.parent, document.owner)"
                       " WHERE account.deleted = 0 AND coalesce (plan.deleted, 0) = 0"
                       " ORDER BY bm25 (search, 8.0, 1.0)",
                       error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, query, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, limit);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      AskwellSearchHit *hit = g_new0 (AskwellSearchHit, 1);

      hit->plan_id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      hit->account_id = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      hit->title = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      hit->account = g_strdup ((const char *) sqlite3_column_text (statement, 3));
      hit->snippet = g_strdelimit (g_strdup ((const char *) sqlite3_column_text (statement, 4)), "\n", ' ');
      hit->start = sqlite3_column_int64 (statement, 5);
      g_ptr_array_add (hits, hit);
    }
  if (result != SQLITE_DONE)
    fail (self, _ ("The library cannot be searched"), error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE ? g_steal_pointer (&hits) : NULL;
}

/* Backup, verification */

/**
 * askwell_database_backup:
 * @self: a database
 * @path: where to; replaced only when the copy is whole
 * @error: why there is none
 */
gboolean
askwell_database_backup (AskwellDatabase *self,
                         const char      *path,
                         GError         **error)
{
  g_autofree char *part = g_strdup_printf ("%s.part", path);
  AskwellDatabase copy = { NULL };
  sqlite3_backup *backup = NULL;
  gboolean whole = FALSE;

  g_unlink (part);
  if (!make_file (part, error))
    return FALSE;
  if (sqlite3_open_v2 (part, &copy.handle, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
    backup = sqlite3_backup_init (copy.handle, "main", self->handle, "main");
  if (backup != NULL)
    {
      whole = sqlite3_backup_step (backup, -1) == SQLITE_DONE;
      whole = sqlite3_backup_finish (backup) == SQLITE_OK && whole;
    }
  if (whole)
    whole = run (&copy, "PRAGMA journal_mode = DELETE", NULL);
  if (!whole)
    fail (&copy, _ ("The copy cannot be written"), error);
  sqlite3_close (copy.handle);
  if (whole && g_rename (part, path) != 0)
    {
      g_set_error (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_FAILED, _ ("The copy “%s” cannot be written: %s"), path, g_strerror (errno));
      whole = FALSE;
    }
  if (!whole)
    g_unlink (part);
  return whole;
}

static void
collect (AskwellDatabase *self,
         const char      *sql,
         const char      *but,
         GPtrArray       *faults)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) != SQLITE_OK)
    {
      g_ptr_array_add (faults, g_strdup (sqlite3_errmsg (self->handle)));
      return;
    }
  while (sqlite3_step (statement) == SQLITE_ROW)
    if (g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), but) != 0)
      g_ptr_array_add (faults, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
}

/* Values of enumerations that no version of ours wrote */
static void
collect_strange_values (AskwellDatabase *self,
                        GPtrArray       *faults)
{
  for (guint i = 0; i < askwell_n_tables; i++)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (askwell_table_get_type (&askwell_tables[i]));
      AskwellRecordClass *record_class = (AskwellRecordClass *) klass;

      for (guint j = 0; j < record_class->n_fields; j++)
        {
          const AskwellField *field = &record_class->fields[j];
          g_autofree char *column = askwell_column_name (field->name);
          g_autoptr (GTypeClass) enum_class = NULL;
          g_autoptr (GString) nicks = g_string_new (NULL);
          g_autofree char *sql = NULL;

          if (field->kind != ASKWELL_FIELD_ENUM)
            continue;
          enum_class = g_type_class_ref (field->enum_type ());
          for (guint k = 0; k < G_ENUM_CLASS (enum_class)->n_values; k++)
            g_string_append_printf (nicks, "%s'%s'", k > 0 ? ", " : "", G_ENUM_CLASS (enum_class)->values[k].value_nick);
          sql = g_strdup_printf ("SELECT '%s ' || id || ' has a %s that is not known: ' || \"%s\" FROM \"%s\" WHERE \"%s\" NOT IN (%s)",
                                 askwell_tables[i].name, field->name, column, askwell_tables[i].name, column, nicks->str);
          collect (self, sql, NULL, faults);
        }
    }
}

GPtrArray *
askwell_database_verify (AskwellDatabase *self,
                         GError         **error)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func (g_free);

  collect (self, "PRAGMA integrity_check", "ok", faults);
  collect (self, "SELECT 'a row of ' || \"table\" || ' belongs to a ' || parent || ' that is not there' FROM pragma_foreign_key_check", NULL, faults);
  collect_strange_values (self, faults);
  return faults;
}
