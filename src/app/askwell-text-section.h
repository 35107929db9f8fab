/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "askwell-session.h"
#include "askwell-text-field.h"
#include "model/askwell-plan.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_TEXT_SECTION (askwell_text_section_get_type ())
G_DECLARE_FINAL_TYPE (AskwellTextSection, askwell_text_section, ASKWELL, TEXT_SECTION, GtkBox)

/* A card with one field of free text of a plan, and the comments on it. Properties: "title", "placeholder", "field" (name of the plan's field),
 * "checked" (findings are lit up). Signal: "changed". */
void              askwell_text_section_bind      (AskwellTextSection *self,
                                                  AskwellSession     *session,
                                                  AskwellPlan        *plan);
AskwellTextField *askwell_text_section_get_field (AskwellTextSection *self);
gboolean          askwell_text_section_is_empty  (AskwellTextSection *self);

G_END_DECLS
