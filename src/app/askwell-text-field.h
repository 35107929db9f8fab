/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "askwell-finding-hover.h"
#include "askwell-highlighter.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_TEXT_FIELD (askwell_text_field_get_type ())
G_DECLARE_FINAL_TYPE (AskwellTextField, askwell_text_field, ASKWELL, TEXT_FIELD, GtkTextView)

/*
 * A text view that edits one field of a record, in place. Properties: "record" (nullable), "field" (name of the record's field), "placeholder",
 * "label" for a screen reader, "single" (Enter does not break the line but emits #AskwellTextField::activate), "checked" (findings are lit up).
 * Signals: "activate" (Enter in a single field), "rub-out" (Backspace in an empty one), "findings-changed".
 */
GtkWidget          *askwell_text_field_new             (void);
void                askwell_text_field_set_session     (AskwellTextField *self,
                                                        AskwellSession   *session);
void                askwell_text_field_bind            (AskwellTextField *self,
                                                        AskwellRecord    *record,
                                                        const char       *field);
AskwellRecord      *askwell_text_field_get_record      (AskwellTextField *self);
guint               askwell_text_field_get_field       (AskwellTextField *self);
AskwellHighlighter *askwell_text_field_get_highlighter (AskwellTextField *self);
char               *askwell_text_field_dup_text        (AskwellTextField *self);
void                askwell_text_field_set_placeholder (AskwellTextField *self,
                                                        const char       *placeholder);
gboolean            askwell_text_field_go_to_finding   (AskwellTextField *self,
                                                        gboolean          backward);
gboolean            askwell_text_field_go_to_end_finding (AskwellTextField *self,
                                                          gboolean          backward);
void                askwell_text_field_select          (AskwellTextField *self,
                                                        guint             start,
                                                        guint             end);
gboolean            askwell_text_field_show_finding    (AskwellTextField *self);
AskwellFindingHover *askwell_text_field_get_hover      (AskwellTextField *self);
void                askwell_text_field_grab_end        (AskwellTextField *self);

G_END_DECLS
