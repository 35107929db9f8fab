/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-finding-tags.h"

#include "askwell-finding-look.h"

/*
 * Brings the tags of a line of a buffer in agreement with a list of findings
 *
 * What is tagged is read from the buffer itself and not from a memory of what was put there: an edit moves, stretches, joins and cuts tags in ways
 * that a memory would have to follow, and a mistake in following leaves marks that nothing ever takes away. The tagged spans and the wanted ones
 * are both in the order of the text and do not overlap, so one walk over the two tells which agree; those are left alone, the others are taken
 * away first and put on after, for a span that grew overlaps the one it replaces.
 *
 * A line may be a megabyte long and every step of an iterator in it takes time that grows with the segments before it. The walk can therefore be
 * made in steps of at most so many spans; a step ends between two findings and the next begins there.
 */

typedef struct
{
  AskwellFindingKind kind;
  guint start;
  guint end;
  guint matched : 1;
} Span;

static gboolean
is_span_of (const Span           *span,
            const AskwellFinding *finding)
{
  return span->kind == finding->kind && span->start == finding->start && span->end == finding->end;
}

/* In code points, with what ends the line. */
static guint
get_length (AskwellFindingTags *self,
            guint               line)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (self->buffer, &iter, (int) line);
  return (guint) gtk_text_iter_get_chars_in_line (&iter);
}

static void
set_tag (AskwellFindingTags *self,
         guint               line,
         AskwellFindingKind  kind,
         guint               from,
         guint               to,
         gboolean            apply)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line_offset (self->buffer, &start, (int) line, (int) from);
  end = start;
  gtk_text_iter_forward_chars (&end, (int) (to - from));
  if (apply)
    gtk_text_buffer_apply_tag (self->buffer, self->tags[kind], &start, &end);
  else
    gtk_text_buffer_remove_tag (self->buffer, self->tags[kind], &start, &end);
}

/* The tagged spans of a line between two of its code points, clipped to them; at most @limit, and then @last becomes where the next begins. */
static GArray *
list_spans (AskwellFindingTags *self,
            guint               line,
            guint               first,
            guint              *last,
            guint               limit)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  GtkTextIter iter;
  gboolean begins = TRUE;

  gtk_text_buffer_get_iter_at_line_offset (self->buffer, &iter, (int) line, (int) first);
  do
    {
      guint offset = (guint) gtk_text_iter_get_line_offset (&iter);

      if (gtk_text_iter_get_line (&iter) != (int) line || offset >= *last)
        break;
      for (guint i = 0; i < ASKWELL_N_FINDING_KINDS; i++)
        {
          Span span = { i, offset, *last, FALSE };
          GtkTextIter end = iter;

          if (!(begins ? gtk_text_iter_has_tag (&iter, self->tags[i]) : gtk_text_iter_starts_tag (&iter, self->tags[i])))
            continue;
          if (spans->len >= limit && offset > first)
            {
              *last = offset;
              return spans;
            }
          gtk_text_iter_forward_to_tag_toggle (&end, self->tags[i]);
          if (gtk_text_iter_get_line (&end) == (int) line)
            span.end = MIN (span.end, (guint) gtk_text_iter_get_line_offset (&end));
          g_array_append_val (spans, span);
        }
      begins = FALSE;
    }
  while (gtk_text_iter_forward_to_tag_toggle (&iter, NULL));

  return spans;
}

/**
 * askwell_finding_tags_init:
 * @self: tags
 * @buffer: a buffer whose table does not have them yet
 */
void
askwell_finding_tags_init (AskwellFindingTags *self,
                           GtkTextBuffer      *buffer)
{
  self->buffer = buffer;
  for (guint i = 0; i < ASKWELL_N_FINDING_KINDS; i++)
    self->tags[i] = gtk_text_buffer_create_tag (buffer, askwell_finding_kind_to_nick (i), NULL);
  askwell_finding_tags_update (self);
}

/* Gives them the look of the colour scheme of now. */
void
askwell_finding_tags_update (AskwellFindingTags *self)
{
  for (guint i = 0; i < ASKWELL_N_FINDING_KINDS; i++)
    askwell_finding_look_apply (self->tags[i], i);
}

/**
 * askwell_finding_tags_step:
 * @self: tags
 * @line: a line of the buffer
 * @findings: (nullable) (element-type AskwellFinding): what its tags shall be, in code points from its start
 * @limit: of how many spans at most; %G_MAXUINT to be done in one step
 * @walk: how far it came
 * @changed: (inout): set to %TRUE when a tag was put on or taken away
 *
 * Returns: whether the line is done
 */
gboolean
askwell_finding_tags_step (AskwellFindingTags     *self,
                           guint                   line,
                           GArray                 *findings,
                           guint                   limit,
                           AskwellFindingTagsWalk *walk,
                           gboolean               *changed)
{
  guint n_findings = findings != NULL ? findings->len : 0;
  const AskwellFinding *wanted = n_findings > 0 ? (const AskwellFinding *) (void *) findings->data : NULL;
  guint n_wanted = MIN (limit, n_findings - walk->index);
  g_autoptr (GArray) spans = NULL;
  guint end_of_line = get_length (self, line);
  guint last = end_of_line;

  if (walk->index + n_wanted < n_findings)
    last = wanted[walk->index + n_wanted].start;
  spans = list_spans (self, line, walk->offset, &last, limit);

  while (n_wanted > 0 && wanted[walk->index + n_wanted - 1].start >= last)
    n_wanted--;
  /* A step does not end within a finding. */
  if (n_wanted > 0 && wanted[walk->index + n_wanted - 1].end > last)
    {
      last = wanted[walk->index + n_wanted - 1].end;
      g_array_unref (spans);
      spans = list_spans (self, line, walk->offset, &last, G_MAXUINT);
    }

  for (guint i = 0, j = walk->index; i < spans->len; i++)
    {
      Span *span = &g_array_index (spans, Span, i);

      while (j < walk->index + n_wanted && wanted[j].start < span->start)
        j++;
      span->matched = j < walk->index + n_wanted && is_span_of (span, &wanted[j]);
      if (!span->matched)
        {
          set_tag (self, line, span->kind, span->start, span->end, FALSE);
          *changed = TRUE;
        }
    }
  for (guint i = 0, j = walk->index; j < walk->index + n_wanted; j++)
    {
      gboolean matched = FALSE;

      while (i < spans->len && g_array_index (spans, Span, i).start < wanted[j].start)
        i++;
      for (guint k = i; k < spans->len && g_array_index (spans, Span, k).start == wanted[j].start; k++)
        matched = matched || g_array_index (spans, Span, k).matched;
      if (!matched)
        {
          set_tag (self, line, wanted[j].kind, wanted[j].start, wanted[j].end, TRUE);
          *changed = TRUE;
        }
    }

  walk->index += n_wanted;
  walk->offset = last;
  return last >= end_of_line;
}

/**
 * askwell_finding_tags_list:
 * @self: tags
 * @line: a line of the buffer
 *
 * Returns: (transfer full) (element-type AskwellFinding): what is tagged in it, with kind, start and end alone
 */
GArray *
askwell_finding_tags_list (AskwellFindingTags *self,
                           guint               line)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (AskwellFinding));
  guint last = get_length (self, line);
  g_autoptr (GArray) spans = list_spans (self, line, 0, &last, G_MAXUINT);

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);
      AskwellFinding finding = { .kind = span->kind, .start = span->start, .end = span->end };

      g_array_append_val (list, finding);
    }
  return list;
}
