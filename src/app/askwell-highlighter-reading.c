/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "askwell-highlighter-private.h"

#define SLICE_MICROSECONDS 3000
#define LONG_PARAGRAPH 4096
#define TAGS_A_STEP 2

void
askwell_highlighter_abandon_long (AskwellHighlighter *self)
{
  g_clear_pointer (&self->reading.text, g_free);
  g_clear_pointer (&self->reading.findings, g_array_unref);
  self->reading = (AskwellLongParagraph){ .line = -1 };
}

void
askwell_highlighter_find_cursor (AskwellHighlighter *self)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  self->cursor_line = gtk_text_iter_get_line (&cursor);
  self->cursor_offset = gtk_text_iter_get_line_offset (&cursor);
}

/* Findings */

static gboolean
are_same_findings (GArray *a,
                   GArray *b)
{
  guint length = a != NULL ? a->len : 0;

  if (length != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      const AskwellFinding *one = &g_array_index (a, AskwellFinding, i);
      const AskwellFinding *other = &g_array_index (b, AskwellFinding, i);

      if (one->kind != other->kind || one->start != other->start || one->end != other->end || one->rule != other->rule)
        return FALSE;
    }
  return TRUE;
}

/* The tags of the paragraph are in order: keeps what they stand for. */
static void
keep_findings (AskwellHighlighter *self,
               guint               line,
               GArray             *findings)
{
  AskwellParagraph *paragraph = askwell_highlighter_get_paragraph (self, line);

  if (!are_same_findings (paragraph->findings, findings))
    self->changed = TRUE;
  g_clear_pointer (&paragraph->findings, g_array_unref);
  if (findings != NULL && findings->len > 0)
    paragraph->findings = g_array_ref (findings);
  paragraph->tagged = paragraph->findings != NULL;
  if (paragraph->dirty)
    {
      paragraph->dirty = FALSE;
      self->n_dirty--;
    }
}

/* Reading */

static char *
get_line_text (AskwellHighlighter *self,
               guint               line)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, (int) line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  /* With the hidden text and with U+FFFC for what is not text, so that offsets are the buffer's. */
  return gtk_text_buffer_get_slice (self->buffer, &start, &end, TRUE);
}

static gboolean
is_being_typed (AskwellHighlighter   *self,
                guint                 line,
                const AskwellFinding *finding)
{
  GtkTextIter iter;

  if (!self->typing || self->cursor_line != (int) line || self->cursor_offset <= (int) finding->start ||
      self->cursor_offset > (int) finding->end)
    return FALSE;
  gtk_text_buffer_get_iter_at_line_offset (self->buffer, &iter, (int) line, (int) finding->start);
  return !gtk_text_iter_starts_tag (&iter, self->tags.tags[finding->kind]);
}

/* Reads @length bytes from @text, which begins @byte_base bytes and @character_base code points into the paragraph, and adds what is to be shown. */
static void
collect_findings (AskwellHighlighter *self,
                  guint               line,
                  const char         *text,
                  gsize               length,
                  gsize               byte_base,
                  guint               character_base,
                  GArray            **findings)
{
  AskwellReader *reader = askwell_session_get_reader (self->session);
  g_autoptr (AskwellReading) reading = NULL;
  g_autoptr (AskwellRecord) record = g_weak_ref_get (&self->record);
  const AskwellFinding *found;
  guint n_found;

  if (reader == NULL || length == 0)
    return;
  reading = askwell_reader_read (reader, text, (gssize) length, self->names, NULL);
  if (reading == NULL)
    return;

  found = askwell_reading_get_findings (reading, &n_found);
  for (guint i = 0; i < n_found; i++)
    {
      AskwellFinding finding = found[i];
      g_autofree char *phrase = g_strndup (text + finding.byte_start, finding.byte_end - finding.byte_start);

      if (askwell_session_is_ignored (self->session, record, phrase, finding.rule))
        continue;
      finding.start += character_base;
      finding.end += character_base;
      finding.byte_start += byte_base;
      finding.byte_end += byte_base;
      if (is_being_typed (self, line, &finding))
        {
          self->withheld_line = (int) line;
          continue;
        }
      if (*findings == NULL)
        *findings = g_array_new (FALSE, FALSE, sizeof (AskwellFinding));
      g_array_append_val (*findings, finding);
    }
}

/* Where the sentence that begins at the offset of the long paragraph ends, or where it has to be cut. */
static gsize
find_cut (AskwellHighlighter *self)
{
  const char *text = self->reading.text;
  gsize offset = self->reading.offset;
  AskwellReader *reader = askwell_session_get_reader (self->session);
  gsize limit = MIN (self->reading.length, offset + LONG_PARAGRAPH);
  gsize end;

  if (reader == NULL)
    return self->reading.length;
  while (limit < self->reading.length && (text[limit] & 0xC0) == 0x80)
    limit++;
  end = askwell_reader_find_sentence_end (reader, text, limit, offset);
  if (end > offset && (end < limit || limit == self->reading.length))
    return MIN (end, limit);
  for (end = limit; end > offset + LONG_PARAGRAPH / 2; end--)
    if (g_ascii_isspace (text[end - 1]))
      return end;
  return limit;
}

/* One sentence of a long paragraph, or a few of its tags. Returns whether the paragraph is done. */
static gboolean
step_long (AskwellHighlighter *self)
{
  AskwellLongParagraph *reading = &self->reading;
  guint line = (guint) reading->line;
  gboolean changed = FALSE;

  if (reading->offset < reading->length)
    {
      gsize end = find_cut (self);

      collect_findings (self, line, reading->text + reading->offset, end - reading->offset, reading->offset, reading->characters,
                        &reading->findings);
      reading->characters += (guint) g_utf8_strlen (reading->text + reading->offset, (gssize) (end - reading->offset));
      reading->offset = end;
      return FALSE;
    }

  if (!askwell_finding_tags_step (&self->tags, line, reading->findings, TAGS_A_STEP, &reading->walk, &changed))
    return FALSE;
  keep_findings (self, line, reading->findings);
  askwell_highlighter_abandon_long (self);
  return TRUE;
}

/* Reads a paragraph, or begins with a long one. */
void
askwell_highlighter_read_paragraph (AskwellHighlighter *self,
                                    guint               line)
{
  g_autofree char *text = get_line_text (self, line);
  gsize length = strlen (text);
  g_autoptr (GArray) findings = NULL;
  AskwellFindingTagsWalk walk = { 0, 0 };

  if (self->withheld_line == (int) line)
    self->withheld_line = -1;
  if (length > LONG_PARAGRAPH)
    {
      askwell_highlighter_abandon_long (self);
      self->reading.line = (int) line;
      self->reading.text = g_steal_pointer (&text);
      self->reading.length = length;
      return;
    }

  collect_findings (self, line, text, length, 0, 0, &findings);
  if (findings != NULL || askwell_highlighter_get_paragraph (self, line)->tagged)
    {
      gboolean changed = FALSE;

      askwell_finding_tags_step (&self->tags, line, findings, G_MAXUINT, &walk, &changed);
      if (changed)
        self->changed = TRUE;
    }
  keep_findings (self, line, findings);
}

static int
get_next_dirty (AskwellHighlighter *self)
{
  guint first, last;

  if (askwell_highlighter_get_paragraph (self, (guint) self->cursor_line)->dirty)
    return self->cursor_line;
  if (self->visible != NULL && self->visible (&first, &last, self->visible_data))
    for (guint i = first; i <= last && i < self->paragraphs->len; i++)
      if (askwell_highlighter_get_paragraph (self, i)->dirty)
        return (int) i;
  for (; self->sweep_left > 0; self->sweep_left--, self->sweep++)
    {
      if (self->sweep >= self->paragraphs->len)
        self->sweep = 0;
      if (askwell_highlighter_get_paragraph (self, self->sweep)->dirty)
        return (int) self->sweep;
    }
  /* Only when lines came or went since the sweep began. */
  askwell_highlighter_begin_sweep (self);
  for (guint i = 0; i < self->paragraphs->len; i++)
    if (askwell_highlighter_get_paragraph (self, i)->dirty)
      return (int) i;
  g_return_val_if_reached (-1);
}

static void
refresh_names (AskwellHighlighter *self)
{
  g_autoptr (AskwellRecord) record = g_weak_ref_get (&self->record);

  g_clear_object (&self->names);
  self->names = askwell_session_dup_names (self->session, record);
  self->names_stale = FALSE;
}

static gboolean
work_cb (gpointer data)
{
  AskwellHighlighter *self = data;
  gint64 end = g_get_monotonic_time () + SLICE_MICROSECONDS;

  if (self->names_stale)
    refresh_names (self);
  askwell_highlighter_find_cursor (self);
  while (self->n_dirty > 0 && g_get_monotonic_time () < end)
    {
      if (self->reading.line < 0)
        askwell_highlighter_read_paragraph (self, (guint) get_next_dirty (self));
      else
        step_long (self);
    }
  if (self->n_dirty == 0)
    self->work_id = 0;
  askwell_highlighter_tell_changed (self);
  return self->n_dirty == 0 ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

void
askwell_highlighter_queue_work (AskwellHighlighter *self)
{
  if (self->work_id == 0 && self->n_dirty > 0)
    self->work_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, work_cb, self, NULL);
}
