/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-fact.h"
#include "askwell-model-enum-types.h"
#include "askwell-record-private.h"

struct _AskwellFact
{
  AskwellRecord parent_instance;

  char *text;
  char *source; /* who said it */
  gint64 learned;
  int certainty; /* AskwellCertainty */
  char *plan; /* the call it was noted in, or came from */
  char *unknown; /* the unknown it settled */
};

G_DEFINE_FINAL_TYPE (AskwellFact, askwell_fact, ASKWELL_TYPE_RECORD)

enum
{
  FIELD_TEXT,
  FIELD_SOURCE,
  FIELD_LEARNED,
  FIELD_CERTAINTY,
  FIELD_PLAN,
  FIELD_UNKNOWN,
};

static const AskwellField fields[] = {
  { "text", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellFact, text) },
  { "source", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellFact, source) },
  { "learned", ASKWELL_FIELD_TIME, G_STRUCT_OFFSET (AskwellFact, learned) },
  { "certainty", ASKWELL_FIELD_ENUM, G_STRUCT_OFFSET (AskwellFact, certainty), askwell_certainty_get_type },
  { "plan", ASKWELL_FIELD_REFERENCE, G_STRUCT_OFFSET (AskwellFact, plan) },
  { "unknown", ASKWELL_FIELD_REFERENCE, G_STRUCT_OFFSET (AskwellFact, unknown) },
};

static void
askwell_fact_class_init (AskwellFactClass *klass)
{
  askwell_record_class_install (ASKWELL_RECORD_CLASS (klass), "fact", fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
askwell_fact_init (AskwellFact *self)
{
}

AskwellFact *
askwell_fact_new (void)
{
  return g_object_new (ASKWELL_TYPE_FACT, NULL);
}

ASKWELL_RECORD_DEFINE_TEXT (Fact, FACT, fact, TEXT, text)
ASKWELL_RECORD_DEFINE_TEXT (Fact, FACT, fact, SOURCE, source)
ASKWELL_RECORD_DEFINE_NUMBER (Fact, FACT, fact, LEARNED, learned, gint64)
ASKWELL_RECORD_DEFINE_NUMBER (Fact, FACT, fact, CERTAINTY, certainty, AskwellCertainty)
ASKWELL_RECORD_DEFINE_TEXT (Fact, FACT, fact, PLAN, plan)
ASKWELL_RECORD_DEFINE_TEXT (Fact, FACT, fact, UNKNOWN, unknown)
