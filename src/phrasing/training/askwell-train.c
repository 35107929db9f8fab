/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "askwell-notes.h"
#include "phrasing/askwell-model.h"
#include "phrasing/askwell-reader-private.h"

/*
 * Trains the model of a language
 *
 * Tags: an averaged structured perceptron. For each sentence the best sequence of tags is found with a margin added to every wrong tag; where it
 * differs from the labelled one, the features of both get their weights changed by one. Several passes in different orders are averaged. Features seen
 * once or twice tell of that note alone and are left out from the start, and of the others a tenth is hidden at each look at a sentence: without this the
 * words of the practice notes are learned by heart, and the classes of the phrasebook, which are what carries over to other notes, get little weight. (A
 * conditional random field over the same features was no better in cross-validation, and needs floating point.)
 *
 * Topics and mode: logistic regressions over the features of the note, one softmax over the topics, with weight decay and a step for each weight that
 * shrinks with what it has been changed by (AdaGrad: Duchi, Hazan and Singer, JMLR 12, 2011). Topics overlap, and the labels of a note with two are in
 * part a matter of taste: there a model that gives every topic its share ranks better than a perceptron, which chases each label (two to three points
 * more notes with their first topic among the first three, in cross-validation).
 *
 * Weights are then rounded to bytes, and features seldom seen or with small weights alone are left out. The order comes from a generator of ours, so
 * that the same notes give the same file again.
 *
 * usage: askwell-train --language=en [--output=FILE] [--cross-validate=N] NOTES…
 */

static int epochs = 10;
static int rounds = 3;
static int margin = 30;
static int missing = 15;
static int folds;
static int minimum = 3;
static int minimum_of_note = 2;
static int smallest = 20;
static int hidden = 10;
static int show;
static char *language = (char *) "en";
static char *output;

/* Features get numbers as they are met */

typedef struct
{
  guint32 *keys;
  guint32 *numbers;
  guint32 *counts;
  guint32 mask;
  guint32 n;
} Lexicon;

static void
lexicon_init (Lexicon *self)
{
  self->mask = (1u << 23) - 1;
  self->keys = g_new0 (guint32, self->mask + 1);
  self->numbers = g_new0 (guint32, self->mask + 1);
  self->counts = g_new0 (guint32, self->mask + 1);
  self->n = 0;
}

static guint32
lexicon_number (Lexicon *self,
                guint32  feature)
{
  guint32 key = feature != 0 ? feature : 1, slot;

  for (slot = key & self->mask; self->keys[slot] != 0; slot = (slot + 1) & self->mask)
    if (self->keys[slot] == key)
      {
        self->counts[slot]++;
        return self->numbers[slot];
      }
  self->keys[slot] = key;
  self->counts[slot] = 1;
  return self->numbers[slot] = self->n++;
}

typedef struct
{
  guint n_tokens;
  guint32 *starts; /* n_tokens + 1: where the features of each token begin */
  guint32 *features;
  guint8 *gold;
  guint32 *char_starts;
  guint32 *char_ends;
  guint note;
} Sample;

typedef struct
{
  Lexicon tag_lexicon;
  Lexicon note_lexicon;
  GPtrArray *samples;      /* element-type Sample: sentences */
  GPtrArray *notes;        /* element-type AskwellNote */
  GPtrArray *note_features; /* element-type GArray of guint32 */
} Corpus;

static void
label_tokens (const AskwellNote *note,
              GArray            *tokens,
              guint8            *gold)
{
  const AskwellToken *token = (const AskwellToken *) tokens->data;

  for (guint i = 0; i < tokens->len; i++)
    {
      gold[i] = 0;
      for (guint j = 0; j < note->labels->len; j++)
        {
          const AskwellLabel *label = &g_array_index (note->labels, AskwellLabel, j);

          if (token[i].char_start < label->end && token[i].char_end > label->start)
            {
              gboolean goes_on = i > 0 && token[i - 1].char_end > label->start && (gold[i - 1] == ASKWELL_TAG_BEGIN (label->kind) || gold[i - 1] == ASKWELL_TAG_INSIDE (label->kind));

              gold[i] = goes_on ? ASKWELL_TAG_INSIDE (label->kind) : ASKWELL_TAG_BEGIN (label->kind);
              break;
            }
        }
    }
}

static void
corpus_add (Corpus            *self,
            AskwellPhrasebook *phrasebook,
            AskwellNote       *note)
{
  AskwellTokenizer tokenizer;
  AskwellSentence sentence;
  GArray *note_features = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint index = self->notes->len;

  g_ptr_array_add (self->notes, note);
  askwell_sentence_init (&sentence, phrasebook);
  askwell_tokenizer_init (&tokenizer, &phrasebook->spelling, note->text, strlen (note->text));
  while (askwell_tokenizer_next_sentence (&tokenizer, sentence.tokens))
    {
      const AskwellToken *token = (const AskwellToken *) sentence.tokens->data;
      g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));
      Sample *sample = g_new0 (Sample, 1);

      askwell_phrasebook_classify (phrasebook, sentence.tokens);
      askwell_sentence_analyse (&sentence);
      askwell_features_of_note (&sentence, note_features);
      sample->note = index;
      sample->n_tokens = sentence.tokens->len;
      sample->gold = g_new0 (guint8, sample->n_tokens);
      sample->starts = g_new0 (guint32, sample->n_tokens + 1);
      sample->char_starts = g_new0 (guint32, sample->n_tokens);
      sample->char_ends = g_new0 (guint32, sample->n_tokens);
      label_tokens (note, sentence.tokens, sample->gold);
      for (guint i = 0; i < sample->n_tokens; i++)
        {
          guint32 buffer[ASKWELL_MOST_FEATURES];
          guint n = askwell_features_of_token (&sentence, i, buffer);

          sample->char_starts[i] = token[i].char_start;
          sample->char_ends[i] = token[i].char_end;
          for (guint j = 0; j < n; j++)
            {
              guint32 number = lexicon_number (&self->tag_lexicon, buffer[j]);

              g_array_append_val (features, number);
            }
          sample->starts[i + 1] = features->len;
        }
      sample->features = g_memdup2 (features->data, features->len * sizeof (guint32));
      g_ptr_array_add (self->samples, sample);
    }
  for (guint i = 0; i < note_features->len; i++)
    g_array_index (note_features, guint32, i) = lexicon_number (&self->note_lexicon, g_array_index (note_features, guint32, i));
  g_ptr_array_add (self->note_features, note_features);
  askwell_sentence_clear (&sentence);
}

static guint32 *
count_features (const Lexicon *lexicon)
{
  guint32 *counts = g_new0 (guint32, lexicon->n);

  for (guint32 slot = 0; slot <= lexicon->mask; slot++)
    if (lexicon->keys[slot] != 0)
      counts[lexicon->numbers[slot]] = lexicon->counts[slot];
  return counts;
}

/* Leaves out what was seen too seldom */
static void
corpus_thin (Corpus *self)
{
  g_autofree guint32 *counts = count_features (&self->tag_lexicon);
  g_autofree guint32 *note_counts = count_features (&self->note_lexicon);

  for (guint i = 0; i < self->samples->len; i++)
    {
      Sample *sample = g_ptr_array_index (self->samples, i);
      guint32 from = 0, to = 0;

      for (guint t = 0; t < sample->n_tokens; t++)
        {
          guint32 end = sample->starts[t + 1];

          for (; from < end; from++)
            if (counts[sample->features[from]] >= (guint32) minimum)
              sample->features[to++] = sample->features[from];
          sample->starts[t + 1] = to;
        }
    }
  for (guint i = 0; i < self->note_features->len; i++)
    {
      GArray *features = g_ptr_array_index (self->note_features, i);
      guint to = 0;

      for (guint j = 0; j < features->len; j++)
        if (note_counts[g_array_index (features, guint32, j)] >= (guint32) minimum_of_note)
          g_array_index (features, guint32, to++) = g_array_index (features, guint32, j);
      g_array_set_size (features, to);
    }
}

/* Numerical Recipes' linear congruential generator; good enough to shuffle */
static guint32 seed;

static guint32
next_random (guint32 below)
{
  seed = seed * 1664525u + 1013904223u;
  return (guint32) (((guint64) seed * below) >> 32);
}

static void
shuffle (guint32 *order,
         guint    n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = next_random (i);
      guint32 swap = order[i - 1];

      order[i - 1] = order[j];
      order[j] = swap;
    }
}

/* Weights with their averages: an average is the weight less what was added times when, over the time. */
typedef struct
{
  guint n_scores;
  gint32 *weights;
  gint64 *sums;
  gint64 time;
} Learner;

static void
learner_init (Learner *self,
              guint32  n_features,
              guint    n_scores)
{
  self->n_scores = n_scores;
  self->weights = g_new0 (gint32, (gsize) n_features * n_scores);
  self->sums = g_new0 (gint64, (gsize) n_features * n_scores);
  self->time = 1;
}

static void
learner_clear (Learner *self)
{
  g_free (self->weights);
  g_free (self->sums);
}

static inline void
learner_change (Learner *self,
                guint32  feature,
                guint    score,
                gint32   by)
{
  gsize index = (gsize) feature * self->n_scores + score;

  self->weights[index] += by;
  self->sums[index] += (gint64) by * self->time;
}

typedef struct
{
  gint64 *tags; /* averages summed over the rounds */
  gint64 transitions[ASKWELL_N_TAGS][ASKWELL_N_TAGS];
  gint64 *note;
  gint64 learning_bias;
} Trained;

/* Changes with each look at a sentence; 0 hides nothing */
static guint32 hiding;

static inline gboolean
is_hidden (guint32 feature)
{
  guint32 hash = (feature ^ hiding) * 0x9E3779B1u;

  hash = (hash ^ hash >> 15) * 0x85EBCA6Bu;
  hash ^= hash >> 13;
  return hiding != 0 && (hash >> 8) % 100 < (guint32) hidden;
}

static void
emit (const Sample *sample,
      const gint32 *weights,
      gint32       *emissions)
{
  for (guint i = 0; i < sample->n_tokens; i++)
    {
      gint32 *scores = emissions + i * ASKWELL_N_TAGS;

      memset (scores, 0, sizeof (gint32) * ASKWELL_N_TAGS);
      for (guint32 j = sample->starts[i]; j < sample->starts[i + 1]; j++)
        if (!is_hidden (sample->features[j]))
          for (guint k = 0; k < ASKWELL_N_TAGS; k++)
            scores[k] += weights[(gsize) sample->features[j] * ASKWELL_N_TAGS + k];
    }
}

static void
train_tags (Corpus  *corpus,
            GArray  *chosen, /* element-type guint32: indices of samples */
            Trained *trained)
{
  guint32 n_features = corpus->tag_lexicon.n;
  g_autofree gint32 *emissions = g_new (gint32, 4096 * ASKWELL_N_TAGS);
  g_autofree guint8 *back = g_new0 (guint8, 4096 * ASKWELL_N_TAGS);
  g_autofree guint8 *tags = g_new0 (guint8, 4096);
  guint32 *order = (guint32 *) (void *) chosen->data;

  trained->tags = g_new0 (gint64, (gsize) n_features * ASKWELL_N_TAGS);
  memset (trained->transitions, 0, sizeof trained->transitions);
  for (int round = 0; round < rounds; round++)
    {
      Learner learner, links;

      seed = 12345u + (guint32) round * 7919u;
      hiding = seed;
      learner_init (&learner, n_features, ASKWELL_N_TAGS);
      learner_init (&links, ASKWELL_N_TAGS, ASKWELL_N_TAGS);
      for (int epoch = 0; epoch < epochs; epoch++)
        {
          shuffle (order, chosen->len);
          for (guint n = 0; n < chosen->len; n++)
            {
              const Sample *sample = g_ptr_array_index (corpus->samples, order[n]);
              gint32 transitions[ASKWELL_N_TAGS][ASKWELL_N_TAGS];

              hiding = hidden > 0 ? (hiding * 1664525u + 1013904223u) | 1 : 0;
              emit (sample, learner.weights, emissions);
              for (guint i = 0; i < sample->n_tokens; i++)
                for (guint k = 0; k < ASKWELL_N_TAGS; k++)
                  if (k != sample->gold[i])
                    emissions[i * ASKWELL_N_TAGS + k] += k == 0 ? margin * missing / 10 : margin;
              memcpy (transitions, links.weights, sizeof transitions);
              askwell_viterbi (emissions, sample->n_tokens, (const gint32 (*)[ASKWELL_N_TAGS]) transitions, back, tags);
              for (guint i = 0; i < sample->n_tokens; i++)
                {
                  guint8 gold = sample->gold[i], gold_before = i > 0 ? sample->gold[i - 1] : 0;
                  guint8 guess = tags[i], guess_before = i > 0 ? tags[i - 1] : 0;

                  if (gold != guess)
                    for (guint32 j = sample->starts[i]; j < sample->starts[i + 1]; j++)
                      if (!is_hidden (sample->features[j]))
                        {
                          learner_change (&learner, sample->features[j], gold, 1);
                          learner_change (&learner, sample->features[j], guess, -1);
                        }
                  if (gold != guess || gold_before != guess_before)
                    {
                      learner_change (&links, gold_before, gold, 1);
                      learner_change (&links, guess_before, guess, -1);
                    }
                }
              learner.time++;
              links.time++;
            }
        }
      hiding = 0;
      for (gsize i = 0; i < (gsize) n_features * ASKWELL_N_TAGS; i++)
        trained->tags[i] += ((gint64) learner.weights[i] * learner.time - learner.sums[i]) * 1000 / learner.time;
      for (guint i = 0; i < ASKWELL_N_TAGS; i++)
        for (guint j = 0; j < ASKWELL_N_TAGS; j++)
          trained->transitions[i][j] += ((gint64) links.weights[i * ASKWELL_N_TAGS + j] * links.time - links.sums[i * ASKWELL_N_TAGS + j]) * 1000 / links.time;
      learner_clear (&learner);
      learner_clear (&links);
    }
}

/* What the note's labels are in shares of one: the first topic is what it is chiefly about */
static double
get_share (const AskwellNote *note,
           guint              topic)
{
  for (guint t = 0; t < note->n_topics; t++)
    if (note->topics[t] == topic)
      return note->n_topics == 1 ? 1 : t == 0 ? 0.7 : 0.3 / (note->n_topics - 1);
  return 0;
}

static void
descend (double *weight,
         double *squares,
         double  gradient)
{
  const double rate = 0.03;

  *squares += gradient * gradient;
  if (*squares > 0)
    *weight -= rate * gradient / sqrt (*squares);
}

static void
train_notes (Corpus  *corpus,
             GArray  *chosen, /* element-type guint32: indices of notes */
             Trained *trained)
{
  const double decay = 0.1;
  const int passes = 20;
  const double scale = 1e5;
  guint32 n_features = corpus->note_lexicon.n;
  gsize n_weights = (gsize) n_features * ASKWELL_N_NOTE_SCORES;
  g_autofree double *weights = g_new0 (double, n_weights);
  g_autofree double *squares = g_new0 (double, n_weights);
  double bias = 0, bias_squares = 0;
  guint32 *order = (guint32 *) (void *) chosen->data;

  seed = 4711;
  for (int pass = 0; pass < passes; pass++)
    {
      shuffle (order, chosen->len);
      for (guint n = 0; n < chosen->len; n++)
        {
          const AskwellNote *note = g_ptr_array_index (corpus->notes, order[n]);
          GArray *features = g_ptr_array_index (corpus->note_features, order[n]);
          double scores[ASKWELL_N_NOTE_SCORES] = { 0 }; /* and then by how much they are too high */
          double sum = 0, most = -G_MAXDOUBLE;

          if (note->n_topics == 0)
            continue;
          for (guint i = 0; i < features->len; i++)
            for (guint k = 0; k < ASKWELL_N_NOTE_SCORES; k++)
              scores[k] += weights[(gsize) g_array_index (features, guint32, i) * ASKWELL_N_NOTE_SCORES + k];

          /* Learning or not: of notes that are not selling */
          if (note->mode == ASKWELL_MODE_SELLING)
            scores[0] = 0;
          else
            scores[0] = 1 / (1 + exp (-scores[0] - bias)) - (note->mode == ASKWELL_MODE_LEARNING ? 1 : 0);

          for (guint k = 1; k < ASKWELL_N_NOTE_SCORES; k++)
            most = MAX (most, scores[k]);
          for (guint k = 1; k < ASKWELL_N_NOTE_SCORES; k++)
            sum += scores[k] = exp (scores[k] - most);
          for (guint k = 1; k < ASKWELL_N_NOTE_SCORES; k++)
            scores[k] = scores[k] / sum - get_share (note, k);

          for (guint i = 0; i < features->len; i++)
            for (guint k = 0; k < ASKWELL_N_NOTE_SCORES; k++)
              {
                gsize at = (gsize) g_array_index (features, guint32, i) * ASKWELL_N_NOTE_SCORES + k;

                descend (&weights[at], &squares[at], scores[k] + decay * weights[at]);
              }
          descend (&bias, &bias_squares, scores[0]);
        }
    }
  trained->note = g_new0 (gint64, n_weights);
  for (gsize i = 0; i < n_weights; i++)
    trained->note[i] = (gint64) (weights[i] * scale);
  trained->learning_bias = (gint64) (bias * scale);
}

/* Writing */

static int
compare_sizes (const void *a,
               const void *b)
{
  gint64 x = ABS (*(const gint64 *) a), y = ABS (*(const gint64 *) b);

  return x < y ? -1 : x > y;
}

/* What is divided by so that all but the largest in a thousand fit into a byte */
static gint64
get_divisor (const gint64 *weights,
             gsize         n)
{
  g_autofree gint64 *sorted = g_new (gint64, n);
  gsize n_used = 0;

  for (gsize i = 0; i < n; i++)
    if (weights[i] != 0)
      sorted[n_used++] = weights[i];
  if (n_used == 0)
    return 1;
  qsort (sorted, n_used, sizeof (gint64), compare_sizes);
  return MAX (1, ABS (sorted[n_used - 1 - n_used / 2000]) / 127);
}

static gint8
round_weight (gint64 weight,
              gint64 divisor)
{
  gint64 rounded = (ABS (weight) + divisor / 2) / divisor;

  rounded = MIN (rounded, 127);
  return (gint8) (weight < 0 ? -rounded : rounded);
}

static guint32
append_table (GByteArray    *file,
              const Lexicon *lexicon,
              const gint64  *weights,
              guint          n_scores,
              gint64         divisor)
{
  guint32 n_kept = 0, slots = 4;
  g_autofree guint32 *keys = NULL;
  g_autofree gint8 *bytes = NULL;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint32 slot = 0; slot <= lexicon->mask; slot++)
        {
          gboolean used = FALSE;
          gint8 rounded[32];
          guint32 to;

          if (lexicon->keys[slot] == 0 || lexicon->counts[slot] < (guint32) minimum)
            continue;
          for (guint k = 0; k < n_scores; k++)
            {
              rounded[k] = round_weight (weights[(gsize) lexicon->numbers[slot] * n_scores + k], divisor);
              used = used || ABS (rounded[k]) >= smallest;
            }
          if (!used)
            continue;
          if (pass == 0)
            {
              n_kept++;
              continue;
            }
          for (to = lexicon->keys[slot] & (slots - 1); keys[to] != 0; to = (to + 1) & (slots - 1))
            ;
          keys[to] = lexicon->keys[slot];
          memcpy (bytes + (gsize) to * n_scores, rounded, n_scores);
        }
      if (pass == 0)
        {
          while (slots * 4 < n_kept * 5)
            slots *= 2;
          keys = g_new0 (guint32, slots);
          bytes = g_new0 (gint8, (gsize) slots * n_scores);
        }
    }
  g_byte_array_append (file, (const guint8 *) keys, slots * (guint) sizeof (guint32));
  g_byte_array_append (file, (const guint8 *) bytes, slots * n_scores);
  fprintf (stderr, "%u features in %u slots of %u scores\n", n_kept, slots, n_scores);
  return slots;
}

static GByteArray *
serialize (Corpus  *corpus,
           Trained *trained)
{
  GByteArray *file = g_byte_array_new ();
  AskwellModelHeader header = { ASKWELL_MODEL_MAGIC, ASKWELL_MODEL_VERSION };
  gint64 tag_divisor = get_divisor (trained->tags, (gsize) corpus->tag_lexicon.n * ASKWELL_N_TAGS);
  gint64 note_divisor = get_divisor (trained->note, (gsize) corpus->note_lexicon.n * ASKWELL_N_NOTE_SCORES);

  g_byte_array_append (file, (const guint8 *) &header, sizeof header);
  header.tag_slots = append_table (file, &corpus->tag_lexicon, trained->tags, ASKWELL_N_TAGS, tag_divisor);
  header.note_slots = append_table (file, &corpus->note_lexicon, trained->note, ASKWELL_N_NOTE_SCORES, note_divisor);
  header.learning_bias = (gint32) (trained->learning_bias / note_divisor);
  for (guint i = 0; i < ASKWELL_N_TAGS; i++)
    for (guint j = 0; j < ASKWELL_N_TAGS; j++)
      header.transitions[i][j] = (gint32) (trained->transitions[i][j] / tag_divisor);
  memcpy (file->data, &header, sizeof header);
  return file;
}

/* Scoring, as the score of the practice notes does it */

typedef struct
{
  guint right[ASKWELL_N_FINDING_KINDS], wrong[ASKWELL_N_FINDING_KINDS], missed[ASKWELL_N_FINDING_KINDS];
  guint clean, alarms, modes, topics, topic_notes, notes;
} Score;

static void
score_note (Corpus        *corpus,
            AskwellModel  *model,
            guint          index,
            GArray        *found, /* element-type AskwellLabel */
            Score         *score)
{
  AskwellNote *note = g_ptr_array_index (corpus->notes, index);
  g_autofree gboolean *used = g_new0 (gboolean, note->labels->len + 1);
  GString *faults = g_string_new (NULL);

  score->notes++;
  for (guint i = 0; i < found->len; i++)
    {
      const AskwellLabel *f = &g_array_index (found, AskwellLabel, i);
      guint j;

      for (j = 0; j < note->labels->len; j++)
        {
          const AskwellLabel *l = &g_array_index (note->labels, AskwellLabel, j);

          if (!used[j] && l->kind == f->kind && l->start < f->end && f->start < l->end)
            break;
        }
      if (j < note->labels->len)
        {
          used[j] = TRUE;
          score->right[f->kind]++;
        }
      else
        {
          g_autofree char *span = g_utf8_substring (note->text, f->start, f->end);

          score->wrong[f->kind]++;
          g_string_append_printf (faults, " +%s«%s»", askwell_finding_kind_to_nick (f->kind), span);
        }
    }
  for (guint j = 0; j < note->labels->len; j++)
    if (!used[j])
      {
        const AskwellLabel *l = &g_array_index (note->labels, AskwellLabel, j);
        g_autofree char *span = g_utf8_substring (note->text, l->start, l->end);

        score->missed[l->kind]++;
        g_string_append_printf (faults, " -%s«%s»", askwell_finding_kind_to_nick (l->kind), span);
      }
  if (note->labels->len == 0)
    {
      score->clean++;
      score->alarms += found->len > 0;
    }
  if (show && faults->len > 0)
    printf ("* %s\n   %s\n", note->text, faults->str);
  g_string_free (faults, TRUE);
}

static void
score_fold (Corpus  *corpus,
            Trained *trained,
            guint    fold,
            Score   *score)
{
  g_autoptr (GByteArray) file = serialize (corpus, trained);
  g_autoptr (GBytes) bytes = g_bytes_new (file->data, file->len);
  g_autoptr (AskwellModel) model = askwell_model_new (bytes, NULL);
  const gint64 divisor = get_divisor (trained->tags, (gsize) corpus->tag_lexicon.n * ASKWELL_N_TAGS);
  g_autofree gint32 *rounded = g_new (gint32, (gsize) corpus->tag_lexicon.n * ASKWELL_N_TAGS);
  g_autofree gint32 *emissions = g_new (gint32, 4096 * ASKWELL_N_TAGS);
  g_autofree guint8 *back = g_new0 (guint8, 4096 * ASKWELL_N_TAGS);
  g_autofree guint8 *tags = g_new0 (guint8, 4096);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (AskwellLabel));
  guint at = 0;

  /* As in the file: what is left out there counts for nothing here */
  for (gsize i = 0; i < (gsize) corpus->tag_lexicon.n * ASKWELL_N_TAGS; i += ASKWELL_N_TAGS)
    {
      gboolean used = FALSE;

      for (guint k = 0; k < ASKWELL_N_TAGS; k++)
        {
          rounded[i + k] = round_weight (trained->tags[i + k], divisor);
          used = used || ABS (rounded[i + k]) >= smallest;
        }
      if (!used)
        memset (rounded + i, 0, sizeof (gint32) * ASKWELL_N_TAGS);
    }
  for (guint index = 0; index < corpus->notes->len; index++)
    {
      AskwellNote *note = g_ptr_array_index (corpus->notes, index);
      gint32 scores[ASKWELL_N_NOTE_SCORES] = { 0 };
      GArray *features = g_ptr_array_index (corpus->note_features, index);
      const gint64 note_divisor = 1;
      AskwellMode mode;

      g_array_set_size (found, 0);
      for (; at < corpus->samples->len && ((Sample *) g_ptr_array_index (corpus->samples, at))->note == index; at++)
        {
          const Sample *sample = g_ptr_array_index (corpus->samples, at);

          if (index % (guint) folds != fold || note->n_topics == 0)
            continue;
          emit (sample, rounded, emissions);
          askwell_viterbi (emissions, sample->n_tokens, (const gint32 (*)[ASKWELL_N_TAGS]) model->transitions, back, tags);
          for (guint i = 0; i < sample->n_tokens;)
            {
              AskwellLabel label;
              guint first = i;

              if (tags[i] == 0)
                {
                  i++;
                  continue;
                }
              label.kind = (AskwellFindingKind) ((tags[i] - 1) / 2);
              for (i++; i < sample->n_tokens && tags[i] == ASKWELL_TAG_INSIDE (label.kind); i++)
                ;
              label.start = sample->char_starts[first];
              label.end = sample->char_ends[i - 1];
              g_array_append_val (found, label);
            }
        }
      if (index % (guint) folds != fold || note->n_topics == 0)
        continue;
      score_note (corpus, model, index, found, score);

      {
        gint64 sums[ASKWELL_N_NOTE_SCORES] = { 0 };

        sums[0] = trained->learning_bias;
        for (guint i = 0; i < features->len; i++)
          for (guint k = 0; k < ASKWELL_N_NOTE_SCORES; k++)
            sums[k] += trained->note[(gsize) g_array_index (features, guint32, i) * ASKWELL_N_NOTE_SCORES + k];
        for (guint k = 0; k < ASKWELL_N_NOTE_SCORES; k++)
          scores[k] = (gint32) CLAMP (sums[k] / note_divisor, G_MININT32 + 1, G_MAXINT32);
      }
      mode = found->len > 0 ? ASKWELL_MODE_SELLING : scores[0] > 0 ? ASKWELL_MODE_LEARNING : ASKWELL_MODE_NEUTRAL;
      score->modes += mode == note->mode;
      score->topic_notes++;
      for (guint n = 0; n < 3; n++)
        {
          guint best = 1;

          for (guint k = 2; k < ASKWELL_N_TOPICS; k++)
            if (scores[k] > scores[best])
              best = k;
          score->topics += best == note->topics[0];
          scores[best] = G_MININT32;
        }
    }
}

static double
get_f1 (guint right,
        guint wrong,
        guint missed)
{
  return right > 0 ? 2.0 * right / (2.0 * right + wrong + missed) : 0.0;
}

static void
print_score (const Score *score)
{
  guint right = 0, wrong = 0, missed = 0;

  for (guint i = 0; i < ASKWELL_N_FINDING_KINDS; i++)
    {
      right += score->right[i];
      wrong += score->wrong[i];
      missed += score->missed[i];
      printf ("%-9s P %.3f R %.3f F1 %.3f\n", askwell_finding_kind_to_nick (i),
              score->right[i] / MAX (1.0, score->right[i] + score->wrong[i]),
              score->right[i] / MAX (1.0, score->right[i] + score->missed[i]),
              get_f1 (score->right[i], score->wrong[i], score->missed[i]));
    }
  printf ("all       P %.3f R %.3f F1 %.3f  false alarms %.3f  mode %.3f  topic %.3f  (%u notes)\n",
          right / MAX (1.0, right + wrong), right / MAX (1.0, right + missed), get_f1 (right, wrong, missed),
          score->alarms / MAX (1.0, score->clean), score->modes / MAX (1.0, score->notes),
          score->topics / MAX (1.0, score->topic_notes), score->notes);
}

static void
train (Corpus  *corpus,
       int      leave_out,
       Trained *trained)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < corpus->samples->len; i++)
    if (leave_out < 0 || ((Sample *) g_ptr_array_index (corpus->samples, i))->note % (guint) folds != (guint) leave_out)
      g_array_append_val (samples, i);
  for (guint32 i = 0; i < corpus->notes->len; i++)
    if (leave_out < 0 || i % (guint) folds != (guint) leave_out)
      g_array_append_val (notes, i);
  train_tags (corpus, samples, trained);
  train_notes (corpus, notes, trained);
}

int
main (int    argc,
      char **argv)
{
  const GOptionEntry entries[] = {
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language, "language of the notes", "LANGUAGE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "where to write the model", "FILE" },
    { "cross-validate", 'x', 0, G_OPTION_ARG_INT, &folds, "train N times on all but a part, score that part", "N" },
    { "epochs", 'e', 0, G_OPTION_ARG_INT, &epochs, "passes over the notes", "N" },
    { "rounds", 'r', 0, G_OPTION_ARG_INT, &rounds, "orders that are averaged", "N" },
    { "margin", 'm', 0, G_OPTION_ARG_INT, &margin, "by how much the right tag has to win", "N" },
    { "minimum", 'n', 0, G_OPTION_ARG_INT, &minimum, "how often a feature has to be seen to be kept", "N" },
    { "minimum-of-note", 'N', 0, G_OPTION_ARG_INT, &minimum_of_note, "the same for topics and mode", "N" },
    { "smallest", 'w', 0, G_OPTION_ARG_INT, &smallest, "largest weight that a feature has to have to be kept, of 127", "N" },
    { "missing", 'c', 0, G_OPTION_ARG_INT, &missing, "what a missed finding costs, in tenths of a wrong one", "N" },
    { "hide", 'd', 0, G_OPTION_ARG_INT, &hidden, "features hidden at random in training, in a hundred", "N" },
    { "show", 's', 0, G_OPTION_ARG_NONE, &show, "with --cross-validate: print what went wrong", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("NOTES…");
  g_autoptr (AskwellReader) reader = askwell_reader_new ();
  g_autoptr (GPtrArray) examples = NULL;
  g_autoptr (GError) error = NULL;
  AskwellPhrasebook *phrasebook;
  Corpus corpus = { 0 };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || !askwell_reader_add_shipped (reader, &error))
    {
      g_printerr ("askwell-train: %s\n", error->message);
      return 2;
    }
  phrasebook = askwell_reader_get_phrasebook (reader, language);
  if (phrasebook == NULL)
    {
      g_printerr ("askwell-train: there is no phrasebook for “%s”\n", language);
      return 2;
    }

  lexicon_init (&corpus.tag_lexicon);
  lexicon_init (&corpus.note_lexicon);
  corpus.samples = g_ptr_array_new ();
  corpus.notes = g_ptr_array_new ();
  corpus.note_features = g_ptr_array_new ();
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GPtrArray) notes = askwell_notes_load (argv[i], &error);

      if (notes == NULL)
        {
          g_printerr ("askwell-train: %s\n", error->message);
          return 2;
        }
      g_ptr_array_set_free_func (notes, NULL);
      for (guint j = 0; j < notes->len; j++)
        corpus_add (&corpus, phrasebook, g_ptr_array_index (notes, j));
    }
  examples = askwell_notes_from_examples (phrasebook);
  g_ptr_array_set_free_func (examples, NULL);
  /* What a rule promises has to hold: its examples weigh as several notes */
  for (guint k = 0; k < 3; k++)
    for (guint j = 0; j < examples->len; j++)
      corpus_add (&corpus, phrasebook, g_ptr_array_index (examples, j));

  corpus_thin (&corpus);

  if (folds > 1)
    {
      Score score = { 0 };

      for (int fold = 0; fold < folds; fold++)
        {
          Trained trained = { 0 };

          train (&corpus, fold, &trained);
          score_fold (&corpus, &trained, (guint) fold, &score);
          g_free (trained.tags);
          g_free (trained.note);
        }
      print_score (&score);
    }
  if (output != NULL)
    {
      Trained trained = { 0 };
      g_autoptr (GByteArray) file = NULL;

      train (&corpus, -1, &trained);
      file = serialize (&corpus, &trained);
      if (!g_file_set_contents (output, (const char *) file->data, file->len, &error))
        {
          g_printerr ("askwell-train: %s\n", error->message);
          return 2;
        }
    }
  return 0;
}
