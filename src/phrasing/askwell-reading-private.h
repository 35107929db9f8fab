/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "phrasing/askwell-reading.h"

G_BEGIN_DECLS

AskwellReading  *askwell_reading_new         (GArray             *findings,
                                              AskwellMode         mode,
                                              const AskwellTopic *topics,
                                              guint               n_topics);
AskwellRewrite  *askwell_rewrite_new         (char               *text,
                                              const char         *looks_at);

G_END_DECLS
