/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ASKWELL_TYPE_NAMES (askwell_names_get_type ())
G_DECLARE_FINAL_TYPE (AskwellNames, askwell_names, ASKWELL, NAMES, GObject)

/* The names on the customer's side: the account, its people. Immutable once built, so it may be shared between threads.
 * A name is never (part of) a finding, and counts as the customer wherever a customer is looked for. */
AskwellNames *askwell_names_new (const char *const *names);

G_END_DECLS
