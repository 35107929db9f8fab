/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-objective.h"
#include "askwell-record-private.h"
#include "askwell-version.h"

struct _AskwellObjective
{
  AskwellRecord parent_instance;

  char *text; /* as written */
  char *learning; /* its learning form; "" while there is none */
  char *looks_at; /* token: "obstacle", … */
  gint64 applied; /* when the learning form was applied */

  AskwellRecordList *versions; /* element-type AskwellVersion */
};

G_DEFINE_FINAL_TYPE (AskwellObjective, askwell_objective, ASKWELL_TYPE_RECORD)

enum
{
  FIELD_TEXT,
  FIELD_LEARNING,
  FIELD_LOOKS_AT,
  FIELD_APPLIED,
};

static const AskwellField fields[] = {
  { "text", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellObjective, text) },
  { "learning", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellObjective, learning) },
  { "looks-at", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellObjective, looks_at) },
  { "applied", ASKWELL_FIELD_TIME, G_STRUCT_OFFSET (AskwellObjective, applied) },
};

static const AskwellChildren children[] = {
  { "versions", askwell_version_get_type, G_STRUCT_OFFSET (AskwellObjective, versions) },
};

static void
askwell_objective_class_init (AskwellObjectiveClass *klass)
{
  askwell_record_class_install (ASKWELL_RECORD_CLASS (klass), "objective", fields, G_N_ELEMENTS (fields), children, G_N_ELEMENTS (children));
}

static void
askwell_objective_init (AskwellObjective *self)
{
}

AskwellObjective *
askwell_objective_new (void)
{
  return g_object_new (ASKWELL_TYPE_OBJECTIVE, NULL);
}

ASKWELL_RECORD_DEFINE_TEXT (Objective, OBJECTIVE, objective, TEXT, text)
ASKWELL_RECORD_DEFINE_TEXT (Objective, OBJECTIVE, objective, LEARNING, learning)
ASKWELL_RECORD_DEFINE_TEXT (Objective, OBJECTIVE, objective, LOOKS_AT, looks_at)
ASKWELL_RECORD_DEFINE_NUMBER (Objective, OBJECTIVE, objective, APPLIED, applied, gint64)
ASKWELL_RECORD_DEFINE_CHILDREN (Objective, OBJECTIVE, objective, versions)
