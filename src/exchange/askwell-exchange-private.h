/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libxml/xmlreader.h>

#include "exchange/askwell-exchange.h"

G_BEGIN_DECLS

#define ASKWELL_EXCHANGE_NAMESPACE "urn:askwell:library:1"
#define ASKWELL_EXCHANGE_NAMESPACE_STEM "urn:askwell:library:"

GResource     *askwell_exchange_get_resource (void);
xmlTextReader *askwell_exchange_open_reader  (GBytes  *bytes,
                                              int      options,
                                              GError **error);
gboolean       askwell_exchange_check        (GBytes  *bytes,
                                              GError **error);

G_END_DECLS
