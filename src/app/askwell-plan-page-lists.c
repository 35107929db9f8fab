/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-plan-page-private.h"

#include "askwell-questions-panel.h"
#include "model/askwell-entry.h"
#include "model/askwell-fact.h"
#include "model/askwell-unknown.h"

/* A ledger up to this long is shown whole. */
#define SHORT_LEDGER 6

/* Questions */

void
askwell_plan_page_update_question_caption (AskwellPlanPage *self)
{
  guint n_questions, n_fit;
  g_autofree char *caption = NULL;
  int minutes;

  if (self->plan == NULL)
    return;
  n_questions = askwell_line_list_get_size (self->question_list);
  minutes = askwell_plan_get_length (self->plan);
  if (minutes > 0)
    {
      n_fit = askwell_questions_for_minutes (minutes);
      /* Translators: how many questions there are, how many fit, and into how many minutes */
      caption = g_strdup_printf (_ ("%u of about %u for %d minutes"), n_questions, n_fit, minutes);
    }
  askwell_line_list_set_caption (self->question_list, caption);
}

gboolean
askwell_plan_page_drop_suggestion_cb (AskwellPlanPage *self,
                                      const GValue    *value)
{
  AskwellSuggestion *suggestion = g_value_get_object (value);

  if (suggestion == NULL || self->plan == NULL)
    return FALSE;
  askwell_questions_panel_add_to_plan (self->session, self->plan, suggestion);
  return TRUE;
}

/* The ledger */

static gboolean
filter_fact (AskwellRecord *record,
             gpointer       data)
{
  AskwellPlanPage *self = data;

  if (askwell_record_list_get_size (askwell_account_get_facts (self->account)) <= SHORT_LEDGER)
    return TRUE;
  return g_str_equal (askwell_fact_get_plan (ASKWELL_FACT (record)), askwell_record_get_id (ASKWELL_RECORD (self->plan)));
}

static void
prepare_fact (AskwellRecord *record,
              gpointer       data)
{
  AskwellPlanPage *self = data;

  askwell_fact_set_plan (ASKWELL_FACT (record), askwell_record_get_id (ASKWELL_RECORD (self->plan)));
  askwell_fact_set_learned (ASKWELL_FACT (record), g_get_real_time () / G_USEC_PER_SEC);
}

static gboolean
filter_unknown (AskwellRecord *record,
                gpointer       data)
{
  AskwellPlanPage *self = data;
  AskwellUnknown *unknown = ASKWELL_UNKNOWN (record);
  const char *id = askwell_record_get_id (ASKWELL_RECORD (self->plan));
  AskwellUnknownState state = askwell_unknown_get_state (unknown);

  return state == ASKWELL_UNKNOWN_STATE_OPEN || state == ASKWELL_UNKNOWN_STATE_ASKED ||
         g_str_equal (askwell_unknown_get_plan (unknown), id) || g_str_equal (askwell_unknown_get_answered_by (unknown), id);
}

static void
prepare_unknown (AskwellRecord *record,
                 gpointer       data)
{
  AskwellPlanPage *self = data;

  askwell_unknown_set_plan (ASKWELL_UNKNOWN (record), askwell_record_get_id (ASKWELL_RECORD (self->plan)));
}

void
askwell_plan_page_update_fact_caption (AskwellPlanPage *self)
{
  guint n_facts, n_shown;
  g_autofree char *caption = NULL;

  if (self->account == NULL)
    return;
  n_facts = askwell_record_list_get_size (askwell_account_get_facts (self->account));
  n_shown = askwell_line_list_get_size (self->fact_list);
  if (n_facts > n_shown)
    caption = g_strdup_printf (ngettext ("%u more in the ledger", "%u more in the ledger", n_facts - n_shown), n_facts - n_shown);
  askwell_line_list_set_caption (self->fact_list, caption);
}

/* The lists of short lines */

static gboolean
filter_entry (AskwellRecord *record,
              gpointer       data)
{
  return askwell_entry_get_section (ASKWELL_ENTRY (record)) == (AskwellSection) GPOINTER_TO_INT (data);
}

static void
prepare_entry (AskwellRecord *record,
               gpointer       data)
{
  askwell_entry_set_section (ASKWELL_ENTRY (record), GPOINTER_TO_INT (data));
}

static void
bind_entries (AskwellPlanPage *self,
              AskwellLineList *list,
              AskwellSection   section,
              const char      *field)
{
  askwell_line_list_bind (list, self->session, self->plan != NULL ? askwell_plan_get_entries (self->plan) : NULL, filter_entry,
                          prepare_entry, GINT_TO_POINTER (section));
  askwell_line_list_bind_comments (list, self->plan, field);
}

/* Shows the lists of the plan and of its account, or none. */
void
askwell_plan_page_bind_lists (AskwellPlanPage *self)
{
  AskwellPlan *plan = self->plan;
  AskwellAccount *account = self->account;

  askwell_line_list_bind (self->question_list, self->session, plan != NULL ? askwell_plan_get_questions (plan) : NULL, NULL, NULL,
                          self);
  askwell_line_list_bind_comments (self->question_list, plan, "questions");
  askwell_line_list_bind (self->fact_list, self->session, account != NULL ? askwell_account_get_facts (account) : NULL, filter_fact,
                          prepare_fact, self);
  askwell_line_list_bind_comments (self->fact_list, plan, "facts");
  askwell_line_list_bind (self->unknown_list, self->session, account != NULL ? askwell_account_get_unknowns (account) : NULL,
                          filter_unknown, prepare_unknown, self);
  askwell_line_list_bind_comments (self->unknown_list, plan, "unknowns");
  bind_entries (self, self->their_question_list, ASKWELL_SECTION_THEIR_QUESTION, "their-questions");
  bind_entries (self, self->concern_list, ASKWELL_SECTION_CONCERN, "concerns");
  bind_entries (self, self->point_list, ASKWELL_SECTION_POINT, "points");
  bind_entries (self, self->material_list, ASKWELL_SECTION_MATERIAL, "materials");
}
