/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-ignore.h"
#include "phrasing/askwell-reader.h"
#include "questions/askwell-suggestion.h"
#include "askwell-undo.h"
#include "store/askwell-store.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_SESSION (askwell_session_get_type ())
G_DECLARE_FINAL_TYPE (AskwellSession, askwell_session, ASKWELL, SESSION, GObject)

AskwellSession      *askwell_session_new           (GFile                *database);
void                 askwell_session_open_async    (AskwellSession       *self,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              data);
gboolean             askwell_session_open_finish   (AskwellSession       *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

AskwellStore        *askwell_session_get_store     (AskwellSession       *self);
AskwellLibrary      *askwell_session_get_library   (AskwellSession       *self);
AskwellReader       *askwell_session_get_reader    (AskwellSession       *self);
AskwellQuestionBank *askwell_session_get_bank      (AskwellSession       *self);
GPtrArray           *askwell_session_get_problems  (AskwellSession       *self);
GSettings           *askwell_session_get_settings  (AskwellSession       *self);
gboolean             askwell_session_is_opened     (AskwellSession       *self);

AskwellNames        *askwell_session_dup_names     (AskwellSession       *self,
                                                    AskwellRecord        *record);
gboolean             askwell_session_is_ignored    (AskwellSession       *self,
                                                    AskwellRecord        *record,
                                                    const char           *phrase,
                                                    const char           *rule);
void                 askwell_session_ignore        (AskwellSession       *self,
                                                    AskwellIgnoreScope    scope,
                                                    AskwellRecord        *record,
                                                    const char           *phrase,
                                                    const char           *rule);

void                 askwell_session_begin_change  (AskwellSession       *self,
                                                    const char           *label);
void                 askwell_session_end_change    (AskwellSession       *self,
                                                    gboolean              announce);

AskwellUndo         *askwell_session_get_undo      (AskwellSession       *self);

G_END_DECLS
