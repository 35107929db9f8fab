/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "phrasing/askwell-names.h"
#include "phrasing/askwell-phrasebook.h"
#include "phrasing/askwell-reading.h"

G_BEGIN_DECLS

/* Words by which a note is taken apart, from the <words> of a phrasebook. */
typedef struct _AskwellNoteWords AskwellNoteWords;

AskwellNoteWords *askwell_note_words_new  (AskwellPhrasebook *phrasebook);
void              askwell_note_words_free (AskwellNoteWords  *self);
void              askwell_note_words_load (AskwellNoteWords  *self,
                                           xmlNode           *element);

/**
 * AskwellNoteParts:
 * @tokens: (element-type AskwellToken): the sentence of the finding that matters most
 * @kind: its kind
 * @first: its first token
 * @last: one past its last token
 * @plural: whether the customer is several
 * @inside: whether the customer is named in the finding
 *
 * What a note is about. The other parts are got by their names.
 */
typedef struct
{
  GArray *tokens;
  AskwellFindingKind kind;
  guint first;
  guint last;
  gboolean plural;
  gboolean inside;

  char *who;
  char *whom;
  char *whose;
  char *they;
  char *them;
  char *name;
  char *doing;
  char *plain_do;
  char *thing;
  char *question;
  char *reason;
  char *fact;
} AskwellNoteParts;

gboolean    askwell_note_parts_init  (AskwellNoteParts       *self,
                                      AskwellPhrasebook      *phrasebook,
                                      AskwellNoteWords       *words,
                                      const char             *text,
                                      gsize                   length,
                                      const AskwellFinding   *findings,
                                      guint                   n_findings,
                                      AskwellNames           *names);
void        askwell_note_parts_clear (AskwellNoteParts       *self);
const char *askwell_note_parts_get   (const AskwellNoteParts *self,
                                      const char             *name);

G_END_DECLS
