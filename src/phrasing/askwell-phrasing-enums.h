/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AskwellFindingKind:
 * @ASKWELL_FINDING_WANT: the seller's own wish, whatever follows it
 * @ASKWELL_FINDING_TELL: talking at the customer
 * @ASKWELL_FINDING_PERSUADE: moving the customer to the seller's side
 * @ASKWELL_FINDING_CHASE: asking after the seller's own order, deal or answer
 *
 * What a marked piece of text aims at.
 */
typedef enum
{
  ASKWELL_FINDING_WANT,
  ASKWELL_FINDING_TELL,
  ASKWELL_FINDING_PERSUADE,
  ASKWELL_FINDING_CHASE,
} AskwellFindingKind;

#define ASKWELL_N_FINDING_KINDS 4

/**
 * AskwellMode:
 * @ASKWELL_MODE_NEUTRAL: facts, logistics, closed or social remarks
 * @ASKWELL_MODE_LEARNING: no finding, and the aim is to learn about the customer
 * @ASKWELL_MODE_SELLING: at least one finding
 *
 * How a note stands towards the customer.
 */
typedef enum
{
  ASKWELL_MODE_NEUTRAL,
  ASKWELL_MODE_LEARNING,
  ASKWELL_MODE_SELLING,
} AskwellMode;

/**
 * AskwellTopic:
 *
 * What a note is about. `ASKWELL_TOPIC_NONE` is the absence of a topic and never part of a list.
 */
typedef enum
{
  ASKWELL_TOPIC_NONE,
  ASKWELL_TOPIC_DECISION,
  ASKWELL_TOPIC_STAKEHOLDERS,
  ASKWELL_TOPIC_CRITERIA,
  ASKWELL_TOPIC_INCUMBENT,
  ASKWELL_TOPIC_NEEDS,
  ASKWELL_TOPIC_IMPACT,
  ASKWELL_TOPIC_BUDGET,
  ASKWELL_TOPIC_TIMING,
  ASKWELL_TOPIC_RISK,
  ASKWELL_TOPIC_RELATIONSHIP,
  ASKWELL_TOPIC_GROWTH,
  ASKWELL_TOPIC_EVALUATION,
  ASKWELL_TOPIC_ACCESS,
  ASKWELL_TOPIC_SERVICE,
  ASKWELL_TOPIC_SUCCESS,
  ASKWELL_TOPIC_NEXT_STEP,
} AskwellTopic;

#define ASKWELL_N_TOPICS 17 /* with NONE */

const char *askwell_finding_kind_to_nick (AskwellFindingKind kind);
int         askwell_finding_kind_from_nick (const char      *nick);
const char *askwell_mode_to_nick         (AskwellMode        mode);
const char *askwell_topic_to_nick        (AskwellTopic       topic);
AskwellTopic askwell_topic_from_nick     (const char        *nick);

G_END_DECLS
