/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-word-diff.h"

#include <string.h>

/*
 * Which words of a rewording are new: the longest common subsequence of the words of the two texts, compared without case, is what stayed; the rest
 * of the second text changed. New words that stand side by side are one stretch. The table takes time and room for each pair of words; an objective
 * has some twenty. Beyond MAX_WORDS the two are compared only at their beginnings and ends.
 */

#define MAX_WORDS 500

typedef struct
{
  gsize start;
  gsize end;
  char *folded;
} Word;

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->folded);
}

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019;
}

static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *p = text;

  g_array_set_clear_func (words, word_clear);
  while (*p != '\0')
    {
      const char *start = p;
      Word word;

      while (*p != '\0' && is_word_character (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == start)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      word.start = (gsize) (start - text);
      word.end = (gsize) (p - text);
      word.folded = g_utf8_casefold (start, p - start);
      g_array_append_val (words, word);
    }
  return words;
}

static gboolean
is_same (GArray *a,
         guint   i,
         GArray *b,
         guint   j)
{
  return strcmp (g_array_index (a, Word, i).folded, g_array_index (b, Word, j).folded) == 0;
}

/* Marks the words of @b, from @first up to @b_end, that are part of the longest common subsequence. */
static void
mark_common (GArray   *a,
             guint     a_end,
             GArray   *b,
             guint     b_end,
             guint     first,
             gboolean *kept)
{
  guint n = a_end - first, m = b_end - first;
  g_autofree guint16 *lengths = NULL;
  guint i = 0, j = 0;

  if (n == 0 || m == 0 || n > MAX_WORDS || m > MAX_WORDS)
    return;

  /* lengths[i][j]: of the longest common subsequence of the words from i on and from j on */
  lengths = g_new0 (guint16, (gsize) (n + 1) * (m + 1));
  for (i = n; i-- > 0;)
    for (j = m; j-- > 0;)
      lengths[i * (m + 1) + j] = is_same (a, first + i, b, first + j)
                                     ? (guint16) (lengths[(i + 1) * (m + 1) + j + 1] + 1)
                                     : MAX (lengths[(i + 1) * (m + 1) + j], lengths[i * (m + 1) + j + 1]);

  for (i = 0, j = 0; i < n && j < m;)
    {
      if (is_same (a, first + i, b, first + j))
        {
          kept[first + j] = TRUE;
          i++;
          j++;
        }
      else if (lengths[(i + 1) * (m + 1) + j] >= lengths[i * (m + 1) + j + 1])
        i++;
      else
        j++;
    }
}

/**
 * askwell_word_diff:
 * @before: a text
 * @after: the same in other words
 *
 * Returns: (transfer full) (element-type AskwellWordRange): the stretches of @after that changed, in order
 */
GArray *
askwell_word_diff (const char *before,
                   const char *after)
{
  g_autoptr (GArray) a = NULL;
  g_autoptr (GArray) b = NULL;
  g_autofree gboolean *kept = NULL;
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (AskwellWordRange));
  guint first = 0, a_end, b_end;

  g_return_val_if_fail (before != NULL, ranges);
  g_return_val_if_fail (after != NULL, ranges);

  a = split (before);
  b = split (after);
  kept = g_new0 (gboolean, b->len + 1);
  a_end = a->len;
  b_end = b->len;

  for (; first < a_end && first < b_end && is_same (a, first, b, first); first++)
    kept[first] = TRUE;
  for (; a_end > first && b_end > first && is_same (a, a_end - 1, b, b_end - 1); a_end--, b_end--)
    kept[b_end - 1] = TRUE;
  mark_common (a, a_end, b, b_end, first, kept);

  for (guint i = 0; i < b->len; i++)
    {
      const Word *word = &g_array_index (b, Word, i);
      AskwellWordRange range = { word->start, word->end };

      if (kept[i])
        continue;
      if (i > 0 && !kept[i - 1])
        g_array_index (ranges, AskwellWordRange, ranges->len - 1).end = word->end;
      else
        g_array_append_val (ranges, range);
    }
  return ranges;
}
