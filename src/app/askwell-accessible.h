/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Names the text in an entry row after the row's title, which libadwaita 1.2 leaves to the eye. */
void askwell_accessible_name_entry_row (AdwEntryRow *row);

G_END_DECLS
