/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "askwell-session.h"
#include "model/askwell-plan.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_COMMENTS (askwell_comments_get_type ())
G_DECLARE_FINAL_TYPE (AskwellComments, askwell_comments, ASKWELL, COMMENTS, GtkBox)

/* What a coach remarked on one field of a plan, or of a record in it. Takes no room while there is nothing. */
void askwell_comments_bind (AskwellComments *self,
                            AskwellSession  *session,
                            AskwellPlan     *plan,
                            AskwellRecord   *target,
                            const char      *field);
void askwell_comments_add  (AskwellComments *self);

G_END_DECLS
