/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "questions/askwell-question-bank.h"

G_BEGIN_DECLS

/* Words as the choice compares them: hashes of stems, without stop words, sorted, each once. */
typedef struct
{
  guint n;
  guint32 *stems;
} AskwellStems;

typedef struct
{
  AskwellBankQuestion question;
  AskwellStems stems;
} AskwellBankEntry;

AskwellBankEntry *askwell_question_bank_get_entry (AskwellQuestionBank *self,
                                                   guint                index);
void              askwell_question_bank_stem      (AskwellQuestionBank *self,
                                                   const char          *text,
                                                   AskwellStems        *stems);
char             *askwell_question_bank_find_subject (AskwellQuestionBank *self,
                                                      const char          *objective);
void              askwell_stems_clear             (AskwellStems        *self);
guint             askwell_stems_count_shared      (const AskwellStems  *a,
                                                   const AskwellStems  *b);

G_END_DECLS
