/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-matcher.h"

/*
 * Finds where patterns fit in a sentence
 *
 * At each token only the patterns are tried whose first item asks for its word or one of its classes. A pattern is matched by trying for each item
 * the longest repetition first; as an item repeats at most three times, a gap spans at most eight tokens and a pattern has few items, the work at a
 * token is bounded whatever the text, and the depth of the recursion is the length of the pattern.
 */

#define MOST_HITS 64 /* in a sentence; more tell nothing new */

typedef struct
{
  const AskwellToken *tokens;
  guint n_tokens;
  const AskwellPattern *pattern;
  guint first;
  guint last;
} Match;

static gboolean
fits (const AskwellItem  *item,
      const AskwellToken *token)
{
  gboolean asks = FALSE;

  for (guint i = 0; i < ASKWELL_CLASS_WORDS; i++)
    {
      if (item->without[i] & token->classes[i])
        return FALSE;
      if (item->classes[i] & token->classes[i])
        return TRUE;
      asks = asks || item->without[i] != 0;
    }
  for (guint i = 0; i < item->words->len; i++)
    if (g_array_index (item->words, guint32, i) == token->word && !(token->flags & ASKWELL_TOKEN_NAME))
      return TRUE;
  return asks && item->words->len == 0 && token->kind != ASKWELL_TOKEN_PUNCTUATION;
}

static gboolean
can_be_skipped (const AskwellToken *token)
{
  return token->kind != ASKWELL_TOKEN_PUNCTUATION || token->mark == ',' || token->mark == '"' || token->mark == '\'';
}

static gboolean
match_from (Match *match,
            guint  item_index,
            guint  at)
{
  const AskwellItem *item;
  guint n = 0;

  if (item_index == match->pattern->items->len)
    {
      if (match->last == 0)
        match->last = at;
      return match->last > match->first;
    }

  item = g_ptr_array_index (match->pattern->items, item_index);
  switch (item->kind)
    {
    case ASKWELL_ITEM_OPEN:
      match->first = at;
      return match_from (match, item_index + 1, at);

    case ASKWELL_ITEM_CLOSE:
      match->last = at;
      if (match_from (match, item_index + 1, at))
        return TRUE;
      match->last = 0;
      return FALSE;

    case ASKWELL_ITEM_GAP:
      for (n = 0; n <= item->most && at + n <= match->n_tokens; n++)
        {
          if (match_from (match, item_index + 1, at + n))
            return TRUE;
          if (at + n < match->n_tokens && !can_be_skipped (&match->tokens[at + n]))
            return FALSE;
        }
      return FALSE;

    case ASKWELL_ITEM_TOKENS:
    default:
      while (n < item->most && at + n < match->n_tokens && fits (item, &match->tokens[at + n]))
        n++;
      for (;; n--)
        {
          if (n < item->least)
            return FALSE;
          if (match_from (match, item_index + 1, at + n))
            return TRUE;
          if (n == 0)
            return FALSE;
        }
    }
}

static void
try_patterns (AskwellPhrasebook  *phrasebook,
              const GArray       *patterns,
              const AskwellToken *tokens,
              guint               n_tokens,
              guint               at,
              GArray             *hits)
{
  for (guint i = 0; patterns != NULL && i < patterns->len && hits->len < MOST_HITS; i++)
    {
      const AskwellPattern *pattern = g_ptr_array_index (phrasebook->patterns, g_array_index (patterns, guint, i));
      const AskwellRule *rule = g_ptr_array_index (phrasebook->rules, pattern->rule);
      Match match = { tokens, n_tokens, pattern, at, 0 };

      if (!rule->off && match_from (&match, 0, at))
        {
          AskwellHit hit = { pattern->rule, match.first, match.last };

          g_array_append_val (hits, hit);
        }
    }
}

/**
 * askwell_matcher_find:
 * @phrasebook: a compiled phrasebook
 * @tokens: a sentence, with its classes
 * @n_tokens: its length
 * @hits: (element-type AskwellHit): emptied, then filled in the order of the text
 */
void
askwell_matcher_find (AskwellPhrasebook  *phrasebook,
                      const AskwellToken *tokens,
                      guint               n_tokens,
                      GArray             *hits)
{
  g_array_set_size (hits, 0);
  for (guint i = 0; i < n_tokens; i++)
    {
      if (tokens[i].kind != ASKWELL_TOKEN_WORD)
        continue;
      if (askwell_phrasebook_knows (phrasebook, tokens[i].word))
        try_patterns (phrasebook, g_hash_table_lookup (phrasebook->patterns_by_word, GUINT_TO_POINTER (tokens[i].word)), tokens,
                      n_tokens, i, hits);
      for (guint j = 0; j < ASKWELL_CLASS_WORDS; j++)
        for (guint64 classes = tokens[i].classes[j]; classes != 0; classes &= classes - 1)
          try_patterns (phrasebook, phrasebook->patterns_by_class[j * 64 + (guint) __builtin_ctzll (classes)], tokens, n_tokens, i,
                        hits);
    }
}
