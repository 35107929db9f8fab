/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-account.h"
#include "askwell-ignore.h"
#include "askwell-library-private.h"
#include "askwell-record-private.h"

struct _AskwellLibrary
{
  AskwellRecord parent_instance;

  AskwellRecordList *accounts; /* element-type AskwellAccount */
  AskwellRecordList *ignores;  /* element-type AskwellIgnore */

  guint loading; /* depth of begin_load */
};

G_DEFINE_FINAL_TYPE (AskwellLibrary, askwell_library, ASKWELL_TYPE_RECORD)

enum
{
  RECORD_ADDED,
  RECORD_REMOVED,
  RECORD_CHANGING,
  RECORD_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const AskwellChildren children[] = {
  { "accounts", askwell_account_get_type, G_STRUCT_OFFSET (AskwellLibrary, accounts) },
  { "ignores", askwell_ignore_get_type, G_STRUCT_OFFSET (AskwellLibrary, ignores) },
};

static void
askwell_library_class_init (AskwellLibraryClass *klass)
{
  askwell_record_class_install (ASKWELL_RECORD_CLASS (klass), "library", NULL, 0, children, G_N_ELEMENTS (children));

  /**
   * AskwellLibrary::record-added:
   * @self: the library
   * @record: a record that came, with all it owns; its own children are not told one by one
   */
  signals[RECORD_ADDED] = g_signal_new ("record-added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, ASKWELL_TYPE_RECORD);

  /**
   * AskwellLibrary::record-removed:
   * @self: the library
   * @record: a record that went, with all it owns
   * @list: the list it was in
   */
  signals[RECORD_REMOVED] = g_signal_new ("record-removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, ASKWELL_TYPE_RECORD, ASKWELL_TYPE_RECORD_LIST);

  /**
   * AskwellLibrary::record-changing:
   * @self: the library
   * @record: a record
   * @field: index in its class's table of fields, or %ASKWELL_CHANGE_POSITION
   *
   * Emitted while the field still has its old value.
   */
  signals[RECORD_CHANGING] = g_signal_new ("record-changing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 2, ASKWELL_TYPE_RECORD, G_TYPE_INT);

  /**
   * AskwellLibrary::record-changed:
   * @self: the library
   * @record: a record
   * @field: index in its class's table of fields, or %ASKWELL_CHANGE_POSITION
   */
  signals[RECORD_CHANGED] = g_signal_new ("record-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, ASKWELL_TYPE_RECORD, G_TYPE_INT);
}

static void
askwell_library_init (AskwellLibrary *self)
{
}

void
askwell_library_tell_added (AskwellLibrary *self,
                            AskwellRecord  *record)
{
  g_signal_emit (self, signals[RECORD_ADDED], 0, record);
}

void
askwell_library_tell_removed (AskwellLibrary    *self,
                              AskwellRecord     *record,
                              AskwellRecordList *list)
{
  g_signal_emit (self, signals[RECORD_REMOVED], 0, record, list);
}

void
askwell_library_tell_changing (AskwellLibrary *self,
                               AskwellRecord  *record,
                               int             field)
{
  g_signal_emit (self, signals[RECORD_CHANGING], 0, record, field);
}

void
askwell_library_tell_changed (AskwellLibrary *self,
                              AskwellRecord  *record,
                              int             field)
{
  g_signal_emit (self, signals[RECORD_CHANGED], 0, record, field);
}

AskwellLibrary *
askwell_library_new (void)
{
  return g_object_new (ASKWELL_TYPE_LIBRARY, NULL);
}

ASKWELL_RECORD_DEFINE_CHILDREN (Library, LIBRARY, library, accounts)
ASKWELL_RECORD_DEFINE_CHILDREN (Library, LIBRARY, library, ignores)

void
askwell_library_begin_load (AskwellLibrary *self)
{
  g_return_if_fail (ASKWELL_IS_LIBRARY (self));

  self->loading++;
}

void
askwell_library_end_load (AskwellLibrary *self)
{
  g_return_if_fail (ASKWELL_IS_LIBRARY (self));
  g_return_if_fail (self->loading > 0);

  self->loading--;
}

gboolean
askwell_library_is_loading (AskwellLibrary *self)
{
  g_return_val_if_fail (ASKWELL_IS_LIBRARY (self), FALSE);

  return self->loading > 0;
}
