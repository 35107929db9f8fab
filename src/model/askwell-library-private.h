/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "askwell-library.h"

G_BEGIN_DECLS

void askwell_library_tell_added   (AskwellLibrary    *self,
                                   AskwellRecord     *record);
void askwell_library_tell_removed (AskwellLibrary    *self,
                                   AskwellRecord     *record,
                                   AskwellRecordList *list);
void askwell_library_tell_changing (AskwellLibrary   *self,
                                    AskwellRecord    *record,
                                    int               field);
void askwell_library_tell_changed (AskwellLibrary    *self,
                                   AskwellRecord     *record,
                                   int                field);

G_END_DECLS
