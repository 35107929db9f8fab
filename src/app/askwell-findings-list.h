/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ASKWELL_TYPE_FINDINGS_LIST (askwell_findings_list_get_type ())
G_DECLARE_FINAL_TYPE (AskwellFindingsList, askwell_findings_list, ASKWELL, FINDINGS_LIST, GtkPopover)

/* All findings of a page in words, in its order: what the underlines are for the eye. */
GtkWidget *askwell_findings_list_new            (void);
void       askwell_findings_list_fill           (AskwellFindingsList *self,
                                                 GtkWidget           *page);

/* The text fields within @page that light up findings and can be seen, in its order. (transfer container) (element-type AskwellTextField) */
GPtrArray *askwell_findings_list_collect_fields (GtkWidget           *page);

G_END_DECLS
