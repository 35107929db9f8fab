/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-entry.h"
#include "askwell-model-enum-types.h"
#include "askwell-record-private.h"

struct _AskwellEntry
{
  AskwellRecord parent_instance;

  int section; /* AskwellSection */
  char *text;
  gboolean done;
  gint64 due;
};

G_DEFINE_FINAL_TYPE (AskwellEntry, askwell_entry, ASKWELL_TYPE_RECORD)

enum
{
  FIELD_SECTION,
  FIELD_TEXT,
  FIELD_DONE,
  FIELD_DUE,
};

static const AskwellField fields[] = {
  { "section", ASKWELL_FIELD_ENUM, G_STRUCT_OFFSET (AskwellEntry, section), askwell_section_get_type },
  { "text", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellEntry, text) },
  { "done", ASKWELL_FIELD_BOOLEAN, G_STRUCT_OFFSET (AskwellEntry, done) },
  { "due", ASKWELL_FIELD_TIME, G_STRUCT_OFFSET (AskwellEntry, due) },
};

static void
askwell_entry_class_init (AskwellEntryClass *klass)
{
  askwell_record_class_install (ASKWELL_RECORD_CLASS (klass), "entry", fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
askwell_entry_init (AskwellEntry *self)
{
}

AskwellEntry *
askwell_entry_new (void)
{
  return g_object_new (ASKWELL_TYPE_ENTRY, NULL);
}

ASKWELL_RECORD_DEFINE_NUMBER (Entry, ENTRY, entry, SECTION, section, AskwellSection)
ASKWELL_RECORD_DEFINE_TEXT (Entry, ENTRY, entry, TEXT, text)
ASKWELL_RECORD_DEFINE_NUMBER (Entry, ENTRY, entry, DONE, done, gboolean)
ASKWELL_RECORD_DEFINE_NUMBER (Entry, ENTRY, entry, DUE, due, gint64)
