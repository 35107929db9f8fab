/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "askwell-session.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_TRASH_PAGE (askwell_trash_page_get_type ())
G_DECLARE_FINAL_TYPE (AskwellTrashPage, askwell_trash_page, ASKWELL, TRASH_PAGE, AdwBin)

/* What was deleted in the last thirty days, to be put back. Property: "session". */
GtkWidget *askwell_trash_page_new (void);

G_END_DECLS
