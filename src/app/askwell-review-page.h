/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "askwell-session.h"
#include "model/askwell-plan.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_REVIEW_PAGE (askwell_review_page_get_type ())
G_DECLARE_FINAL_TYPE (AskwellReviewPage, askwell_review_page, ASKWELL, REVIEW_PAGE, AdwBin)

/* Every objective before and after, side by side. Properties: "session", "plan" (nullable). Its Print button activates win.print-review. */
GtkWidget *askwell_review_page_new         (void);
void       askwell_review_page_set_session (AskwellReviewPage *self,
                                            AskwellSession    *session);
void       askwell_review_page_set_plan    (AskwellReviewPage *self,
                                            AskwellPlan       *plan);

G_END_DECLS
