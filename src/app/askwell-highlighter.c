/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "askwell-highlighter.h"

#include "askwell-finding-look.h"

/*
 * Lights up findings in a text buffer while it is typed in
 *
 * The text is held as pieces: a piece is a paragraph (a line of the buffer). For each there is an entry in @paragraphs, in the order of the buffer,
 * with the findings read in it, counted in code points from its start; so an edit moves nothing but the entries of the paragraphs it touches.
 * Those are marked dirty, and dirty paragraphs are read in slices from a low-priority source: first the cursor's, then onward from it, round the
 * end, until none is dirty. A slice ends after SLICE_MICROSECONDS; a paragraph longer than LONG_PARAGRAPH bytes is cut at sentence ends and read
 * over as many slices as it needs.
 *
 * Tags are touched only where findings differ: the old and the new findings of a paragraph are walked side by side, so what stays the same does
 * not flicker and costs nothing. The result is the same as reading the whole text from scratch; a test compares the two after random edits.
 *
 * A finding that the cursor stands right behind is still being typed ("I want to" may become "I want to know them" or "I want tomatoes"): it
 * is withheld until the cursor leaves it or rests for REST_MILLISECONDS. One that was shown before the edit stays.
 */

#define SLICE_MICROSECONDS 3000
#define LONG_PARAGRAPH 4096
#define REST_MILLISECONDS 700

typedef struct
{
  GArray *findings; /* element-type AskwellFinding, NULL for none; offsets from the start of the paragraph */
  guint dirty : 1;
} Paragraph;

struct _AskwellHighlighter
{
  GObject parent_instance;

  GtkTextBuffer *buffer; /* borrowed; the field that owns us owns it too */
  AskwellSession *session;
  GWeakRef record;

  GtkTextTag *tags[ASKWELL_N_FINDING_KINDS];
  GArray *paragraphs; /* element-type Paragraph */
  AskwellNames *names;
  guint n_dirty;

  /* A long paragraph that is being read in slices */
  int long_line; /* -1 for none */
  gsize long_offset;
  guint long_characters;
  char *long_text;
  GArray *long_findings;

  int insert_line; /* first line of the insertion under way */

  guint work_id;
  guint rest_id;

  guint typing : 1;
  guint names_stale : 1;
};

G_DEFINE_FINAL_TYPE (AskwellHighlighter, askwell_highlighter, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void queue_work (AskwellHighlighter *self);

static void
paragraph_clear (gpointer data)
{
  Paragraph *paragraph = data;

  g_clear_pointer (&paragraph->findings, g_array_unref);
}

static Paragraph *
get_paragraph (AskwellHighlighter *self,
               guint               line)
{
  return &g_array_index (self->paragraphs, Paragraph, line);
}

static void
abandon_long (AskwellHighlighter *self)
{
  self->long_line = -1;
  g_clear_pointer (&self->long_text, g_free);
  g_clear_pointer (&self->long_findings, g_array_unref);
}

static void
mark_dirty (AskwellHighlighter *self,
            guint               line)
{
  Paragraph *paragraph = get_paragraph (self, line);

  if (!paragraph->dirty)
    {
      paragraph->dirty = TRUE;
      self->n_dirty++;
    }
  if (self->long_line == (int) line)
    abandon_long (self);
}

static void
mark_all_dirty (AskwellHighlighter *self)
{
  for (guint i = 0; i < self->paragraphs->len; i++)
    mark_dirty (self, i);
  abandon_long (self);
  queue_work (self);
}

/* Tags */

static void
tag_finding (AskwellHighlighter   *self,
             guint                 line,
             const AskwellFinding *finding,
             gboolean              apply)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line_offset (self->buffer, &start, (int) line, (int) finding->start);
  end = start;
  gtk_text_iter_forward_chars (&end, (int) (finding->end - finding->start));
  if (apply)
    gtk_text_buffer_apply_tag (self->buffer, self->tags[finding->kind], &start, &end);
  else
    gtk_text_buffer_remove_tag (self->buffer, self->tags[finding->kind], &start, &end);
}

static void
untag_paragraph (AskwellHighlighter *self,
                 guint               line)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, (int) line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  for (guint i = 0; i < ASKWELL_N_FINDING_KINDS; i++)
    gtk_text_buffer_remove_tag (self->buffer, self->tags[i], &start, &end);
}

static gboolean
is_same_finding (const AskwellFinding *a,
                 const AskwellFinding *b)
{
  return a->kind == b->kind && a->start == b->start && a->end == b->end;
}

/* Whether the tags in the buffer are still where the entry says; an edit within the paragraph moves them. */
static gboolean
tags_agree (AskwellHighlighter *self,
            guint               line,
            GArray             *findings)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const AskwellFinding *finding = &g_array_index (findings, AskwellFinding, i);
      GtkTextIter start, end;
      int n_characters;

      gtk_text_buffer_get_iter_at_line (self->buffer, &start, (int) line);
      n_characters = gtk_text_iter_get_chars_in_line (&start);
      if ((int) finding->end > n_characters)
        return FALSE;
      gtk_text_iter_set_line_offset (&start, (int) finding->start);
      gtk_text_buffer_get_iter_at_line_offset (self->buffer, &end, (int) line, (int) finding->end);
      if (!gtk_text_iter_starts_tag (&start, self->tags[finding->kind]) ||
          !gtk_text_iter_ends_tag (&end, self->tags[finding->kind]))
        return FALSE;
    }
  return TRUE;
}

static void
replace_findings (AskwellHighlighter *self,
                  guint               line,
                  GArray             *findings)
{
  Paragraph *paragraph = get_paragraph (self, line);
  GArray *old = paragraph->findings;
  guint i = 0, j = 0;
  gboolean changed = FALSE;

  if (!tags_agree (self, line, old))
    {
      untag_paragraph (self, line);
      g_clear_pointer (&paragraph->findings, g_array_unref);
      old = NULL;
      changed = TRUE;
    }

  while ((old != NULL && i < old->len) || (findings != NULL && j < findings->len))
    {
      AskwellFinding *before = old != NULL && i < old->len ? &g_array_index (old, AskwellFinding, i) : NULL;
      AskwellFinding *after = findings != NULL && j < findings->len ? &g_array_index (findings, AskwellFinding, j) : NULL;

      if (before != NULL && after != NULL && is_same_finding (before, after))
        {
          i++;
          j++;
        }
      else if (before != NULL && (after == NULL || before->start <= after->start))
        {
          tag_finding (self, line, before, FALSE);
          changed = TRUE;
          i++;
        }
      else
        {
          tag_finding (self, line, after, TRUE);
          changed = TRUE;
          j++;
        }
    }

  /* Findings removed last may have taken away a tag that another of the same kind needs: they never overlap, so this does not happen. */
  g_clear_pointer (&paragraph->findings, g_array_unref);
  if (findings != NULL && findings->len > 0)
    paragraph->findings = g_array_ref (findings);
  if (paragraph->dirty)
    {
      paragraph->dirty = FALSE;
      self->n_dirty--;
    }
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
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
was_shown (AskwellHighlighter   *self,
           guint                 line,
           const AskwellFinding *finding)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (self->buffer, &iter, (int) line, (int) finding->start);
  return gtk_text_iter_starts_tag (&iter, self->tags[finding->kind]);
}

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
  GtkTextIter cursor;
  guint n_found;

  if (reader == NULL)
    return;
  reading = askwell_reader_read (reader, text, (gssize) length, self->names, NULL);
  if (reading == NULL)
    return;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
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
      if (self->typing && gtk_text_iter_get_line (&cursor) == (int) line &&
          gtk_text_iter_get_line_offset (&cursor) == (int) finding.end && !was_shown (self, line, &finding))
        continue;
      if (*findings == NULL)
        *findings = g_array_new (FALSE, FALSE, sizeof (AskwellFinding));
      g_array_append_val (*findings, finding);
    }
}

/* Reads a paragraph, or a slice of a long one. Returns whether the paragraph is done. */
static gboolean
read_paragraph (AskwellHighlighter *self,
                guint               line)
{
  g_autoptr (GArray) findings = NULL;
  g_autofree char *text = NULL;
  gsize length, end;

  if (self->long_line != (int) line)
    {
      abandon_long (self);
      text = get_line_text (self, line);
      length = strlen (text);
      if (length <= LONG_PARAGRAPH)
        {
          if (length > 0)
            collect_findings (self, line, text, length, 0, 0, &findings);
          replace_findings (self, line, findings);
          return TRUE;
        }
      self->long_line = (int) line;
      self->long_text = g_steal_pointer (&text);
      self->long_offset = 0;
      self->long_characters = 0;
    }

  length = strlen (self->long_text + self->long_offset);
  end = self->long_offset;
  while (end - self->long_offset < LONG_PARAGRAPH / 2 && end - self->long_offset < length)
    {
      AskwellReader *reader = askwell_session_get_reader (self->session);
      gsize next = reader != NULL ? askwell_reader_find_sentence_end (reader, self->long_text + self->long_offset, length,
                                                                      end - self->long_offset)
                                  : length;

      end = self->long_offset + MAX (next, end - self->long_offset + 1);
    }
  end = MIN (end, self->long_offset + length);
  while ((self->long_text[end] & 0xC0) == 0x80)
    end++;

  collect_findings (self, line, self->long_text + self->long_offset, end - self->long_offset, self->long_offset,
                    self->long_characters, &self->long_findings);
  self->long_characters += (guint) g_utf8_strlen (self->long_text + self->long_offset, (gssize) (end - self->long_offset));
  self->long_offset = end;
  if (self->long_text[end] != '\0')
    return FALSE;

  findings = g_steal_pointer (&self->long_findings);
  abandon_long (self);
  replace_findings (self, line, findings);
  return TRUE;
}

static int
get_next_dirty (AskwellHighlighter *self)
{
  GtkTextIter cursor;
  guint first;

  if (self->long_line >= 0)
    return self->long_line;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  first = (guint) gtk_text_iter_get_line (&cursor);
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      guint line = (first + i) % self->paragraphs->len;

      if (get_paragraph (self, line)->dirty)
        return (int) line;
    }
  return -1;
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
  while (self->n_dirty > 0)
    {
      int line = get_next_dirty (self);

      g_assert (line >= 0);
      read_paragraph (self, (guint) line);
      if (g_get_monotonic_time () >= end)
        return G_SOURCE_CONTINUE;
    }
  self->work_id = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_work (AskwellHighlighter *self)
{
  if (self->work_id == 0 && self->n_dirty > 0)
    self->work_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, work_cb, self, NULL);
}

/* Edits. The line table follows the buffer: before an insertion or deletion we know its first line, after it how many lines there are. */

static void
insert_text_cb (AskwellHighlighter *self,
                GtkTextIter        *where)
{
  self->insert_line = gtk_text_iter_get_line (where);
}

static void
insert_text_after_cb (AskwellHighlighter *self)
{
  int n_new = gtk_text_buffer_get_line_count (self->buffer) - (int) self->paragraphs->len;

  g_assert (n_new >= 0);
  abandon_long (self);
  for (int i = 0; i < n_new; i++)
    {
      Paragraph fresh = { NULL, FALSE };

      g_array_insert_val (self->paragraphs, (guint) (self->insert_line + 1 + i), fresh);
    }
  for (int i = 0; i <= n_new; i++)
    mark_dirty (self, (guint) (self->insert_line + i));
  queue_work (self);
}

static void
delete_range_cb (AskwellHighlighter *self,
                 GtkTextIter        *start,
                 GtkTextIter        *end)
{
  int first = gtk_text_iter_get_line (start);
  int last = gtk_text_iter_get_line (end);

  abandon_long (self);
  for (int i = first + 1; i <= last; i++)
    if (get_paragraph (self, (guint) i)->dirty)
      self->n_dirty--;
  if (last > first)
    g_array_remove_range (self->paragraphs, (guint) first + 1, (guint) (last - first));
  mark_dirty (self, (guint) first);
  queue_work (self);
}

/* A carriage return that meets its line feed makes one line of two: rare enough to begin anew. */
static void
delete_range_after_cb (AskwellHighlighter *self)
{
  guint n_lines = (guint) gtk_text_buffer_get_line_count (self->buffer);

  if (self->paragraphs->len == n_lines)
    return;
  g_array_set_size (self->paragraphs, 0);
  g_array_set_size (self->paragraphs, n_lines);
  self->n_dirty = 0;
  for (guint i = 0; i < n_lines; i++)
    untag_paragraph (self, i);
  mark_all_dirty (self);
}

static gboolean
rest_cb (gpointer data)
{
  AskwellHighlighter *self = data;
  GtkTextIter cursor;

  self->rest_id = 0;
  self->typing = FALSE;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  mark_dirty (self, (guint) gtk_text_iter_get_line (&cursor));
  queue_work (self);
  return G_SOURCE_REMOVE;
}

static void
user_action_cb (AskwellHighlighter *self)
{
  self->typing = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MILLISECONDS, rest_cb, self);
}

static void
reading_changed_cb (AskwellHighlighter *self)
{
  self->names_stale = TRUE;
  mark_all_dirty (self);
}

static void
update_look (AskwellHighlighter *self)
{
  for (guint i = 0; i < ASKWELL_N_FINDING_KINDS; i++)
    askwell_finding_look_apply (self->tags[i], i);
}

static void
askwell_highlighter_dispose (GObject *object)
{
  AskwellHighlighter *self = ASKWELL_HIGHLIGHTER (object);

  g_clear_handle_id (&self->work_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  abandon_long (self);
  g_clear_pointer (&self->paragraphs, g_array_unref);
  g_clear_object (&self->names);
  g_clear_object (&self->session);
  g_weak_ref_clear (&self->record);

  G_OBJECT_CLASS (askwell_highlighter_parent_class)->dispose (object);
}

static void
askwell_highlighter_class_init (AskwellHighlighterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = askwell_highlighter_dispose;

  /**
   * AskwellHighlighter::changed:
   *
   * The findings shown are others now.
   */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
askwell_highlighter_init (AskwellHighlighter *self)
{
  self->long_line = -1;
  self->names_stale = TRUE;
  g_weak_ref_init (&self->record, NULL);
  self->paragraphs = g_array_new (FALSE, TRUE, sizeof (Paragraph));
  g_array_set_clear_func (self->paragraphs, paragraph_clear);
}

/**
 * askwell_highlighter_new:
 * @buffer: the buffer to light up; must outlive the highlighter
 * @session: whose reader reads it
 *
 * Returns: (transfer full): a highlighter, which starts to read at once
 */
AskwellHighlighter *
askwell_highlighter_new (GtkTextBuffer  *buffer,
                         AskwellSession *session)
{
  AskwellHighlighter *self;
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);
  g_return_val_if_fail (ASKWELL_IS_SESSION (session), NULL);

  self = g_object_new (ASKWELL_TYPE_HIGHLIGHTER, NULL);
  self->buffer = buffer;
  self->session = g_object_ref (session);
  for (guint i = 0; i < ASKWELL_N_FINDING_KINDS; i++)
    self->tags[i] = gtk_text_buffer_create_tag (buffer, askwell_finding_kind_to_nick (i), NULL);
  update_look (self);
  g_array_set_size (self->paragraphs, (guint) gtk_text_buffer_get_line_count (buffer));

  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_after_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (delete_range_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (delete_range_after_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "end-user-action", G_CALLBACK (user_action_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reading-changed", G_CALLBACK (reading_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_look), self, G_CONNECT_SWAPPED);

  mark_all_dirty (self);
  return self;
}

void
askwell_highlighter_set_record (AskwellHighlighter *self,
                                AskwellRecord      *record)
{
  g_return_if_fail (ASKWELL_IS_HIGHLIGHTER (self));

  g_weak_ref_set (&self->record, record);
  reading_changed_cb (self);
}

/**
 * askwell_highlighter_settle:
 * @self: a highlighter
 *
 * The person left the text: what was withheld because it was being typed is shown.
 */
void
askwell_highlighter_settle (AskwellHighlighter *self)
{
  g_return_if_fail (ASKWELL_IS_HIGHLIGHTER (self));

  if (self->rest_id != 0)
    {
      g_clear_handle_id (&self->rest_id, g_source_remove);
      rest_cb (self);
    }
}

gboolean
askwell_highlighter_is_busy (AskwellHighlighter *self)
{
  g_return_val_if_fail (ASKWELL_IS_HIGHLIGHTER (self), FALSE);

  return self->n_dirty > 0 || self->rest_id != 0;
}

guint
askwell_highlighter_get_n_findings (AskwellHighlighter *self)
{
  guint n_findings = 0;

  g_return_val_if_fail (ASKWELL_IS_HIGHLIGHTER (self), 0);

  for (guint i = 0; i < self->paragraphs->len; i++)
    if (get_paragraph (self, i)->findings != NULL)
      n_findings += get_paragraph (self, i)->findings->len;
  return n_findings;
}

/* A finding of a paragraph with offsets from the start of the buffer; bytes stay the paragraph's. */
static void
locate (AskwellHighlighter   *self,
        guint                 line,
        const AskwellFinding *found,
        AskwellFinding       *finding)
{
  GtkTextIter start;

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, (int) line);
  *finding = *found;
  finding->start += (guint) gtk_text_iter_get_offset (&start);
  finding->end += (guint) gtk_text_iter_get_offset (&start);
}

/**
 * askwell_highlighter_get_nth:
 * @self: a highlighter
 * @index: from 0, in the order of the text
 * @finding: (out): the finding, with code points counted from the start of the buffer
 *
 * Returns: whether there are so many
 */
gboolean
askwell_highlighter_get_nth (AskwellHighlighter *self,
                             guint               index,
                             AskwellFinding     *finding)
{
  g_return_val_if_fail (ASKWELL_IS_HIGHLIGHTER (self), FALSE);

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      GArray *findings = get_paragraph (self, i)->findings;

      if (findings == NULL)
        continue;
      if (index < findings->len)
        {
          locate (self, i, &g_array_index (findings, AskwellFinding, index), finding);
          return TRUE;
        }
      index -= findings->len;
    }
  return FALSE;
}

/**
 * askwell_highlighter_find_at:
 * @self: a highlighter
 * @iter: a place in the buffer
 * @finding: (out): the finding there
 *
 * Returns: whether there is one at @iter, or ending at it
 */
gboolean
askwell_highlighter_find_at (AskwellHighlighter *self,
                             const GtkTextIter  *iter,
                             AskwellFinding     *finding)
{
  guint line, offset;
  GArray *findings;

  g_return_val_if_fail (ASKWELL_IS_HIGHLIGHTER (self), FALSE);

  line = (guint) gtk_text_iter_get_line (iter);
  offset = (guint) gtk_text_iter_get_line_offset (iter);
  findings = line < self->paragraphs->len ? get_paragraph (self, line)->findings : NULL;
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const AskwellFinding *found = &g_array_index (findings, AskwellFinding, i);

      if (found->start <= offset && offset <= found->end)
        {
          locate (self, line, found, finding);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * askwell_highlighter_find_next:
 * @self: a highlighter
 * @from: where to look from
 * @backward: whether to look towards the start
 * @finding: (out): the finding
 *
 * Returns: whether there is a finding that begins after @from, or before it
 */
gboolean
askwell_highlighter_find_next (AskwellHighlighter *self,
                               const GtkTextIter  *from,
                               gboolean            backward,
                               AskwellFinding     *finding)
{
  guint offset = (guint) gtk_text_iter_get_offset (from);
  AskwellFinding candidate;
  gboolean found = FALSE;

  g_return_val_if_fail (ASKWELL_IS_HIGHLIGHTER (self), FALSE);

  for (guint i = 0; askwell_highlighter_get_nth (self, i, &candidate); i++)
    {
      if (!backward && candidate.start > offset)
        {
          *finding = candidate;
          return TRUE;
        }
      if (backward && candidate.start < offset)
        {
          *finding = candidate;
          found = TRUE;
        }
    }
  return found;
}
