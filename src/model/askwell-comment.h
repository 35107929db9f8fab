/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-model-enums.h"
#include "model/askwell-record-list.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_COMMENT (askwell_comment_get_type ())
G_DECLARE_FINAL_TYPE (AskwellComment, askwell_comment, ASKWELL, COMMENT, AskwellRecord)

/* A remark of a coach on a part of a plan. */

AskwellComment *askwell_comment_new          (void);
const char     *askwell_comment_get_target   (AskwellComment *self);
void            askwell_comment_set_target   (AskwellComment *self,
                                              const char     *target);
const char     *askwell_comment_get_field    (AskwellComment *self);
void            askwell_comment_set_field    (AskwellComment *self,
                                              const char     *field);
const char     *askwell_comment_get_author   (AskwellComment *self);
void            askwell_comment_set_author   (AskwellComment *self,
                                              const char     *author);
const char     *askwell_comment_get_text     (AskwellComment *self);
void            askwell_comment_set_text     (AskwellComment *self,
                                              const char     *text);
gboolean        askwell_comment_get_resolved (AskwellComment *self);
void            askwell_comment_set_resolved (AskwellComment *self,
                                              gboolean        resolved);

G_END_DECLS
