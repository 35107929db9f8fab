/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-model-enums.h"
#include "model/askwell-record-list.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_UNKNOWN (askwell_unknown_get_type ())
G_DECLARE_FINAL_TYPE (AskwellUnknown, askwell_unknown, ASKWELL, UNKNOWN, AskwellRecord)

/* Something that still has to be learned about the account. */

AskwellUnknown     *askwell_unknown_new             (void);
const char         *askwell_unknown_get_text        (AskwellUnknown *self);
void                askwell_unknown_set_text        (AskwellUnknown *self,
                                                     const char     *text);
AskwellUnknownState askwell_unknown_get_state       (AskwellUnknown *self);
void                askwell_unknown_set_state       (AskwellUnknown      *self,
                                                     AskwellUnknownState  state);
const char         *askwell_unknown_get_plan        (AskwellUnknown *self);
void                askwell_unknown_set_plan        (AskwellUnknown *self,
                                                     const char     *plan);
const char         *askwell_unknown_get_answered_by (AskwellUnknown *self);
void                askwell_unknown_set_answered_by (AskwellUnknown *self,
                                                     const char     *answered_by);
gint64              askwell_unknown_get_answered    (AskwellUnknown *self);
void                askwell_unknown_set_answered    (AskwellUnknown *self,
                                                     gint64          answered);
const char         *askwell_unknown_get_answer      (AskwellUnknown *self);
void                askwell_unknown_set_answer      (AskwellUnknown *self,
                                                     const char     *answer);

G_END_DECLS
