/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-model-enum-types.h"
#include "askwell-record-private.h"
#include "askwell-version.h"

struct _AskwellVersion
{
  AskwellRecord parent_instance;

  char *text;
  char *learning;
  int cause; /* AskwellVersionCause */
};

G_DEFINE_FINAL_TYPE (AskwellVersion, askwell_version, ASKWELL_TYPE_RECORD)

enum
{
  FIELD_TEXT,
  FIELD_LEARNING,
  FIELD_CAUSE,
};

static const AskwellField fields[] = {
  { "text", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellVersion, text) },
  { "learning", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellVersion, learning) },
  { "cause", ASKWELL_FIELD_ENUM, G_STRUCT_OFFSET (AskwellVersion, cause), askwell_version_cause_get_type },
};

static void
askwell_version_class_init (AskwellVersionClass *klass)
{
  askwell_record_class_install (ASKWELL_RECORD_CLASS (klass), "version", fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
askwell_version_init (AskwellVersion *self)
{
}

AskwellVersion *
askwell_version_new (void)
{
  return g_object_new (ASKWELL_TYPE_VERSION, NULL);
}

ASKWELL_RECORD_DEFINE_TEXT (Version, VERSION, version, TEXT, text)
ASKWELL_RECORD_DEFINE_TEXT (Version, VERSION, version, LEARNING, learning)
ASKWELL_RECORD_DEFINE_NUMBER (Version, VERSION, version, CAUSE, cause, AskwellVersionCause)
