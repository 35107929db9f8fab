/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ASKWELL_TYPE_PAIR_LAYOUT (askwell_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (AskwellPairLayout, askwell_pair_layout, ASKWELL, PAIR_LAYOUT, GtkLayoutManager)

/* Puts its children side by side, all of one width and height, or one below the other where there is too little room for that. */

G_END_DECLS
