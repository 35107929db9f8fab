/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-record-list.h"

G_BEGIN_DECLS

/* Instead of the index of a field in #AskwellLibrary::record-changed: the record moved in its list. */
#define ASKWELL_CHANGE_POSITION (-1)

#define ASKWELL_TYPE_LIBRARY (askwell_library_get_type ())
G_DECLARE_FINAL_TYPE (AskwellLibrary, askwell_library, ASKWELL, LIBRARY, AskwellRecord)

AskwellLibrary    *askwell_library_new          (void);
AskwellRecordList *askwell_library_get_accounts (AskwellLibrary *self);
AskwellRecordList *askwell_library_get_ignores  (AskwellLibrary *self);

/* Between these, changes are not told to the listeners of the library: the store's loading. They nest. */
void               askwell_library_begin_load   (AskwellLibrary *self);
void               askwell_library_end_load     (AskwellLibrary *self);
gboolean           askwell_library_is_loading   (AskwellLibrary *self);

G_END_DECLS
