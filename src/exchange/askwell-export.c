/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <libxml/xmlwriter.h>
#include <string.h>

#include "askwell-exchange-private.h"

#include "model/askwell-ignore.h"

/*
 * Writing the XML
 *
 * What is written follows the model's tables: one line of text, numbers, references and enumerations are attributes, texts are elements, what a
 * record owns comes after. Fields at their default are left out. The order is that of the tables and lists, so the same library gives the same bytes.
 *
 * Accounts and plans are loaded one after the other and written as they come; the text of the file is never in memory as a whole.
 */

G_DEFINE_QUARK (askwell-exchange-error-quark, askwell_exchange_error)

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
} Sink;

static int
write_cb (void       *data,
          const char *buffer,
          int         length)
{
  Sink *sink = data;

  if (sink->error == NULL && g_output_stream_write_all (sink->stream, buffer, (gsize) length, NULL, sink->cancellable, &sink->error))
    return length;
  return -1;
}

static int
close_cb (void *data)
{
  return 0;
}

static const xmlChar *
xml (const char *text)
{
  return (const xmlChar *) text;
}

static void
write_attribute (xmlTextWriter *writer,
                 const char    *name,
                 const char    *value)
{
  xmlTextWriterWriteAttribute (writer, xml (name), xml (value));
}

static void
write_time (xmlTextWriter *writer,
            const char    *name,
            gint64         seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  if (text != NULL)
    write_attribute (writer, name, text);
}

static void
write_fields (xmlTextWriter *writer,
              AskwellRecord *record)
{
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (record);

  write_attribute (writer, "id", askwell_record_get_id (record));
  write_time (writer, "created", askwell_record_get_created (record));
  write_time (writer, "modified", askwell_record_get_modified (record));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const AskwellField *field = &klass->fields[i];
      char number[24];

      switch (field->kind)
        {
        case ASKWELL_FIELD_STRING:
        case ASKWELL_FIELD_REFERENCE:
          if (*askwell_record_get_text (record, i) != '\0')
            write_attribute (writer, field->name, askwell_record_get_text (record, i));
          break;
        case ASKWELL_FIELD_INT:
          if (askwell_record_get_number (record, i) != 0)
            {
              g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, askwell_record_get_number (record, i));
              write_attribute (writer, field->name, number);
            }
          break;
        case ASKWELL_FIELD_TIME:
          if (askwell_record_get_number (record, i) != 0)
            write_time (writer, field->name, askwell_record_get_number (record, i));
          break;
        case ASKWELL_FIELD_BOOLEAN:
          if (askwell_record_get_number (record, i) != 0)
            write_attribute (writer, field->name, "true");
          break;
        case ASKWELL_FIELD_ENUM:
          if (askwell_record_get_number (record, i) != 0)
            write_attribute (writer, field->name, askwell_record_get_enum_nick (record, i));
          break;
        case ASKWELL_FIELD_TEXT:
        default:
          break;
        }
    }
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == ASKWELL_FIELD_TEXT && *askwell_record_get_text (record, i) != '\0')
      xmlTextWriterWriteElement (writer, xml (klass->fields[i].name), xml (askwell_record_get_text (record, i)));
}

static void
write_tree (xmlTextWriter *writer,
            AskwellRecord *record)
{
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (record);

  xmlTextWriterStartElement (writer, xml (klass->element));
  write_fields (writer, record);
  for (guint i = 0; i < klass->n_children; i++)
    {
      AskwellRecordList *list = askwell_record_get_children (record, klass->children[i].name);

      for (guint j = 0; j < askwell_record_list_get_size (list); j++)
        write_tree (writer, askwell_record_list_get (list, j));
    }
  xmlTextWriterEndElement (writer);
}

static gboolean
is_wanted (const char *const *ids,
           AskwellRecord     *record)
{
  return ids == NULL || g_strv_contains (ids, askwell_record_get_id (record));
}

/* An account with those of its plans that are wanted */
static gboolean
write_account (AskwellStore      *store,
               xmlTextWriter     *writer,
               AskwellAccount    *account,
               const char *const *ids,
               GError           **error)
{
  AskwellRecord *record = ASKWELL_RECORD (account);
  AskwellRecordList *plans = askwell_account_get_plans (account);
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (record);
  gboolean whole = is_wanted (ids, record);

  xmlTextWriterStartElement (writer, xml (klass->element));
  write_fields (writer, record);
  for (guint i = 0; i < klass->n_children; i++)
    {
      AskwellRecordList *list = askwell_record_get_children (record, klass->children[i].name);

      for (guint j = 0; list != plans && j < askwell_record_list_get_size (list); j++)
        write_tree (writer, askwell_record_list_get (list, j));
    }
  for (guint i = 0; i < askwell_record_list_get_size (plans); i++)
    {
      AskwellRecord *plan = askwell_record_list_get (plans, i);

      if (!whole && !is_wanted (ids, plan))
        continue;
      if (!askwell_store_load (store, plan, error))
        return FALSE;
      write_tree (writer, plan);
    }
  xmlTextWriterEndElement (writer);
  return TRUE;
}

static gboolean
check_ids (AskwellStore      *store,
           const char *const *ids,
           GHashTable        *accounts,
           GError           **error)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (GError) local_error = NULL;
      AskwellRecord *record = askwell_store_find (store, ids[i], &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (record == NULL)
        {
          g_set_error (error, ASKWELL_EXCHANGE_ERROR, ASKWELL_EXCHANGE_ERROR_NOT_FOUND, _ ("There is no account or plan with the id “%s”."), ids[i]);
          return FALSE;
        }
      g_hash_table_add (accounts, askwell_record_get_ancestor (record, ASKWELL_TYPE_ACCOUNT));
    }
  return TRUE;
}

static gboolean
write_library (AskwellStore      *store,
               xmlTextWriter     *writer,
               const char *const *ids,
               GHashTable        *wanted,
               GError           **error)
{
  AskwellLibrary *library = askwell_store_get_library (store);
  AskwellRecordList *accounts = askwell_library_get_accounts (library);
  AskwellRecordList *ignores = askwell_library_get_ignores (library);

  xmlTextWriterSetIndent (writer, 1);
  xmlTextWriterSetIndentString (writer, xml (" "));
  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  xmlTextWriterStartElement (writer, xml ("library"));
  write_attribute (writer, "xmlns", ASKWELL_EXCHANGE_NAMESPACE);
  for (guint i = 0; i < askwell_record_list_get_size (accounts); i++)
    {
      AskwellRecord *account = askwell_record_list_get (accounts, i);

      if (ids != NULL && !g_hash_table_contains (wanted, account))
        continue;
      if (!askwell_store_load (store, account, error) || !write_account (store, writer, ASKWELL_ACCOUNT (account), ids, error))
        return FALSE;
    }
  for (guint i = 0; ids == NULL && i < askwell_record_list_get_size (ignores); i++)
    write_tree (writer, askwell_record_list_get (ignores, i));
  xmlTextWriterEndElement (writer);
  xmlTextWriterEndDocument (writer);
  return TRUE;
}

/**
 * askwell_exchange_export:
 * @store: an open store
 * @ids: (nullable) (array zero-terminated=1): ids of accounts and plans; %NULL for everything
 * @stream: where to
 * @cancellable: (nullable): to stop it
 * @error: ASKWELL_EXCHANGE_ERROR_NOT_FOUND, or why reading or writing failed
 *
 * Writes XML as of data/schema/askwell-1.rng. A plan comes with its account.
 */
gboolean
askwell_exchange_export (AskwellStore      *store,
                         const char *const *ids,
                         GOutputStream     *stream,
                         GCancellable      *cancellable,
                         GError           **error)
{
  Sink sink = { stream, cancellable, NULL };
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  xmlTextWriter *writer;
  gboolean done;

  g_return_val_if_fail (ASKWELL_IS_STORE (store), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  if (!check_ids (store, ids, wanted, error))
    return FALSE;
  writer = xmlNewTextWriter (xmlOutputBufferCreateIO (write_cb, close_cb, &sink, NULL));
  done = write_library (store, writer, ids, wanted, error);
  xmlFreeTextWriter (writer);
  if (sink.error != NULL)
    {
      if (done)
        g_propagate_error (error, sink.error);
      else
        g_error_free (sink.error);
      return FALSE;
    }
  return done;
}
