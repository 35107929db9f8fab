/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <libxml/relaxng.h>
#include <string.h>

#include "askwell-exchange-private.h"
#include "askwell-exchange-resources.h"

/*
 * Is a file sound? It is read as a stream: well-formed, following the schema, without a document type (and so without entities), in our namespace, not
 * nested deeper than ours can be, and no id twice. What a record refers to need not be in the file: a person may delete a contact who attended a call,
 * and the name that was written down stays.
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
  if (xml_error->code == XML_ERR_DOCUMENT_END)
    reason = g_strdup (_ ("the file breaks off here, or something stands behind its end"));
  else if (xml_error->domain == XML_FROM_RELAXNGV && xml_error->code == XML_RELAXNG_ERR_TEXTWRONG)
    reason = g_strdup (_ ("text stands where only elements may"));
  else
    reason = g_strdelimit (g_strstrip (g_strdup (xml_error->message)), "\r\n", ' ');
  *error = g_error_new (ASKWELL_EXCHANGE_ERROR, ASKWELL_EXCHANGE_ERROR_INVALID, _ ("line %d: %s"), xml_error->line, reason);
}

/* The parser runs ahead of the reader, so its line is not that of the element. */
static int
get_line (xmlTextReader *reader)
{
  xmlNode *node = xmlTextReaderCurrentNode (reader);
  long line = node != NULL && node->type == XML_ELEMENT_NODE ? xmlGetLineNo (node) : -1;

  return line > 0 ? (int) line : xmlTextReaderGetParserLineNumber (reader);
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
  *error = g_error_new (ASKWELL_EXCHANGE_ERROR, code, _ ("line %d: %s"), get_line (reader), reason);
}

/**
 * askwell_exchange_open_reader:
 * @bytes: a file
 * @options: of libxml2, besides those that every pass has
 * @error: (out): where the reader's own complaints go, the first of them
 *
 * Returns: (transfer full) (nullable): a reader at the beginning of the file
 */
xmlTextReader *
askwell_exchange_open_reader (GBytes  *bytes,
                              int      options,
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
  reader = xmlReaderForMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_BIG_LINES | options);
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
      complain (error, reader, ASKWELL_EXCHANGE_ERROR_INVALID, _ ("a document type declaration (<!DOCTYPE …>) comes before this; a library has none"));
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

/**
 * askwell_exchange_check:
 * @bytes: a file
 * @error: ASKWELL_EXCHANGE_ERROR, with line and reason
 *
 * Returns: whether all of the file is sound
 */
gboolean
askwell_exchange_check (GBytes  *bytes,
                        GError **error)
{
  g_autoptr (GBytes) schema = g_resource_lookup_data (askwell_exchange_get_resource (), RESOURCE_PREFIX "/schema/askwell-1.rng",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GError *found = NULL;
  xmlTextReader *reader = askwell_exchange_open_reader (bytes, 0, &found);
  xmlRelaxNGParserCtxt *parser = NULL;
  xmlRelaxNG *grammar = NULL;
  int more = -1;

  if (reader != NULL)
    {
      gsize size;
      const char *data = g_bytes_get_data (schema, &size);

      parser = xmlRelaxNGNewMemParserCtxt (data, (int) size);
      grammar = xmlRelaxNGParse (parser);
      /* The first element tells what kind of file it is, which is a better word than the schema's; so validation begins behind it. And as a document
       * type can only come before it, there are no entities from here on, and libxml2's limits on the size of a text may go. */
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
      reader = askwell_exchange_open_reader (bytes, XML_PARSE_HUGE, &found);
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
