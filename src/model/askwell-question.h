/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-model-enums.h"
#include "model/askwell-record-list.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_QUESTION (askwell_question_get_type ())
G_DECLARE_FINAL_TYPE (AskwellQuestion, askwell_question, ASKWELL, QUESTION, AskwellRecord)

/* A question to ask in a call, and after it the answer. */

AskwellQuestion *askwell_question_new         (void);
const char      *askwell_question_get_text    (AskwellQuestion *self);
void             askwell_question_set_text    (AskwellQuestion *self,
                                               const char      *text);
const char      *askwell_question_get_bank    (AskwellQuestion *self);
void             askwell_question_set_bank    (AskwellQuestion *self,
                                               const char      *bank);
const char      *askwell_question_get_topic   (AskwellQuestion *self);
void             askwell_question_set_topic   (AskwellQuestion *self,
                                               const char      *topic);
const char      *askwell_question_get_purpose (AskwellQuestion *self);
void             askwell_question_set_purpose (AskwellQuestion *self,
                                               const char      *purpose);
const char      *askwell_question_get_unknown (AskwellQuestion *self);
void             askwell_question_set_unknown (AskwellQuestion *self,
                                               const char      *unknown);
gboolean         askwell_question_get_asked   (AskwellQuestion *self);
void             askwell_question_set_asked   (AskwellQuestion *self,
                                               gboolean         asked);
const char      *askwell_question_get_answer  (AskwellQuestion *self);
void             askwell_question_set_answer  (AskwellQuestion *self,
                                               const char      *answer);

G_END_DECLS
