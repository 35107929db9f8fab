/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-model-enums.h"
#include "model/askwell-record-list.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_ENTRY (askwell_entry_get_type ())
G_DECLARE_FINAL_TYPE (AskwellEntry, askwell_entry, ASKWELL, ENTRY, AskwellRecord)

/* A short line of one of the lists that a plan has besides its questions. */

AskwellEntry  *askwell_entry_new         (void);
AskwellSection askwell_entry_get_section (AskwellEntry *self);
void           askwell_entry_set_section (AskwellEntry   *self,
                                          AskwellSection  section);
const char    *askwell_entry_get_text    (AskwellEntry *self);
void           askwell_entry_set_text    (AskwellEntry *self,
                                          const char   *text);
gboolean       askwell_entry_get_done    (AskwellEntry *self);
void           askwell_entry_set_done    (AskwellEntry *self,
                                          gboolean      done);
gint64         askwell_entry_get_due     (AskwellEntry *self);
void           askwell_entry_set_due     (AskwellEntry *self,
                                          gint64        due);

G_END_DECLS
