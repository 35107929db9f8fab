/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "askwell-sidebar.h"
#include "askwell-window.h"
#include "model/askwell-account.h"
#include "model/askwell-plan.h"
#include "paper/askwell-sheet.h"

G_BEGIN_DECLS

struct _AskwellWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *states;
  AdwStatusPage *error_page;
  GtkBox *error_actions;
  AdwLeaflet *leaflet;
  AskwellSidebar *sidebar;
  AdwFlap *flap;
  GtkStack *contents;
  AdwViewStack *plan_pages;
  AdwViewSwitcherTitle *switcher;
  GtkInfoBar *error_bar;
  GtkLabel *error_label;
  GtkWidget *plan_page;
  GtkWidget *review_page;
  GtkWidget *debrief_page;
  GtkWidget *account_page;
  GtkWidget *trash_page;
  GtkWidget *panel;

  AskwellSession *session;
  AskwellRecord *shown; /* a plan or an account */
  AskwellRecord *put_away; /* what was shown when it went to the trash; back with it when that is undone */
  AdwToast *toast; /* the last one, while it is there */
  char *opening; /* id of what is being brought to be shown; a later wish replaces it */
  GFile *to_import;
  gboolean sample;
  gboolean opened;
};

void          askwell_window_install_actions      (AskwellWindow *self);
void          askwell_window_install_file_actions (AskwellWindow *self);
void          askwell_window_update_actions       (AskwellWindow *self);
AskwellSheet *askwell_window_create_sheet         (AskwellWindow *self);
void          askwell_window_open_session         (AskwellWindow *self);
gboolean      askwell_window_has_accounts         (AskwellWindow *self);
void          askwell_window_open_sample          (AskwellWindow *self);

G_END_DECLS
