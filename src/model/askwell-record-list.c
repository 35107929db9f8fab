/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-library-private.h"
#include "askwell-record-private.h"

struct _AskwellRecordList
{
  GObject parent_instance;

  AskwellRecord *owner; /* borrowed; NULL once it is gone */
  GType record_type;
  GPtrArray *records; /* element-type AskwellRecord, owned */
};

static GType
askwell_record_list_get_item_type (GListModel *model)
{
  return ASKWELL_RECORD_LIST (model)->record_type;
}

static guint
askwell_record_list_get_n_items (GListModel *model)
{
  return ASKWELL_RECORD_LIST (model)->records->len;
}

static gpointer
askwell_record_list_get_item (GListModel *model,
                              guint       index)
{
  AskwellRecordList *self = ASKWELL_RECORD_LIST (model);

  return index < self->records->len ? g_object_ref (g_ptr_array_index (self->records, index)) : NULL;
}

static void
askwell_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = askwell_record_list_get_item_type;
  iface->get_n_items = askwell_record_list_get_n_items;
  iface->get_item = askwell_record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AskwellRecordList,
                               askwell_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, askwell_record_list_model_init))

static AskwellRecord *
peek (AskwellRecordList *self,
      guint              index)
{
  return g_ptr_array_index (self->records, index);
}

static AskwellLibrary *
get_listener (AskwellRecordList *self)
{
  AskwellRecord *root = self->owner != NULL ? askwell_record_get_root (self->owner) : NULL;

  if (root == NULL || askwell_library_is_loading (ASKWELL_LIBRARY (root)))
    return NULL;
  return ASKWELL_LIBRARY (root);
}

/* Gives the record at @index a position between its neighbours', or numbers the whole list anew where there is no room left. */
static void
settle_position (AskwellRecordList *self,
                 guint              index)
{
  double before = index > 0 ? askwell_record_get_position (peek (self, index - 1)) : 0.0;
  double after, middle;

  if (index + 1 == self->records->len)
    {
      askwell_record_set_position (peek (self, index), before + 1.0);
      return;
    }

  after = askwell_record_get_position (peek (self, index + 1));
  if (index == 0)
    before = after - 2.0;
  middle = before + (after - before) / 2.0;
  if (middle > before && middle < after)
    {
      askwell_record_set_position (peek (self, index), middle);
      return;
    }

  for (guint i = 0; i < self->records->len; i++)
    askwell_record_set_position (peek (self, i), i + 1.0);
}

static void
insert_at (AskwellRecordList *self,
           guint              index,
           AskwellRecord     *record,
           gboolean           keep_position)
{
  AskwellLibrary *library;

  g_assert (g_type_is_a (G_OBJECT_TYPE (record), self->record_type));
  g_assert (askwell_record_get_list (record) == NULL);

  g_ptr_array_insert (self->records, (int) index, g_object_ref (record));
  if (!keep_position)
    settle_position (self, index);
  askwell_record_attach (record, self);
  g_list_model_items_changed (G_LIST_MODEL (self), index, 0, 1);

  library = get_listener (self);
  if (library != NULL)
    askwell_library_tell_added (library, record);
}

static void
askwell_record_list_finalize (GObject *object)
{
  AskwellRecordList *self = ASKWELL_RECORD_LIST (object);

  for (guint i = 0; i < self->records->len; i++)
    askwell_record_detach (peek (self, i));
  g_clear_pointer (&self->records, g_ptr_array_unref);

  G_OBJECT_CLASS (askwell_record_list_parent_class)->finalize (object);
}

static void
askwell_record_list_class_init (AskwellRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = askwell_record_list_finalize;
}

static void
askwell_record_list_init (AskwellRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

AskwellRecordList *
askwell_record_list_new (AskwellRecord *owner,
                         GType          record_type)
{
  AskwellRecordList *self = g_object_new (ASKWELL_TYPE_RECORD_LIST, NULL);

  self->owner = owner;
  self->record_type = record_type;
  return self;
}

void
askwell_record_list_disown (AskwellRecordList *self)
{
  self->owner = NULL;
}

/**
 * askwell_record_list_get_owner:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the record whose list this is
 */
AskwellRecord *
askwell_record_list_get_owner (AskwellRecordList *self)
{
  g_return_val_if_fail (ASKWELL_IS_RECORD_LIST (self), NULL);

  return self->owner;
}

GType
askwell_record_list_get_record_type (AskwellRecordList *self)
{
  g_return_val_if_fail (ASKWELL_IS_RECORD_LIST (self), G_TYPE_INVALID);

  return self->record_type;
}

guint
askwell_record_list_get_size (AskwellRecordList *self)
{
  g_return_val_if_fail (ASKWELL_IS_RECORD_LIST (self), 0);

  return self->records->len;
}

/**
 * askwell_record_list_get:
 * @self: a list
 * @index: from 0
 *
 * Returns: (transfer none) (nullable) (type AskwellRecord): the record at @index; %NULL past the end
 */
gpointer
askwell_record_list_get (AskwellRecordList *self,
                         guint              index)
{
  g_return_val_if_fail (ASKWELL_IS_RECORD_LIST (self), NULL);

  return index < self->records->len ? peek (self, index) : NULL;
}

/**
 * askwell_record_list_find:
 * @self: a list
 * @id: a record's id
 *
 * Returns: (transfer none) (nullable) (type AskwellRecord): the record of the list with that id
 */
gpointer
askwell_record_list_find (AskwellRecordList *self,
                          const char        *id)
{
  g_return_val_if_fail (ASKWELL_IS_RECORD_LIST (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->records->len; i++)
    if (g_str_equal (askwell_record_get_id (peek (self, i)), id))
      return peek (self, i);
  return NULL;
}

gboolean
askwell_record_list_index_of (AskwellRecordList *self,
                              AskwellRecord     *record,
                              guint             *index)
{
  g_return_val_if_fail (ASKWELL_IS_RECORD_LIST (self), FALSE);

  return g_ptr_array_find (self->records, record, index);
}

/**
 * askwell_record_list_add:
 * @self: a list
 *
 * Makes a record of the list's type and puts it last.
 *
 * Returns: (transfer none) (type AskwellRecord): the new record
 */
gpointer
askwell_record_list_add (AskwellRecordList *self)
{
  g_autoptr (AskwellRecord) record = NULL;

  g_return_val_if_fail (ASKWELL_IS_RECORD_LIST (self), NULL);

  record = g_object_new (self->record_type, NULL);
  askwell_record_list_append (self, record);
  return record;
}

void
askwell_record_list_append (AskwellRecordList *self,
                            AskwellRecord     *record)
{
  g_return_if_fail (ASKWELL_IS_RECORD_LIST (self));

  askwell_record_list_insert (self, self->records->len, record);
}

/**
 * askwell_record_list_insert:
 * @self: a list
 * @index: where; past the end means last
 * @record: a record of the list's type that is in no list
 */
void
askwell_record_list_insert (AskwellRecordList *self,
                            guint              index,
                            AskwellRecord     *record)
{
  g_return_if_fail (ASKWELL_IS_RECORD_LIST (self));
  g_return_if_fail (ASKWELL_IS_RECORD (record));
  g_return_if_fail (askwell_record_get_list (record) == NULL);

  insert_at (self, MIN (index, self->records->len), record, FALSE);
}

/**
 * askwell_record_list_insert_sorted:
 * @self: a list
 * @record: a record of the list's type that is in no list
 *
 * Puts a record where its position says: what the store does with what it loads, and undo with what was removed.
 */
void
askwell_record_list_insert_sorted (AskwellRecordList *self,
                                   AskwellRecord     *record)
{
  guint low = 0, high;
  double position;

  g_return_if_fail (ASKWELL_IS_RECORD_LIST (self));
  g_return_if_fail (ASKWELL_IS_RECORD (record));
  g_return_if_fail (askwell_record_get_list (record) == NULL);

  position = askwell_record_get_position (record);
  high = self->records->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (askwell_record_get_position (peek (self, middle)) <= position)
        low = middle + 1;
      else
        high = middle;
    }
  insert_at (self, low, record, TRUE);
}

void
askwell_record_list_remove (AskwellRecordList *self,
                            AskwellRecord     *record)
{
  g_autoptr (AskwellRecord) hold = NULL;
  AskwellLibrary *library;
  guint index;

  g_return_if_fail (ASKWELL_IS_RECORD_LIST (self));
  g_return_if_fail (askwell_record_list_index_of (self, record, &index));

  hold = g_object_ref (record);
  g_ptr_array_remove_index (self->records, index);
  askwell_record_detach (record);
  g_list_model_items_changed (G_LIST_MODEL (self), index, 1, 0);

  library = get_listener (self);
  if (library != NULL)
    askwell_library_tell_removed (library, record, self);
}

/**
 * askwell_record_list_move:
 * @self: a list
 * @record: a record of it
 * @index: the index it shall have
 */
void
askwell_record_list_move (AskwellRecordList *self,
                          AskwellRecord     *record,
                          guint              index)
{
  guint from, first, last;

  g_return_if_fail (ASKWELL_IS_RECORD_LIST (self));
  g_return_if_fail (askwell_record_list_index_of (self, record, &from));

  index = MIN (index, self->records->len - 1);
  if (from == index)
    return;

  g_ptr_array_insert (self->records, (int) index, g_ptr_array_steal_index (self->records, from));
  first = MIN (from, index);
  last = MAX (from, index);
  settle_position (self, index);
  g_list_model_items_changed (G_LIST_MODEL (self), first, last - first + 1, last - first + 1);
}
