/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <libxml/relaxng.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "askwell-exchange-private.h"
#include "askwell-exchange-resources.h"

#include "model/askwell-ignore.h"
#include "model/askwell-objective.h"

/*
 * Reading the XML
 *
 * A file is read twice. The first time it is only checked, as a stream: that it is well-formed and follows the schema, holds no document type (and so
 * no entities), is in our namespace and not nested deeper than ours can be, and that no id comes twice. Only when all of it is sound is it read again
 * and merged: so a file that breaks off in the middle changes nothing.
 *
 * Merging goes by id: an account or plan that the library does not have is added; one that it has gets its fields, and its lists as the file has
 * them, unless nothing differs. All of it is one batch of the store, and one transaction.
 */

#define DEEPEST 12
#define LARGEST_TEXT (16 * 1024 * 1024)

GResource *
askwell_exchange_get_resource (void)
{
  static gsize registered;
  GResource *resource;

  if (g_once_init_enter (&registered))
    {
      askwell_exchange_data_register_resource ();
      /* Another thread may be at registering it; this waits for that, where g_static_resource_get_resource() would give NULL. */
      g_resources_get_info (RESOURCE_PREFIX, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
      g_once_init_leave (&registered, 1);
    }
  /* GLib registers static resources at the next look-up of any thread; while another thread is at it, ours is not there yet. */
  while ((resource = askwell_exchange_data_get_resource ()) == NULL)
    g_thread_yield ();
  return resource;
}

static void
complain_cb (void     *data,
             xmlError *xml_error)
{
  GError **error = data;
  g_autofree char *reason = NULL;

  if (xml_error->level < XML_ERR_ERROR || *error != NULL)
    return;
  reason = g_strdelimit (g_strstrip (g_strdup (xml_error->message)), "\r\n", ' ');
  *error = g_error_new (ASKWELL_EXCHANGE_ERROR, ASKWELL_EXCHANGE_ERROR_INVALID, _ ("line %d: %s"), xml_error->line, reason);
}

static void
complain (GError         **error,
          xmlTextReader   *reader,
          int              code,
          const char      *format,
          ...) G_GNUC_PRINTF (4, 5);

static void
complain (GError       **error,
          xmlTextReader *reader,
          int            code,
          const char    *format,
          ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  if (*error != NULL)
    return;
  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  *error = g_error_new (ASKWELL_EXCHANGE_ERROR, code, _ ("line %d: %s"), xmlTextReaderGetParserLineNumber (reader), reason);
}

static xmlTextReader *
open_reader (GBytes  *bytes,
             GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlTextReader *reader;

  if (size == 0 || size > G_MAXINT)
    {
      *error = g_error_new (ASKWELL_EXCHANGE_ERROR, ASKWELL_EXCHANGE_ERROR_INVALID, "%s",
                            size == 0 ? _ ("the file is empty") : _ ("the file is larger than 2 GiB"));
      return NULL;
    }
  reader = xmlReaderForMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_BIG_LINES);
  xmlTextReaderSetStructuredErrorHandler (reader, (xmlStructuredErrorFunc) complain_cb, error);
  return reader;
}

/* Pass one: is it sound? */

static void
check_root (xmlTextReader *reader,
            GError       **error)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (reader);
  const char *space = (const char *) xmlTextReaderConstNamespaceUri (reader);

  if (g_strcmp0 (space, ASKWELL_EXCHANGE_NAMESPACE) == 0 && g_strcmp0 (name, "library") == 0)
    return;
  if (space != NULL && g_str_has_prefix (space, ASKWELL_EXCHANGE_NAMESPACE_STEM) &&
      g_ascii_strtoull (space + strlen (ASKWELL_EXCHANGE_NAMESPACE_STEM), NULL, 10) > 1)
    complain (error, reader, ASKWELL_EXCHANGE_ERROR_NEWER, _ ("the file was made by a newer version of Askwell"));
  else
    complain (error, reader, ASKWELL_EXCHANGE_ERROR_INVALID, _ ("this is not an Askwell library (its first element is “%s”)"), name);
}

static void
check_node (xmlTextReader *reader,
            GHashTable    *ids,
            GError       **error)
{
  switch (xmlTextReaderNodeType (reader))
    {
    case XML_READER_TYPE_DOCUMENT_TYPE:
      complain (error, reader, ASKWELL_EXCHANGE_ERROR_INVALID, _ ("a library has no document type declaration (<!DOCTYPE …>)"));
      break;
    case XML_READER_TYPE_ELEMENT:
      {
        xmlChar *id = xmlTextReaderGetAttribute (reader, (const xmlChar *) "id");

        if (xmlTextReaderDepth (reader) == 0)
          check_root (reader, error);
        if (id != NULL && !g_hash_table_add (ids, g_strdup ((const char *) id)))
          complain (error, reader, ASKWELL_EXCHANGE_ERROR_INVALID, _ ("the id “%s” comes twice"), (const char *) id);
        xmlFree (id);
      }
      break;
    case XML_READER_TYPE_TEXT:
      if (strlen ((const char *) xmlTextReaderConstValue (reader)) > LARGEST_TEXT)
        complain (error, reader, ASKWELL_EXCHANGE_ERROR_INVALID, _ ("a text is larger than 16 MiB"));
      break;
    default:
      break;
    }
  if (xmlTextReaderDepth (reader) > DEEPEST)
    complain (error, reader, ASKWELL_EXCHANGE_ERROR_INVALID, _ ("the elements are nested too deeply"));
}

static gboolean
check (GBytes  *bytes,
       GError **error)
{
  g_autoptr (GBytes) schema = g_resource_lookup_data (askwell_exchange_get_resource (), RESOURCE_PREFIX "/schema/askwell-1.rng",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GError *found = NULL;
  xmlTextReader *reader = open_reader (bytes, &found);
  xmlRelaxNGParserCtxt *parser = NULL;
  xmlRelaxNG *grammar = NULL;
  int more = -1;

  if (reader != NULL)
    {
      gsize size;
      const char *data = g_bytes_get_data (schema, &size);

      parser = xmlRelaxNGNewMemParserCtxt (data, (int) size);
      grammar = xmlRelaxNGParse (parser);
      /* The first element tells what kind of file it is, which is a better word than the schema's; so validation begins behind it. */
      while ((more = xmlTextReaderRead (reader)) == 1)
        {
          check_node (reader, ids, &found);
          if (found != NULL || xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT)
            break;
        }
    }
  if (found == NULL && more == 1)
    {
      xmlFreeTextReader (reader);
      g_hash_table_remove_all (ids);
      reader = open_reader (bytes, &found);
      xmlTextReaderRelaxNGSetSchema (reader, grammar);
      while (found == NULL && (more = xmlTextReaderRead (reader)) == 1)
        check_node (reader, ids, &found);
      if (found == NULL && more == 0 && xmlTextReaderIsValid (reader) != 1)
        complain (&found, reader, ASKWELL_EXCHANGE_ERROR_INVALID, _ ("the file does not follow the schema"));
    }
  if (found == NULL && more != 0)
    found = g_error_new_literal (ASKWELL_EXCHANGE_ERROR, ASKWELL_EXCHANGE_ERROR_INVALID, _ ("the file is not well-formed XML, or ends too early"));

  xmlFreeTextReader (reader);
  xmlRelaxNGFree (grammar);
  xmlRelaxNGFreeParserCtxt (parser);
  if (found == NULL)
    return TRUE;
  g_propagate_error (error, found);
  return FALSE;
}

/* Pass two: merge */

typedef struct
{
  AskwellStore *store;
  gboolean dry_run;
  AskwellImportCounts *counts;
  gint64 shift; /* seconds added to all times */
} Merge;

static gint64
parse_time (const char *text,
            gint64      shift)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  return time != NULL ? g_date_time_to_unix (time) + shift : 0;
}

static void
set_attribute (AskwellRecord *record,
               const char    *name,
               const char    *value,
               gint64         shift)
{
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (record);
  int field = askwell_record_find_field (klass, name);

  if (field < 0)
    return;
  switch (klass->fields[field].kind)
    {
    case ASKWELL_FIELD_INT:
      askwell_record_set_number (record, (guint) field, g_ascii_strtoll (value, NULL, 10));
      break;
    case ASKWELL_FIELD_TIME:
      askwell_record_set_number (record, (guint) field, parse_time (value, shift));
      break;
    case ASKWELL_FIELD_BOOLEAN:
      askwell_record_set_number (record, (guint) field, g_str_equal (value, "true") || g_str_equal (value, "1"));
      break;
    case ASKWELL_FIELD_ENUM:
      askwell_record_set_enum_nick (record, (guint) field, value);
      break;
    case ASKWELL_FIELD_STRING:
    case ASKWELL_FIELD_TEXT:
    case ASKWELL_FIELD_REFERENCE:
    default:
      askwell_record_set_text (record, (guint) field, value);
      break;
    }
}

static AskwellRecord *
create_record (xmlTextReader *reader,
               GType          type,
               gint64         shift)
{
  xmlChar *id = xmlTextReaderGetAttribute (reader, (const xmlChar *) "id");
  xmlChar *created = xmlTextReaderGetAttribute (reader, (const xmlChar *) "created");
  xmlChar *modified = xmlTextReaderGetAttribute (reader, (const xmlChar *) "modified");
  AskwellRecord *record = g_object_new (type, "id", id, "created", created != NULL ? parse_time ((const char *) created, shift) : (gint64) 0,
                                        "modified", modified != NULL ? parse_time ((const char *) modified, shift) : (gint64) 0, NULL);

  xmlFree (id);
  xmlFree (created);
  xmlFree (modified);
  while (xmlTextReaderMoveToNextAttribute (reader) == 1)
    set_attribute (record, (const char *) xmlTextReaderConstLocalName (reader), (const char *) xmlTextReaderConstValue (reader), shift);
  xmlTextReaderMoveToElement (reader);
  return record;
}

static AskwellRecordList *
find_list (AskwellRecord *owner,
           GType          type)
{
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (owner);

  for (guint i = 0; i < klass->n_children; i++)
    if (klass->children[i].type () == type)
      return askwell_record_get_children (owner, klass->children[i].name);
  return NULL;
}

/* The element the reader stands on, with all in it; leaves the reader on its end. The file was checked: its depth is bounded. */
static AskwellRecord *
read_tree (xmlTextReader *reader,
           gint64         shift)
{
  GType type = askwell_record_type_for_element ((const char *) xmlTextReaderConstLocalName (reader));
  AskwellRecord *record = create_record (reader, type, shift);
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (record);
  int depth = xmlTextReaderDepth (reader);

  if (xmlTextReaderIsEmptyElement (reader))
    return record;
  while (xmlTextReaderRead (reader) == 1 && xmlTextReaderDepth (reader) > depth)
    {
      const char *name;
      int field;

      if (xmlTextReaderNodeType (reader) != XML_READER_TYPE_ELEMENT)
        continue;
      name = (const char *) xmlTextReaderConstLocalName (reader);
      field = askwell_record_find_field (klass, name);
      if (field >= 0 && klass->fields[field].kind == ASKWELL_FIELD_TEXT)
        {
          xmlChar *text = xmlTextReaderReadString (reader);

          askwell_record_set_text (record, (guint) field, (const char *) text);
          xmlFree (text);
        }
      else
        {
          g_autoptr (AskwellRecord) child = read_tree (reader, shift);
          AskwellRecordList *list = find_list (record, G_OBJECT_TYPE (child));

          if (list != NULL)
            askwell_record_list_append (list, child);
        }
    }
  return record;
}

static gboolean
has_same_fields (AskwellRecord *a,
                 AskwellRecord *b)
{
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (a);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      AskwellFieldKind kind = klass->fields[i].kind;
      gboolean text = kind == ASKWELL_FIELD_STRING || kind == ASKWELL_FIELD_TEXT || kind == ASKWELL_FIELD_REFERENCE;

      if (text ? strcmp (askwell_record_get_text (a, i), askwell_record_get_text (b, i)) != 0
               : askwell_record_get_number (a, i) != askwell_record_get_number (b, i))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_same_tree (AskwellRecord *a,
              AskwellRecord *b,
              GType          without)
{
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (a);

  if (!has_same_fields (a, b) || strcmp (askwell_record_get_id (a), askwell_record_get_id (b)) != 0)
    return FALSE;
  for (guint i = 0; i < klass->n_children; i++)
    {
      AskwellRecordList *x = askwell_record_get_children (a, klass->children[i].name);
      AskwellRecordList *y = askwell_record_get_children (b, klass->children[i].name);

      if (klass->children[i].type () == without)
        continue;
      if (askwell_record_list_get_size (x) != askwell_record_list_get_size (y))
        return FALSE;
      for (guint j = 0; j < askwell_record_list_get_size (x); j++)
        if (!is_same_tree (askwell_record_list_get (x, j), askwell_record_list_get (y, j), G_TYPE_INVALID))
          return FALSE;
    }
  return TRUE;
}

static void
move_children (AskwellRecord *from,
               AskwellRecord *to,
               GType          without)
{
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (from);

  for (guint i = 0; i < klass->n_children; i++)
    {
      AskwellRecordList *source = askwell_record_get_children (from, klass->children[i].name);
      AskwellRecordList *target = askwell_record_get_children (to, klass->children[i].name);

      if (klass->children[i].type () == without)
        continue;
      while (askwell_record_list_get_size (target) > 0)
        askwell_record_list_remove (target, askwell_record_list_get (target, 0));
      while (askwell_record_list_get_size (source) > 0)
        {
          g_autoptr (AskwellRecord) child = g_object_ref (askwell_record_list_get (source, 0));

          askwell_record_list_remove (source, child);
          askwell_record_list_append (target, child);
        }
    }
}

static void
copy_fields (AskwellRecord *from,
             AskwellRecord *to)
{
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (from);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      AskwellFieldKind kind = klass->fields[i].kind;

      if (kind == ASKWELL_FIELD_STRING || kind == ASKWELL_FIELD_TEXT || kind == ASKWELL_FIELD_REFERENCE)
        askwell_record_set_text (to, i, askwell_record_get_text (from, i));
      else
        askwell_record_set_number (to, i, askwell_record_get_number (from, i));
    }
}

static void
count (guint *added,
       guint *changed,
       guint *unchanged,
       AskwellRecord *old,
       gboolean       same)
{
  if (old == NULL)
    (*added)++;
  else if (same)
    (*unchanged)++;
  else
    (*changed)++;
}

static gboolean
merge_plan (Merge          *self,
            AskwellAccount *account, /* NULL in a dry run where it is new */
            AskwellRecord  *plan,
            GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  AskwellRecord *old = askwell_store_find (self->store, askwell_record_get_id (plan), &local_error);
  gboolean same = FALSE;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (old != NULL && ASKWELL_IS_PLAN (old))
    same = is_same_tree (old, plan, G_TYPE_INVALID);
  else
    old = NULL;
  count (&self->counts->plans_added, &self->counts->plans_changed, &self->counts->plans_unchanged, old, same);
  if (self->dry_run || same)
    return TRUE;
  if (old == NULL)
    askwell_record_list_append (askwell_account_get_plans (account), plan);
  else
    {
      copy_fields (plan, old);
      move_children (plan, old, G_TYPE_INVALID);
    }
  return TRUE;
}

static gboolean
merge_account (Merge         *self,
               AskwellRecord *account,
               GError       **error)
{
  AskwellRecordList *accounts = askwell_library_get_accounts (askwell_store_get_library (self->store));
  AskwellRecord *old = askwell_record_list_find (accounts, askwell_record_get_id (account));
  AskwellRecordList *plans = askwell_account_get_plans (ASKWELL_ACCOUNT (account));
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean same = FALSE;

  while (askwell_record_list_get_size (plans) > 0)
    {
      AskwellRecord *plan = g_object_ref (askwell_record_list_get (plans, 0));

      g_ptr_array_add (taken, plan);
      askwell_record_list_remove (plans, plan);
    }
  if (old != NULL)
    {
      if (!askwell_store_load (self->store, old, error))
        return FALSE;
      same = is_same_tree (old, account, ASKWELL_TYPE_PLAN);
    }
  count (&self->counts->accounts_added, &self->counts->accounts_changed, &self->counts->accounts_unchanged, old, same);
  if (!self->dry_run && old == NULL)
    {
      askwell_record_list_append (accounts, account);
      old = account;
    }
  else if (!self->dry_run && !same)
    {
      copy_fields (account, old);
      move_children (account, old, ASKWELL_TYPE_PLAN);
    }
  for (guint i = 0; i < taken->len; i++)
    if (!merge_plan (self, ASKWELL_ACCOUNT (old), g_ptr_array_index (taken, i), error))
      return FALSE;
  return TRUE;
}

static void
merge_ignore (Merge         *self,
              AskwellRecord *ignore)
{
  AskwellRecordList *ignores = askwell_library_get_ignores (askwell_store_get_library (self->store));

  if (!self->dry_run && askwell_record_list_find (ignores, askwell_record_get_id (ignore)) == NULL)
    askwell_record_list_append (ignores, ignore);
}

static gboolean
merge (Merge        *self,
       GBytes       *bytes,
       GCancellable *cancellable,
       GError      **error)
{
  GError *found = NULL;
  xmlTextReader *reader = open_reader (bytes, &found);
  gboolean done = TRUE;

  while (done && found == NULL && xmlTextReaderRead (reader) == 1)
    {
      g_autoptr (AskwellRecord) record = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          done = FALSE;
          break;
        }
      if (xmlTextReaderNodeType (reader) != XML_READER_TYPE_ELEMENT || xmlTextReaderDepth (reader) == 0)
        continue;
      record = read_tree (reader, self->shift);
      if (ASKWELL_IS_ACCOUNT (record))
        done = merge_account (self, record, error);
      else if (ASKWELL_IS_IGNORE (record))
        merge_ignore (self, record);
    }
  xmlFreeTextReader (reader);
  if (found != NULL)
    g_propagate_error (error, found);
  return done && found == NULL;
}

static gboolean
import_bytes (AskwellStore        *store,
              GBytes              *bytes,
              gint64               shift,
              gboolean             dry_run,
              AskwellImportCounts *counts,
              GCancellable        *cancellable,
              GError             **error)
{
  AskwellImportCounts unused;
  Merge self = { store, dry_run, counts != NULL ? counts : &unused, shift };
  gboolean done;

  memset (self.counts, 0, sizeof *self.counts);
  if (!check (bytes, error))
    return FALSE;
  if (dry_run)
    return merge (&self, bytes, cancellable, error);

  askwell_store_begin_batch (store);
  done = merge (&self, bytes, cancellable, error);
  askwell_store_end_batch (store);
  return done && askwell_store_flush (store, error);
}

/**
 * askwell_exchange_import:
 * @store: an open store
 * @stream: XML as of data/schema/askwell-1.rng
 * @dry_run: whether only to count
 * @counts: (out) (optional): what it adds, changes and leaves
 * @cancellable: (nullable): to stop it
 * @error: ASKWELL_EXCHANGE_ERROR with line and reason, or why reading or writing failed
 *
 * Merges a library into another, by id. What is checked is checked before anything changes.
 */
gboolean
askwell_exchange_import (AskwellStore        *store,
                         GInputStream        *stream,
                         gboolean             dry_run,
                         AskwellImportCounts *counts,
                         GCancellable        *cancellable,
                         GError             **error)
{
  g_autoptr (GOutputStream) memory = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (ASKWELL_IS_STORE (store), FALSE);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), FALSE);

  memory = g_memory_output_stream_new_resizable ();
  if (g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, cancellable, error) < 0)
    return FALSE;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  return import_bytes (store, bytes, 0, dry_run, counts, cancellable, error);
}

/**
 * askwell_exchange_import_sample:
 * @store: an open store
 * @error: why not
 *
 * Adds the sample library. Its times were written for the noon of its "today"; they are moved by whole days so that this is today.
 */
gboolean
askwell_exchange_import_sample (AskwellStore *store,
                                GError      **error)
{
  static const char *const sample_today = "2026-11-25T00:00:00Z";
  g_autoptr (GBytes) bytes = g_resource_lookup_data (askwell_exchange_get_resource (), RESOURCE_PREFIX "/sample/sample.xml",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gint64 day = 24 * 60 * 60, now = g_get_real_time () / G_USEC_PER_SEC;

  g_return_val_if_fail (ASKWELL_IS_STORE (store), FALSE);

  if (bytes == NULL)
    return FALSE;
  return import_bytes (store, bytes, (now / day) * day - parse_time (sample_today, 0), FALSE, NULL, NULL, error);
}
