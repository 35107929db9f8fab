/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The nicks of these values ("follow-up", "guess", …) are what the database and the XML hold: they never change. */

typedef enum
{
  ASKWELL_CALL_KIND_OTHER,
  ASKWELL_CALL_KIND_FIRST,
  ASKWELL_CALL_KIND_FOLLOW_UP,
  ASKWELL_CALL_KIND_REVIEW,
  ASKWELL_CALL_KIND_RENEWAL,
  ASKWELL_CALL_KIND_RECOVERY,
  ASKWELL_CALL_KIND_REFERRAL,
} AskwellCallKind;

/* What came of a call, once debriefed. */
typedef enum
{
  ASKWELL_OUTCOME_NONE,
  ASKWELL_OUTCOME_STEP_TAKEN, /* they agreed to a step of their own */
  ASKWELL_OUTCOME_STILL_OPEN, /* friendly, and nothing agreed */
  ASKWELL_OUTCOME_NOT_NOW,    /* they said no, or not now */
} AskwellOutcome;

/* Why a version of an objective was kept. */
typedef enum
{
  ASKWELL_VERSION_CAUSE_EDIT,
  ASKWELL_VERSION_CAUSE_APPLY,
  ASKWELL_VERSION_CAUSE_RESTORE,
} AskwellVersionCause;

typedef enum
{
  ASKWELL_CERTAINTY_FACT,
  ASKWELL_CERTAINTY_GUESS,
} AskwellCertainty;

typedef enum
{
  ASKWELL_UNKNOWN_STATE_OPEN,
  ASKWELL_UNKNOWN_STATE_ASKED,
  ASKWELL_UNKNOWN_STATE_ANSWERED,
  ASKWELL_UNKNOWN_STATE_DROPPED,
} AskwellUnknownState;

/* The lists of short lines a plan has besides its questions. */
typedef enum
{
  ASKWELL_SECTION_THEIR_QUESTION, /* what they may ask me */
  ASKWELL_SECTION_CONCERN,
  ASKWELL_SECTION_POINT, /* points to make */
  ASKWELL_SECTION_MATERIAL,
  ASKWELL_SECTION_MY_PROMISE,
  ASKWELL_SECTION_THEIR_PROMISE,
} AskwellSection;

/* How far "do not flag this" reaches. */
typedef enum
{
  ASKWELL_IGNORE_SCOPE_HERE,   /* this phrase in this record */
  ASKWELL_IGNORE_SCOPE_PHRASE, /* this phrase anywhere */
  ASKWELL_IGNORE_SCOPE_RULE,   /* the whole rule */
} AskwellIgnoreScope;

G_END_DECLS
