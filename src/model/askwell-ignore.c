/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-ignore.h"
#include "askwell-model-enum-types.h"
#include "askwell-record-private.h"

struct _AskwellIgnore
{
  AskwellRecord parent_instance;

  int scope; /* AskwellIgnoreScope */
  char *phrase;
  char *rule;
  char *target; /* id of the record, for "here" */
};

G_DEFINE_FINAL_TYPE (AskwellIgnore, askwell_ignore, ASKWELL_TYPE_RECORD)

enum
{
  FIELD_SCOPE,
  FIELD_PHRASE,
  FIELD_RULE,
  FIELD_TARGET,
};

static const AskwellField fields[] = {
  { "scope", ASKWELL_FIELD_ENUM, G_STRUCT_OFFSET (AskwellIgnore, scope), askwell_ignore_scope_get_type },
  { "phrase", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellIgnore, phrase) },
  { "rule", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellIgnore, rule) },
  { "target", ASKWELL_FIELD_REFERENCE, G_STRUCT_OFFSET (AskwellIgnore, target) },
};

static void
askwell_ignore_class_init (AskwellIgnoreClass *klass)
{
  askwell_record_class_install (ASKWELL_RECORD_CLASS (klass), "ignore", fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
askwell_ignore_init (AskwellIgnore *self)
{
}

AskwellIgnore *
askwell_ignore_new (void)
{
  return g_object_new (ASKWELL_TYPE_IGNORE, NULL);
}

ASKWELL_RECORD_DEFINE_NUMBER (Ignore, IGNORE, ignore, SCOPE, scope, AskwellIgnoreScope)
ASKWELL_RECORD_DEFINE_TEXT (Ignore, IGNORE, ignore, PHRASE, phrase)
ASKWELL_RECORD_DEFINE_TEXT (Ignore, IGNORE, ignore, RULE, rule)
ASKWELL_RECORD_DEFINE_TEXT (Ignore, IGNORE, ignore, TARGET, target)
