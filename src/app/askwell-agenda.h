/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-library.h"
#include "model/askwell-plan.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_AGENDA (askwell_agenda_get_type ())
G_DECLARE_FINAL_TYPE (AskwellAgenda, askwell_agenda, ASKWELL, AGENDA, GObject)

typedef enum
{
  ASKWELL_AGENDA_UPCOMING,   /* from today on */
  ASKWELL_AGENDA_TO_DEBRIEF, /* over, and not debriefed */
} AskwellAgendaKind;

/* The plans of all accounts that are upcoming, or wait for their debrief, sorted by when they are. Signal of the list: items-changed. */
AskwellAgenda    *askwell_agenda_new       (AskwellLibrary    *library,
                                            AskwellAgendaKind  kind);
AskwellAgendaKind askwell_agenda_get_kind  (AskwellAgenda     *self);
GListModel       *askwell_agenda_get_plans (AskwellAgenda     *self);

G_END_DECLS
