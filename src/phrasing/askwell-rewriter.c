/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"
#include "askwell-rewriter.h"
#include "askwell-reading-private.h"
struct _AskwellRewriter { int unused; };
AskwellRewriter *
askwell_rewriter_new (AskwellPhrasebook *phrasebook, GError **error) { return g_new0 (AskwellRewriter, 1); }
void askwell_rewriter_free (AskwellRewriter *self) { g_free (self); }
GPtrArray *
askwell_rewriter_rewrite (AskwellRewriter *self, const char *text, gsize length, const AskwellFinding *findings, guint n_findings,
                          const AskwellTopic *topics, guint n_topics, AskwellNames *names)
{ return g_ptr_array_new_with_free_func ((GDestroyNotify) askwell_rewrite_free); }
