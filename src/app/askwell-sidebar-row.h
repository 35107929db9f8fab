/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ASKWELL_TYPE_SIDEBAR_ROW (askwell_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (AskwellSidebarRow, askwell_sidebar_row, ASKWELL, SIDEBAR_ROW, GtkBox)

/* What the sidebar shows of an agenda, an account or a plan. */
GtkWidget *askwell_sidebar_row_new  (void);
void       askwell_sidebar_row_bind (AskwellSidebarRow *self,
                                     GtkTreeListRow    *row);
/* At a point of the row */
void       askwell_sidebar_row_show_menu (AskwellSidebarRow *self,
                                          double             x,
                                          double             y);

G_END_DECLS
