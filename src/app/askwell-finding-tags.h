/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "phrasing/askwell-reading.h"

G_BEGIN_DECLS

/**
 * AskwellFindingTags:
 * @buffer: (not nullable): borrowed
 * @tags: the tag of each kind, borrowed from the buffer's table
 */
typedef struct
{
  GtkTextBuffer *buffer;
  GtkTextTag *tags[ASKWELL_N_FINDING_KINDS];
} AskwellFindingTags;

/**
 * AskwellFindingTagsWalk:
 * @offset: code point of the line up to which its tags are right
 * @index: the first finding that has not been looked at
 *
 * How far the tags of a line have been brought in order; begins as zeros.
 */
typedef struct
{
  guint offset;
  guint index;
} AskwellFindingTagsWalk;

void     askwell_finding_tags_init   (AskwellFindingTags     *self,
                                      GtkTextBuffer          *buffer);
void     askwell_finding_tags_update (AskwellFindingTags     *self);
gboolean askwell_finding_tags_step   (AskwellFindingTags     *self,
                                      guint                   line,
                                      GArray                 *findings,
                                      guint                   limit,
                                      AskwellFindingTagsWalk *walk,
                                      gboolean               *changed);
GArray  *askwell_finding_tags_list   (AskwellFindingTags     *self,
                                      guint                   line);

G_END_DECLS
