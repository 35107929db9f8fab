/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-features.h"

/*
 * What the tagger looks at
 *
 * The same code serves the reader and the trainer, so that what was learned is what is looked at. A feature is a hash of the number of its template
 * and of what the template saw. The templates look at
 *  - the word, its stem, ending and classes, those of its neighbours, and their pairs and triples;
 *  - its clause: who the subject is (the seller, the customer, somebody else, nobody), how the clause begins, whether it is negated, past, quoted,
 *    opened by a question word or within what somebody is to learn, what trigger came last, and whether the seller's own deal comes next;
 *  - what the rules of the phrasebook propose here.
 *
 * Who the subject is decides more than any word: "they want", "I want", "want". It is found by going through the clause from its start: the first
 * word of the classes "seller", "customer" and "other" before a verb. A clause begins with the sentence, behind punctuation, and at the words of the
 * classes "clause" and "wh".
 */

enum
{
  SUBJECT_NONE,
  SUBJECT_SELLER,
  SUBJECT_CUSTOMER,
  SUBJECT_OTHER,
};

enum
{
  CONTEXT_NEGATED = 1 << 0,
  CONTEXT_PAST = 1 << 1,
  CONTEXT_QUOTED = 1 << 2,
  CONTEXT_LEARNING = 1 << 3, /* behind a word of learning in this sentence */
  CONTEXT_WH = 1 << 4,       /* in a clause opened by a question word */
  CONTEXT_DEAL_AHEAD = 1 << 5,
  CONTEXT_CUSTOMER_AHEAD = 1 << 6,
  CONTEXT_VERB_SEEN = 1 << 7,
  CONTEXT_REPORTED = 1 << 8,
};

typedef struct
{
  guint16 flags;
  guint8 subject;
  guint8 distance; /* tokens from the start of the clause, at most 7 */
  guint8 first;    /* principal class of the clause's first word */
  guint8 principal;
  guint8 last_trigger; /* principal class of the last word in the clause that has one */
  guint8 question;     /* whether the sentence ends with a question mark */
  guint32 first_word;  /* of the sentence */
  guint32 clause_word; /* first of the clause */
} Context;

#define NO_CLASS 255

void
askwell_sentence_init (AskwellSentence   *self,
                       AskwellPhrasebook *phrasebook)
{
  self->phrasebook = phrasebook;
  self->tokens = g_array_new (FALSE, FALSE, sizeof (AskwellToken));
  self->contexts = g_array_new (FALSE, FALSE, sizeof (Context));
  self->hits = g_array_new (FALSE, FALSE, sizeof (AskwellHit));
}

void
askwell_sentence_clear (AskwellSentence *self)
{
  g_clear_pointer (&self->tokens, g_array_unref);
  g_clear_pointer (&self->contexts, g_array_unref);
  g_clear_pointer (&self->hits, g_array_unref);
}

static guint8
get_principal (AskwellSentence    *self,
               const AskwellToken *token)
{
  for (guint i = 0; i < ASKWELL_CLASS_WORDS; i++)
    {
      guint64 classes = token->classes[i] & ~self->phrasebook->topical[i];

      if (classes != 0)
        return (guint8) (i * 64 + (guint) __builtin_ctzll (classes));
    }
  return NO_CLASS;
}

static gboolean
has_role (AskwellSentence    *self,
          const AskwellToken *token,
          AskwellRole         role)
{
  return askwell_token_has_class (token, self->phrasebook->roles[role]);
}

static gboolean
ends_clause (const AskwellToken *token)
{
  return token->kind == ASKWELL_TOKEN_PUNCTUATION && token->mark != '\'' && token->mark != '/' && token->mark != '&';
}

static void
look_ahead (AskwellSentence *self)
{
  Context *context = (Context *) self->contexts->data;
  const AskwellToken *tokens = (const AskwellToken *) self->tokens->data;
  guint to_deal = 99, to_customer = 99;

  for (guint i = self->tokens->len; i-- > 0;)
    {
      if (to_deal <= 6)
        context[i].flags |= CONTEXT_DEAL_AHEAD;
      if (to_customer <= 2)
        context[i].flags |= CONTEXT_CUSTOMER_AHEAD;
      to_deal = ends_clause (&tokens[i]) ? 99 : has_role (self, &tokens[i], ASKWELL_ROLE_DEAL) ? 1 : to_deal + 1;
      to_customer = ends_clause (&tokens[i]) ? 99 : has_role (self, &tokens[i], ASKWELL_ROLE_CUSTOMER) ? 1 : to_customer + 1;
    }
}

/**
 * askwell_sentence_analyse:
 * @self: a sentence whose tokens have their classes
 *
 * Finds out the context of each token and what the rules propose.
 */
void
askwell_sentence_analyse (AskwellSentence *self)
{
  guint n_tokens = self->tokens->len;
  const AskwellToken *tokens = (const AskwellToken *) self->tokens->data;
  Context state = { 0 };
  guint clause_start = 0;
  gboolean question = n_tokens > 0 && tokens[n_tokens - 1].mark == '?';

  askwell_matcher_find (self->phrasebook, tokens, n_tokens, self->hits);
  g_array_set_size (self->contexts, n_tokens);
  state.first = state.last_trigger = NO_CLASS;
  state.first_word = n_tokens > 0 ? tokens[0].word : 0;

  for (guint i = 0; i < n_tokens; i++)
    {
      const AskwellToken *token = &tokens[i];
      Context *context = &g_array_index (self->contexts, Context, i);
      gboolean opens = has_role (self, token, ASKWELL_ROLE_CLAUSE) || has_role (self, token, ASKWELL_ROLE_WH);

      if (i == clause_start)
        {
          state.first = get_principal (self, token);
          state.clause_word = token->word;
        }
      if (token->mark == '"')
        state.flags ^= CONTEXT_QUOTED;

      *context = state;
      context->principal = get_principal (self, token);
      context->distance = (guint8) MIN (i - clause_start, 7);
      context->question = question;

      if (ends_clause (token) || opens)
        {
          state.flags &= (guint16) ~(CONTEXT_NEGATED | CONTEXT_PAST | CONTEXT_WH | CONTEXT_VERB_SEEN | CONTEXT_REPORTED);
          state.subject = SUBJECT_NONE;
          state.last_trigger = NO_CLASS;
          clause_start = i + 1;
          if (has_role (self, token, ASKWELL_ROLE_WH))
            state.flags |= CONTEXT_WH;
        }
      if (state.subject == SUBJECT_NONE && !(state.flags & CONTEXT_VERB_SEEN))
        {
          if (has_role (self, token, ASKWELL_ROLE_SELLER))
            state.subject = SUBJECT_SELLER;
          else if (has_role (self, token, ASKWELL_ROLE_CUSTOMER))
            state.subject = SUBJECT_CUSTOMER;
          else if (has_role (self, token, ASKWELL_ROLE_OTHER) ||
                   (token->flags & ASKWELL_TOKEN_CAPITAL && i > 0 && !opens && context->principal == NO_CLASS))
            state.subject = SUBJECT_OTHER;
        }
      if (has_role (self, token, ASKWELL_ROLE_VERB))
        state.flags |= CONTEXT_VERB_SEEN;
      if (has_role (self, token, ASKWELL_ROLE_NEGATION))
        state.flags |= CONTEXT_NEGATED;
      if (has_role (self, token, ASKWELL_ROLE_PAST))
        state.flags |= CONTEXT_PAST;
      if (has_role (self, token, ASKWELL_ROLE_LEARN))
        state.flags |= CONTEXT_LEARNING;
      if (has_role (self, token, ASKWELL_ROLE_REPORT))
        state.flags |= CONTEXT_REPORTED;
      if (context->principal != NO_CLASS && !has_role (self, token, ASKWELL_ROLE_FUNCTION))
        state.last_trigger = context->principal;
    }
  look_ahead (self);
}

static inline guint32
mix (guint32 template,
     guint32 a,
     guint32 b,
     guint32 c)
{
  guint32 hash = template * 0x9E3779B1u;

  hash = (hash ^ a) * 0x85EBCA6Bu;
  hash ^= hash >> 15;
  hash = (hash ^ b) * 0xC2B2AE35u;
  hash ^= hash >> 13;
  hash = (hash ^ c) * 0x27D4EB2Fu;
  return hash ^ (hash >> 16);
}

typedef struct
{
  guint32 *features;
  guint n;
  const guint64 *without; /* classes left out, or NULL */
} Output;

static inline void
put (Output *output,
     guint32 template,
     guint32 a,
     guint32 b,
     guint32 c)
{
  if (output->n < ASKWELL_MOST_FEATURES)
    output->features[output->n++] = mix (template, a, b, c);
}

static void
put_classes (Output             *output,
             guint32             template,
             const AskwellToken *token,
             guint32             with)
{
  for (guint i = 0; i < ASKWELL_CLASS_WORDS; i++)
    for (guint64 classes = token->classes[i] & ~(output->without != NULL ? output->without[i] : 0); classes != 0; classes &= classes - 1)
      put (output, template, i * 64 + (guint) __builtin_ctzll (classes), with, 0);
}

static guint32
get_shape (const AskwellToken *token)
{
  return (guint32) token->kind | (guint32) (token->flags & (ASKWELL_TOKEN_CAPITAL | ASKWELL_TOKEN_UPPER | ASKWELL_TOKEN_JOINED)) << 2;
}

/**
 * askwell_features_of_token:
 * @sentence: an analysed sentence
 * @index: index of a token
 * @features: (out): room for ASKWELL_MOST_FEATURES
 *
 * Returns: how many
 */
guint
askwell_features_of_token (AskwellSentence *sentence,
                           guint            index,
                           guint32         *features)
{
  const AskwellToken *tokens = (const AskwellToken *) sentence->tokens->data;
  const Context *contexts = (const Context *) sentence->contexts->data;
  const Context *context = &contexts[index];
  const AskwellToken *token = &tokens[index];
  static const AskwellToken outside;
  Output output = { features, 0, sentence->phrasebook->topical };
  const AskwellToken *near[7];
  guint32 w[7], p[7], s[7];
  guint32 subject = context->subject, flags = context->flags;

  for (int k = -3; k <= 3; k++)
    {
      gboolean inside = (int) index + k >= 0 && (int) index + k < (int) sentence->tokens->len;

      near[k + 3] = inside ? &tokens[(int) index + k] : &outside;
      w[k + 3] = inside ? near[k + 3]->word : (guint32) (k < 0 ? 1 : 2);
      s[k + 3] = inside ? near[k + 3]->stem : w[k + 3];
      p[k + 3] = inside ? contexts[(int) index + k].principal : 254;
      if (inside && near[k + 3]->flags & ASKWELL_TOKEN_NAME)
        w[k + 3] = s[k + 3] = 3;
      /* A word without a class is told by its shape: a name, a number, a mark */
      if (p[k + 3] == NO_CLASS)
        p[k + 3] = 256 + get_shape (near[k + 3]) + (near[k + 3]->kind == ASKWELL_TOKEN_PUNCTUATION ? (guint32) near[k + 3]->mark << 8 : 0);
    }

  put (&output, 1, w[3], 0, 0);
  put (&output, 2, w[2], 0, 0);
  put (&output, 3, w[4], 0, 0);
  put (&output, 4, w[1], 0, 0);
  put (&output, 5, w[5], 0, 0);
  put (&output, 6, w[2], w[3], 0);
  put (&output, 7, w[3], w[4], 0);
  put (&output, 8, w[2], w[4], 0);
  put (&output, 9, w[1], w[2], 0);
  put (&output, 10, w[4], w[5], 0);
  put (&output, 11, w[2], w[3], w[4]);
  put (&output, 12, w[1], w[2], w[3]);
  put (&output, 13, w[3], w[4], w[5]);
  put (&output, 14, s[3], 0, 0);
  put (&output, 15, s[2], s[3], 0);
  put (&output, 16, s[3], s[4], 0);
  put (&output, 17, token->suffix, 0, 0);
  put (&output, 18, token->suffix, p[2], 0);
  put (&output, 19, s[2], 0, 0);
  put (&output, 20, s[4], 0, 0);

  put_classes (&output, 21, token, 0);
  put_classes (&output, 22, near[2], 0);
  put_classes (&output, 23, near[4], 0);
  put_classes (&output, 24, near[1], 0);
  put_classes (&output, 25, near[5], 0);
  put_classes (&output, 26, near[6], 0);
  put_classes (&output, 27, near[0], 0);
  put_classes (&output, 28, token, 1 + subject);
  put_classes (&output, 29, token, 16 + context->first);
  put_classes (&output, 30, token, w[4]);
  put_classes (&output, 31, token, w[2]);

  put (&output, 32, p[2], p[3], 0);
  put (&output, 33, p[3], p[4], 0);
  put (&output, 34, p[2], p[3], p[4]);
  put (&output, 35, p[1], p[2], p[3]);
  put (&output, 36, p[3], p[4], p[5]);
  put (&output, 37, p[2], w[3], 0);
  put (&output, 38, w[3], p[4], 0);
  put (&output, 39, p[4], p[5], p[6]);
  put (&output, 40, p[3], 0, 0);

  put (&output, 41, subject, 0, 0);
  put (&output, 42, subject, p[3], 0);
  put (&output, 43, subject, w[3], 0);
  put (&output, 44, subject, s[3], context->first);
  put (&output, 45, context->first, p[3], 0);
  put (&output, 46, context->first, p[3], subject);
  put (&output, 47, context->distance, p[3], 0);
  put (&output, 48, context->distance, w[3], 0);
  put (&output, 49, context->last_trigger, p[3], 0);
  put (&output, 50, context->last_trigger, w[3], 0);
  put (&output, 51, context->last_trigger, p[3], p[4]);
  put (&output, 52, context->first_word, p[3], 0);
  put (&output, 53, context->clause_word, p[3], 0);
  put (&output, 54, context->clause_word, w[3], 0);
  put (&output, 55, context->question, p[3], subject);
  put (&output, 56, context->question, context->first_word, p[3]);

  for (guint bit = 0; bit < 9; bit++)
    if (flags >> bit & 1)
      {
        put (&output, 60 + bit, p[3], 0, 0);
        put (&output, 70 + bit, w[3], 0, 0);
        put (&output, 80 + bit, subject, p[3], 0);
        put (&output, 90 + bit, 0, 0, 0);
      }
  put (&output, 100, flags & (CONTEXT_NEGATED | CONTEXT_PAST | CONTEXT_QUOTED | CONTEXT_LEARNING | CONTEXT_WH), subject, p[3]);
  /* Where entries of several words begin and end, and the form of the word within its classes */
  for (guint i = 0; i < ASKWELL_CLASS_WORDS; i++)
    {
      for (guint64 begins = token->classes[i] & ~near[2]->classes[i] & ~sentence->phrasebook->topical[i]; begins != 0; begins &= begins - 1)
        {
          guint32 class = i * 64 + (guint32) __builtin_ctzll (begins);

          put (&output, 102, class, 0, 0);
          put (&output, 103, class, subject, 0);
          put (&output, 104, class, context->distance, 0);
          put (&output, 108, class, context->last_trigger, 0);
        }
      for (guint64 ends = token->classes[i] & ~near[4]->classes[i] & ~sentence->phrasebook->topical[i]; ends != 0; ends &= ends - 1)
        put (&output, 105, i * 64 + (guint) __builtin_ctzll (ends), 0, 0);
    }
  put_classes (&output, 106, token, token->suffix);
  put (&output, 107, p[3], token->suffix, subject);

  /* What stands somewhere behind and before */
  for (guint k = 2; k <= 6; k++)
    {
      if (index + k < sentence->tokens->len && contexts[index + k].principal != NO_CLASS)
        put (&output, 120, p[3], contexts[index + k].principal, 0);
      if (index >= k && contexts[index - k].principal != NO_CLASS)
        put (&output, 121, p[3], contexts[index - k].principal, 0);
    }
  put (&output, 101, get_shape (token), get_shape (near[2]), get_shape (near[4]));

  for (guint i = 0; i < sentence->hits->len; i++)
    {
      const AskwellHit *hit = &g_array_index (sentence->hits, AskwellHit, i);
      const AskwellRule *rule = g_ptr_array_index (sentence->phrasebook->rules, hit->rule);
      guint32 place;

      if (index < hit->first || index >= hit->last)
        continue;
      place = index == hit->first;
      put (&output, 110, (guint32) rule->kind, place, 0);
      put (&output, 111, hit->rule, place, 0);
      put (&output, 112, (guint32) rule->kind, place, subject);
      put (&output, 113, (guint32) rule->kind, place, flags & (CONTEXT_NEGATED | CONTEXT_PAST | CONTEXT_QUOTED | CONTEXT_LEARNING | CONTEXT_WH));
      put (&output, 114, hit->rule, place, subject);
    }
  return output.n;
}

/**
 * askwell_features_of_note:
 * @sentence: an analysed sentence of the note
 * @features: (element-type guint32): what it adds to the note's features is appended
 */
void
askwell_features_of_note (AskwellSentence *sentence,
                          GArray          *features)
{
  const AskwellToken *tokens = (const AskwellToken *) sentence->tokens->data;
  const Context *contexts = (const Context *) sentence->contexts->data;
  guint32 buffer[ASKWELL_MOST_FEATURES];

  for (guint i = 0; i < sentence->tokens->len; i++)
    {
      const AskwellToken *token = &tokens[i];
      guint32 next = i + 1 < sentence->tokens->len ? tokens[i + 1].word : 2;
      guint32 next_principal = i + 1 < sentence->tokens->len ? contexts[i + 1].principal : 254;
      Output output = { buffer, 0, NULL };

      if (token->flags & ASKWELL_TOKEN_NAME)
        continue;
      put (&output, 201, token->word, 0, 0);
      put (&output, 202, token->stem, 0, 0);
      put (&output, 203, token->word, next, 0);
      put (&output, 204, contexts[i].principal, next_principal, 0);
      put (&output, 205, contexts[i].subject, contexts[i].principal, 0);
      put (&output, 206, contexts[i].principal, next, 0);
      put_classes (&output, 207, token, 0);
      put_classes (&output, 208, token, 1u + contexts[i].subject);
      if (i == 0)
        {
          put (&output, 210, token->word, 0, 0);
          put (&output, 211, token->word, next, 0);
          put (&output, 212, contexts[0].principal, next_principal, 0);
          put (&output, 213, contexts[0].question, token->word, 0);
          put (&output, 214, contexts[0].question, contexts[0].principal, 0);
          put (&output, 215, contexts[0].question, 0, 0);
          put (&output, 216, token->suffix, 0, 0);
          put_classes (&output, 217, token, contexts[0].question);
        }
      if (i == 1)
        put_classes (&output, 218, token, contexts[0].question);
      g_array_append_vals (features, buffer, output.n);
    }
}
