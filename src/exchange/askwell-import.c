/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "askwell-exchange-private.h"

#include "model/askwell-ignore.h"
#include "model/askwell-objective.h"

/*
 * Reading the XML
 *
 * A file is read three times. First it is only checked (askwell-import-check.c); then it is merged in play, which counts what would change and brings
 * what it is compared with into memory; only then for good. So a file that breaks off in the middle changes nothing, and neither does a library that
 * cannot be read, or a person who changes their mind.
 *
 * Merging goes by id: an account or plan that the library does not have is added; one that it has gets its fields, and its lists as the file has
 * them, unless nothing differs. A record that stays is changed and not replaced, so that who looks at it goes on looking at it, and what it owns is
 * merged in the same way. A plan stays with the account it has in the library. All of it is one batch of the store, and one transaction.
 */

#define LARGEST_FILE G_MAXINT
#define SPOOL_CHUNK (64 * 1024)

typedef struct
{
  AskwellStore *store;
  gboolean dry_run;
  AskwellImportCounts *counts;
  gint64 shift;      /* seconds added to all times */
  gboolean empty;    /* there is nothing yet to merge with */
  GHashTable *known; /* id of a plan of the file → that plan in the library, NULL for a new one; the play fills it */
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

static void merge_record (AskwellRecord *from,
                          AskwellRecord *to,
                          GType          without);

/* Makes @target what @source is; takes the records out of @source. */
static void
merge_list (AskwellRecordList *source,
            AskwellRecordList *target)
{
  guint n_records = askwell_record_list_get_size (source);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_records; i++)
    g_hash_table_add (wanted, (gpointer) askwell_record_get_id (askwell_record_list_get (source, i)));
  for (guint i = askwell_record_list_get_size (target); i-- > 0;)
    {
      AskwellRecord *record = askwell_record_list_get (target, i);

      if (g_hash_table_contains (wanted, askwell_record_get_id (record)))
        g_hash_table_insert (present, (gpointer) askwell_record_get_id (record), record);
      else
        askwell_record_list_remove (target, record);
    }
  g_hash_table_remove_all (wanted);

  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (AskwellRecord) record = g_object_ref (askwell_record_list_get (source, 0));
      AskwellRecord *old = g_hash_table_lookup (present, askwell_record_get_id (record));

      askwell_record_list_remove (source, record);
      if (old == NULL)
        {
          askwell_record_list_insert (target, i, record);
          continue;
        }
      merge_record (record, old, G_TYPE_INVALID);
      askwell_record_list_move (target, old, i);
    }
}

/* Gives @to the fields and the lists of @from, but for the list of the type @without. */
static void
merge_record (AskwellRecord *from,
              AskwellRecord *to,
              GType          without)
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
  for (guint i = 0; i < klass->n_children; i++)
    if (klass->children[i].type () != without)
      merge_list (askwell_record_get_children (from, klass->children[i].name), askwell_record_get_children (to, klass->children[i].name));
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

/* The plan in the library that is @id, loaded; NULL and no error for a new one. It is looked for among the plans of its account first: a look over
 * the whole library takes time by its size, and a file may hold as many plans. */
static AskwellRecord *
find_plan (Merge         *self,
           const char    *id,
           GHashTable    *of_account,
           GError       **error)
{
  AskwellRecord *record = g_hash_table_lookup (of_account, id);

  if (record != NULL)
    return askwell_store_load (self->store, record, error) ? record : NULL;
  if (self->empty)
    return NULL;
  record = askwell_store_find (self->store, id, error);
  return record != NULL && ASKWELL_IS_PLAN (record) ? record : NULL;
}

static GHashTable *
index_plans (AskwellRecord *account)
{
  GHashTable *plans = g_hash_table_new (g_str_hash, g_str_equal);
  AskwellRecordList *list = account != NULL ? askwell_account_get_plans (ASKWELL_ACCOUNT (account)) : NULL;

  for (guint i = 0; list != NULL && i < askwell_record_list_get_size (list); i++)
    {
      AskwellRecord *plan = askwell_record_list_get (list, i);

      g_hash_table_insert (plans, (gpointer) askwell_record_get_id (plan), plan);
    }
  return plans;
}

/* In play: whether the plan is new, and whether it differs. */
static gboolean
play_plan (Merge         *self,
           AskwellRecord *plan,
           GHashTable    *of_account,
           GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  AskwellRecord *old = find_plan (self, askwell_record_get_id (plan), of_account, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  count (&self->counts->plans_added, &self->counts->plans_changed, &self->counts->plans_unchanged, old,
         old != NULL && is_same_tree (old, plan, G_TYPE_INVALID));
  g_hash_table_insert (self->known, g_strdup (askwell_record_get_id (plan)), old);
  return TRUE;
}

static void
merge_plan (Merge          *self,
            AskwellAccount *account,
            AskwellRecord  *plan)
{
  AskwellRecord *old = g_hash_table_lookup (self->known, askwell_record_get_id (plan));

  if (old == NULL)
    askwell_record_list_append (askwell_account_get_plans (account), plan);
  else if (!is_same_tree (old, plan, G_TYPE_INVALID))
    merge_record (plan, old, G_TYPE_INVALID);
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
  g_autoptr (GHashTable) of_account = NULL;
  gboolean same = FALSE;

  for (guint i = 0; i < askwell_record_list_get_size (plans); i++)
    g_ptr_array_add (taken, g_object_ref (askwell_record_list_get (plans, i)));
  for (guint i = taken->len; i-- > 0;)
    askwell_record_list_remove (plans, g_ptr_array_index (taken, i));
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
    merge_record (account, old, ASKWELL_TYPE_PLAN);

  of_account = self->dry_run ? index_plans (old) : NULL;
  for (guint i = 0; i < taken->len; i++)
    if (!self->dry_run)
      merge_plan (self, ASKWELL_ACCOUNT (old), g_ptr_array_index (taken, i));
    else if (!play_plan (self, g_ptr_array_index (taken, i), of_account, error))
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
  xmlTextReader *reader = askwell_exchange_open_reader (bytes, XML_PARSE_HUGE, &found);
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
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  AskwellRecordList *accounts = askwell_library_get_accounts (askwell_store_get_library (store));
  gboolean empty = askwell_record_list_get_size (accounts) == 0;
  AskwellImportCounts played = { 0 }, done_counts = { 0 };
  Merge play = { store, TRUE, &played, shift, empty, known };
  Merge self = { store, FALSE, &done_counts, shift, empty, known };
  gboolean done;

  if (!askwell_exchange_check (bytes, error) || !merge (&play, bytes, cancellable, error))
    return FALSE;
  if (counts != NULL)
    *counts = played;
  if (dry_run)
    return TRUE;

  /* Nothing is in the way now; it is not stopped half-way. */
  askwell_store_begin_batch (store);
  done = merge (&self, bytes, NULL, error);
  askwell_store_end_batch (store);
  return done && askwell_store_flush (store, error);
}

/* A stream can be read only once: it goes to a file that has no name any more, and that is looked at as memory without taking any. */
static GBytes *
spool (GInputStream *stream,
       GCancellable *cancellable,
       GError      **error)
{
  g_autoptr (GOutputStream) file = NULL;
  g_autoptr (GMappedFile) mapped = NULL;
  g_autofree char *name = NULL;
  g_autofree char *buffer = g_malloc (SPOOL_CHUNK);
  gint64 size = 0;
  int fd = g_file_open_tmp ("askwell-import-XXXXXX", &name, error);

  if (fd < 0)
    return NULL;
  g_unlink (name);
  file = g_unix_output_stream_new (fd, TRUE);
  for (;;)
    {
      gssize n = g_input_stream_read (stream, buffer, SPOOL_CHUNK, cancellable, error);

      if (n < 0 || (n > 0 && !g_output_stream_write_all (file, buffer, (gsize) n, NULL, cancellable, error)))
        return NULL;
      if (n == 0)
        break;
      size += n;
      if (size > LARGEST_FILE)
        {
          g_set_error_literal (error, ASKWELL_EXCHANGE_ERROR, ASKWELL_EXCHANGE_ERROR_INVALID, _ ("the file is larger than 2 GiB"));
          return NULL;
        }
    }
  mapped = g_mapped_file_new_from_fd (fd, FALSE, error);
  return mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
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
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (ASKWELL_IS_STORE (store), FALSE);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), FALSE);

  bytes = spool (stream, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  return import_bytes (store, bytes, 0, dry_run, counts, cancellable, error);
}

/* The midnight of the day that a file says it was written for; 0 when it says none. */
static gint64
read_date (GBytes *bytes)
{
  GError *found = NULL;
  xmlTextReader *reader = askwell_exchange_open_reader (bytes, 0, &found);
  gint64 date = 0;

  while (found == NULL && date == 0 && xmlTextReaderRead (reader) == 1 && xmlTextReaderDepth (reader) == 0)
    {
      xmlChar *text = xmlTextReaderGetAttribute (reader, (const xmlChar *) "date");

      date = text != NULL ? parse_time ((const char *) text, 0) : 0;
      xmlFree (text);
    }
  xmlFreeTextReader (reader);
  g_clear_error (&found);
  return date;
}

/**
 * askwell_exchange_import_sample:
 * @store: an open store
 * @error: why not
 *
 * Adds the sample library. Its times were written for the day in its "date"; they are moved so that this is today, and so that a call at ten is at ten
 * on the clock of this place.
 */
gboolean
askwell_exchange_import_sample (AskwellStore *store,
                                GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) midnight =
      g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now), 0, 0, 0);

  g_return_val_if_fail (ASKWELL_IS_STORE (store), FALSE);

  bytes = g_resource_lookup_data (askwell_exchange_get_resource (), RESOURCE_PREFIX "/sample/sample.xml", G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;
  return import_bytes (store, bytes, g_date_time_to_unix (midnight) - read_date (bytes), FALSE, NULL, NULL, error);
}
