/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "phrasing/askwell-names.h"
#include "phrasing/askwell-phrasebook.h"
#include "phrasing/askwell-reading.h"

G_BEGIN_DECLS

typedef struct _AskwellRewriter AskwellRewriter;

AskwellRewriter *askwell_rewriter_new     (AskwellPhrasebook     *phrasebook,
                                           GError               **error);
void             askwell_rewriter_free    (AskwellRewriter       *self);
GPtrArray       *askwell_rewriter_rewrite (AskwellRewriter       *self,
                                           const char            *text,
                                           gsize                  length,
                                           const AskwellFinding  *findings,
                                           guint                  n_findings,
                                           const AskwellTopic    *topics,
                                           guint                  n_topics,
                                           AskwellNames          *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AskwellRewriter, askwell_rewriter_free)

G_END_DECLS
