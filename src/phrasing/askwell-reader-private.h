/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "phrasing/askwell-phrasebook.h"
#include "phrasing/askwell-reader.h"

G_BEGIN_DECLS

AskwellPhrasebook *askwell_reader_get_phrasebook (AskwellReader *self,
                                                  const char    *language);

G_END_DECLS
