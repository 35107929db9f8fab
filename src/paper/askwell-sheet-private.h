/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "askwell-flow.h"
#include "askwell-sheet.h"

G_BEGIN_DECLS

/* What each kind of sheet says; askwell-sheet.c puts it on pages. */

/* @writing_lines: room for each answer */
void askwell_sheet_build_call   (AskwellFlow    *flow,
                                 AskwellPlan    *plan,
                                 guint           writing_lines);
void askwell_sheet_build_review (AskwellFlow    *flow,
                                 AskwellPlan    *plan,
                                 AskwellReader  *reader);
void askwell_sheet_build_ledger (AskwellFlow    *flow,
                                 AskwellAccount *account);

/* Fills what is left of the last page with lines for notes, where that is enough to be of use. */
void askwell_sheet_fill_with_notes (AskwellFlow *flow);

/* The name above the title, the title, and a line below it; "" for none */
void askwell_sheet_add_head     (AskwellFlow    *flow,
                                 const char     *kicker,
                                 const char     *title,
                                 const char     *lead);

/* Joins with " · " what is not empty. NULL-terminated. */
char *askwell_sheet_join        (const char     *first,
                                 ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
