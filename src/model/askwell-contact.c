/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-contact.h"
#include "askwell-record-private.h"

struct _AskwellContact
{
  AskwellRecord parent_instance;

  char *name;
  char *role; /* title or job */
  char *email;
  char *phone;
  char *notes;
};

G_DEFINE_FINAL_TYPE (AskwellContact, askwell_contact, ASKWELL_TYPE_RECORD)

enum
{
  FIELD_NAME,
  FIELD_ROLE,
  FIELD_EMAIL,
  FIELD_PHONE,
  FIELD_NOTES,
};

static const AskwellField fields[] = {
  { "name", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellContact, name) },
  { "role", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellContact, role) },
  { "email", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellContact, email) },
  { "phone", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellContact, phone) },
  { "notes", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellContact, notes) },
};

static void
askwell_contact_class_init (AskwellContactClass *klass)
{
  askwell_record_class_install (ASKWELL_RECORD_CLASS (klass), "contact", fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
askwell_contact_init (AskwellContact *self)
{
}

AskwellContact *
askwell_contact_new (void)
{
  return g_object_new (ASKWELL_TYPE_CONTACT, NULL);
}

ASKWELL_RECORD_DEFINE_TEXT (Contact, CONTACT, contact, NAME, name)
ASKWELL_RECORD_DEFINE_TEXT (Contact, CONTACT, contact, ROLE, role)
ASKWELL_RECORD_DEFINE_TEXT (Contact, CONTACT, contact, EMAIL, email)
ASKWELL_RECORD_DEFINE_TEXT (Contact, CONTACT, contact, PHONE, phone)
ASKWELL_RECORD_DEFINE_TEXT (Contact, CONTACT, contact, NOTES, notes)
