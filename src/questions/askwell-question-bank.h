/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "phrasing/askwell-reading.h"

G_BEGIN_DECLS

#define ASKWELL_QUESTION_BANK_ERROR (askwell_question_bank_error_quark ())
GQuark askwell_question_bank_error_quark (void);

typedef enum
{
  ASKWELL_QUESTION_BANK_ERROR_INVALID,
} AskwellQuestionBankError;

/**
 * AskwellBankQuestion:
 *
 * One question of a bank. All strings live as long as the bank. Enumerations are stable tokens, as in the XML.
 */
typedef struct
{
  const char *id;
  const char *text;        /* with its placeholders */
  const char *plain;       /* the wording for when nothing fills them; same as @text when it has none */
  AskwellTopic topic;
  const char *purpose;     /* background problem effect value confirm feeling decision next-step */
  const char *form;        /* open closed prompt scale choice */
  const char *layer;       /* fact example how-often effect feeling meaning */
  const char *time;        /* past now future */
  const char *sensitivity; /* easy needs-trust delicate */
  const char *const *calls;      /* kinds of call it fits: first follow-up review renewal recovery referral other; empty: all */
  const char *const *follow_ups; /* texts */
  gboolean personal;
} AskwellBankQuestion;

#define ASKWELL_TYPE_QUESTION_BANK (askwell_question_bank_get_type ())
G_DECLARE_FINAL_TYPE (AskwellQuestionBank, askwell_question_bank, ASKWELL, QUESTION_BANK, GObject)

AskwellQuestionBank       *askwell_question_bank_new         (void);
gboolean                   askwell_question_bank_add_shipped (AskwellQuestionBank *self,
                                                              const char          *language,
                                                              GError             **error);
gboolean                   askwell_question_bank_add_file    (AskwellQuestionBank *self,
                                                              GFile               *file,
                                                              GError             **error);
/* Every *.xml of @folder; the broken ones are left out and reported (element-type GError). */
GPtrArray                 *askwell_question_bank_add_folder  (AskwellQuestionBank *self,
                                                              GFile               *folder);
guint                      askwell_question_bank_get_size    (AskwellQuestionBank *self);
const AskwellBankQuestion *askwell_question_bank_get         (AskwellQuestionBank *self,
                                                              guint                index);
const AskwellBankQuestion *askwell_question_bank_lookup      (AskwellQuestionBank *self,
                                                              const char          *id);

G_END_DECLS
