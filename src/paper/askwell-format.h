/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-attendee.h"
#include "model/askwell-model-enums.h"
#include "model/askwell-plan.h"
#include "phrasing/askwell-reading.h"

G_BEGIN_DECLS

/* Words for a person: names of enumerations, dates. */

const char *askwell_format_finding_kind  (AskwellFindingKind   kind);
const char *askwell_format_mode          (AskwellMode          mode);
const char *askwell_format_topic         (const char          *nick);
const char *askwell_format_looks_at      (const char          *looks_at);
const char *askwell_format_call_kind     (AskwellCallKind      kind);
const char *askwell_format_certainty     (AskwellCertainty     certainty);
const char *askwell_format_unknown_state (AskwellUnknownState  state);
const char *askwell_format_outcome       (AskwellOutcome       outcome);
const char *askwell_format_attendee_name (AskwellAttendee    *attendee);

char       *askwell_format_day           (gint64               seconds);
char       *askwell_format_day_and_time  (gint64               seconds);
char       *askwell_format_when          (AskwellPlan         *plan);
char       *askwell_format_attendees     (AskwellPlan         *plan);
char       *askwell_format_title         (const char          *title);

G_END_DECLS
