/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-model-enums.h"
#include "model/askwell-record-list.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_OBJECTIVE (askwell_objective_get_type ())
G_DECLARE_FINAL_TYPE (AskwellObjective, askwell_objective, ASKWELL, OBJECTIVE, AskwellRecord)

/* What a call is for: as first written, and as something to learn. */

AskwellObjective  *askwell_objective_new          (void);
const char        *askwell_objective_get_text     (AskwellObjective *self);
void               askwell_objective_set_text     (AskwellObjective *self,
                                                   const char       *text);
const char        *askwell_objective_get_learning (AskwellObjective *self);
void               askwell_objective_set_learning (AskwellObjective *self,
                                                   const char       *learning);
const char        *askwell_objective_get_looks_at (AskwellObjective *self);
void               askwell_objective_set_looks_at (AskwellObjective *self,
                                                   const char       *looks_at);
gint64             askwell_objective_get_applied  (AskwellObjective *self);
void               askwell_objective_set_applied  (AskwellObjective *self,
                                                   gint64            applied);
AskwellRecordList *askwell_objective_get_versions (AskwellObjective *self);

G_END_DECLS
