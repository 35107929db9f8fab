/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "askwell-session.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_SIDEBAR (askwell_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (AskwellSidebar, askwell_sidebar, ASKWELL, SIDEBAR, AdwBin)

/* What is in the library: search, the agenda, accounts that unfold into their plans. Signal: "open" (id of a plan or account to show). */
void       askwell_sidebar_set_session  (AskwellSidebar *self,
                                         AskwellSession *session);
void       askwell_sidebar_select       (AskwellSidebar *self,
                                         AskwellRecord  *record);
void       askwell_sidebar_start_search (AskwellSidebar *self);
const char *askwell_sidebar_get_words   (AskwellSidebar *self);
void       askwell_sidebar_ask_account  (AskwellSidebar *self);
GListModel *askwell_sidebar_list_accounts (AskwellSidebar *self);

G_END_DECLS
