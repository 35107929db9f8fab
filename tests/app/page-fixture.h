/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "askwell-session.h"
#include "askwell-text-field.h"
#include "model/askwell-account.h"
#include "model/askwell-plan.h"

G_BEGIN_DECLS

/* A library in a folder of its own, with an account and a plan in it, and a window to put a page into. */
typedef struct
{
  char *folder;
  AskwellSession *session;
  AskwellAccount *account;
  AskwellPlan *plan;
  GtkWindow *window;
  char *announced; /* the last change that was told to the person */
} PageFixture;

void       page_fixture_init      (int          *argc,
                                   char       ***argv);
void       page_fixture_set_up    (PageFixture  *self,
                                   gconstpointer data);
void       page_fixture_tear_down (PageFixture  *self,
                                   gconstpointer data);
void       page_fixture_show      (PageFixture  *self,
                                   GtkWidget    *page);

/* Turns the main loop until @condition holds, and fails the test when it does not come to hold. */
typedef gboolean (*PageCondition) (gpointer data);
void       page_wait_for          (PageCondition condition,
                                   gpointer      data);
void       page_settle            (void);

/* The n-th widget of that type within @root, in the order of the page. */
gpointer   page_find              (gpointer      root,
                                   GType         type,
                                   guint         index);
guint      page_count             (gpointer      root,
                                   GType         type);
/* The text field that edits that field of that record. */
AskwellTextField *page_find_field (gpointer       root,
                                   gpointer       record,
                                   const char    *field);

/* Fails unless a screen reader can name every control that is on screen. */
void       page_check_names       (gpointer       root);

/* Fails when @root asks for more than that many pixels, and says who is to blame. */
void       page_check_width       (gpointer       root,
                                   int            most);

/* As a person would: each letter an action of its own. */
void       page_type              (AskwellTextField *field,
                                   const char       *text);
void       page_wait_idle         (AskwellTextField *field);
char      *page_dup_findings      (AskwellTextField *field);

G_END_DECLS
