/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/askwell-store.h"

G_BEGIN_DECLS

/* For the verbs that use a library: its option, and opening it. */

#define ASKWELLCTL_DATABASE_OPTION(variable) \
  { "database", 0, 0, G_OPTION_ARG_FILENAME, variable, N_ ("Library to use instead of your own"), N_ ("FILE") }

AskwellStore *askwellctl_open_store (const char *verb,
                                     const char *database,
                                     gboolean    create);
char         *askwellctl_format_day (gint64      seconds);

G_END_DECLS
