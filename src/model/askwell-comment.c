/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-comment.h"
#include "askwell-record-private.h"

struct _AskwellComment
{
  AskwellRecord parent_instance;

  char *target; /* id of the record it is about; "" for the plan */
  char *field; /* name of the field it is about, or "" */
  char *author;
  char *text;
  gboolean resolved;
};

G_DEFINE_FINAL_TYPE (AskwellComment, askwell_comment, ASKWELL_TYPE_RECORD)

enum
{
  FIELD_TARGET,
  FIELD_FIELD,
  FIELD_AUTHOR,
  FIELD_TEXT,
  FIELD_RESOLVED,
};

static const AskwellField fields[] = {
  { "target", ASKWELL_FIELD_REFERENCE, G_STRUCT_OFFSET (AskwellComment, target) },
  { "field", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellComment, field) },
  { "author", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellComment, author) },
  { "text", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellComment, text) },
  { "resolved", ASKWELL_FIELD_BOOLEAN, G_STRUCT_OFFSET (AskwellComment, resolved) },
};

static void
askwell_comment_class_init (AskwellCommentClass *klass)
{
  askwell_record_class_install (ASKWELL_RECORD_CLASS (klass), "comment", fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
askwell_comment_init (AskwellComment *self)
{
}

AskwellComment *
askwell_comment_new (void)
{
  return g_object_new (ASKWELL_TYPE_COMMENT, NULL);
}

ASKWELL_RECORD_DEFINE_TEXT (Comment, COMMENT, comment, TARGET, target)
ASKWELL_RECORD_DEFINE_TEXT (Comment, COMMENT, comment, FIELD, field)
ASKWELL_RECORD_DEFINE_TEXT (Comment, COMMENT, comment, AUTHOR, author)
ASKWELL_RECORD_DEFINE_TEXT (Comment, COMMENT, comment, TEXT, text)
ASKWELL_RECORD_DEFINE_NUMBER (Comment, COMMENT, comment, RESOLVED, resolved, gboolean)
