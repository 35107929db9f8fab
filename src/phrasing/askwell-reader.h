/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "phrasing/askwell-names.h"
#include "phrasing/askwell-reading.h"

G_BEGIN_DECLS

#define ASKWELL_PHRASING_ERROR (askwell_phrasing_error_quark ())
GQuark askwell_phrasing_error_quark (void);

/**
 * AskwellPhrasingError:
 * @ASKWELL_PHRASING_ERROR_UTF8: the text is not valid UTF-8
 * @ASKWELL_PHRASING_ERROR_PHRASEBOOK: a phrasebook does not parse or does not follow its schema
 * @ASKWELL_PHRASING_ERROR_LANGUAGE: no phrasebook for that language
 */
typedef enum
{
  ASKWELL_PHRASING_ERROR_UTF8,
  ASKWELL_PHRASING_ERROR_PHRASEBOOK,
  ASKWELL_PHRASING_ERROR_LANGUAGE,
} AskwellPhrasingError;

#define ASKWELL_TYPE_READER (askwell_reader_get_type ())
G_DECLARE_FINAL_TYPE (AskwellReader, askwell_reader, ASKWELL, READER, GObject)

/* Reads notes. Holds the compiled phrasebooks; after the set-up calls it is immutable and may be used from any thread. */

AskwellReader  *askwell_reader_new              (void);

/* Set-up. The shipped phrasebooks are in the program (GResource); more come from files. An error names file, line and reason, and leaves the
 * reader as it was. */
gboolean        askwell_reader_add_shipped      (AskwellReader       *self,
                                                 GError             **error);
gboolean        askwell_reader_add_phrasebook   (AskwellReader       *self,
                                                 GFile               *file,
                                                 GError             **error);
/* Personal phrasebooks: every *.xml of @folder; the broken ones are left out and reported, one GError each (element-type GError). */
GPtrArray      *askwell_reader_add_folder       (AskwellReader       *self,
                                                 GFile               *folder);
/* "en", "de", …; NULL guesses the language of each note. */
gboolean        askwell_reader_set_language     (AskwellReader       *self,
                                                 const char          *language,
                                                 GError             **error);
/* Rule ids turned off and phrases never flagged (compared without case). */
void            askwell_reader_set_disabled     (AskwellReader       *self,
                                                 const char *const   *rules,
                                                 const char *const   *phrases);

/* Reading. @length in bytes, or -1. */
AskwellReading *askwell_reader_read             (AskwellReader       *self,
                                                 const char          *text,
                                                 gssize               length,
                                                 AskwellNames        *names,
                                                 GError             **error);
/* Up to @limit learning forms, best first; empty when the note is not in selling mode. (element-type AskwellRewrite) */
GPtrArray      *askwell_reader_rewrite          (AskwellReader       *self,
                                                 const char          *text,
                                                 gssize               length,
                                                 AskwellNames        *names,
                                                 guint                limit,
                                                 GError             **error);
/* Byte offset of the end of the sentence that begins at @offset; where long paragraphs may be cut for reading in slices. */
gsize           askwell_reader_find_sentence_end (AskwellReader      *self,
                                                  const char         *text,
                                                  gsize               length,
                                                  gsize               offset);
/* What Preferences lists. */
guint           askwell_reader_get_n_rules      (AskwellReader       *self);
const char     *askwell_reader_get_rule         (AskwellReader       *self,
                                                 guint                index,
                                                 AskwellFindingKind  *kind,
                                                 const char         **message);

G_END_DECLS
