/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "askwell-phrasing-enums.h"

static const char *const kinds[ASKWELL_N_FINDING_KINDS] = { "want", "tell", "persuade", "chase" };

static const char *const topics[ASKWELL_N_TOPICS] = {
  "",          "decision", "stakeholders", "criteria",     "incumbent", "needs",      "impact", "budget",  "timing",
  "risk",      "relationship", "growth",   "evaluation",   "access",    "service",    "success", "next-step",
};

/**
 * askwell_finding_kind_to_nick:
 * @kind: a kind of finding
 *
 * Returns: (transfer none): its token in phrasebooks and JSON
 */
const char *
askwell_finding_kind_to_nick (AskwellFindingKind kind)
{
  g_return_val_if_fail ((guint) kind < ASKWELL_N_FINDING_KINDS, NULL);

  return kinds[kind];
}

/**
 * askwell_finding_kind_from_nick:
 * @nick: a token
 *
 * Returns: the kind of that token, or -1
 */
int
askwell_finding_kind_from_nick (const char *nick)
{
  for (int i = 0; nick != NULL && i < ASKWELL_N_FINDING_KINDS; i++)
    if (strcmp (kinds[i], nick) == 0)
      return i;
  return -1;
}

/**
 * askwell_mode_to_nick:
 * @mode: a mode
 *
 * Returns: (transfer none): its token in JSON
 */
const char *
askwell_mode_to_nick (AskwellMode mode)
{
  switch (mode)
    {
    case ASKWELL_MODE_NEUTRAL:
      return "neutral";
    case ASKWELL_MODE_LEARNING:
      return "learning";
    case ASKWELL_MODE_SELLING:
      return "selling";
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * askwell_topic_to_nick:
 * @topic: a topic
 *
 * Returns: (transfer none): its token, "" for %ASKWELL_TOPIC_NONE
 */
const char *
askwell_topic_to_nick (AskwellTopic topic)
{
  g_return_val_if_fail ((guint) topic < ASKWELL_N_TOPICS, NULL);

  return topics[topic];
}

/**
 * askwell_topic_from_nick:
 * @nick: (nullable): a token
 *
 * Returns: the topic of that token, or %ASKWELL_TOPIC_NONE
 */
AskwellTopic
askwell_topic_from_nick (const char *nick)
{
  for (guint i = 1; nick != NULL && i < ASKWELL_N_TOPICS; i++)
    if (strcmp (topics[i], nick) == 0)
      return i;
  return ASKWELL_TOPIC_NONE;
}
