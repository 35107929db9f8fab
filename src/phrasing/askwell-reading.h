/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "phrasing/askwell-phrasing-enums.h"

G_BEGIN_DECLS

/**
 * AskwellFinding:
 * @kind: what the seller's aim is
 * @rule: (not nullable): the rule's id, such as "en.want.strong"; lives as long as the reader
 * @message: (not nullable): one sentence for a person saying why this is marked; lives as long as the reader
 * @start: first code point, counted from 0
 * @end: one past the last code point
 * @byte_start: first byte
 * @byte_end: one past the last byte
 *
 * A marked piece of text. Findings of a reading are in the order of the text and do not overlap.
 */
typedef struct
{
  AskwellFindingKind kind;
  const char *rule;
  const char *message;
  guint start;
  guint end;
  gsize byte_start;
  gsize byte_end;
} AskwellFinding;

#define ASKWELL_TYPE_READING (askwell_reading_get_type ())
GType askwell_reading_get_type (void);

/* What was read in one text: its findings, its mode, its topics. Immutable; reference counted, thread-safe. */
typedef struct _AskwellReading AskwellReading;

AskwellReading       *askwell_reading_ref          (AskwellReading *self);
void                  askwell_reading_unref        (AskwellReading *self);
const AskwellFinding *askwell_reading_get_findings (AskwellReading *self,
                                                    guint          *n_findings);
AskwellMode           askwell_reading_get_mode     (AskwellReading *self);
const AskwellTopic   *askwell_reading_get_topics   (AskwellReading *self,
                                                    guint          *n_topics);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AskwellReading, askwell_reading_unref)

/**
 * AskwellRewrite:
 * @text: the objective, as something to learn
 * @looks_at: stable token for what it looks at: "obstacle", "motive", "criteria", "view", "effect", "people", "timing", …
 */
typedef struct
{
  char *text;
  char *looks_at;
} AskwellRewrite;

void askwell_rewrite_free (AskwellRewrite *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AskwellRewrite, askwell_rewrite_free)

G_END_DECLS
