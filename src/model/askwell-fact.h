/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-model-enums.h"
#include "model/askwell-record-list.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_FACT (askwell_fact_get_type ())
G_DECLARE_FINAL_TYPE (AskwellFact, askwell_fact, ASKWELL, FACT, AskwellRecord)

/* Something known about the account: who said it, when, and whether it is fact or guess. */

AskwellFact     *askwell_fact_new           (void);
const char      *askwell_fact_get_text      (AskwellFact *self);
void             askwell_fact_set_text      (AskwellFact *self,
                                             const char  *text);
const char      *askwell_fact_get_source    (AskwellFact *self);
void             askwell_fact_set_source    (AskwellFact *self,
                                             const char  *source);
gint64           askwell_fact_get_learned   (AskwellFact *self);
void             askwell_fact_set_learned   (AskwellFact *self,
                                             gint64       learned);
AskwellCertainty askwell_fact_get_certainty (AskwellFact *self);
void             askwell_fact_set_certainty (AskwellFact      *self,
                                             AskwellCertainty  certainty);
const char      *askwell_fact_get_plan      (AskwellFact *self);
void             askwell_fact_set_plan      (AskwellFact *self,
                                             const char  *plan);
const char      *askwell_fact_get_unknown   (AskwellFact *self);
void             askwell_fact_set_unknown   (AskwellFact *self,
                                             const char  *unknown);

G_END_DECLS
