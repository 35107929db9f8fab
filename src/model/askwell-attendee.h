/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-model-enums.h"
#include "model/askwell-record-list.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_ATTENDEE (askwell_attendee_get_type ())
G_DECLARE_FINAL_TYPE (AskwellAttendee, askwell_attendee, ASKWELL, ATTENDEE, AskwellRecord)

/* Somebody who will be at the call, with the part they have in it. */

AskwellAttendee *askwell_attendee_new         (void);
const char      *askwell_attendee_get_contact (AskwellAttendee *self);
void             askwell_attendee_set_contact (AskwellAttendee *self,
                                               const char      *contact);
const char      *askwell_attendee_get_name    (AskwellAttendee *self);
void             askwell_attendee_set_name    (AskwellAttendee *self,
                                               const char      *name);
const char      *askwell_attendee_get_part    (AskwellAttendee *self);
void             askwell_attendee_set_part    (AskwellAttendee *self,
                                               const char      *part);

G_END_DECLS
