/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-row.h"

#include "model/askwell-library.h"

/**
 * askwell_row_new:
 * @type: type of the record
 *
 * Returns: (transfer full): a row with room for the fields of that type
 */
AskwellRow *
askwell_row_new (GType type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  guint n_values = ((AskwellRecordClass *) klass)->n_fields;
  AskwellRow *self = g_malloc0 (sizeof (AskwellRow) + n_values * sizeof (((AskwellRow *) NULL)->values[0]));

  self->type = type;
  self->n_values = n_values;
  return self;
}

void
askwell_row_free (AskwellRow *self)
{
  g_free (self->id);
  g_free (self->parent);
  for (guint i = 0; i < self->n_values; i++)
    g_free (self->values[i].text);
  g_free (self);
}

/**
 * askwell_row_from_record:
 * @record: a record in a library
 *
 * Returns: (transfer full): its content of now
 */
AskwellRow *
askwell_row_from_record (AskwellRecord *record)
{
  AskwellRow *self = askwell_row_new (G_OBJECT_TYPE (record));
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (record);
  AskwellRecord *parent = askwell_record_get_parent (record);

  self->id = g_strdup (askwell_record_get_id (record));
  self->parent = g_strdup (parent == NULL || ASKWELL_IS_LIBRARY (parent) ? "" : askwell_record_get_id (parent));
  self->position = askwell_record_get_position (record);
  self->created = askwell_record_get_created (record);
  self->modified = askwell_record_get_modified (record);
  for (guint i = 0; i < klass->n_fields; i++)
    switch (klass->fields[i].kind)
      {
      case ASKWELL_FIELD_STRING:
      case ASKWELL_FIELD_TEXT:
      case ASKWELL_FIELD_REFERENCE:
        self->values[i].text = g_strdup (askwell_record_get_text (record, i));
        break;
      case ASKWELL_FIELD_ENUM:
        self->values[i].text = g_strdup (askwell_record_get_enum_nick (record, i));
        break;
      case ASKWELL_FIELD_INT:
      case ASKWELL_FIELD_TIME:
      case ASKWELL_FIELD_BOOLEAN:
      default:
        self->values[i].number = askwell_record_get_number (record, i);
        break;
      }
  return self;
}

/**
 * askwell_row_to_record:
 * @self: a row
 *
 * Returns: (transfer full): a record of that content, in no list
 */
AskwellRecord *
askwell_row_to_record (AskwellRow *self)
{
  AskwellRecord *record =
      g_object_new (self->type, "id", self->id, "created", self->created, "modified", self->modified, NULL);
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (record);

  askwell_record_set_position (record, self->position);
  for (guint i = 0; i < klass->n_fields; i++)
    switch (klass->fields[i].kind)
      {
      case ASKWELL_FIELD_STRING:
      case ASKWELL_FIELD_TEXT:
      case ASKWELL_FIELD_REFERENCE:
        askwell_record_set_text (record, i, self->values[i].text);
        break;
      case ASKWELL_FIELD_ENUM:
        askwell_record_set_enum_nick (record, i, self->values[i].text);
        break;
      case ASKWELL_FIELD_INT:
      case ASKWELL_FIELD_TIME:
      case ASKWELL_FIELD_BOOLEAN:
      default:
        askwell_record_set_number (record, i, self->values[i].number);
        break;
      }
  return record;
}

/**
 * askwell_row_find_list:
 * @parent: a record
 * @type: type of records
 *
 * Returns: (transfer none) (nullable): the list of @parent that holds records of that type
 */
AskwellRecordList *
askwell_row_find_list (AskwellRecord *parent,
                       GType          type)
{
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (parent);

  for (guint i = 0; i < klass->n_children; i++)
    if (klass->children[i].type () == type)
      return askwell_record_get_children (parent, klass->children[i].name);
  return NULL;
}
