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

G_END_DECLS
