/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "phrasing/askwell-phrasing-enums.h"

G_BEGIN_DECLS

/* How each kind of finding looks: a tint, and an underline of its own form, so that nothing is told by colour alone. */
void askwell_finding_look_apply (GtkTextTag         *tag,
                                 AskwellFindingKind  kind);
void askwell_finding_look_insert (PangoAttrList     *attributes,
                                  AskwellFindingKind kind,
                                  guint              byte_start,
                                  guint              byte_end);

G_END_DECLS
