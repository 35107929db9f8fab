/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "askwell-record-list.h"
#include "askwell-record.h"

G_BEGIN_DECLS

/* For the classes of the model: in class_init, after @fields and @children are known. Installs a property for each, makes get_property and
 * set_property and finalize work from the tables. */
void askwell_record_class_install (AskwellRecordClass    *klass,
                                   const char            *element,
                                   const AskwellField    *fields,
                                   guint                  n_fields,
                                   const AskwellChildren *children,
                                   guint                  n_children);

AskwellRecordList *askwell_record_list_new (AskwellRecord *owner,
                                            GType          record_type);
void askwell_record_list_disown   (AskwellRecordList     *self);

void askwell_record_attach        (AskwellRecord         *self,
                                   AskwellRecordList     *list);
void askwell_record_detach        (AskwellRecord         *self);

/* Declares the get_ and set_ functions of a field, both public; see a class's header for their prototypes. */
#define ASKWELL_RECORD_DEFINE_TEXT(Type, TYPE, type, FIELD, field)              \
  const char *askwell_##type##_get_##field (Askwell##Type *self)                \
  {                                                                             \
    g_return_val_if_fail (ASKWELL_IS_##TYPE (self), NULL);                      \
    return self->field != NULL ? self->field : "";                              \
  }                                                                             \
  void askwell_##type##_set_##field (Askwell##Type *self, const char *field)    \
  {                                                                             \
    g_return_if_fail (ASKWELL_IS_##TYPE (self));                                \
    askwell_record_set_text (ASKWELL_RECORD (self), FIELD_##FIELD, field);      \
  }

#define ASKWELL_RECORD_DEFINE_NUMBER(Type, TYPE, type, FIELD, field, c_type)    \
  c_type askwell_##type##_get_##field (Askwell##Type *self)                     \
  {                                                                             \
    g_return_val_if_fail (ASKWELL_IS_##TYPE (self), 0);                         \
    return (c_type) self->field;                                                \
  }                                                                             \
  void askwell_##type##_set_##field (Askwell##Type *self, c_type field)         \
  {                                                                             \
    g_return_if_fail (ASKWELL_IS_##TYPE (self));                                \
    askwell_record_set_number (ASKWELL_RECORD (self), FIELD_##FIELD, field);    \
  }

#define ASKWELL_RECORD_DEFINE_CHILDREN(Type, TYPE, type, field)                 \
  AskwellRecordList *askwell_##type##_get_##field (Askwell##Type *self)         \
  {                                                                             \
    g_return_val_if_fail (ASKWELL_IS_##TYPE (self), NULL);                      \
    return self->field;                                                         \
  }

G_END_DECLS
