/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "askwell-session.h"
#include "model/askwell-plan.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_LINE_LIST (askwell_line_list_get_type ())
G_DECLARE_FINAL_TYPE (AskwellLineList, askwell_line_list, ASKWELL, LINE_LIST, GtkBox)

typedef gboolean (*AskwellLineFilter)  (AskwellRecord *record,
                                        gpointer       data);
typedef void     (*AskwellLinePrepare) (AskwellRecord *record,
                                        gpointer       data);

/* A card with the lines of a record list, or the part of it that @filter lets through, and a line at the end to add more. Properties: "title",
 * "placeholder" (of the line that adds). Signal: "changed". */
void       askwell_line_list_bind        (AskwellLineList    *self,
                                          AskwellSession     *session,
                                          AskwellRecordList  *list,
                                          AskwellLineFilter   filter,
                                          AskwellLinePrepare  prepare,
                                          gpointer            data);
void       askwell_line_list_bind_comments (AskwellLineList *self,
                                            AskwellPlan     *plan,
                                            const char      *field);
gboolean   askwell_line_list_is_empty    (AskwellLineList    *self);
void       askwell_line_list_refilter    (AskwellLineList    *self);
guint      askwell_line_list_get_size    (AskwellLineList    *self);
void       askwell_line_list_set_caption (AskwellLineList    *self,
                                          const char         *caption);
void       askwell_line_list_grab_add    (AskwellLineList    *self);

G_END_DECLS
