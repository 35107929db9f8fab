/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "askwell-findings-list.h"
#include "askwell-line-list.h"
#include "askwell-plan-head.h"
#include "askwell-plan-page.h"
#include "askwell-text-section.h"
#include "model/askwell-account.h"

G_BEGIN_DECLS

/* Shared by the files of the plan page: the page, its objectives and findings in askwell-plan-page.c; what its lists show in
 * askwell-plan-page-lists.c. */

typedef struct
{
  GtkWidget *section; /* borrowed */
  GtkWidget *button;  /* borrowed; brings the section up */
  gboolean opened;    /* it was asked for, though it is empty */
} Optional;

enum
{
  VIEW,
  CONCERNS,
  THEIR_QUESTIONS,
  POINTS,
  BEST_STEP,
  LEAST_STEP,
  MATERIALS,
  NOTES,
  N_OPTIONALS
};

struct _AskwellPlanPage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  AskwellPlanHead *head;
  AskwellTextSection *reason_section;
  GtkLabel *mode_label;
  GtkMenuButton *findings_button;
  GtkLabel *findings_label;
  AskwellFindingsList *findings_list;
  GtkListBox *objective_rows;
  GtkText *add_objective;
  AskwellLineList *question_list;
  AskwellLineList *fact_list;
  AskwellLineList *unknown_list;
  AskwellTextSection *view_section;
  AskwellLineList *concern_list;
  AskwellLineList *their_question_list;
  AskwellLineList *point_list;
  AskwellTextSection *best_step_section;
  AskwellTextSection *least_step_section;
  AskwellLineList *material_list;
  AskwellTextSection *notes_section;
  GtkWidget *more_box;
  GtkBox *more_buttons;

  AskwellSession *session;
  AskwellPlan *plan;
  AskwellAccount *account;
  AskwellObjective *current_objective;
  GCancellable *loading;
  gulong length_handler;
  gulong objectives_handler;
  guint count_id; /* the findings are to be counted */

  Optional optionals[N_OPTIONALS];
};

void     askwell_plan_page_bind_lists              (AskwellPlanPage *self);
void     askwell_plan_page_update_question_caption (AskwellPlanPage *self);
void     askwell_plan_page_update_fact_caption     (AskwellPlanPage *self);
gboolean askwell_plan_page_drop_suggestion_cb      (AskwellPlanPage *self,
                                                    const GValue    *value);

G_END_DECLS
