/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "phrasing/askwell-matcher.h"

G_BEGIN_DECLS

#define ASKWELL_MOST_FEATURES 448
#define ASKWELL_MOST_NOTE_TOKENS 400 /* of a note, for its mode and topics */

/* A sentence being read, with what was found out about each of its tokens. */
typedef struct
{
  AskwellPhrasebook *phrasebook;
  GArray *tokens;   /* element-type AskwellToken */
  GArray *contexts; /* private */
  GArray *hits;     /* element-type AskwellHit */
} AskwellSentence;

void  askwell_sentence_init     (AskwellSentence   *self,
                                 AskwellPhrasebook *phrasebook);
void  askwell_sentence_clear    (AskwellSentence   *self);
void  askwell_sentence_analyse  (AskwellSentence   *self);

guint askwell_features_of_token (AskwellSentence   *sentence,
                                 guint              index,
                                 guint32           *features);
void  askwell_features_of_note  (AskwellSentence   *sentence,
                                 GArray            *features);

G_END_DECLS
