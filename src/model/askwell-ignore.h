/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-model-enums.h"
#include "model/askwell-record-list.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_IGNORE (askwell_ignore_get_type ())
G_DECLARE_FINAL_TYPE (AskwellIgnore, askwell_ignore, ASKWELL, IGNORE, AskwellRecord)

/* Something a person asked not to have marked. */

AskwellIgnore     *askwell_ignore_new        (void);
AskwellIgnoreScope askwell_ignore_get_scope  (AskwellIgnore *self);
void               askwell_ignore_set_scope  (AskwellIgnore      *self,
                                              AskwellIgnoreScope  scope);
const char        *askwell_ignore_get_phrase (AskwellIgnore *self);
void               askwell_ignore_set_phrase (AskwellIgnore *self,
                                              const char    *phrase);
const char        *askwell_ignore_get_rule   (AskwellIgnore *self);
void               askwell_ignore_set_rule   (AskwellIgnore *self,
                                              const char    *rule);
const char        *askwell_ignore_get_target (AskwellIgnore *self);
void               askwell_ignore_set_target (AskwellIgnore *self,
                                              const char    *target);

G_END_DECLS
