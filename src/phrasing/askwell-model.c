/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "askwell-model.h"
#include "askwell-reader.h"

/*
 * The trained model beside the rules
 *
 * A sentence is tagged token by token: outside, or begins / goes on with a finding of a kind. The score of a sequence of tags is the sum of the
 * weights of all features under their tags and of the transitions between tags; the best sequence is found by Viterbi's algorithm. The weights come
 * from an averaged structured perceptron (Collins, "Discriminative training methods for hidden Markov models", 2002) trained with a margin by
 * training/askwell-train.c from the labelled notes in tests/phrasing/notes. They are bytes, and their sums integers: a note is read alike everywhere.
 *
 * For the mode and the topics a note's features are looked up in a second table of linear scores.
 *
 * A table is used where it lies, in the program's resources: nothing is copied or built at the start.
 */

static gboolean
take_table (AskwellWeights *table,
            guint32         slots,
            guint32         n_scores,
            const guint8  **at,
            const guint8   *end)
{
  gsize size = (gsize) slots * (sizeof (guint32) + n_scores);

  if (slots == 0 || (slots & (slots - 1)) != 0 || (gsize) (end - *at) < size)
    return FALSE;
  table->mask = slots - 1;
  table->n_scores = n_scores;
  table->keys = (const guint32 *) (const void *) *at;
  table->weights = (const gint8 *) (*at + (gsize) slots * sizeof (guint32));
  *at += size;
  return TRUE;
}

/**
 * askwell_model_new:
 * @bytes: a model file
 * @error: why it is none
 *
 * Returns: (transfer full) (nullable): the model
 */
AskwellModel *
askwell_model_new (GBytes  *bytes,
                   GError **error)
{
  gsize size;
  const guint8 *at = g_bytes_get_data (bytes, &size);
  const guint8 *end = at + size;
  g_autoptr (AskwellModel) self = g_new0 (AskwellModel, 1);
  AskwellModelHeader header;

  self->bytes = g_bytes_ref (bytes);
  if (size < sizeof header)
    goto invalid;
  memcpy (&header, at, sizeof header);
  at += sizeof header;
  if (memcmp (header.magic, ASKWELL_MODEL_MAGIC, sizeof header.magic) != 0 || header.version != ASKWELL_MODEL_VERSION)
    goto invalid;
  if (!take_table (&self->tags, header.tag_slots, ASKWELL_N_TAGS, &at, end) ||
      !take_table (&self->note, header.note_slots, ASKWELL_N_NOTE_SCORES, &at, end))
    goto invalid;
  memcpy (self->transitions, header.transitions, sizeof self->transitions);
  self->learning_bias = header.learning_bias;
  return g_steal_pointer (&self);

invalid:
  g_set_error_literal (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_PHRASEBOOK, "the model of the phrasebook is damaged");
  return NULL;
}

void
askwell_model_free (AskwellModel *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

static const gint8 *
look_up (const AskwellWeights *table,
         guint32               feature)
{
  guint32 key = feature != 0 ? feature : 1;

  for (guint32 slot = key & table->mask; table->keys[slot] != 0; slot = (slot + 1) & table->mask)
    if (table->keys[slot] == key)
      return table->weights + (gsize) slot * table->n_scores;
  return NULL;
}

/**
 * askwell_tags_may_follow:
 * @tag: a tag
 * @next: the tag after it
 *
 * Returns: whether @next may follow: a finding goes on only where one of its kind was
 */
gboolean
askwell_tags_may_follow (guint8 tag,
                         guint8 next)
{
  return next == 0 || next % 2 == 1 || tag == next || tag + 1 == next;
}

/**
 * askwell_viterbi:
 * @emissions: ASKWELL_N_TAGS scores a token
 * @n_tokens: how many tokens
 * @transitions: scores of one tag after another
 * @back: room for ASKWELL_N_TAGS × @n_tokens
 * @tags: (out): the best sequence
 */
void
askwell_viterbi (const gint32 *emissions,
                 guint         n_tokens,
                 const gint32  transitions[ASKWELL_N_TAGS][ASKWELL_N_TAGS],
                 guint8       *back,
                 guint8       *tags)
{
  const gint32 impossible = G_MININT32 / 2;
  gint32 scores[ASKWELL_N_TAGS], next[ASKWELL_N_TAGS];
  guint8 best = 0;

  if (n_tokens == 0)
    return;
  for (guint8 tag = 0; tag < ASKWELL_N_TAGS; tag++)
    scores[tag] = askwell_tags_may_follow (0, tag) ? emissions[tag] + transitions[0][tag] : impossible;

  for (guint i = 1; i < n_tokens; i++)
    {
      for (guint8 tag = 0; tag < ASKWELL_N_TAGS; tag++)
        {
          gint32 most = impossible;
          guint8 from = 0;

          for (guint8 previous = 0; previous < ASKWELL_N_TAGS; previous++)
            {
              gint32 score = scores[previous] + transitions[previous][tag];

              if (askwell_tags_may_follow (previous, tag) && score > most)
                {
                  most = score;
                  from = previous;
                }
            }
          next[tag] = most <= impossible ? impossible : most + emissions[i * ASKWELL_N_TAGS + tag];
          back[i * ASKWELL_N_TAGS + tag] = from;
        }
      memcpy (scores, next, sizeof scores);
    }

  for (guint8 tag = 1; tag < ASKWELL_N_TAGS; tag++)
    if (scores[tag] > scores[best])
      best = tag;
  for (guint i = n_tokens; i-- > 0;)
    {
      tags[i] = best;
      best = back[i * ASKWELL_N_TAGS + best];
    }
}

/**
 * askwell_model_tag:
 * @self: a model
 * @sentence: an analysed sentence
 * @scratch: (element-type guint8): room that is used again
 * @tags: (out): a tag a token
 */
void
askwell_model_tag (AskwellModel    *self,
                   AskwellSentence *sentence,
                   GArray          *scratch,
                   guint8          *tags)
{
  guint n_tokens = sentence->tokens->len;
  gint32 *emissions;
  guint8 *back;

  g_array_set_size (scratch, n_tokens * ASKWELL_N_TAGS * (guint) (sizeof (gint32) + 1));
  emissions = (gint32 *) (void *) scratch->data;
  back = (guint8 *) scratch->data + n_tokens * ASKWELL_N_TAGS * sizeof (gint32);
  for (guint i = 0; i < n_tokens; i++)
    {
      guint32 features[ASKWELL_MOST_FEATURES];
      guint n_features = askwell_features_of_token (sentence, i, features);
      gint32 *scores = emissions + i * ASKWELL_N_TAGS;

      memset (scores, 0, sizeof (gint32) * ASKWELL_N_TAGS);
      for (guint j = 0; j < n_features; j++)
        {
          const gint8 *weights = look_up (&self->tags, features[j]);

          for (guint k = 0; weights != NULL && k < ASKWELL_N_TAGS; k++)
            scores[k] += weights[k];
        }
    }
  askwell_viterbi (emissions, n_tokens, (const gint32 (*)[ASKWELL_N_TAGS]) self->transitions, back, tags);
}

/**
 * askwell_model_score_note:
 * @self: a model
 * @features: (element-type guint32): of all sentences of the note
 * @scores: (out): ASKWELL_N_NOTE_SCORES; at 0 whether it is learning (more than 0) rather than neutral
 */
void
askwell_model_score_note (AskwellModel *self,
                          GArray       *features,
                          gint32       *scores)
{
  memset (scores, 0, sizeof (gint32) * ASKWELL_N_NOTE_SCORES);
  scores[0] = self->learning_bias;
  for (guint i = 0; i < features->len; i++)
    {
      const gint8 *weights = look_up (&self->note, g_array_index (features, guint32, i));

      for (guint j = 0; weights != NULL && j < ASKWELL_N_NOTE_SCORES; j++)
        scores[j] += weights[j];
    }
}
