/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-model-enums.h"
#include "model/askwell-record-list.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_VERSION (askwell_version_get_type ())
G_DECLARE_FINAL_TYPE (AskwellVersion, askwell_version, ASKWELL, VERSION, AskwellRecord)

/* An earlier wording of an objective. */

AskwellVersion     *askwell_version_new          (void);
const char         *askwell_version_get_text     (AskwellVersion *self);
void                askwell_version_set_text     (AskwellVersion *self,
                                                  const char     *text);
const char         *askwell_version_get_learning (AskwellVersion *self);
void                askwell_version_set_learning (AskwellVersion *self,
                                                  const char     *learning);
AskwellVersionCause askwell_version_get_cause    (AskwellVersion *self);
void                askwell_version_set_cause    (AskwellVersion      *self,
                                                  AskwellVersionCause  cause);

G_END_DECLS
