/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-record-list.h"

G_BEGIN_DECLS

/**
 * AskwellRow:
 * @type: type of the record
 * @id: its id
 * @parent: id of the record that owns it, "" where that is the library
 * @values: one a field of the class: text, or a number
 *
 * A record's own content, apart from any object: what goes between the threads. Never changed once made.
 */
typedef struct
{
  GType type;
  char *id;
  char *parent;
  double position;
  gint64 created;
  gint64 modified;
  guint n_values;
  struct
  {
    char *text; /* NULL for numbers; an enumeration's nick */
    gint64 number;
  } values[];
} AskwellRow;

AskwellRow         *askwell_row_new         (GType          type);
AskwellRow         *askwell_row_from_record (AskwellRecord *record);
void                askwell_row_free        (AskwellRow    *self);
AskwellRecord      *askwell_row_to_record   (AskwellRow    *self);
AskwellRecordList  *askwell_row_find_list   (AskwellRecord *parent,
                                             GType          type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AskwellRow, askwell_row_free)

G_END_DECLS
