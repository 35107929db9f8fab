/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "askwell-session.h"
#include "model/askwell-objective.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_OBJECTIVE_ROW (askwell_objective_row_get_type ())
G_DECLARE_FINAL_TYPE (AskwellObjectiveRow, askwell_objective_row, ASKWELL, OBJECTIVE_ROW, GtkListBoxRow)

/* An objective: its text as written, lit up, and below it the learning form, offered or applied. Actions: objective.use (text, looks-at),
 * objective.use-first, objective.revert, objective.delete, objective.move-up, objective.move-down. Signals: "current" (the cursor came, or the
 * text changed), "activate-line", "reading-changed". */
GtkWidget        *askwell_objective_row_new           (AskwellSession      *session,
                                                       AskwellObjective    *objective);
AskwellObjective *askwell_objective_row_get_objective (AskwellObjectiveRow *self);
void              askwell_objective_row_grab_text     (AskwellObjectiveRow *self);
AskwellMode       askwell_objective_row_get_mode      (AskwellObjectiveRow *self);

G_END_DECLS
