/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "phrasing/askwell-phrasebook.h"

G_BEGIN_DECLS

/**
 * AskwellHit:
 * @rule: index of the rule
 * @first: first token of the marked part
 * @last: one past its last token
 *
 * A place where a rule's pattern fits. It proposes a finding; what becomes of it is decided with the rest of the sentence in view.
 */
typedef struct
{
  guint rule;
  guint first;
  guint last;
} AskwellHit;

void askwell_matcher_find (AskwellPhrasebook  *phrasebook,
                           const AskwellToken *tokens,
                           guint               n_tokens,
                           GArray             *hits);

G_END_DECLS
