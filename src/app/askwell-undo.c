/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-undo.h"

/*
 * Undo for what happens to records: added, deleted, moved, a learning form applied
 *
 * A step is what the library tells between begin() and end(): records that came or went, and fields with the values they had before. To undo a step
 * its entries are reversed from the last to the first; that too is told by the library, and what is told then is the step for redo. So there is one
 * way to record and one way to reverse, and no kind of change needs code of its own. Typing is not recorded here: each text field undoes its own.
 */

#define MOST_STEPS 200

typedef enum
{
  ENTRY_ADDED,
  ENTRY_REMOVED,
  ENTRY_FIELD,
  ENTRY_POSITION,
} EntryKind;

typedef struct
{
  EntryKind kind;
  AskwellRecord *record;
  AskwellRecordList *list; /* ENTRY_REMOVED: where it was */
  double position;
  guint field;
  char *text;
  gint64 number;
} Entry;

typedef struct
{
  char *label;
  GPtrArray *entries; /* element-type Entry */
} Step;

struct _AskwellUndo
{
  GObject parent_instance;

  AskwellLibrary *library;
  GQueue done;   /* element-type Step, the last one at the tail */
  GQueue undone; /* element-type Step */
  Step *recording;
  guint depth;
};

G_DEFINE_FINAL_TYPE (AskwellUndo, askwell_undo, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->record);
  g_clear_object (&entry->list);
  g_free (entry->text);
  g_free (entry);
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->label);
  g_ptr_array_unref (step->entries);
  g_free (step);
}

static Step *
step_new (const char *label)
{
  Step *step = g_new0 (Step, 1);

  step->label = g_strdup (label);
  step->entries = g_ptr_array_new_with_free_func (entry_free);
  return step;
}

static Entry *
record_entry (AskwellUndo   *self,
              EntryKind      kind,
              AskwellRecord *record)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->kind = kind;
  entry->record = g_object_ref (record);
  g_ptr_array_add (self->recording->entries, entry);
  return entry;
}

static void
record_added_cb (AskwellUndo   *self,
                 AskwellRecord *record)
{
  if (self->recording != NULL)
    record_entry (self, ENTRY_ADDED, record);
}

static void
record_removed_cb (AskwellUndo       *self,
                   AskwellRecord     *record,
                   AskwellRecordList *list)
{
  Entry *entry;

  if (self->recording == NULL)
    return;
  entry = record_entry (self, ENTRY_REMOVED, record);
  entry->list = g_object_ref (list);
  entry->position = askwell_record_get_position (record);
}

static gboolean
is_number (AskwellRecord *record,
           guint          field)
{
  AskwellFieldKind kind = ASKWELL_RECORD_GET_CLASS (record)->fields[field].kind;

  return kind != ASKWELL_FIELD_STRING && kind != ASKWELL_FIELD_TEXT && kind != ASKWELL_FIELD_REFERENCE;
}

static void
record_changing_cb (AskwellUndo   *self,
                    AskwellRecord *record,
                    int            field)
{
  Entry *entry;

  if (self->recording == NULL)
    return;
  if (field == ASKWELL_CHANGE_POSITION)
    {
      entry = record_entry (self, ENTRY_POSITION, record);
      entry->position = askwell_record_get_position (record);
      return;
    }
  entry = record_entry (self, ENTRY_FIELD, record);
  entry->field = (guint) field;
  if (is_number (record, entry->field))
    entry->number = askwell_record_get_number (record, entry->field);
  else
    entry->text = g_strdup (askwell_record_get_text (record, entry->field));
}

static void
reverse_entry (const Entry *entry)
{
  AskwellRecordList *list = askwell_record_get_list (entry->record);

  switch (entry->kind)
    {
    case ENTRY_ADDED:
      if (list != NULL)
        askwell_record_list_remove (list, entry->record);
      break;
    case ENTRY_REMOVED:
      if (list == NULL)
        {
          askwell_record_set_position (entry->record, entry->position);
          askwell_record_list_insert_sorted (entry->list, entry->record);
        }
      break;
    case ENTRY_POSITION:
      if (list != NULL)
        {
          g_autoptr (AskwellRecord) record = g_object_ref (entry->record);

          askwell_record_list_remove (list, record);
          askwell_record_set_position (record, entry->position);
          askwell_record_list_insert_sorted (list, record);
        }
      break;
    case ENTRY_FIELD:
      if (is_number (entry->record, entry->field))
        askwell_record_set_number (entry->record, entry->field, entry->number);
      else
        askwell_record_set_text (entry->record, entry->field, entry->text);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
notify_all (AskwellUndo *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

/* Reverses the last step of one queue; what is told meanwhile becomes the last step of the other. */
static char *
reverse (AskwellUndo *self,
         GQueue      *from,
         GQueue      *to)
{
  Step *step = self->recording == NULL ? g_queue_pop_tail (from) : NULL;
  char *label;

  if (step == NULL)
    return NULL;
  self->recording = step_new (step->label);
  for (guint i = step->entries->len; i-- > 0;)
    reverse_entry (g_ptr_array_index (step->entries, i));
  g_queue_push_tail (to, g_steal_pointer (&self->recording));
  label = g_strdup (step->label);
  step_free (step);
  notify_all (self);
  return label;
}

static void
askwell_undo_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AskwellUndo *self = ASKWELL_UNDO (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, askwell_undo_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, askwell_undo_can_redo (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_undo_finalize (GObject *object)
{
  AskwellUndo *self = ASKWELL_UNDO (object);

  g_queue_clear_full (&self->done, step_free);
  g_queue_clear_full (&self->undone, step_free);
  g_clear_pointer (&self->recording, step_free);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (askwell_undo_parent_class)->finalize (object);
}

static void
askwell_undo_class_init (AskwellUndoClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = askwell_undo_get_property;
  object_class->finalize = askwell_undo_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
askwell_undo_init (AskwellUndo *self)
{
  g_queue_init (&self->done);
  g_queue_init (&self->undone);
}

AskwellUndo *
askwell_undo_new (AskwellLibrary *library)
{
  AskwellUndo *self = g_object_new (ASKWELL_TYPE_UNDO, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "record-added", G_CALLBACK (record_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "record-removed", G_CALLBACK (record_removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "record-changing", G_CALLBACK (record_changing_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * askwell_undo_begin:
 * @self: an undo
 * @label: what is being done, in words for a person
 *
 * What the library tells until askwell_undo_end() is one step. Steps nest; the outermost counts.
 */
void
askwell_undo_begin (AskwellUndo *self,
                    const char  *label)
{
  g_return_if_fail (ASKWELL_IS_UNDO (self));

  if (self->depth++ == 0 && self->recording == NULL)
    self->recording = step_new (label);
}

void
askwell_undo_end (AskwellUndo *self)
{
  g_return_if_fail (ASKWELL_IS_UNDO (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0 || self->recording == NULL)
    return;
  if (self->recording->entries->len == 0)
    {
      g_clear_pointer (&self->recording, step_free);
      return;
    }
  g_queue_push_tail (&self->done, g_steal_pointer (&self->recording));
  g_queue_clear_full (&self->undone, step_free);
  if (g_queue_get_length (&self->done) > MOST_STEPS)
    step_free (g_queue_pop_head (&self->done));
  notify_all (self);
}

gboolean
askwell_undo_can_undo (AskwellUndo *self)
{
  g_return_val_if_fail (ASKWELL_IS_UNDO (self), FALSE);

  return !g_queue_is_empty (&self->done);
}

gboolean
askwell_undo_can_redo (AskwellUndo *self)
{
  g_return_val_if_fail (ASKWELL_IS_UNDO (self), FALSE);

  return !g_queue_is_empty (&self->undone);
}

/**
 * askwell_undo_undo:
 * @self: an undo
 *
 * Returns: (transfer full) (nullable): what was undone, in words for a person; %NULL when there was nothing
 */
char *
askwell_undo_undo (AskwellUndo *self)
{
  g_return_val_if_fail (ASKWELL_IS_UNDO (self), NULL);

  return reverse (self, &self->done, &self->undone);
}

/**
 * askwell_undo_redo:
 * @self: an undo
 *
 * Returns: (transfer full) (nullable): what was done again, in words for a person; %NULL when there was nothing
 */
char *
askwell_undo_redo (AskwellUndo *self)
{
  g_return_val_if_fail (ASKWELL_IS_UNDO (self), NULL);

  return reverse (self, &self->undone, &self->done);
}
