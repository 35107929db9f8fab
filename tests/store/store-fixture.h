/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/askwell-store.h"

/* A folder with a library's file in it, that goes when the test is done. */
typedef struct
{
  char *folder;
  char *path;
} Fixture;

void            fixture_set_up    (Fixture        *self,
                                   gconstpointer   data);
void            fixture_tear_down (Fixture        *self,
                                   gconstpointer   data);
AskwellStore   *fixture_open      (Fixture        *self);
AskwellAccount *fixture_add       (AskwellStore   *store,
                                   const char     *name);
AskwellPlan    *fixture_add_plan  (AskwellAccount *account,
                                   const char     *title);
