/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "askwell-tokens.h"

/*
 * From text to tokens, a sentence at a time, in one pass
 *
 * A token is a word, a number, or a punctuation mark. A word is folded while it is read (lower case, curly apostrophes straight) into a small
 * buffer, and from then on is only its hash: nothing is allocated for it, and the phrasebook's dictionary is asked by that hash. Two words of one
 * hash are taken for the same; among the few thousand words of a phrasebook and a hash of 32 bits that is one word of text in several hundred
 * thousand, and costs a mark in the wrong place at worst.
 *
 * Endings that are words of their own ("'ll", "n't") are split off where the phrasebook lists them. A hyphen between letters is no token: what it
 * joins are two words, the second flagged, so that "follow-up" and "follow up" are found by the same patterns.
 *
 * A sentence ends at a line end, at ! ? …, and at a full stop that does not belong to an abbreviation or an initial and is not followed by a
 * lower-case letter or a digit.
 */

#define LONGEST_WORD 96 /* bytes; what is longer is read in pieces */

enum
{
  C_OTHER,
  C_LETTER,
  C_DIGIT,
  C_SPACE,
  C_LINE,
  C_HIGH,
};

static guint8 table[256];

static void
fill_table (void)
{
  static gsize filled;

  if (!g_once_init_enter (&filled))
    return;
  for (int c = 0; c < 256; c++)
    {
      if (g_ascii_isalpha (c) || c == '_')
        table[c] = C_LETTER;
      else if (g_ascii_isdigit (c))
        table[c] = C_DIGIT;
      else if (c == '\n' || c == '\r')
        table[c] = C_LINE;
      else if (c <= ' ' || c == 0x7f)
        table[c] = C_SPACE;
      else if (c >= 0x80)
        table[c] = C_HIGH;
    }
  g_once_init_leave (&filled, 1);
}

/**
 * askwell_hash_word:
 * @folded: folded word
 * @length: its bytes
 *
 * Returns: FNV-1a, 32 bits (Fowler, Noll, Vo; draft-eastlake-fnv)
 */
guint32
askwell_hash_word (const char *folded,
                   gsize       length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) folded[i]) * 16777619u;
  return hash;
}

static gunichar
fold_character (gunichar c)
{
  if (c == 0x2019 || c == 0x2018 || c == 0x02BC)
    return '\'';
  return g_unichar_tolower (c);
}

/**
 * askwell_fold_word:
 * @word: UTF-8
 * @length: its bytes, or -1
 *
 * Returns: (transfer full): the word as the tokenizer folds it
 */
char *
askwell_fold_word (const char *word,
                   gssize      length)
{
  const char *end = word + (length < 0 ? (gssize) strlen (word) : length);
  GString *folded = g_string_new (NULL);

  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    g_string_append_unichar (folded, fold_character (g_utf8_get_char (p)));
  return g_string_free (folded, FALSE);
}

/**
 * askwell_tokenizer_init:
 * @self: a tokenizer
 * @spelling: what it knows of the language; borrowed
 * @text: valid UTF-8; borrowed
 * @length: bytes, less than 4 GiB
 */
void
askwell_tokenizer_init (AskwellTokenizer      *self,
                        const AskwellSpelling *spelling,
                        const char            *text,
                        gsize                  length)
{
  g_return_if_fail (length < G_MAXUINT32);

  fill_table ();
  self->spelling = spelling;
  self->text = text;
  self->length = (guint32) length;
  self->offset = 0;
  self->character = 0;
}

typedef struct
{
  char folded[LONGEST_WORD + 8];
  guint32 n_folded;
  guint32 n_characters;
  guint8 flags;
} Word;

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* The code point at @offset, and its bytes; 0 at the end. */
static gunichar
peek (const AskwellTokenizer *self,
      guint32                 offset,
      guint32                *n_bytes)
{
  const guint8 *p = (const guint8 *) self->text + offset;

  if (offset >= self->length)
    {
      *n_bytes = 0;
      return 0;
    }
  if (*p < 0x80)
    {
      *n_bytes = 1;
      return *p;
    }
  *n_bytes = (guint32) (g_utf8_next_char ((const char *) p) - (const char *) p);
  return g_utf8_get_char ((const char *) p);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

/* Reads letters, and an apostrophe that stands between two. */
static void
read_word (AskwellTokenizer *self,
           Word             *word)
{
  guint n_letters = 0, n_upper = 0;

  word->n_folded = 0;
  word->n_characters = 0;
  word->flags = 0;
  while (word->n_folded < LONGEST_WORD)
    {
      guint32 n_bytes;
      gunichar c;
      guint8 byte = self->offset < self->length ? (guint8) self->text[self->offset] : 0;

      if (table[byte] == C_LETTER)
        {
          gboolean upper = g_ascii_isupper ((char) byte);

          n_letters++;
          n_upper += upper;
          if (word->n_characters == 0 && upper)
            word->flags |= ASKWELL_TOKEN_CAPITAL;
          word->folded[word->n_folded++] = g_ascii_tolower ((char) byte);
          word->n_characters++;
          self->offset++;
          continue;
        }
      if (table[byte] == C_DIGIT && word->n_characters > 0)
        {
          word->folded[word->n_folded++] = (char) byte;
          word->n_characters++;
          self->offset++;
          continue;
        }

      c = peek (self, self->offset, &n_bytes);
      if (n_bytes == 0)
        break;
      if (is_apostrophe (c))
        {
          guint32 n_next;
          gunichar next = peek (self, self->offset + n_bytes, &n_next);

          if (word->n_characters == 0 || !g_unichar_isalpha (next))
            break;
          word->folded[word->n_folded++] = '\'';
        }
      else if (c >= 0x80 && is_word_character (c))
        {
          gboolean upper = g_unichar_isupper (c);

          n_letters++;
          n_upper += upper;
          if (word->n_characters == 0 && upper)
            word->flags |= ASKWELL_TOKEN_CAPITAL;
          word->n_folded += (guint32) g_unichar_to_utf8 (fold_character (c), word->folded + word->n_folded);
        }
      else
        break;
      word->n_characters++;
      self->offset += n_bytes;
    }
  self->character += word->n_characters;
  if (n_letters > 1 && n_upper == n_letters)
    word->flags |= ASKWELL_TOKEN_UPPER;
}

static guint32
hash_stem (const AskwellSpelling *spelling,
           const char            *folded,
           guint32                length)
{
  for (guint i = 0; i < spelling->endings->len; i++)
    {
      const char *ending = g_ptr_array_index (spelling->endings, i);
      guint32 n = (guint32) strlen (ending);

      if (length >= n + 3 && memcmp (folded + length - n, ending, n) == 0)
        {
          length -= n;
          break;
        }
    }
  /* "stopp" and "stop" */
  if (length > 3 && folded[length - 1] == folded[length - 2])
    length--;
  return askwell_hash_word (folded, length);
}

static guint32
hash_suffix (const char *folded,
             guint32     length)
{
  return length > 3 ? askwell_hash_word (folded + length - 3, 3) : 0;
}

static void
append_word (AskwellTokenizer *self,
             GArray           *tokens,
             const Word       *word,
             guint32           start,
             guint32           char_start,
             guint8            flags)
{
  const AskwellSpelling *spelling = self->spelling;
  AskwellToken token = { 0 };
  guint32 n_clitic = 0;

  token.kind = ASKWELL_TOKEN_WORD;
  token.flags = word->flags | flags;
  token.start = start;
  token.char_start = char_start;
  token.end = self->offset;
  token.char_end = self->character;

  /* An apostrophe is one byte folded and may be three in the text: clitics are split only from words of ASCII letters, where all else is equal. */
  for (guint i = 0; i < spelling->clitics->len && n_clitic == 0; i++)
    {
      const char *clitic = g_ptr_array_index (spelling->clitics, i);
      guint32 n = (guint32) strlen (clitic);

      if (word->n_folded > n && memcmp (word->folded + word->n_folded - n, clitic, n) == 0)
        n_clitic = n;
    }
  if (n_clitic > 0)
    {
      AskwellToken tail = { 0 };
      const char *p = self->text + self->offset;

      for (guint32 i = 0; i < n_clitic; i++)
        p = g_utf8_prev_char (p);
      tail.kind = ASKWELL_TOKEN_WORD;
      tail.start = (guint32) (p - self->text);
      tail.end = self->offset;
      tail.char_start = self->character - n_clitic;
      tail.char_end = self->character;
      tail.word = tail.stem = askwell_hash_word (word->folded + word->n_folded - n_clitic, n_clitic);
      token.end = tail.start;
      token.char_end = tail.char_start;
      token.word = askwell_hash_word (word->folded, word->n_folded - n_clitic);
      token.stem = hash_stem (spelling, word->folded, word->n_folded - n_clitic);
      token.suffix = hash_suffix (word->folded, word->n_folded - n_clitic);
      g_array_append_val (tokens, token);
      g_array_append_val (tokens, tail);
      return;
    }

  token.word = askwell_hash_word (word->folded, word->n_folded);
  token.stem = hash_stem (spelling, word->folded, word->n_folded);
  token.suffix = hash_suffix (word->folded, word->n_folded);
  g_array_append_val (tokens, token);
}

static void
append_number (AskwellTokenizer *self,
               GArray           *tokens,
               guint8            flags)
{
  AskwellToken token = { 0 };

  token.kind = ASKWELL_TOKEN_NUMBER;
  token.flags = flags;
  token.start = self->offset;
  token.char_start = self->character;
  while (self->offset < self->length)
    {
      guint8 byte = (guint8) self->text[self->offset];
      gboolean digit_follows = self->offset + 1 < self->length && g_ascii_isdigit (self->text[self->offset + 1]);

      if (!g_ascii_isalnum (byte) && byte != '%' && !((byte == '.' || byte == ',' || byte == ':' || byte == '/') && digit_follows))
        break;
      self->offset++;
      self->character++;
    }
  token.end = self->offset;
  token.char_end = self->character;
  token.word = token.stem = askwell_hash_word ("0", 1);
  g_array_append_val (tokens, token);
}

/* Whether the full stop that was just read as the last token ends an abbreviation, and not the sentence. */
static gboolean
ends_abbreviation (AskwellTokenizer *self,
                   GArray           *tokens)
{
  const AskwellToken *last = tokens->len > 1 ? &g_array_index (tokens, AskwellToken, tokens->len - 2) : NULL;
  guint32 n_bytes;
  gunichar next;

  if (last == NULL || last->end + 1 != self->offset)
    return FALSE;
  if (last->kind == ASKWELL_TOKEN_WORD &&
      (last->char_end - last->char_start == 1 ||
       g_hash_table_contains (self->spelling->abbreviations, GUINT_TO_POINTER (last->word))))
    return TRUE;

  /* "approx. five", "3. in the list" */
  next = peek (self, self->offset, &n_bytes);
  if (next == ' ')
    next = peek (self, self->offset + 1, &n_bytes);
  return g_unichar_islower (next) || (g_unichar_isdigit (next) && last->kind == ASKWELL_TOKEN_WORD && next < 0x80 &&
                                      last->char_end - last->char_start <= 3);
}

/**
 * askwell_tokenizer_next_sentence:
 * @self: a tokenizer
 * @tokens: (element-type AskwellToken): emptied, then filled with the tokens of the next sentence that has any
 *
 * Returns: whether there was one
 */
gboolean
askwell_tokenizer_next_sentence (AskwellTokenizer *self,
                                 GArray           *tokens)
{
  guint8 flags = 0;

  g_array_set_size (tokens, 0);
  while (self->offset < self->length)
    {
      guint8 byte = (guint8) self->text[self->offset];
      guint32 start = self->offset, char_start = self->character, n_bytes;
      gunichar c;
      AskwellToken token = { 0 };
      Word word;

      switch (table[byte])
        {
        case C_SPACE:
          self->offset++;
          self->character++;
          flags = ASKWELL_TOKEN_SPACE_BEFORE;
          continue;
        case C_LINE:
          self->offset++;
          self->character++;
          if (tokens->len > 0)
            return TRUE;
          continue;
        case C_LETTER:
          read_word (self, &word);
          append_word (self, tokens, &word, start, char_start, flags);
          flags = 0;
          continue;
        case C_DIGIT:
          append_number (self, tokens, flags);
          flags = 0;
          continue;
        default:
          break;
        }

      c = peek (self, self->offset, &n_bytes);
      if (c >= 0x80 && is_word_character (c))
        {
          read_word (self, &word);
          append_word (self, tokens, &word, start, char_start, flags);
          flags = 0;
          continue;
        }

      self->offset += n_bytes;
      self->character++;
      if (c >= 0x80 && g_unichar_isspace (c))
        {
          flags = ASKWELL_TOKEN_SPACE_BEFORE;
          if ((c == 0x2028 || c == 0x2029 || c == 0x85) && tokens->len > 0)
            return TRUE;
          continue;
        }
      if (c == '-' || c == 0x2010 || c == 0x2011)
        {
          guint32 n_next;
          gunichar next = peek (self, self->offset, &n_next);

          if (!(flags & ASKWELL_TOKEN_SPACE_BEFORE) && tokens->len > 0 && g_unichar_isalnum (next))
            {
              flags = ASKWELL_TOKEN_JOINED;
              continue;
            }
        }

      token.kind = ASKWELL_TOKEN_PUNCTUATION;
      token.flags = flags;
      token.start = start;
      token.end = self->offset;
      token.char_start = char_start;
      token.char_end = self->character;
      token.mark = c < 0x80 ? (guint8) c : c == 0x2013 || c == 0x2014 ? '-' : c == 0x2026 ? '.'
                   : c == 0x201C || c == 0x201E || c == 0xAB ? '"' : c == 0x201D || c == 0xBB ? '"' : 0;
      token.word = token.stem = askwell_hash_word ((const char *) &token.mark, 1);
      flags = 0;
      g_array_append_val (tokens, token);

      if (c == '!' || c == '?' || c == 0x2026 || (c == '.' && !ends_abbreviation (self, tokens)))
        {
          /* What closes with the sentence belongs to it: further marks, a quotation mark, a bracket. */
          while (self->offset < self->length)
            {
              c = peek (self, self->offset, &n_bytes);
              if (c != '!' && c != '?' && c != '.' && c != '"' && c != 0x201D && c != 0xBB && c != ')')
                break;
              token.start = self->offset;
              token.char_start = self->character;
              self->offset += n_bytes;
              self->character++;
              token.end = self->offset;
              token.char_end = self->character;
              token.mark = c < 0x80 ? (guint8) c : '"';
              token.word = token.stem = askwell_hash_word ((const char *) &token.mark, 1);
              g_array_append_val (tokens, token);
            }
          return TRUE;
        }
    }
  return tokens->len > 0;
}
