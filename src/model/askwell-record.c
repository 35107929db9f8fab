/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "askwell-account.h"
#include "askwell-attendee.h"
#include "askwell-comment.h"
#include "askwell-contact.h"
#include "askwell-entry.h"
#include "askwell-fact.h"
#include "askwell-ignore.h"
#include "askwell-library-private.h"
#include "askwell-objective.h"
#include "askwell-plan.h"
#include "askwell-question.h"
#include "askwell-record-private.h"
#include "askwell-unknown.h"
#include "askwell-version.h"

/*
 * AskwellRecord: what a person plans with, described by tables
 *
 * Every class of the model lists its fields and its child lists once, in a table. From that table come its GObject properties, its columns in
 * the database, its elements and attributes in the XML, its duplication and its undo. A field that is added in one place is therefore saved,
 * exported and copied; none can be forgotten by a loader, which is how programs of this kind lose data.
 *
 * Records form a tree: library → account → plan → objective → version. A record knows the list it is in (borrowed; the list owns it), a list
 * knows its owner. A change of a field, and a record that comes, goes or moves, is told to the library at the root, which emits it as a signal;
 * the store listens there and nowhere else. While the library is loading (askwell_library_begin_load()) nothing is told.
 *
 * The order of a list is kept as a fraction in each record's position: a record moved between two others takes the middle, so that one row is
 * written and not the whole list. When the middle can no longer be told from its ends, the list is numbered anew.
 */

typedef struct
{
  char *id;
  gint64 created;
  gint64 modified;
  double position;
  AskwellRecordList *list; /* borrowed */
  guint loaded : 1;
} AskwellRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AskwellRecord, askwell_record, G_TYPE_OBJECT)

#define PRIVATE(self) ((AskwellRecordPrivate *) askwell_record_get_instance_private (self))

enum
{
  PROP_0,
  PROP_ID,
  PROP_CREATED,
  PROP_MODIFIED,
  PROP_LOADED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static gpointer
get_member (AskwellRecord *self,
            gsize          offset)
{
  return G_STRUCT_MEMBER_P (self, offset);
}

static gboolean
field_is_text (const AskwellField *field)
{
  return field->kind == ASKWELL_FIELD_STRING || field->kind == ASKWELL_FIELD_TEXT || field->kind == ASKWELL_FIELD_REFERENCE;
}

static const AskwellField *
get_field (AskwellRecord *self,
           guint          field)
{
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (self);

  g_assert (field < klass->n_fields);
  return &klass->fields[field];
}

static void
tell_change (AskwellRecord *self,
             int            field)
{
  AskwellRecordPrivate *priv = PRIVATE (self);
  AskwellRecord *root;

  if (field >= 0)
    g_object_notify_by_pspec (G_OBJECT (self), ASKWELL_RECORD_GET_CLASS (self)->properties[field]);

  root = askwell_record_get_root (self);
  if (root == NULL)
    return;
  if (askwell_library_is_loading (ASKWELL_LIBRARY (root)))
    return;

  priv->modified = get_now ();
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  askwell_library_tell_changed (ASKWELL_LIBRARY (root), self, field);
}

/* Before a field changes: who wants to be able to undo it looks at it now. */
static void
tell_changing (AskwellRecord *self,
               int            field)
{
  AskwellRecord *root = askwell_record_get_root (self);

  if (root != NULL && !askwell_library_is_loading (ASKWELL_LIBRARY (root)))
    askwell_library_tell_changing (ASKWELL_LIBRARY (root), self, field);
}

/* Properties made from the tables. The number of a property is its index in the table of the class that owns it, plus one. */

static void
askwell_record_get_table_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  AskwellRecord *self = ASKWELL_RECORD (object);
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (self);
  guint index = prop_id - 1;

  if (index >= klass->n_fields)
    {
      g_value_set_object (value, *(GObject **) get_member (self, klass->children[index - klass->n_fields].offset));
      return;
    }

  switch (klass->fields[index].kind)
    {
    case ASKWELL_FIELD_STRING:
    case ASKWELL_FIELD_TEXT:
    case ASKWELL_FIELD_REFERENCE:
      g_value_set_string (value, askwell_record_get_text (self, index));
      break;
    case ASKWELL_FIELD_INT:
      g_value_set_int (value, (int) askwell_record_get_number (self, index));
      break;
    case ASKWELL_FIELD_TIME:
      g_value_set_int64 (value, askwell_record_get_number (self, index));
      break;
    case ASKWELL_FIELD_BOOLEAN:
      g_value_set_boolean (value, askwell_record_get_number (self, index) != 0);
      break;
    case ASKWELL_FIELD_ENUM:
      g_value_set_enum (value, (int) askwell_record_get_number (self, index));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
askwell_record_set_table_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  AskwellRecord *self = ASKWELL_RECORD (object);
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (self);
  guint index = prop_id - 1;

  g_assert (index < klass->n_fields);

  switch (klass->fields[index].kind)
    {
    case ASKWELL_FIELD_STRING:
    case ASKWELL_FIELD_TEXT:
    case ASKWELL_FIELD_REFERENCE:
      askwell_record_set_text (self, index, g_value_get_string (value));
      break;
    case ASKWELL_FIELD_INT:
      askwell_record_set_number (self, index, g_value_get_int (value));
      break;
    case ASKWELL_FIELD_TIME:
      askwell_record_set_number (self, index, g_value_get_int64 (value));
      break;
    case ASKWELL_FIELD_BOOLEAN:
      askwell_record_set_number (self, index, g_value_get_boolean (value));
      break;
    case ASKWELL_FIELD_ENUM:
      askwell_record_set_number (self, index, g_value_get_enum (value));
      break;
    default:
      g_assert_not_reached ();
    }
}

void
askwell_record_class_install (AskwellRecordClass    *klass,
                              const char            *element,
                              const AskwellField    *fields,
                              guint                  n_fields,
                              const AskwellChildren *children,
                              guint                  n_children)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  klass->element = element;
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->children = children;
  klass->n_children = n_children;
  klass->properties = g_new0 (GParamSpec *, n_fields + n_children);

  object_class->get_property = askwell_record_get_table_property;
  object_class->set_property = askwell_record_set_table_property;

  for (guint i = 0; i < n_fields; i++)
    {
      const char *name = fields[i].name;

      switch (fields[i].kind)
        {
        case ASKWELL_FIELD_STRING:
        case ASKWELL_FIELD_TEXT:
        case ASKWELL_FIELD_REFERENCE:
          klass->properties[i] = g_param_spec_string (name, NULL, NULL, "", flags);
          break;
        case ASKWELL_FIELD_INT:
          klass->properties[i] = g_param_spec_int (name, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
          break;
        case ASKWELL_FIELD_TIME:
          klass->properties[i] = g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
          break;
        case ASKWELL_FIELD_BOOLEAN:
          klass->properties[i] = g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
          break;
        case ASKWELL_FIELD_ENUM:
          klass->properties[i] = g_param_spec_enum (name, NULL, NULL, fields[i].enum_type (), 0, flags);
          break;
        default:
          g_assert_not_reached ();
        }
      g_object_class_install_property (object_class, i + 1, klass->properties[i]);
    }

  for (guint i = 0; i < n_children; i++)
    {
      GParamSpec *pspec = g_param_spec_object (children[i].name, NULL, NULL, ASKWELL_TYPE_RECORD_LIST,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

      klass->properties[n_fields + i] = pspec;
      g_object_class_install_property (object_class, n_fields + i + 1, pspec);
    }
}

static void
askwell_record_constructed (GObject *object)
{
  AskwellRecord *self = ASKWELL_RECORD (object);
  AskwellRecordPrivate *priv = PRIVATE (self);
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (self);

  G_OBJECT_CLASS (askwell_record_parent_class)->constructed (object);

  if (priv->id == NULL)
    priv->id = g_uuid_string_random ();
  if (priv->created == 0)
    priv->created = get_now ();
  if (priv->modified == 0)
    priv->modified = priv->created;

  for (guint i = 0; i < klass->n_children; i++)
    {
      AskwellRecordList **list = get_member (self, klass->children[i].offset);

      *list = askwell_record_list_new (self, klass->children[i].type ());
    }
}

static void
askwell_record_dispose (GObject *object)
{
  AskwellRecord *self = ASKWELL_RECORD (object);
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_children; i++)
    {
      AskwellRecordList **list = get_member (self, klass->children[i].offset);

      if (*list != NULL)
        askwell_record_list_disown (*list);
    }

  G_OBJECT_CLASS (askwell_record_parent_class)->dispose (object);
}

static void
askwell_record_finalize (GObject *object)
{
  AskwellRecord *self = ASKWELL_RECORD (object);
  AskwellRecordPrivate *priv = PRIVATE (self);
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (field_is_text (&klass->fields[i]))
      g_clear_pointer ((char **) get_member (self, klass->fields[i].offset), g_free);
  for (guint i = 0; i < klass->n_children; i++)
    g_clear_object ((AskwellRecordList **) get_member (self, klass->children[i].offset));
  g_clear_pointer (&priv->id, g_free);

  G_OBJECT_CLASS (askwell_record_parent_class)->finalize (object);
}

static void
askwell_record_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AskwellRecord *self = ASKWELL_RECORD (object);
  AskwellRecordPrivate *priv = PRIVATE (self);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, priv->id);
      break;
    case PROP_CREATED:
      g_value_set_int64 (value, priv->created);
      break;
    case PROP_MODIFIED:
      g_value_set_int64 (value, priv->modified);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, priv->loaded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_record_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AskwellRecord *self = ASKWELL_RECORD (object);
  AskwellRecordPrivate *priv = PRIVATE (self);

  switch (prop_id)
    {
    case PROP_ID:
      priv->id = g_value_dup_string (value);
      break;
    case PROP_CREATED:
      priv->created = g_value_get_int64 (value);
      break;
    case PROP_MODIFIED:
      priv->modified = g_value_get_int64 (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_record_class_init (AskwellRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = askwell_record_constructed;
  object_class->dispose = askwell_record_dispose;
  object_class->finalize = askwell_record_finalize;
  object_class->get_property = askwell_record_get_property;
  object_class->set_property = askwell_record_set_property;

  properties[PROP_ID] =
      g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CREATED] = g_param_spec_int64 ("created", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MODIFIED] =
      g_param_spec_int64 ("modified", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADED] =
      g_param_spec_boolean ("loaded", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
askwell_record_init (AskwellRecord *self)
{
  PRIVATE (self)->loaded = TRUE;
}

/* Attaching; used by the list */

void
askwell_record_attach (AskwellRecord     *self,
                       AskwellRecordList *list)
{
  AskwellRecordPrivate *priv = PRIVATE (self);

  g_assert (priv->list == NULL);
  priv->list = list;
}

void
askwell_record_detach (AskwellRecord *self)
{
  PRIVATE (self)->list = NULL;
}

/* Public functions */

const char *
askwell_record_get_id (AskwellRecord *self)
{
  g_return_val_if_fail (ASKWELL_IS_RECORD (self), NULL);

  return PRIVATE (self)->id;
}

gint64
askwell_record_get_created (AskwellRecord *self)
{
  g_return_val_if_fail (ASKWELL_IS_RECORD (self), 0);

  return PRIVATE (self)->created;
}

gint64
askwell_record_get_modified (AskwellRecord *self)
{
  g_return_val_if_fail (ASKWELL_IS_RECORD (self), 0);

  return PRIVATE (self)->modified;
}

/**
 * askwell_record_get_parent:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the record that owns the list this one is in
 */
AskwellRecord *
askwell_record_get_parent (AskwellRecord *self)
{
  AskwellRecordPrivate *priv;

  g_return_val_if_fail (ASKWELL_IS_RECORD (self), NULL);

  priv = PRIVATE (self);
  return priv->list != NULL ? askwell_record_list_get_owner (priv->list) : NULL;
}

/**
 * askwell_record_get_list:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the list this record is in
 */
AskwellRecordList *
askwell_record_get_list (AskwellRecord *self)
{
  g_return_val_if_fail (ASKWELL_IS_RECORD (self), NULL);

  return PRIVATE (self)->list;
}

/**
 * askwell_record_get_root:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the library this record is part of; %NULL while it is not part of one
 */
AskwellRecord *
askwell_record_get_root (AskwellRecord *self)
{
  g_return_val_if_fail (ASKWELL_IS_RECORD (self), NULL);

  return askwell_record_get_ancestor (self, ASKWELL_TYPE_LIBRARY);
}

/**
 * askwell_record_get_ancestor:
 * @self: a record
 * @type: a type of records
 *
 * Returns: (transfer none) (nullable): the nearest record of @type among @self and what owns it
 */
AskwellRecord *
askwell_record_get_ancestor (AskwellRecord *self,
                             GType          type)
{
  g_return_val_if_fail (ASKWELL_IS_RECORD (self), NULL);

  while (self != NULL && !G_TYPE_CHECK_INSTANCE_TYPE (self, type))
    self = askwell_record_get_parent (self);
  return self;
}

double
askwell_record_get_position (AskwellRecord *self)
{
  g_return_val_if_fail (ASKWELL_IS_RECORD (self), 0);

  return PRIVATE (self)->position;
}

/**
 * askwell_record_set_position:
 * @self: a record
 * @position: where in its list; lists are sorted by it, rising
 *
 * For the store and the list. Does not move the record in its list: askwell_record_list_move() does.
 */
void
askwell_record_set_position (AskwellRecord *self,
                             double         position)
{
  AskwellRecordPrivate *priv;

  g_return_if_fail (ASKWELL_IS_RECORD (self));

  priv = PRIVATE (self);
  if (priv->position < position || priv->position > position)
    {
      tell_changing (self, ASKWELL_CHANGE_POSITION);
      priv->position = position;
      tell_change (self, ASKWELL_CHANGE_POSITION);
    }
}

gboolean
askwell_record_is_loaded (AskwellRecord *self)
{
  g_return_val_if_fail (ASKWELL_IS_RECORD (self), FALSE);

  return PRIVATE (self)->loaded;
}

void
askwell_record_set_loaded (AskwellRecord *self,
                           gboolean       loaded)
{
  AskwellRecordPrivate *priv;

  g_return_if_fail (ASKWELL_IS_RECORD (self));

  priv = PRIVATE (self);
  if (priv->loaded == (loaded != FALSE))
    return;
  priv->loaded = loaded != FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

/**
 * askwell_record_get_children:
 * @self: a record
 * @name: name of one of its lists, such as "objectives"
 *
 * Returns: (transfer none) (nullable): the list
 */
AskwellRecordList *
askwell_record_get_children (AskwellRecord *self,
                             const char    *name)
{
  AskwellRecordClass *klass;

  g_return_val_if_fail (ASKWELL_IS_RECORD (self), NULL);

  klass = ASKWELL_RECORD_GET_CLASS (self);
  for (guint i = 0; i < klass->n_children; i++)
    if (strcmp (klass->children[i].name, name) == 0)
      return *(AskwellRecordList **) get_member (self, klass->children[i].offset);
  return NULL;
}

/**
 * askwell_record_get_text:
 * @self: a record
 * @field: index of a field that holds text or a reference
 *
 * Returns: (transfer none) (not nullable): the text
 */
const char *
askwell_record_get_text (AskwellRecord *self,
                         guint          field)
{
  const AskwellField *description;
  const char *text;

  g_return_val_if_fail (ASKWELL_IS_RECORD (self), NULL);

  description = get_field (self, field);
  g_return_val_if_fail (field_is_text (description), NULL);

  text = *(char **) get_member (self, description->offset);
  return text != NULL ? text : "";
}

/**
 * askwell_record_set_text:
 * @self: a record
 * @field: index of a field that holds text or a reference
 * @text: (nullable): the new text; kept as askwell_record_clean_text() leaves it
 *
 * Returns: whether the field changed
 */
gboolean
askwell_record_set_text (AskwellRecord *self,
                         guint          field,
                         const char    *text)
{
  const AskwellField *description;
  g_autofree char *clean = NULL;
  char **member;

  g_return_val_if_fail (ASKWELL_IS_RECORD (self), FALSE);

  description = get_field (self, field);
  g_return_val_if_fail (field_is_text (description), FALSE);

  clean = askwell_record_clean_text (text, description->kind != ASKWELL_FIELD_TEXT);
  if (strcmp (askwell_record_get_text (self, field), clean) == 0)
    return FALSE;

  tell_changing (self, (int) field);
  member = get_member (self, description->offset);
  g_free (*member);
  *member = *clean != '\0' ? g_steal_pointer (&clean) : NULL;
  tell_change (self, (int) field);
  return TRUE;
}

gint64
askwell_record_get_number (AskwellRecord *self,
                           guint          field)
{
  const AskwellField *description;
  gpointer member;

  g_return_val_if_fail (ASKWELL_IS_RECORD (self), 0);

  description = get_field (self, field);
  g_return_val_if_fail (!field_is_text (description), 0);

  member = get_member (self, description->offset);
  return description->kind == ASKWELL_FIELD_TIME ? *(gint64 *) member : *(int *) member;
}

gboolean
askwell_record_set_number (AskwellRecord *self,
                           guint          field,
                           gint64         number)
{
  const AskwellField *description;
  gpointer member;

  g_return_val_if_fail (ASKWELL_IS_RECORD (self), FALSE);

  description = get_field (self, field);
  g_return_val_if_fail (!field_is_text (description), FALSE);

  if (description->kind == ASKWELL_FIELD_BOOLEAN)
    number = number != 0;
  if (description->kind != ASKWELL_FIELD_TIME)
    number = CLAMP (number, G_MININT, G_MAXINT);
  if (askwell_record_get_number (self, field) == number)
    return FALSE;

  tell_changing (self, (int) field);
  member = get_member (self, description->offset);
  if (description->kind == ASKWELL_FIELD_TIME)
    *(gint64 *) member = number;
  else
    *(int *) member = (int) number;
  tell_change (self, (int) field);
  return TRUE;
}

const char *
askwell_record_get_enum_nick (AskwellRecord *self,
                              guint          field)
{
  g_autoptr (GTypeClass) enum_class = NULL;
  const AskwellField *description;
  GEnumValue *value;

  g_return_val_if_fail (ASKWELL_IS_RECORD (self), NULL);

  description = get_field (self, field);
  g_return_val_if_fail (description->kind == ASKWELL_FIELD_ENUM, NULL);

  enum_class = g_type_class_ref (description->enum_type ());
  value = g_enum_get_value (G_ENUM_CLASS (enum_class), (int) askwell_record_get_number (self, field));
  return value != NULL ? value->value_nick : "";
}

/**
 * askwell_record_set_enum_nick:
 * @self: a record
 * @field: index of an enumeration's field
 * @nick: the nick of one of its values
 *
 * Returns: whether @nick is one of the enumeration's
 */
gboolean
askwell_record_set_enum_nick (AskwellRecord *self,
                              guint          field,
                              const char    *nick)
{
  g_autoptr (GTypeClass) enum_class = NULL;
  const AskwellField *description;
  GEnumValue *value;

  g_return_val_if_fail (ASKWELL_IS_RECORD (self), FALSE);

  description = get_field (self, field);
  g_return_val_if_fail (description->kind == ASKWELL_FIELD_ENUM, FALSE);

  enum_class = g_type_class_ref (description->enum_type ());
  value = nick != NULL ? g_enum_get_value_by_nick (G_ENUM_CLASS (enum_class), nick) : NULL;
  if (value == NULL)
    return FALSE;
  askwell_record_set_number (self, field, value->value);
  return TRUE;
}

/**
 * askwell_record_find_field:
 * @klass: a class of records
 * @name: a field's name
 *
 * Returns: its index, or -1
 */
int
askwell_record_find_field (AskwellRecordClass *klass,
                           const char         *name)
{
  g_return_val_if_fail (klass != NULL, -1);

  for (guint i = 0; i < klass->n_fields; i++)
    if (strcmp (klass->fields[i].name, name) == 0)
      return (int) i;
  return -1;
}

/**
 * askwell_record_type_for_element:
 * @element: "account", "plan", …
 *
 * Returns: the type of the records that the database and the XML call by that name; %G_TYPE_INVALID when there is none
 */
GType
askwell_record_type_for_element (const char *element)
{
  static const struct
  {
    const char *element;
    GType (*type) (void);
  } types[] = {
    { "account", askwell_account_get_type },   { "attendee", askwell_attendee_get_type },
    { "comment", askwell_comment_get_type },   { "contact", askwell_contact_get_type },
    { "entry", askwell_entry_get_type },       { "fact", askwell_fact_get_type },
    { "ignore", askwell_ignore_get_type },     { "library", askwell_library_get_type },
    { "objective", askwell_objective_get_type }, { "plan", askwell_plan_get_type },
    { "question", askwell_question_get_type }, { "unknown", askwell_unknown_get_type },
    { "version", askwell_version_get_type },
  };

  g_return_val_if_fail (element != NULL, G_TYPE_INVALID);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].element, element) == 0)
      return types[i].type ();
  return G_TYPE_INVALID;
}

/**
 * askwell_record_duplicate:
 * @self: a record
 *
 * Copies a record and all it owns, with new ids. References between records are kept as they are.
 *
 * Returns: (transfer full): the copy, in no list
 */
AskwellRecord *
askwell_record_duplicate (AskwellRecord *self)
{
  AskwellRecordClass *klass;
  AskwellRecord *copy;

  g_return_val_if_fail (ASKWELL_IS_RECORD (self), NULL);

  klass = ASKWELL_RECORD_GET_CLASS (self);
  copy = g_object_new (G_OBJECT_TYPE (self), NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (field_is_text (&klass->fields[i]))
        askwell_record_set_text (copy, i, askwell_record_get_text (self, i));
      else
        askwell_record_set_number (copy, i, askwell_record_get_number (self, i));
    }

  for (guint i = 0; i < klass->n_children; i++)
    {
      AskwellRecordList *from = *(AskwellRecordList **) get_member (self, klass->children[i].offset);
      AskwellRecordList *to = *(AskwellRecordList **) get_member (copy, klass->children[i].offset);

      for (guint j = 0; j < askwell_record_list_get_size (from); j++)
        {
          g_autoptr (AskwellRecord) child = askwell_record_duplicate (askwell_record_list_get (from, j));

          askwell_record_list_append (to, child);
        }
    }
  return copy;
}

/**
 * askwell_record_clean_text:
 * @text: (nullable): any bytes
 * @one_line: whether line ends become spaces
 *
 * Makes text what a record may keep: bytes that are not UTF-8 become U+FFFD; "\r\n", "\r" and the separators U+2028 and U+2029 become "\n";
 * control characters and noncharacters that XML 1.0 cannot hold are left out.
 *
 * Returns: (transfer full): the clean text
 */
char *
askwell_record_clean_text (const char *text,
                           gboolean    one_line)
{
  g_autofree char *valid = NULL;
  GString *clean;

  if (text == NULL)
    return g_strdup ("");

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  clean = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\r' || c == '\n' || c == 0x2028 || c == 0x2029)
        g_string_append_c (clean, one_line ? ' ' : '\n');
      else if (c == '\t' && one_line)
        g_string_append_c (clean, ' ');
      else if ((c < 0x20 && c != '\t') || c == 0xFFFE || c == 0xFFFF)
        continue;
      else
        g_string_append_len (clean, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (clean, FALSE);
}
