/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-question.h"
#include "askwell-record-private.h"

struct _AskwellQuestion
{
  AskwellRecord parent_instance;

  char *text;
  char *bank; /* id in the question bank, or "" */
  char *topic; /* token: "decision", … */
  char *purpose; /* token: "problem", … */
  char *unknown; /* the unknown it would settle */
  gboolean asked;
  char *answer;
};

G_DEFINE_FINAL_TYPE (AskwellQuestion, askwell_question, ASKWELL_TYPE_RECORD)

enum
{
  FIELD_TEXT,
  FIELD_BANK,
  FIELD_TOPIC,
  FIELD_PURPOSE,
  FIELD_UNKNOWN,
  FIELD_ASKED,
  FIELD_ANSWER,
};

static const AskwellField fields[] = {
  { "text", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellQuestion, text) },
  { "bank", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellQuestion, bank) },
  { "topic", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellQuestion, topic) },
  { "purpose", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellQuestion, purpose) },
  { "unknown", ASKWELL_FIELD_REFERENCE, G_STRUCT_OFFSET (AskwellQuestion, unknown) },
  { "asked", ASKWELL_FIELD_BOOLEAN, G_STRUCT_OFFSET (AskwellQuestion, asked) },
  { "answer", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellQuestion, answer) },
};

static void
askwell_question_class_init (AskwellQuestionClass *klass)
{
  askwell_record_class_install (ASKWELL_RECORD_CLASS (klass), "question", fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
askwell_question_init (AskwellQuestion *self)
{
}

AskwellQuestion *
askwell_question_new (void)
{
  return g_object_new (ASKWELL_TYPE_QUESTION, NULL);
}

ASKWELL_RECORD_DEFINE_TEXT (Question, QUESTION, question, TEXT, text)
ASKWELL_RECORD_DEFINE_TEXT (Question, QUESTION, question, BANK, bank)
ASKWELL_RECORD_DEFINE_TEXT (Question, QUESTION, question, TOPIC, topic)
ASKWELL_RECORD_DEFINE_TEXT (Question, QUESTION, question, PURPOSE, purpose)
ASKWELL_RECORD_DEFINE_TEXT (Question, QUESTION, question, UNKNOWN, unknown)
ASKWELL_RECORD_DEFINE_NUMBER (Question, QUESTION, question, ASKED, asked, gboolean)
ASKWELL_RECORD_DEFINE_TEXT (Question, QUESTION, question, ANSWER, answer)
