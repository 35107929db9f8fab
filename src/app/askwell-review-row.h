/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "askwell-session.h"
#include "model/askwell-objective.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_REVIEW_ROW (askwell_review_row_get_type ())
G_DECLARE_FINAL_TYPE (AskwellReviewRow, askwell_review_row, ASKWELL, REVIEW_ROW, GtkListBoxRow)

/* An objective as written beside what it became, and its earlier versions. Action: review.restore (id of a version). Signal: "reading-changed". */
GtkWidget   *askwell_review_row_new           (AskwellSession   *session,
                                               AskwellObjective *objective);
AskwellMode  askwell_review_row_get_mode      (AskwellReviewRow *self);
AskwellMode  askwell_review_row_get_mode_after (AskwellReviewRow *self);
guint        askwell_review_row_get_n_of_kind (AskwellReviewRow   *self,
                                               AskwellFindingKind  kind);

G_END_DECLS
