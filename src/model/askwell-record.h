/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ASKWELL_TYPE_RECORD (askwell_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (AskwellRecord, askwell_record, ASKWELL, RECORD, GObject)

typedef struct _AskwellRecordList AskwellRecordList;

/**
 * AskwellFieldKind:
 * @ASKWELL_FIELD_STRING: one line; an attribute in the XML. `char *`, never %NULL
 * @ASKWELL_FIELD_TEXT: any number of lines; an element in the XML. `char *`, never %NULL
 * @ASKWELL_FIELD_REFERENCE: the id of another record, or "". `char *`, never %NULL
 * @ASKWELL_FIELD_INT: `int`
 * @ASKWELL_FIELD_TIME: seconds since 1970 UTC, 0 for none. `gint64`
 * @ASKWELL_FIELD_BOOLEAN: `gboolean`
 * @ASKWELL_FIELD_ENUM: `int`; its nick in the database and the XML
 */
typedef enum
{
  ASKWELL_FIELD_STRING,
  ASKWELL_FIELD_TEXT,
  ASKWELL_FIELD_REFERENCE,
  ASKWELL_FIELD_INT,
  ASKWELL_FIELD_TIME,
  ASKWELL_FIELD_BOOLEAN,
  ASKWELL_FIELD_ENUM,
} AskwellFieldKind;

/**
 * AskwellField:
 * @name: name of the GObject property, of the XML element or attribute and, with `_` for `-`, of the column
 * @kind: what it holds
 * @offset: where in the instance struct
 * @enum_type: for %ASKWELL_FIELD_ENUM, its #GType getter
 */
typedef struct
{
  const char *name;
  AskwellFieldKind kind;
  gsize offset;
  GType (*enum_type) (void);
} AskwellField;

/**
 * AskwellChildren:
 * @name: name of the GObject property that gives the list
 * @type: #GType getter of the records in it
 * @offset: where in the instance struct the `AskwellRecordList *` is
 */
typedef struct
{
  const char *name;
  GType (*type) (void);
  gsize offset;
} AskwellChildren;

/**
 * AskwellRecordClass:
 * @element: name of the XML element, and of the table: "plan", "objective", …
 * @fields: what a record of this class holds, in the order of the XML
 * @children: the lists of records it owns, in the order of the XML
 */
struct _AskwellRecordClass
{
  GObjectClass parent_class;

  const char *element;
  const AskwellField *fields;
  guint n_fields;
  const AskwellChildren *children;
  guint n_children;
  GParamSpec **properties; /* one a field, then one a list */
};

/* Every record has the properties "id" (construct-only, a UUID made when not given), "created", "modified" (seconds since 1970 UTC) besides
 * its own fields; they are not in the class's field table. */

const char        *askwell_record_get_id          (AskwellRecord       *self);
gint64             askwell_record_get_created     (AskwellRecord       *self);
gint64             askwell_record_get_modified    (AskwellRecord       *self);
AskwellRecord     *askwell_record_get_parent      (AskwellRecord       *self);
AskwellRecordList *askwell_record_get_list        (AskwellRecord       *self);
AskwellRecord     *askwell_record_get_root        (AskwellRecord       *self);
AskwellRecord     *askwell_record_get_ancestor    (AskwellRecord       *self,
                                                   GType                type);

double             askwell_record_get_position    (AskwellRecord       *self);
void               askwell_record_set_position    (AskwellRecord       *self,
                                                   double               position);

/* Whether the record's own lists have been filled from the store. A record made here is loaded from the start. */
gboolean           askwell_record_is_loaded       (AskwellRecord       *self);
void               askwell_record_set_loaded      (AskwellRecord       *self,
                                                   gboolean             loaded);

AskwellRecordList *askwell_record_get_children    (AskwellRecord       *self,
                                                   const char          *name);

/* Field access by index into the class's table; what the store and the XML use. The string form is that of database and XML: enums as nicks. */
const char        *askwell_record_get_text        (AskwellRecord       *self,
                                                   guint                field);
gboolean           askwell_record_set_text        (AskwellRecord       *self,
                                                   guint                field,
                                                   const char          *text);
gint64             askwell_record_get_number      (AskwellRecord       *self,
                                                   guint                field);
gboolean           askwell_record_set_number      (AskwellRecord       *self,
                                                   guint                field,
                                                   gint64               number);
const char        *askwell_record_get_enum_nick   (AskwellRecord       *self,
                                                   guint                field);
gboolean           askwell_record_set_enum_nick   (AskwellRecord       *self,
                                                   guint                field,
                                                   const char          *nick);
int                askwell_record_find_field      (AskwellRecordClass  *klass,
                                                   const char          *name);

/* A copy with a new id, its children copied with it; unattached. */
AskwellRecord     *askwell_record_duplicate       (AskwellRecord       *self);

/* Class of the records that the XML and the database call @element; %G_TYPE_INVALID when there is none. */
GType              askwell_record_type_for_element (const char         *element);

/* Text as a record keeps it: valid UTF-8, lines ended by \n alone, without the control characters that XML cannot hold. */
char              *askwell_record_clean_text      (const char          *text,
                                                   gboolean             one_line);

G_END_DECLS
