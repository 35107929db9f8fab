/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "askwell-highlighter-private.h"

/*
 * Lights up findings in a text buffer while it is typed in
 *
 * The text is held as paragraphs, which are the lines of the buffer. Each has an entry in @paragraphs, in the order of the buffer, with the findings
 * read in it, counted in code points from its start; so an edit moves nothing but the entries of the paragraphs it touches. Those are marked dirty,
 * and dirty paragraphs are read in slices of SLICE_MICROSECONDS from a low-priority source: first the cursor's, then what is on screen, then onward
 * from the cursor and round the end, until none is dirty.
 *
 * A paragraph over LONG_PARAGRAPH bytes is read a sentence at a time, and then its tags are brought in order a few at a time, over as many slices as
 * it takes (AskwellLongParagraph). An edit of it begins anew. A stretch of that length without the end of a sentence is cut at a space: what would have been
 * found across that cut is missed, which only happens in text that nobody wrote as sentences.
 *
 * Tags are touched only where findings differ, so that what stays the same does not flicker and costs nothing. The result is the same as reading the
 * whole text from scratch; a test compares the two after random edits.
 *
 * A finding that the cursor stands in or right behind is still being typed ("I want to" may become "I want tomatoes"): it is withheld until the
 * cursor leaves it or rests for REST_MILLISECONDS. One that was shown before the edit stays.
 */

#define REST_MILLISECONDS 700

G_DEFINE_FINAL_TYPE (AskwellHighlighter, askwell_highlighter, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
paragraph_clear (gpointer data)
{
  AskwellParagraph *paragraph = data;

  g_clear_pointer (&paragraph->findings, g_array_unref);
}

AskwellParagraph *
askwell_highlighter_get_paragraph (AskwellHighlighter *self,
                                   guint               line)
{
  return &g_array_index (self->paragraphs, AskwellParagraph, line);
}

void
askwell_highlighter_begin_sweep (AskwellHighlighter *self)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  self->sweep = (guint) gtk_text_iter_get_line (&cursor);
  self->sweep_left = self->paragraphs->len;
}

void
askwell_highlighter_mark_dirty (AskwellHighlighter *self,
                                guint               line)
{
  AskwellParagraph *paragraph = askwell_highlighter_get_paragraph (self, line);

  if (!paragraph->dirty)
    {
      paragraph->dirty = TRUE;
      self->n_dirty++;
    }
  if (self->reading.line == (int) line)
    askwell_highlighter_abandon_long (self);
}

static void
mark_all_dirty (AskwellHighlighter *self)
{
  for (guint i = 0; i < self->paragraphs->len; i++)
    askwell_highlighter_mark_dirty (self, i);
  askwell_highlighter_abandon_long (self);
  askwell_highlighter_begin_sweep (self);
  askwell_highlighter_queue_work (self);
}

static void
mark_withheld_dirty (AskwellHighlighter *self)
{
  if (self->withheld_line >= 0 && self->withheld_line < (int) self->paragraphs->len)
    {
      askwell_highlighter_mark_dirty (self, (guint) self->withheld_line);
      askwell_highlighter_begin_sweep (self);
    }
  self->withheld_line = -1;
}

void
askwell_highlighter_tell_changed (AskwellHighlighter *self)
{
  if (!self->changed)
    return;
  self->changed = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
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
  askwell_highlighter_abandon_long (self);
  if (n_new > 0)
    {
      g_autofree AskwellParagraph *fresh = g_new0 (AskwellParagraph, (gsize) n_new);

      mark_withheld_dirty (self);
      g_array_insert_vals (self->paragraphs, (guint) self->insert_line + 1, fresh, (guint) n_new);
    }
  for (int i = 0; i <= n_new; i++)
    {
      askwell_highlighter_mark_dirty (self, (guint) (self->insert_line + i));
      askwell_highlighter_get_paragraph (self, (guint) (self->insert_line + i))->tagged = TRUE;
    }
  askwell_highlighter_begin_sweep (self);
  askwell_highlighter_queue_work (self);
}

static void
delete_range_cb (AskwellHighlighter *self,
                 GtkTextIter        *start,
                 GtkTextIter        *end)
{
  int first = gtk_text_iter_get_line (start);
  int last = gtk_text_iter_get_line (end);

  askwell_highlighter_abandon_long (self);
  if (last > first)
    {
      mark_withheld_dirty (self);
      for (int i = first + 1; i <= last; i++)
        if (askwell_highlighter_get_paragraph (self, (guint) i)->dirty)
          self->n_dirty--;
      g_array_remove_range (self->paragraphs, (guint) first + 1, (guint) (last - first));
    }
  askwell_highlighter_mark_dirty (self, (guint) first);
  askwell_highlighter_get_paragraph (self, (guint) first)->tagged = TRUE;
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
        askwell_highlighter_get_paragraph (self, i)->tagged = TRUE;
      self->n_dirty = 0;
      self->withheld_line = -1;
      mark_all_dirty (self);
      return;
    }
  askwell_highlighter_begin_sweep (self);
  askwell_highlighter_queue_work (self);
}

static void
rest (AskwellHighlighter *self)
{
  self->typing = FALSE;
  mark_withheld_dirty (self);
  askwell_highlighter_queue_work (self);
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
  askwell_highlighter_queue_work (self);
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
  askwell_highlighter_abandon_long (self);
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
  self->paragraphs = g_array_new (FALSE, TRUE, sizeof (AskwellParagraph));
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
      askwell_highlighter_find_cursor (self);
      askwell_highlighter_read_paragraph (self, (guint) withheld);
      askwell_highlighter_tell_changed (self);
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
