/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "exchange-fixture.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "exchange/askwell-exchange-private.h"

/* The schema is written by hand, so that it can be read; here it is held against the tables that the writer follows. */

static gboolean
is_called (xmlNode    *node,
           const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static char *
get_name (xmlNode *node)
{
  xmlChar *name = xmlGetProp (node, (const xmlChar *) "name");
  char *copy = g_strdup ((const char *) name);

  xmlFree (name);
  return copy;
}

static void
list_values (xmlNode *node,
             GString *out)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_called (child, "value"))
      {
        xmlChar *value = xmlNodeGetContent (child);

        g_string_append_printf (out, " %s", (const char *) value);
        xmlFree (value);
      }
    else
      list_values (child, out);
}

/* A line for each thing a record's element may hold, in the order of the schema. */
static void
describe_node (xmlNode *node,
               GString *out)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *name = child->type == XML_ELEMENT_NODE ? get_name (child) : NULL;
      xmlNode *inner = child->type == XML_ELEMENT_NODE ? xmlFirstElementChild (child) : NULL;

      if (is_called (child, "optional"))
        describe_node (child, out);
      else if (is_called (child, "attribute"))
        {
          g_autofree char *reference = inner != NULL && is_called (inner, "ref") ? get_name (inner) : NULL;
          xmlChar *type = inner != NULL && is_called (inner, "data") ? xmlGetProp (inner, (const xmlChar *) "type") : NULL;

          g_string_append_printf (out, "@%s %s", name, reference != NULL ? reference : type != NULL ? (const char *) type : (const char *) inner->name);
          list_values (child, out);
          g_string_append_c (out, '\n');
          xmlFree (type);
        }
      else if (is_called (child, "element"))
        g_string_append_printf (out, "<%s>\n", name);
      else if (is_called (child, "zeroOrMore"))
        {
          g_autofree char *record = get_name (inner);

          g_string_append_printf (out, "%s*\n", record);
        }
    }
}

static void
describe_class (AskwellRecordClass *klass,
                GString            *out)
{
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const AskwellField *field = &klass->fields[i];

      switch (field->kind)
        {
        case ASKWELL_FIELD_STRING:
          g_string_append_printf (out, "@%s text\n", field->name);
          break;
        case ASKWELL_FIELD_REFERENCE:
          g_string_append_printf (out, "@%s id\n", field->name);
          break;
        case ASKWELL_FIELD_INT:
          g_string_append_printf (out, "@%s int\n", field->name);
          break;
        case ASKWELL_FIELD_TIME:
          g_string_append_printf (out, "@%s time\n", field->name);
          break;
        case ASKWELL_FIELD_BOOLEAN:
          g_string_append_printf (out, "@%s boolean\n", field->name);
          break;
        case ASKWELL_FIELD_ENUM:
          {
            g_autoptr (GTypeClass) enum_class = g_type_class_ref (field->enum_type ());

            g_string_append_printf (out, "@%s choice", field->name);
            for (guint j = 0; j < G_ENUM_CLASS (enum_class)->n_values; j++)
              g_string_append_printf (out, " %s", G_ENUM_CLASS (enum_class)->values[j].value_nick);
            g_string_append_c (out, '\n');
          }
          break;
        case ASKWELL_FIELD_TEXT:
        default:
          break;
        }
    }
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == ASKWELL_FIELD_TEXT)
      g_string_append_printf (out, "<%s>\n", klass->fields[i].name);
  for (guint i = 0; i < klass->n_children; i++)
    {
      g_autoptr (GTypeClass) child = g_type_class_ref (klass->children[i].type ());

      g_string_append_printf (out, "%s*\n", ((AskwellRecordClass *) child)->element);
    }
}

static void
test_agrees (void)
{
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (askwell_exchange_get_resource (), RESOURCE_PREFIX "/schema/askwell-1.rng", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlDoc *document = xmlReadMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET);
  guint n_records = 0;

  g_assert_nonnull (document);
  for (xmlNode *node = xmlDocGetRootElement (document)->children; node != NULL; node = node->next)
    {
      g_autofree char *name = node->type == XML_ELEMENT_NODE ? get_name (node) : NULL;
      GType type = name != NULL ? askwell_record_type_for_element (name) : G_TYPE_INVALID;
      g_autoptr (GTypeClass) klass = type != G_TYPE_INVALID ? g_type_class_ref (type) : NULL;
      g_autoptr (GString) schema = g_string_new (NULL);
      g_autoptr (GString) tables = g_string_new (NULL);

      if (klass == NULL)
        continue;
      describe_node (xmlFirstElementChild (node), schema);
      describe_class ((AskwellRecordClass *) klass, tables);
      g_test_message ("%s", name);
      g_assert_cmpstr (schema->str, ==, tables->str);
      n_records++;
    }
  /* All but the library itself, which is the start */
  g_assert_cmpuint (n_records, ==, 12);
  xmlFreeDoc (document);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/schema/agrees-with-tables", test_agrees);
  return g_test_run ();
}
