/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/askwell-record.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_FACT_DETAILS (askwell_fact_details_get_type ())
G_DECLARE_FINAL_TYPE (AskwellFactDetails, askwell_fact_details, ASKWELL, FACT_DETAILS, GtkPopover)

/* What stands behind a line of the ledger: of a fact who said it, when, and whether it is fact or guess; of an unknown its state and answer. */
GtkWidget *askwell_fact_details_new (AskwellRecord *record);

G_END_DECLS
