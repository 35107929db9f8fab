/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ASKWELL_TYPE_WRAP_LAYOUT (askwell_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (AskwellWrapLayout, askwell_wrap_layout, ASKWELL, WRAP_LAYOUT, GtkLayoutManager)

/* Puts children side by side like words, and on a new line where they do not fit. Property: "spacing", in pixels, both ways. */
GtkLayoutManager *askwell_wrap_layout_new (void);

G_END_DECLS
