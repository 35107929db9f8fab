/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-model-enums.h"
#include "model/askwell-record-list.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_CONTACT (askwell_contact_get_type ())
G_DECLARE_FINAL_TYPE (AskwellContact, askwell_contact, ASKWELL, CONTACT, AskwellRecord)

/* A person at an account. */

AskwellContact *askwell_contact_new       (void);
const char     *askwell_contact_get_name  (AskwellContact *self);
void            askwell_contact_set_name  (AskwellContact *self,
                                           const char     *name);
const char     *askwell_contact_get_role  (AskwellContact *self);
void            askwell_contact_set_role  (AskwellContact *self,
                                           const char     *role);
const char     *askwell_contact_get_email (AskwellContact *self);
void            askwell_contact_set_email (AskwellContact *self,
                                           const char     *email);
const char     *askwell_contact_get_phone (AskwellContact *self);
void            askwell_contact_set_phone (AskwellContact *self,
                                           const char     *phone);
const char     *askwell_contact_get_notes (AskwellContact *self);
void            askwell_contact_set_notes (AskwellContact *self,
                                           const char     *notes);

G_END_DECLS
