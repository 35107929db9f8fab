/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

#include "phrasing/askwell-reader.h"

G_BEGIN_DECLS

PangoAttrList *askwell_sheet_mark_findings (AskwellReader *reader,
                                            const char    *text);
PangoAttrList *askwell_sheet_mark_changes  (const char    *before,
                                            const char    *after);

G_END_DECLS
