/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-attendee.h"
#include "askwell-record-private.h"

struct _AskwellAttendee
{
  AskwellRecord parent_instance;

  char *contact;
  char *name; /* when they are no contact of the account, or for when the contact is gone */
  char *part;
};

G_DEFINE_FINAL_TYPE (AskwellAttendee, askwell_attendee, ASKWELL_TYPE_RECORD)

enum
{
  FIELD_CONTACT,
  FIELD_NAME,
  FIELD_PART,
};

static const AskwellField fields[] = {
  { "contact", ASKWELL_FIELD_REFERENCE, G_STRUCT_OFFSET (AskwellAttendee, contact) },
  { "name", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellAttendee, name) },
  { "part", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellAttendee, part) },
};

static void
askwell_attendee_class_init (AskwellAttendeeClass *klass)
{
  askwell_record_class_install (ASKWELL_RECORD_CLASS (klass), "attendee", fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
askwell_attendee_init (AskwellAttendee *self)
{
}

AskwellAttendee *
askwell_attendee_new (void)
{
  return g_object_new (ASKWELL_TYPE_ATTENDEE, NULL);
}

ASKWELL_RECORD_DEFINE_TEXT (Attendee, ATTENDEE, attendee, CONTACT, contact)
ASKWELL_RECORD_DEFINE_TEXT (Attendee, ATTENDEE, attendee, NAME, name)
ASKWELL_RECORD_DEFINE_TEXT (Attendee, ATTENDEE, attendee, PART, part)
