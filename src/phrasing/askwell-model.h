/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "phrasing/askwell-features.h"

G_BEGIN_DECLS

/* 0: outside; 1 + 2 × kind: begins a finding of the kind; 2 + 2 × kind: goes on with it */
#define ASKWELL_N_TAGS (1 + 2 * ASKWELL_N_FINDING_KINDS)
/* 0: learning; then the topics */
#define ASKWELL_N_NOTE_SCORES ASKWELL_N_TOPICS

#define ASKWELL_TAG_BEGIN(kind) ((guint8) (1 + 2 * (kind)))
#define ASKWELL_TAG_INSIDE(kind) ((guint8) (2 + 2 * (kind)))

/* Weights by the hash of a feature: open addressing in a table that is a power of two large. All borrowed from the model's bytes. */
typedef struct
{
  guint32 mask;
  guint32 n_scores;
  const guint32 *keys;    /* 0: free */
  const gint8 *weights;   /* n_scores a slot */
} AskwellWeights;

typedef struct
{
  GBytes *bytes;
  AskwellWeights tags;
  AskwellWeights note;
  gint32 transitions[ASKWELL_N_TAGS][ASKWELL_N_TAGS];
  gint32 learning_bias;
} AskwellModel;

AskwellModel *askwell_model_new        (GBytes          *bytes,
                                        GError         **error);
void          askwell_model_free       (AskwellModel    *self);
gboolean      askwell_tags_may_follow  (guint8           tag,
                                        guint8           next);
void          askwell_model_tag        (AskwellModel    *self,
                                        AskwellSentence *sentence,
                                        GArray          *scratch,
                                        guint8          *tags);
void          askwell_model_score_note (AskwellModel    *self,
                                        GArray          *features,
                                        gint32          *scores);
void          askwell_viterbi          (const gint32    *emissions,
                                        guint            n_tokens,
                                        const gint32     transitions[ASKWELL_N_TAGS][ASKWELL_N_TAGS],
                                        guint8          *back,
                                        guint8          *tags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AskwellModel, askwell_model_free)

/* The file: this header, then for each table its keys and its weights. All numbers little-endian. */
#define ASKWELL_MODEL_MAGIC "AskwellM"
#define ASKWELL_MODEL_VERSION 1

typedef struct
{
  char magic[8];
  guint32 version;
  guint32 tag_slots;
  guint32 note_slots;
  gint32 learning_bias;
  gint32 transitions[ASKWELL_N_TAGS][ASKWELL_N_TAGS];
} AskwellModelHeader;

G_END_DECLS
