/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "askwell-highlighter.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_FINDING_HOVER (askwell_finding_hover_get_type ())
G_DECLARE_FINAL_TYPE (AskwellFindingHover, askwell_finding_hover, ASKWELL, FINDING_HOVER, GObject)

/* Shows what a finding in a text view is about: when the pointer rests on it, on a click, and from the keyboard. */
AskwellFindingHover *askwell_finding_hover_new       (GtkTextView         *view,
                                                      AskwellHighlighter  *highlighter,
                                                      AskwellSession      *session);
void                 askwell_finding_hover_set_record (AskwellFindingHover *self,
                                                       AskwellRecord       *record);
gboolean             askwell_finding_hover_show      (AskwellFindingHover *self);
void                 askwell_finding_hover_hide      (AskwellFindingHover *self);
void                 askwell_finding_hover_present   (AskwellFindingHover *self);
GtkWidget           *askwell_finding_hover_get_popover (AskwellFindingHover *self);

G_END_DECLS
