/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "phrasing/askwell-phrasebook.h"

G_BEGIN_DECLS

/* A labelled note. Spans are in code points. */
typedef struct
{
  AskwellFindingKind kind;
  guint start;
  guint end;
} AskwellLabel;

typedef struct
{
  char *text;
  AskwellMode mode;
  AskwellTopic topics[3];
  guint n_topics;
  GArray *labels; /* element-type AskwellLabel */
} AskwellNote;

void       askwell_note_free  (AskwellNote        *self);
GPtrArray *askwell_notes_load (const char         *path,
                               GError            **error);
GPtrArray *askwell_notes_from_examples (AskwellPhrasebook *phrasebook);

G_END_DECLS
