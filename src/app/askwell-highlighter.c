/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "askwell-highlighter.h"

#include "askwell-finding-tags.h"

/*
 * Lights up findings in a text buffer while it is typed in
 *
 * The text is held as paragraphs, which are the lines of the buffer. Each has an entry in @paragraphs, in the order of the buffer, with the findings
 * read in it, counted in code points from its start; so an edit moves nothing but the entries of the paragraphs it touches. Those are marked dirty,
 * and dirty paragraphs are read in slices of SLICE_MICROSECONDS from a low-priority source: first the cursor's, then what is on screen, then onward
 * from the cursor and round the end, until none is dirty.
 *
 * A paragraph over LONG_PARAGRAPH bytes is read a sentence at a time, and then its tags are brought in order a few at a time, over as many slices as
 * it takes (struct Long). An edit of it begins anew. A stretch of that length without the end of a sentence is cut at a space: what would have been
 * found across that cut is missed, which only happens in text that nobody wrote as sentences.
 *
 * Tags are touched only where findings differ, so that what stays the same does not flicker and costs nothing. The result is the same as reading the
 * whole text from scratch; a test compares the two after random edits.
 *
 * A finding that the cursor stands in or right behind is still being typed ("I want to" may become "I want tomatoes"): it is withheld until the
 * cursor leaves it or rests for REST_MILLISECONDS. One that was shown before the edit stays.
 */

#define SLICE_MICROSECONDS 3000
#define LONG_PARAGRAPH 4096
#define TAGS_A_STEP 2
#define REST_MILLISECONDS 700

typedef struct
{
  GArray *findings; /* element-type AskwellFinding, NULL for none; offsets from the start of the paragraph */
  guint dirty : 1;
  guint tagged : 1; /* an edit may have left tags in it, or brought some with it */
} Paragraph;

/* A long paragraph that is being read in slices */
typedef struct
{
  int line; /* -1 for none */
  char *text;
  gsize length;
  gsize offset;
  guint characters;
  GArray *findings; /* element-type AskwellFinding */
  AskwellFindingTagsWalk walk;
} Long;

struct _AskwellHighlighter
{
  GObject parent_instance;

  GtkTextBuffer *buffer; /* borrowed; the field that owns us owns it too */
  AskwellSession *session;
  GWeakRef record;
  AskwellHighlighterVisible visible;
  gpointer visible_data;

  AskwellFindingTags tags;
  GArray *paragraphs; /* element-type Paragraph */
  AskwellNames *names;
  Long reading;

  guint n_dirty;
  guint sweep;      /* the next line to look at for a dirty one */
  guint sweep_left; /* how many lines there are to look at */

  int insert_line;   /* first line of the insertion under way */
  int cursor_line;   /* where the cursor is, during a slice */
  int cursor_offset;
  int withheld_line; /* whose finding is not shown because it is being typed; -1 for none */

  guint work_id;
  guint rest_id;

  guint typing : 1;
  guint names_stale : 1;
  guint changed : 1;
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
  g_clear_pointer (&self->reading.text, g_free);
  g_clear_pointer (&self->reading.findings, g_array_unref);
  self->reading = (Long){ .line = -1 };
}

static void
find_cursor (AskwellHighlighter *self)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  self->cursor_line = gtk_text_iter_get_line (&cursor);
  self->cursor_offset = gtk_text_iter_get_line_offset (&cursor);
}

static void
begin_sweep (AskwellHighlighter *self)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  self->sweep = (guint) gtk_text_iter_get_line (&cursor);
  self->sweep_left = self->paragraphs->len;
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
  if (self->reading.line == (int) line)
    abandon_long (self);
}

static void
mark_all_dirty (AskwellHighlighter *self)
{
  for (guint i = 0; i < self->paragraphs->len; i++)
    mark_dirty (self, i);
  abandon_long (self);
  begin_sweep (self);
  queue_work (self);
}

static void
mark_withheld_dirty (AskwellHighlighter *self)
{
  if (self->withheld_line >= 0 && self->withheld_line < (int) self->paragraphs->len)
    {
      mark_dirty (self, (guint) self->withheld_line);
      begin_sweep (self);
    }
  self->withheld_line = -1;
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
  Paragraph *paragraph = get_paragraph (self, line);

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

static void
tell_changed (AskwellHighlighter *self)
{
  if (!self->changed)
    return;
  self->changed = FALSE;
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
  Long *reading = &self->reading;
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
  abandon_long (self);
  return TRUE;
}

/* Reads a paragraph, or begins with a long one. */
static void
read_paragraph (AskwellHighlighter *self,
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
      abandon_long (self);
      self->reading.line = (int) line;
      self->reading.text = g_steal_pointer (&text);
      self->reading.length = length;
      return;
    }

  collect_findings (self, line, text, length, 0, 0, &findings);
  if (findings != NULL || get_paragraph (self, line)->tagged)
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

  if (get_paragraph (self, (guint) self->cursor_line)->dirty)
    return self->cursor_line;
  if (self->visible != NULL && self->visible (&first, &last, self->visible_data))
    for (guint i = first; i <= last && i < self->paragraphs->len; i++)
      if (get_paragraph (self, i)->dirty)
        return (int) i;
  for (; self->sweep_left > 0; self->sweep_left--, self->sweep++)
    {
      if (self->sweep >= self->paragraphs->len)
        self->sweep = 0;
      if (get_paragraph (self, self->sweep)->dirty)
        return (int) self->sweep;
    }
  /* Only when lines came or went since the sweep began. */
  begin_sweep (self);
  for (guint i = 0; i < self->paragraphs->len; i++)
    if (get_paragraph (self, i)->dirty)
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
  find_cursor (self);
  while (self->n_dirty > 0 && g_get_monotonic_time () < end)
    {
      if (self->reading.line < 0)
        read_paragraph (self, (guint) get_next_dirty (self));
      else
        step_long (self);
    }
  if (self->n_dirty == 0)
    self->work_id = 0;
  tell_changed (self);
  return self->n_dirty == 0 ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
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
  if (n_new > 0)
    {
      g_autofree Paragraph *fresh = g_new0 (Paragraph, (gsize) n_new);

      mark_withheld_dirty (self);
      g_array_insert_vals (self->paragraphs, (guint) self->insert_line + 1, fresh, (guint) n_new);
    }
  for (int i = 0; i <= n_new; i++)
    {
      mark_dirty (self, (guint) (self->insert_line + i));
      get_paragraph (self, (guint) (self->insert_line + i))->tagged = TRUE;
    }
  begin_sweep (self);
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
  if (last > first)
    {
      mark_withheld_dirty (self);
      for (int i = first + 1; i <= last; i++)
        if (get_paragraph (self, (guint) i)->dirty)
          self->n_dirty--;
      g_array_remove_range (self->paragraphs, (guint) first + 1, (guint) (last - first));
    }
  mark_dirty (self, (guint) first);
  get_paragraph (self, (guint) first)->tagged = TRUE;
}

static void
delete_range_after_cb (AskwellHighlighter *self)
{
  guint n_lines = (guint) gtk_text_buffer_get_line_count (self->buffer);

  /* A carriage return that meets its line feed makes one line of two: rare enough to begin anew. */
  if (self->paragraphs->len != n_lines)
    {
      g_array_set_size (self->paragraphs, 0);
      g_array_set_size (self->paragraphs, n_lines);
      for (guint i = 0; i < n_lines; i++)
        get_paragraph (self, i)->tagged = TRUE;
      self->n_dirty = 0;
      self->withheld_line = -1;
      mark_all_dirty (self);
      return;
    }
  begin_sweep (self);
  queue_work (self);
}

static void
rest (AskwellHighlighter *self)
{
  self->typing = FALSE;
  mark_withheld_dirty (self);
  queue_work (self);
}

static gboolean
rest_cb (gpointer data)
{
  AskwellHighlighter *self = data;

  self->rest_id = 0;
  rest (self);
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
cursor_cb (AskwellHighlighter *self)
{
  if (self->withheld_line < 0)
    return;
  mark_withheld_dirty (self);
  queue_work (self);
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
  askwell_finding_tags_update (&self->tags);
}

static void
askwell_highlighter_dispose (GObject *object)
{
  AskwellHighlighter *self = ASKWELL_HIGHLIGHTER (object);

  g_clear_handle_id (&self->work_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  abandon_long (self);
  g_clear_object (&self->names);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (askwell_highlighter_parent_class)->dispose (object);
}

static void
askwell_highlighter_finalize (GObject *object)
{
  AskwellHighlighter *self = ASKWELL_HIGHLIGHTER (object);

  g_array_unref (self->paragraphs);
  g_weak_ref_clear (&self->record);

  G_OBJECT_CLASS (askwell_highlighter_parent_class)->finalize (object);
}

static void
askwell_highlighter_class_init (AskwellHighlighterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = askwell_highlighter_dispose;
  object_class->finalize = askwell_highlighter_finalize;

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
  self->reading.line = -1;
  self->withheld_line = -1;
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
  askwell_finding_tags_init (&self->tags, buffer);
  g_array_set_size (self->paragraphs, (guint) gtk_text_buffer_get_line_count (buffer));

  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_after_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (delete_range_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (delete_range_after_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "end-user-action", G_CALLBACK (user_action_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (cursor_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reading-changed", G_CALLBACK (reading_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_look), self, G_CONNECT_SWAPPED);

  mark_all_dirty (self);
  return self;
}

/**
 * askwell_highlighter_set_visible_func:
 * @self: a highlighter
 * @visible: (nullable) (scope forever): tells which lines are on screen; they are read first
 * @data: for @visible
 */
void
askwell_highlighter_set_visible_func (AskwellHighlighter        *self,
                                      AskwellHighlighterVisible  visible,
                                      gpointer                   data)
{
  g_return_if_fail (ASKWELL_IS_HIGHLIGHTER (self));

  self->visible = visible;
  self->visible_data = data;
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
  int withheld;

  g_return_if_fail (ASKWELL_IS_HIGHLIGHTER (self));

  withheld = self->withheld_line;
  if (self->rest_id == 0 && withheld < 0)
    return;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  rest (self);
  if (withheld >= 0)
    {
      find_cursor (self);
      read_paragraph (self, (guint) withheld);
      tell_changed (self);
    }
}

/**
 * askwell_highlighter_is_busy:
 * @self: a highlighter
 *
 * Returns: whether the findings may not be the last word: text is still to be read, or is being typed
 */
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
