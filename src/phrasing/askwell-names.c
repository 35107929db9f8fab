/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "askwell-names-private.h"

/*
 * The names on the customer's side. Each is kept as the hashes of its words, found by the first. A name of several words is also known by each of
 * its capitalised words of three letters or more ("Dana Ortiz": Dana, Ortiz), which then have to stand in the text with a capital: a buyer called
 * Will Close does not hide "close the deal".
 */

typedef struct
{
  guint n_words;
  guint32 *words;
  gboolean part; /* one word of a longer name: needs its capital */
} Name;

struct _AskwellNames
{
  GObject parent_instance;

  GHashTable *by_first; /* hash of the first word: GPtrArray of Name */
};

G_DEFINE_FINAL_TYPE (AskwellNames, askwell_names, G_TYPE_OBJECT)

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->words);
  g_free (name);
}

static void
askwell_names_finalize (GObject *object)
{
  g_clear_pointer (&ASKWELL_NAMES (object)->by_first, g_hash_table_unref);

  G_OBJECT_CLASS (askwell_names_parent_class)->finalize (object);
}

static void
askwell_names_class_init (AskwellNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = askwell_names_finalize;
}

static void
askwell_names_init (AskwellNames *self)
{
  self->by_first = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static void
add (AskwellNames       *self,
     const AskwellToken *tokens,
     guint               n_tokens,
     gboolean            part)
{
  gpointer key = GUINT_TO_POINTER (tokens[0].word);
  GPtrArray *names = g_hash_table_lookup (self->by_first, key);
  Name *name = g_new0 (Name, 1);

  name->n_words = n_tokens;
  name->words = g_new (guint32, n_tokens);
  name->part = part;
  for (guint i = 0; i < n_tokens; i++)
    name->words[i] = tokens[i].word;
  if (names == NULL)
    {
      names = g_ptr_array_new_with_free_func (name_free);
      g_hash_table_insert (self->by_first, key, names);
    }
  /* Longer names first, so that the longest is marked */
  for (guint i = 0; i <= names->len; i++)
    if (i == names->len || ((Name *) g_ptr_array_index (names, i))->n_words < n_tokens)
      {
        g_ptr_array_insert (names, (int) i, name);
        break;
      }
}

/**
 * askwell_names_new:
 * @names: (array zero-terminated=1): names of an account and its people; what is not UTF-8 or empty is passed over
 *
 * Returns: (transfer full): the names
 */
AskwellNames *
askwell_names_new (const char *const *names)
{
  AskwellNames *self = g_object_new (ASKWELL_TYPE_NAMES, NULL);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (AskwellToken));
  g_autoptr (AskwellPhrasebook) plain = askwell_phrasebook_new ("");

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      AskwellTokenizer tokenizer;
      const AskwellToken *token;

      if (!g_utf8_validate (names[i], -1, NULL))
        continue;
      askwell_tokenizer_init (&tokenizer, &plain->spelling, names[i], strlen (names[i]));
      while (askwell_tokenizer_next_sentence (&tokenizer, tokens))
        {
          token = (const AskwellToken *) tokens->data;
          add (self, token, tokens->len, FALSE);
          for (guint j = 0; tokens->len > 1 && j < tokens->len; j++)
            if (token[j].kind == ASKWELL_TOKEN_WORD && token[j].flags & ASKWELL_TOKEN_CAPITAL &&
                token[j].char_end - token[j].char_start >= 3)
              add (self, &token[j], 1, TRUE);
        }
    }
  return self;
}

static gboolean
fits (const Name         *name,
      const AskwellToken *tokens,
      guint               n_tokens)
{
  if (name->n_words > n_tokens || (name->part && !(tokens[0].flags & ASKWELL_TOKEN_CAPITAL)))
    return FALSE;
  for (guint i = 0; i < name->n_words; i++)
    if (name->words[i] != tokens[i].word)
      return FALSE;
  return TRUE;
}

/**
 * askwell_names_mark:
 * @self: names
 * @phrasebook: the phrasebook that is read with
 * @tokens: (element-type AskwellToken): a sentence, not yet classified
 *
 * Flags the tokens that are part of a name, and makes them the customer.
 */
void
askwell_names_mark (AskwellNames      *self,
                    AskwellPhrasebook *phrasebook,
                    GArray            *tokens)
{
  AskwellToken *token = (AskwellToken *) tokens->data;

  for (guint i = 0; i < tokens->len; i++)
    {
      GPtrArray *names = g_hash_table_lookup (self->by_first, GUINT_TO_POINTER (token[i].word));

      for (guint j = 0; names != NULL && j < names->len; j++)
        {
          const Name *name = g_ptr_array_index (names, j);

          if (!fits (name, token + i, tokens->len - i))
            continue;
          for (guint k = 0; k < name->n_words; k++)
            {
              token[i + k].flags |= ASKWELL_TOKEN_NAME;
              if (phrasebook->roles[ASKWELL_ROLE_CUSTOMER] >= 0)
                askwell_token_add_class (&token[i + k], phrasebook->roles[ASKWELL_ROLE_CUSTOMER]);
            }
          i += name->n_words - 1;
          break;
        }
    }
}
