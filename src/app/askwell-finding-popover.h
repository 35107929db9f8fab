/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "askwell-session.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_FINDING_POPOVER (askwell_finding_popover_get_type ())
G_DECLARE_FINAL_TYPE (AskwellFindingPopover, askwell_finding_popover, ASKWELL, FINDING_POPOVER, GtkPopover)

GtkWidget *askwell_finding_popover_new (AskwellSession       *session,
                                        AskwellRecord        *record,
                                        const AskwellFinding *finding,
                                        GtkTextBuffer        *buffer);

G_END_DECLS
