/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "questions/askwell-question-bank.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_SUGGESTION (askwell_suggestion_get_type ())
G_DECLARE_FINAL_TYPE (AskwellSuggestion, askwell_suggestion, ASKWELL, SUGGESTION, GObject)

/* A question offered for an objective. Properties (all read-only): "id" and "text" and "topic" and "purpose" and "why" (a few words for a
 * person: why it is offered) and "follow-ups" (G_TYPE_STRV). Made so that it can stand in a GListModel. */
const char        *askwell_suggestion_get_id         (AskwellSuggestion *self);
const char        *askwell_suggestion_get_text       (AskwellSuggestion *self);
AskwellTopic       askwell_suggestion_get_topic      (AskwellSuggestion *self);
const char        *askwell_suggestion_get_purpose    (AskwellSuggestion *self);
const char        *askwell_suggestion_get_why        (AskwellSuggestion *self);
const char *const *askwell_suggestion_get_follow_ups (AskwellSuggestion *self);

/**
 * AskwellSituation:
 *
 * All that the choice of questions looks at. Everything is borrowed and may be %NULL or 0 when not known. It holds plain words
 * and no model objects, so that the command line and the tests fill it as easily as the window.
 */
typedef struct
{
  const char *objective;         /* the note under the cursor */
  AskwellReading *reading;       /* of that note: topics, mode */
  const char *account;           /* the account's name */
  const char *contact;           /* the first person who attends */
  const char *call;              /* kind of call, as a token: "renewal", … */
  int minutes;                   /* length of the call */
  guint n_attendees;
  const char *const *answered;   /* texts of the ledger: facts known, unknowns answered, with their questions */
  const char *const *answered_ids; /* bank ids answered before on this account */
  const char *const *open;       /* texts of what is still unknown */
  const char *const *asked_ids;  /* bank ids asked before and not answered */
  const char *const *in_plan;    /* texts of the questions the plan has already */
  const char *const *in_plan_ids;
  const char *const *dismissed_ids;
  const char *const *shown_ids;  /* what the panel shows now, in order: what still fits keeps its place */
  AskwellTopic topic;            /* only this topic, or NONE */
  const char *search;            /* only what holds these words */
} AskwellSituation;

/* Up to @limit suggestions, best first; deterministic. (transfer full) (element-type AskwellSuggestion) */
GPtrArray *askwell_question_bank_suggest (AskwellQuestionBank    *self,
                                          const AskwellSituation *situation,
                                          guint                   limit);

/* About how many questions fit into a call of @minutes. */
guint      askwell_questions_for_minutes (int minutes);

G_END_DECLS
