/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ASKWELL_CLASS_WORDS 2
#define ASKWELL_MAX_CLASSES (64 * ASKWELL_CLASS_WORDS)

typedef enum
{
  ASKWELL_TOKEN_WORD,
  ASKWELL_TOKEN_NUMBER,
  ASKWELL_TOKEN_PUNCTUATION,
} AskwellTokenKind;

typedef enum
{
  ASKWELL_TOKEN_CAPITAL = 1 << 0,    /* begins with a capital */
  ASKWELL_TOKEN_UPPER = 1 << 1,      /* two letters or more, all capitals */
  ASKWELL_TOKEN_NAME = 1 << 2,       /* part of a name that the caller gave */
  ASKWELL_TOKEN_JOINED = 1 << 3,     /* a hyphen stands right before it */
  ASKWELL_TOKEN_SPACE_BEFORE = 1 << 4,
} AskwellTokenFlags;

/**
 * AskwellToken:
 * @start: first byte, from the start of the text
 * @end: one past the last byte
 * @char_start: first code point
 * @char_end: one past the last code point
 * @word: hash of the folded word, see askwell_hash_word()
 * @stem: hash of the word without its ending
 * @suffix: hash of its last three bytes, folded
 * @classes: bit set of the phrasebook's classes it belongs to
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 char_start;
  guint32 char_end;
  guint32 word;
  guint32 stem;
  guint32 suffix;
  guint64 classes[ASKWELL_CLASS_WORDS];
  guint8 kind;
  guint8 flags;
  guint8 mark; /* the character, for punctuation of one ASCII character; 0 else */
} AskwellToken;

/* What a tokenizer has to know of a language; given by the phrasebook. */
typedef struct
{
  GPtrArray *clitics;       /* element-type utf8: endings that are tokens of their own, longest first */
  GPtrArray *endings;       /* element-type utf8: what a stem is without, longest first */
  GHashTable *abbreviations; /* hash of the folded word: set */
} AskwellSpelling;

typedef struct
{
  const AskwellSpelling *spelling;
  const char *text;
  guint32 length;
  guint32 offset;    /* bytes */
  guint32 character; /* code points */
} AskwellTokenizer;

void     askwell_tokenizer_init          (AskwellTokenizer      *self,
                                          const AskwellSpelling *spelling,
                                          const char            *text,
                                          gsize                  length);
gboolean askwell_tokenizer_next_sentence (AskwellTokenizer      *self,
                                          GArray                *tokens);

guint32  askwell_hash_word               (const char            *folded,
                                          gsize                  length);
char    *askwell_fold_word               (const char            *word,
                                          gssize                 length);

static inline gboolean
askwell_token_has_class (const AskwellToken *token,
                         int                 index)
{
  return index >= 0 && (token->classes[index / 64] >> (index % 64) & 1) != 0;
}

static inline void
askwell_token_add_class (AskwellToken *token,
                         int           index)
{
  token->classes[index / 64] |= G_GUINT64_CONSTANT (1) << (index % 64);
}

G_END_DECLS
