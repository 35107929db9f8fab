/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "askwell-text-field-private.h"

/*
 * What is typed goes to the record's field at each change, and from there to the store; a change that
 * comes from elsewhere (undo, the next window, an import) comes back the same way, and only the part of the text that differs is replaced, so that
 * the cursor and the findings stay where they are.
 *
 * Copying a text of a megabyte at each key would be felt: one over LARGE_TEXT bytes is handed to the record when the typing pauses for
 * LARGE_TEXT_MILLISECONDS, when the focus leaves, and before the field shows another record.
 */

#define LARGE_TEXT 65536
#define LARGE_TEXT_MILLISECONDS 250

static void
store_text (AskwellTextField *self)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->store_id, g_source_remove);
  if (self->record == NULL)
    return;
  text = askwell_text_field_dup_text (self);
  self->storing = TRUE;
  askwell_record_set_text (self->record, self->field, text);
  self->storing = FALSE;
}

void
askwell_text_field_store_waiting_text (AskwellTextField *self)
{
  if (self->store_id != 0)
    store_text (self);
}

static gboolean
store_cb (gpointer data)
{
  AskwellTextField *self = data;

  self->store_id = 0;
  store_text (self);
  return G_SOURCE_REMOVE;
}

/* Puts @text in the place of @shown, leaving alone what they begin and end with in common. */
static void
replace_text (AskwellTextField *self,
              const char       *shown,
              const char       *text)
{
  GtkTextBuffer *buffer = askwell_text_field_get_buffer (self);
  const char *shown_end = shown + strlen (shown);
  const char *text_end = text + strlen (text);
  const char *from = shown, *with = text;
  GtkTextIter start, end;

  while (*from != '\0' && *from == *with)
    {
      from++;
      with++;
    }
  while (from > shown && (*from & 0xC0) == 0x80)
    {
      from--;
      with--;
    }
  while (shown_end > from && text_end > with && shown_end[-1] == text_end[-1])
    {
      shown_end--;
      text_end--;
    }
  while ((*shown_end & 0xC0) == 0x80)
    {
      shown_end++;
      text_end++;
    }

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_utf8_strlen (shown, from - shown));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) g_utf8_strlen (shown, shown_end - shown));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, with, (int) (text_end - with));
}

static void
load_text (AskwellTextField *self)
{
  const char *text = self->record != NULL ? askwell_record_get_text (self->record, self->field) : "";
  g_autofree char *shown = NULL;

  if (self->storing)
    return;
  shown = askwell_text_field_dup_text (self);
  if (g_str_equal (text, shown))
    return;

  g_clear_handle_id (&self->store_id, g_source_remove);
  self->loading = TRUE;
  gtk_text_buffer_begin_irreversible_action (askwell_text_field_get_buffer (self));
  replace_text (self, shown, text);
  gtk_text_buffer_end_irreversible_action (askwell_text_field_get_buffer (self));
  self->loading = FALSE;
}

void
askwell_text_field_insert_text_cb (AskwellTextField *self,
                                   GtkTextIter      *where,
                                   const char       *text,
                                   int               length,
                                   GtkTextBuffer    *buffer)
{
  g_autofree char *given = NULL;
  g_autofree char *clean = NULL;

  if (!self->one_line)
    return;
  given = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  clean = askwell_record_clean_text (given, TRUE);
  if (g_str_equal (given, clean))
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, where, clean, -1);
}

void
askwell_text_field_buffer_changed_cb (AskwellTextField *self)
{
  self->measured_width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->loading || self->record == NULL)
    return;
  if (gtk_text_buffer_get_char_count (askwell_text_field_get_buffer (self)) <= LARGE_TEXT)
    store_text (self);
  else
    {
      g_clear_handle_id (&self->store_id, g_source_remove);
      self->store_id = g_timeout_add (LARGE_TEXT_MILLISECONDS, store_cb, self);
    }
}

/**
 * askwell_text_field_bind:
 * @self: a text field
 * @record: (nullable): the record to edit
 * @field: name of the field of it that holds the text
 */
void
askwell_text_field_bind (AskwellTextField *self,
                         AskwellRecord    *record,
                         const char       *field)
{
  g_return_if_fail (ASKWELL_IS_TEXT_FIELD (self));

  askwell_text_field_store_waiting_text (self);
  if (self->record != NULL)
    g_clear_signal_handler (&self->record_handler, self->record);

  self->one_line = FALSE;
  g_set_object (&self->record, record);
  if (record != NULL)
    {
      g_autofree char *signal = g_strdup_printf ("notify::%s", field);
      int index = askwell_record_find_field (ASKWELL_RECORD_GET_CLASS (record), field);

      g_return_if_fail (index >= 0);
      self->field = (guint) index;
      self->one_line = ASKWELL_RECORD_GET_CLASS (record)->fields[index].kind != ASKWELL_FIELD_TEXT;
      self->record_handler = g_signal_connect_swapped (record, signal, G_CALLBACK (load_text), self);
    }
  load_text (self);
  if (self->highlighter != NULL)
    {
      askwell_highlighter_set_record (self->highlighter, record);
      askwell_finding_hover_set_record (self->hover, record);
    }
}

AskwellRecord *
askwell_text_field_get_record (AskwellTextField *self)
{
  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), NULL);

  return self->record;
}

/**
 * askwell_text_field_get_field:
 * @self: a text field
 *
 * Returns: index of the record's field that is edited
 */
guint
askwell_text_field_get_field (AskwellTextField *self)
{
  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), 0);

  return self->field;
}
