/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/askwell-record.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_RECORD_LIST (askwell_record_list_get_type ())
G_DECLARE_FINAL_TYPE (AskwellRecordList, askwell_record_list, ASKWELL, RECORD_LIST, GObject)

/* The records of one kind that a record owns, in the person's order. A GListModel. */

AskwellRecord *askwell_record_list_get_owner (AskwellRecordList *self);
GType          askwell_record_list_get_record_type (AskwellRecordList *self);
guint          askwell_record_list_get_size  (AskwellRecordList *self);
/* Borrowed. */
gpointer       askwell_record_list_get       (AskwellRecordList *self,
                                              guint              index);
gpointer       askwell_record_list_find      (AskwellRecordList *self,
                                              const char        *id);
gboolean       askwell_record_list_index_of  (AskwellRecordList *self,
                                              AskwellRecord     *record,
                                              guint             *index);

/* Makes a record of the list's type, puts it last, and gives it back, borrowed. */
gpointer       askwell_record_list_add       (AskwellRecordList *self);
void           askwell_record_list_append    (AskwellRecordList *self,
                                              AskwellRecord     *record);
void           askwell_record_list_insert    (AskwellRecordList *self,
                                              guint              index,
                                              AskwellRecord     *record);
/* By its "position": where the store puts what it loads, and where undo puts back what was removed. */
void           askwell_record_list_insert_sorted (AskwellRecordList *self,
                                                  AskwellRecord     *record);
void           askwell_record_list_remove    (AskwellRecordList *self,
                                              AskwellRecord     *record);
void           askwell_record_list_move      (AskwellRecordList *self,
                                              AskwellRecord     *record,
                                              guint              index);

G_END_DECLS
