/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "askwell-session.h"
#include "model/askwell-contact.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_CONTACT_ROW (askwell_contact_row_get_type ())
G_DECLARE_FINAL_TYPE (AskwellContactRow, askwell_contact_row, ASKWELL, CONTACT_ROW, AdwExpanderRow)

/* A person of an account; unfolds into what is known about them. Action: contact.delete. */
GtkWidget      *askwell_contact_row_new         (AskwellSession    *session,
                                                 AskwellContact    *contact);
AskwellContact *askwell_contact_row_get_contact (AskwellContactRow *self);

G_END_DECLS
