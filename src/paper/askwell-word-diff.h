/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gsize start; /* first byte */
  gsize end;   /* one past the last byte */
} AskwellWordRange;

/* The stretches of @after whose words are not those of @before. (transfer full) (element-type AskwellWordRange) */
GArray *askwell_word_diff (const char *before,
                           const char *after);

G_END_DECLS
