/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/askwell-store.h"

G_BEGIN_DECLS

/* What the verbs that open a library have in common. */

/* The library at @database, or the person's own when that is NULL. Without @create it has to be there already. On trouble one line is printed and
 * NULL returned. (transfer full) (nullable) */
AskwellStore *askwellctl_open_library (const char *verb,
                                       const char *database,
                                       gboolean    create);

/* Date and time here, as of ISO 8601; "" for 0. (transfer full) */
char         *askwellctl_format_time  (gint64      seconds);

/* Their option */
#define ASKWELLCTL_DATABASE_OPTION(variable) \
  { "database", 0, 0, G_OPTION_ARG_FILENAME, variable, N_ ("Library to use instead of your own"), N_ ("FILE") }

G_END_DECLS
