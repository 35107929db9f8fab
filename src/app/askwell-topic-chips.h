/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "phrasing/askwell-phrasing-enums.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_TOPIC_CHIPS (askwell_topic_chips_get_type ())
G_DECLARE_FINAL_TYPE (AskwellTopicChips, askwell_topic_chips, ASKWELL, TOPIC_CHIPS, GtkBox)

/* All topics, or one of them: a chip for those at hand and a menu for the others. Action: topics.choose (nick of a topic). Signal: "chosen". */
AskwellTopic askwell_topic_chips_get_topic  (AskwellTopicChips  *self);
void         askwell_topic_chips_set_topic  (AskwellTopicChips  *self,
                                             AskwellTopic        topic);
void         askwell_topic_chips_set_topics (AskwellTopicChips  *self,
                                             const AskwellTopic *topics,
                                             guint               n_topics);

G_END_DECLS
