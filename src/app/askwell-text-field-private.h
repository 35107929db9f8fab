/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "askwell-text-field.h"

G_BEGIN_DECLS

/* Shared by the files of the text field: the widget is in askwell-text-field.c, what it has to do with its record in askwell-text-field-record.c,
 * and with findings in askwell-text-field-findings.c. */

struct _AskwellTextField
{
  GtkTextView parent_instance;

  AskwellSession *session;
  AskwellRecord *record;
  guint field; /* index in the record's table */
  gulong record_handler;

  AskwellHighlighter *highlighter;
  AskwellFindingHover *hover;

  char *placeholder;
  char *label;
  char *description; /* of the finding at the cursor; NULL for none */
  PangoLayout *placeholder_layout;
  int measured_width; /* what @measured_height is the height in; 0 when it is not known */
  int measured_height;
  guint store_id; /* a large text waits to be handed to the record */

  guint single : 1;
  guint checked : 1;
  guint one_line : 1; /* the record's field cannot hold line ends */
  guint loading : 1;  /* the buffer is being filled from the record */
  guint storing : 1;  /* and the other way round */
};

GtkTextBuffer *askwell_text_field_get_buffer         (AskwellTextField *self);

void           askwell_text_field_insert_text_cb     (AskwellTextField *self,
                                                      GtkTextIter      *where,
                                                      const char       *text,
                                                      int               length,
                                                      GtkTextBuffer    *buffer);
void           askwell_text_field_buffer_changed_cb  (AskwellTextField *self);
void           askwell_text_field_store_waiting_text (AskwellTextField *self);

void           askwell_text_field_update_highlighter (AskwellTextField *self);
void           askwell_text_field_tell_findings      (AskwellTextField *self);

G_END_DECLS
