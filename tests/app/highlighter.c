/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <time.h>

#include "askwell-highlighter.h"
#include "page-fixture.h"

#define LONGEST_TURN_MILLISECONDS 8

static AskwellHighlighter *
highlight (PageFixture    *self,
           GtkTextBuffer **buffer)
{
  *buffer = gtk_text_buffer_new (NULL);
  return askwell_highlighter_new (*buffer, self->session);
}

static gboolean
is_read (gpointer data)
{
  return !askwell_highlighter_is_busy (data);
}

/* What is tagged, as the buffer itself has it: "want 0-9" a line each. */
static char *
dup_tags (GtkTextBuffer *buffer)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < ASKWELL_N_FINDING_KINDS; i++)
    {
      GtkTextTag *tag = gtk_text_tag_table_lookup (table, askwell_finding_kind_to_nick (i));
      GtkTextIter iter;

      gtk_text_buffer_get_start_iter (buffer, &iter);
      if (!gtk_text_iter_starts_tag (&iter, tag) && !gtk_text_iter_forward_to_tag_toggle (&iter, tag))
        continue;
      while (!gtk_text_iter_is_end (&iter))
        {
          int start = gtk_text_iter_get_offset (&iter);

          g_assert_true (gtk_text_iter_starts_tag (&iter, tag));
          gtk_text_iter_forward_to_tag_toggle (&iter, tag);
          g_string_append_printf (words, "%s %d-%d\n", askwell_finding_kind_to_nick (i), start, gtk_text_iter_get_offset (&iter));
          if (!gtk_text_iter_forward_to_tag_toggle (&iter, tag))
            break;
        }
    }
  return g_string_free (words, FALSE);
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
type (GtkTextBuffer *buffer,
      const char    *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gtk_text_buffer_insert_interactive_at_cursor (buffer, p, (int) (g_utf8_next_char (p) - p), TRUE);
      page_settle ();
    }
}

static void
test_typing (PageFixture  *self,
             gconstpointer data)
{
  g_autoptr (GtkTextBuffer) buffer = NULL;
  g_autoptr (AskwellHighlighter) highlighter = highlight (self, &buffer);
  AskwellFinding finding;

  /* Not while it is being typed: it may become something else. */
  type (buffer, "I want");
  g_assert_cmpuint (askwell_highlighter_get_n_findings (highlighter), ==, 0);
  type (buffer, " ");
  g_assert_cmpuint (askwell_highlighter_get_n_findings (highlighter), ==, 1);
  type (buffer, "to ");
  g_assert_cmpuint (askwell_highlighter_get_n_findings (highlighter), ==, 1);
  g_assert_true (askwell_highlighter_get_nth (highlighter, 0, &finding));
  g_assert_cmpint (finding.kind, ==, ASKWELL_FINDING_WANT);
  g_assert_cmpuint (finding.start, ==, 0);
  g_assert_cmpuint (finding.end, ==, 9);

  /* It stays lit while the rest is typed. */
  type (buffer, "know why they stayed");
  g_assert_cmpuint (askwell_highlighter_get_n_findings (highlighter), ==, 1);
}

/* Once the cursor rests behind it, it is lit all the same. */
static void
test_rest (PageFixture  *self,
           gconstpointer data)
{
  g_autoptr (GtkTextBuffer) buffer = NULL;
  g_autoptr (AskwellHighlighter) highlighter = highlight (self, &buffer);

  type (buffer, "I want");
  g_assert_cmpuint (askwell_highlighter_get_n_findings (highlighter), ==, 0);
  page_wait_for (is_read, highlighter);
  g_assert_cmpuint (askwell_highlighter_get_n_findings (highlighter), ==, 1);
}

static void
test_leave (PageFixture  *self,
            gconstpointer data)
{
  g_autoptr (GtkTextBuffer) buffer = NULL;
  g_autoptr (AskwellHighlighter) highlighter = highlight (self, &buffer);
  GtkTextIter start;

  type (buffer, "So I want");
  g_assert_cmpuint (askwell_highlighter_get_n_findings (highlighter), ==, 0);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  page_settle ();
  g_assert_cmpuint (askwell_highlighter_get_n_findings (highlighter), ==, 1);

  type (buffer, "x");
  gtk_text_buffer_get_end_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  askwell_highlighter_settle (highlighter);
  page_settle ();
  g_assert_cmpuint (askwell_highlighter_get_n_findings (highlighter), ==, 1);
}

/* The oracle: after any edits the tags are those that the text gets when it is read from scratch. */

static const char *const pieces[] = {
  "I want to", " get them to", " decide", "\n", "\r\n", "\r", " talk to them about", " our new line. ", "convince Dana", " ", "x", "ö", "e\u0301",
  "\u2019s", "\u4f60\u597d", ". ", "? ", "we want to", "\u2029", "check in on the order", "“I want to wait,” she said. ", "\n\n", "",
};

static char *
make_piece (GRand *rand)
{
  GString *piece = g_string_new (NULL);
  int n = g_rand_int_range (rand, 1, 6);

  /* Now and then a paragraph that is read in slices. */
  if (g_rand_int_range (rand, 0, 40) == 0)
    n = 400;
  for (int i = 0; i < n; i++)
    {
      const char *next = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];

      if (n < 100 || strpbrk (next, "\n\r") == NULL)
        g_string_append (piece, next);
    }
  return g_string_free (piece, FALSE);
}

static void
test_oracle (PageFixture  *self,
             gconstpointer data)
{
  g_autoptr (GtkTextBuffer) buffer = NULL;
  g_autoptr (AskwellHighlighter) highlighter = highlight (self, &buffer);
  GRand *rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (int i = 0; i < 150; i++)
    {
      g_autoptr (GtkTextBuffer) fresh = NULL;
      g_autoptr (AskwellHighlighter) scratch = NULL;
      g_autofree char *text = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *actual = NULL;

      for (int j = g_rand_int_range (rand, 1, 6); j > 0; j--)
        {
          int length = gtk_text_buffer_get_char_count (buffer);
          int offset = g_rand_int_range (rand, 0, length + 1);
          GtkTextIter start, end;

          gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
          if (g_rand_int_range (rand, 0, 3) == 0)
            {
              end = start;
              gtk_text_iter_forward_chars (&end, g_rand_int_range (rand, 1, g_rand_boolean (rand) ? 6 : 300));
              gtk_text_buffer_delete (buffer, &start, &end);
            }
          else
            {
              g_autofree char *piece = make_piece (rand);

              if (g_rand_boolean (rand))
                gtk_text_buffer_insert_interactive (buffer, &start, piece, -1, TRUE);
              else
                gtk_text_buffer_insert (buffer, &start, piece, -1);
            }
          /* Edits also come while the last ones are being read. */
          if (g_rand_boolean (rand))
            g_main_context_iteration (NULL, FALSE);
          if (g_rand_int_range (rand, 0, 8) == 0)
            gtk_text_buffer_undo (buffer);
        }
      askwell_highlighter_settle (highlighter);
      page_wait_for (is_read, highlighter);

      text = dup_text (buffer);
      fresh = gtk_text_buffer_new (NULL);
      gtk_text_buffer_set_text (fresh, text, -1);
      scratch = askwell_highlighter_new (fresh, self->session);
      page_wait_for (is_read, scratch);
      expected = dup_tags (fresh);
      actual = dup_tags (buffer);
      g_assert_cmpstr (actual, ==, expected);
      g_assert_cmpuint (askwell_highlighter_get_n_findings (highlighter), ==, askwell_highlighter_get_n_findings (scratch));
    }
  g_rand_free (rand);
}

/* Slices */

static double
get_thread_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
paste (PageFixture *self,
       const char  *unit,
       gsize        size)
{
  g_autoptr (GtkTextBuffer) buffer = NULL;
  g_autoptr (AskwellHighlighter) highlighter = highlight (self, &buffer);
  g_autoptr (GString) text = g_string_sized_new (size + 100);
  double longest = 0;
  guint n_turns = 0;
  GtkTextIter end;

  while (text->len < size)
    g_string_append (text, unit);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_interactive (buffer, &end, text->str, (int) text->len, TRUE);

  while (askwell_highlighter_is_busy (highlighter))
    {
      double before = get_thread_milliseconds ();

      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, get_thread_milliseconds () - before);
      n_turns++;
    }
  g_test_message ("%" G_GSIZE_FORMAT " bytes: %u turns, the longest %.1f ms; %u findings", text->len, n_turns, longest,
                  askwell_highlighter_get_n_findings (highlighter));
  g_assert_cmpuint (askwell_highlighter_get_n_findings (highlighter), >=, text->len / strlen (unit));
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpfloat (longest, <, LONGEST_TURN_MILLISECONDS);
#endif
}

static void
test_slices_lines (PageFixture  *self,
                   gconstpointer data)
{
  paste (self, "I want to talk to them about our new line, and see how the spring went for the people at the mill.\n", 1 << 20);
}

static void
test_slices_paragraph (PageFixture  *self,
                       gconstpointer data)
{
  paste (self, "I want to talk to them about our new line. The mill has run two shifts since the spring, and nobody was asked. ", 1 << 18);
}

/* What was typed last is lit before the rest of a long paste. */
static void
test_cursor_first (PageFixture  *self,
                   gconstpointer data)
{
  g_autoptr (GtkTextBuffer) buffer = NULL;
  g_autoptr (AskwellHighlighter) highlighter = highlight (self, &buffer);
  g_autoptr (GString) text = g_string_new (NULL);
  AskwellFinding finding;
  GtkTextIter iter;

  for (int i = 0; i < 20000; i++)
    g_string_append (text, "I want to see how the spring went for the people at the mill.\n");
  gtk_text_buffer_set_text (buffer, text->str, -1);
  gtk_text_buffer_get_iter_at_line (buffer, &iter, 15000);
  gtk_text_buffer_place_cursor (buffer, &iter);
  while (askwell_highlighter_get_n_findings (highlighter) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_text_buffer_get_iter_at_line (buffer, &iter, 15000);
  g_assert_true (askwell_highlighter_is_busy (highlighter));
  g_assert_true (askwell_highlighter_find_at (highlighter, &iter, &finding));
}

/* What is asked to be left alone is no longer lit, and the other way round. */
static void
test_ignore (PageFixture  *self,
             gconstpointer data)
{
  g_autoptr (GtkTextBuffer) buffer = NULL;
  g_autoptr (AskwellHighlighter) highlighter = highlight (self, &buffer);
  g_autofree char *undone = NULL;
  AskwellFinding finding;

  gtk_text_buffer_set_text (buffer, "I want to know what changed.", -1);
  page_wait_for (is_read, highlighter);
  g_assert_true (askwell_highlighter_get_nth (highlighter, 0, &finding));

  askwell_session_begin_change (self->session, "Rule turned off");
  askwell_session_ignore (self->session, ASKWELL_IGNORE_SCOPE_RULE, NULL, "I want to", finding.rule);
  askwell_session_end_change (self->session, TRUE);
  page_settle ();
  g_assert_cmpuint (askwell_highlighter_get_n_findings (highlighter), ==, 0);

  undone = askwell_undo_undo (askwell_session_get_undo (self->session));
  g_assert_cmpstr (undone, ==, "Rule turned off");
  page_settle ();
  g_assert_cmpuint (askwell_highlighter_get_n_findings (highlighter), ==, 1);
}

#define ADD(path, test) g_test_add ("/app/highlighter/" path, PageFixture, NULL, page_fixture_set_up, test, page_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  page_fixture_init (&argc, &argv);
  ADD ("typing", test_typing);
  ADD ("rest", test_rest);
  ADD ("leave", test_leave);
  ADD ("oracle", test_oracle);
  ADD ("slices/lines", test_slices_lines);
  ADD ("slices/paragraph", test_slices_paragraph);
  ADD ("cursor-first", test_cursor_first);
  ADD ("ignore", test_ignore);
  return g_test_run ();
}
