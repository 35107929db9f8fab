/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-account.h"
#include "askwell-contact.h"
#include "askwell-fact.h"
#include "askwell-plan.h"
#include "askwell-record-private.h"
#include "askwell-unknown.h"

struct _AskwellAccount
{
  AskwellRecord parent_instance;

  char *name;
  char *industry;
  char *place;
  char *website;
  char *notes;
  gint64 deleted; /* 0, or when it went to the trash */

  AskwellRecordList *contacts; /* element-type AskwellContact */
  AskwellRecordList *facts; /* element-type AskwellFact */
  AskwellRecordList *unknowns; /* element-type AskwellUnknown */
  AskwellRecordList *plans; /* element-type AskwellPlan */
};

G_DEFINE_FINAL_TYPE (AskwellAccount, askwell_account, ASKWELL_TYPE_RECORD)

enum
{
  FIELD_NAME,
  FIELD_INDUSTRY,
  FIELD_PLACE,
  FIELD_WEBSITE,
  FIELD_NOTES,
  FIELD_DELETED,
};

static const AskwellField fields[] = {
  { "name", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellAccount, name) },
  { "industry", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellAccount, industry) },
  { "place", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellAccount, place) },
  { "website", ASKWELL_FIELD_STRING, G_STRUCT_OFFSET (AskwellAccount, website) },
  { "notes", ASKWELL_FIELD_TEXT, G_STRUCT_OFFSET (AskwellAccount, notes) },
  { "deleted", ASKWELL_FIELD_TIME, G_STRUCT_OFFSET (AskwellAccount, deleted) },
};

static const AskwellChildren children[] = {
  { "contacts", askwell_contact_get_type, G_STRUCT_OFFSET (AskwellAccount, contacts) },
  { "facts", askwell_fact_get_type, G_STRUCT_OFFSET (AskwellAccount, facts) },
  { "unknowns", askwell_unknown_get_type, G_STRUCT_OFFSET (AskwellAccount, unknowns) },
  { "plans", askwell_plan_get_type, G_STRUCT_OFFSET (AskwellAccount, plans) },
};

static void
askwell_account_class_init (AskwellAccountClass *klass)
{
  askwell_record_class_install (ASKWELL_RECORD_CLASS (klass), "account", fields, G_N_ELEMENTS (fields), children, G_N_ELEMENTS (children));
}

static void
askwell_account_init (AskwellAccount *self)
{
}

AskwellAccount *
askwell_account_new (void)
{
  return g_object_new (ASKWELL_TYPE_ACCOUNT, NULL);
}

ASKWELL_RECORD_DEFINE_TEXT (Account, ACCOUNT, account, NAME, name)
ASKWELL_RECORD_DEFINE_TEXT (Account, ACCOUNT, account, INDUSTRY, industry)
ASKWELL_RECORD_DEFINE_TEXT (Account, ACCOUNT, account, PLACE, place)
ASKWELL_RECORD_DEFINE_TEXT (Account, ACCOUNT, account, WEBSITE, website)
ASKWELL_RECORD_DEFINE_TEXT (Account, ACCOUNT, account, NOTES, notes)
ASKWELL_RECORD_DEFINE_NUMBER (Account, ACCOUNT, account, DELETED, deleted, gint64)
ASKWELL_RECORD_DEFINE_CHILDREN (Account, ACCOUNT, account, contacts)
ASKWELL_RECORD_DEFINE_CHILDREN (Account, ACCOUNT, account, facts)
ASKWELL_RECORD_DEFINE_CHILDREN (Account, ACCOUNT, account, unknowns)
ASKWELL_RECORD_DEFINE_CHILDREN (Account, ACCOUNT, account, plans)
