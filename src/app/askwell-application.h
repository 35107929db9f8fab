/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ASKWELL_TYPE_APPLICATION (askwell_application_get_type ())
G_DECLARE_FINAL_TYPE (AskwellApplication, askwell_application, ASKWELL, APPLICATION, AdwApplication)

AskwellApplication *askwell_application_new              (void);
/* Registers the resources; the tests call it without an application. */
void                askwell_application_register_resources (void);

G_END_DECLS
