/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "askwell-session.h"
#include "model/askwell-account.h"
#include "model/askwell-plan.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_ACCOUNT_PAGE (askwell_account_page_get_type ())
G_DECLARE_FINAL_TYPE (AskwellAccountPage, askwell_account_page, ASKWELL, ACCOUNT_PAGE, AdwBin)

/* An account: what it is, its people, what has been learned and what is still open, its plans. Properties: "session", "account" (nullable). Signal:
 * "open-plan" (a plan that was chosen). */
GtkWidget *askwell_account_page_new         (void);
void       askwell_account_page_set_session (AskwellAccountPage *self,
                                             AskwellSession     *session);
void       askwell_account_page_set_account (AskwellAccountPage *self,
                                             AskwellAccount     *account);
void       askwell_account_page_grab_name   (AskwellAccountPage *self);

G_END_DECLS
