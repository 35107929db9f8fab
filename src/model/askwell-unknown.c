/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-model-enum-types.h"
#include "askwell-record-private.h"
#include "askwell-unknown.h"

struct _AskwellUnknown
{
  AskwellRecord parent_instance;

  char *text;
  int state; /* AskwellUnknownState */
  char *plan; /* the call it was raised in */
  char *answered_by; /* the call that answered it */
  gint64 answered;
  char *answer;
};

G_DEFINE_FINAL_TYPE (AskwellUnknown, askwell_unknown, ASKWELL_TYPE_RECORD)

enum
{
  FIELD_TEXT,
  FIELD_STATE,
  FIELD_PLAN,
  FIELD_ANSWERED_BY,
  FIELD_ANSWERED,
  FIELD_ANSWER,
};

static const AskwellField fields[] = {
  { "text", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellUnknown, text) },
  { "state", ASKWELL_FIELD_ENUM, G_STRUCT_OFFSET (AskwellUnknown, state), askwell_unknown_state_get_type },
  { "plan", ASKWELL_FIELD_REFERENCE, G_STRUCT_OFFSET (AskwellUnknown, plan) },
  { "answered-by", ASKWELL_FIELD_REFERENCE, G_STRUCT_OFFSET (AskwellUnknown, answered_by) },
  { "answered", ASKWELL_FIELD_TIME, G_STRUCT_OFFSET (AskwellUnknown, answered) },
  { "answer", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellUnknown, answer) },
};

static void
askwell_unknown_class_init (AskwellUnknownClass *klass)
{
  askwell_record_class_install (ASKWELL_RECORD_CLASS (klass), "unknown", fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
askwell_unknown_init (AskwellUnknown *self)
{
}

AskwellUnknown *
askwell_unknown_new (void)
{
  return g_object_new (ASKWELL_TYPE_UNKNOWN, NULL);
}

ASKWELL_RECORD_DEFINE_TEXT (Unknown, UNKNOWN, unknown, TEXT, text)
ASKWELL_RECORD_DEFINE_NUMBER (Unknown, UNKNOWN, unknown, STATE, state, AskwellUnknownState)
ASKWELL_RECORD_DEFINE_TEXT (Unknown, UNKNOWN, unknown, PLAN, plan)
ASKWELL_RECORD_DEFINE_TEXT (Unknown, UNKNOWN, unknown, ANSWERED_BY, answered_by)
ASKWELL_RECORD_DEFINE_NUMBER (Unknown, UNKNOWN, unknown, ANSWERED, answered, gint64)
ASKWELL_RECORD_DEFINE_TEXT (Unknown, UNKNOWN, unknown, ANSWER, answer)
