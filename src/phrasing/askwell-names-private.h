/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "phrasing/askwell-names.h"
#include "phrasing/askwell-phrasebook.h"

G_BEGIN_DECLS

void askwell_names_mark (AskwellNames      *self,
                         AskwellPhrasebook *phrasebook,
                         GArray            *tokens);

G_END_DECLS
