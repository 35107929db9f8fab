/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-model-enums.h"
#include "model/askwell-record-list.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_ACCOUNT (askwell_account_get_type ())
G_DECLARE_FINAL_TYPE (AskwellAccount, askwell_account, ASKWELL, ACCOUNT, AskwellRecord)

/* An organisation one sells to: its people, its call plans, and what has been learned of it. */

AskwellAccount    *askwell_account_new          (void);
const char        *askwell_account_get_name     (AskwellAccount *self);
void               askwell_account_set_name     (AskwellAccount *self,
                                                 const char     *name);
const char        *askwell_account_get_industry (AskwellAccount *self);
void               askwell_account_set_industry (AskwellAccount *self,
                                                 const char     *industry);
const char        *askwell_account_get_place    (AskwellAccount *self);
void               askwell_account_set_place    (AskwellAccount *self,
                                                 const char     *place);
const char        *askwell_account_get_website  (AskwellAccount *self);
void               askwell_account_set_website  (AskwellAccount *self,
                                                 const char     *website);
const char        *askwell_account_get_notes    (AskwellAccount *self);
void               askwell_account_set_notes    (AskwellAccount *self,
                                                 const char     *notes);
gint64             askwell_account_get_deleted  (AskwellAccount *self);
void               askwell_account_set_deleted  (AskwellAccount *self,
                                                 gint64          deleted);
AskwellRecordList *askwell_account_get_contacts (AskwellAccount *self);
AskwellRecordList *askwell_account_get_facts    (AskwellAccount *self);
AskwellRecordList *askwell_account_get_unknowns (AskwellAccount *self);
AskwellRecordList *askwell_account_get_plans    (AskwellAccount *self);

G_END_DECLS
