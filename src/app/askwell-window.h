/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "askwell-session.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_WINDOW (askwell_window_get_type ())
G_DECLARE_FINAL_TYPE (AskwellWindow, askwell_window, ASKWELL, WINDOW, AdwApplicationWindow)

AskwellWindow  *askwell_window_new         (GtkApplication *application,
                                            AskwellSession *session,
                                            gboolean        sample);
AskwellSession *askwell_window_get_session (AskwellWindow  *self);
void            askwell_window_show_record (AskwellWindow  *self,
                                            AskwellRecord  *record);
AskwellRecord  *askwell_window_get_shown   (AskwellWindow  *self);
void            askwell_window_import      (AskwellWindow  *self,
                                            GFile          *file);
void            askwell_window_flush       (AskwellWindow  *self);
void            askwell_window_say         (AskwellWindow  *self,
                                            const char     *message);

G_END_DECLS
