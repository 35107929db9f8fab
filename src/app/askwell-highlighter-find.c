/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-highlighter-private.h"

guint
askwell_highlighter_get_n_findings (AskwellHighlighter *self)
{
  guint n_findings = 0;

  g_return_val_if_fail (ASKWELL_IS_HIGHLIGHTER (self), 0);

  for (guint i = 0; i < self->paragraphs->len; i++)
    if (askwell_highlighter_get_paragraph (self, i)->findings != NULL)
      n_findings += askwell_highlighter_get_paragraph (self, i)->findings->len;
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
      GArray *findings = askwell_highlighter_get_paragraph (self, i)->findings;

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
  findings = line < self->paragraphs->len ? askwell_highlighter_get_paragraph (self, line)->findings : NULL;
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
  guint offset = (guint) gtk_text_iter_get_line_offset (from);
  int line = gtk_text_iter_get_line (from);
  int step = backward ? -1 : 1;

  g_return_val_if_fail (ASKWELL_IS_HIGHLIGHTER (self), FALSE);

  for (int i = line; i >= 0 && i < (int) self->paragraphs->len; i += step)
    {
      GArray *findings = askwell_highlighter_get_paragraph (self, (guint) i)->findings;
      guint n_findings = findings != NULL ? findings->len : 0;

      for (guint j = 0; j < n_findings; j++)
        {
          const AskwellFinding *found = &g_array_index (findings, AskwellFinding, backward ? n_findings - 1 - j : j);

          if (i != line || (backward ? found->start < offset : found->start > offset))
            {
              locate (self, (guint) i, found, finding);
              return TRUE;
            }
        }
    }
  return FALSE;
}
