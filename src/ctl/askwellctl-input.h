/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "phrasing/askwell-reader.h"

G_BEGIN_DECLS

/* What the verbs that read notes have in common: their options, their input, their output. */

typedef struct
{
  gboolean lines;
  gboolean json;
  char *format;
  char *language;
  char **phrasebooks;
  char **names;
  int limit;
} AskwellctlNoteOptions;

/**
 * AskwellctlNote:
 * @file: name of the file, "-" for standard input
 * @line: number of the line, counted from 1; with a whole file 1
 * @text: the note
 * @length: its bytes
 */
typedef struct
{
  const char *file;
  guint line;
  const char *text;
  gsize length;
} AskwellctlNote;

typedef gboolean (*AskwellctlNoteFunc) (const AskwellctlNote *note,
                                        gpointer              data,
                                        GError              **error);

void           askwellctl_note_options_clear (AskwellctlNoteOptions *self);
gboolean       askwellctl_check_format       (const char            *verb,
                                              const char            *format,
                                              gboolean              *json);
AskwellReader *askwellctl_open_reader        (const char            *verb,
                                              AskwellctlNoteOptions *options);
gboolean       askwellctl_read_notes         (const char            *verb,
                                              char                 **files,
                                              gboolean               lines,
                                              AskwellctlNoteFunc     func,
                                              gpointer               data);
void           askwellctl_print_json         (JsonBuilder           *builder);

G_END_DECLS
