/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "askwell-session.h"

G_BEGIN_DECLS

void askwell_preferences_show (GtkWindow      *parent,
                               AskwellSession *session);

G_END_DECLS
