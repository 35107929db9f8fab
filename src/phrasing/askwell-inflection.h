/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

typedef struct _AskwellInflection AskwellInflection;

AskwellInflection *askwell_inflection_new   (void);
void               askwell_inflection_free  (AskwellInflection *self);
void               askwell_inflection_load  (AskwellInflection *self,
                                             xmlNode           *element);
char              *askwell_inflection_form  (AskwellInflection *self,
                                             const char        *set,
                                             const char        *form,
                                             const char        *word);
GPtrArray         *askwell_inflection_forms (AskwellInflection *self,
                                             const char        *set,
                                             const char        *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AskwellInflection, askwell_inflection_free)

G_END_DECLS
