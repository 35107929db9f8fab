/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/askwell-library.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_UNDO (askwell_undo_get_type ())
G_DECLARE_FINAL_TYPE (AskwellUndo, askwell_undo, ASKWELL, UNDO, GObject)

/* Undoes what was done to the library's structure. Properties: "can-undo", "can-redo" (read-only, with notify). */
AskwellUndo *askwell_undo_new      (AskwellLibrary *library);
void         askwell_undo_begin    (AskwellUndo    *self,
                                    const char     *label);
void         askwell_undo_end      (AskwellUndo    *self);
gboolean     askwell_undo_can_undo (AskwellUndo    *self);
gboolean     askwell_undo_can_redo (AskwellUndo    *self);
char        *askwell_undo_undo     (AskwellUndo    *self);
char        *askwell_undo_redo     (AskwellUndo    *self);

G_END_DECLS
