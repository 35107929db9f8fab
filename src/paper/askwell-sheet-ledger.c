/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-sheet-private.h"

#include "model/askwell-contact.h"
#include "model/askwell-fact.h"
#include "model/askwell-unknown.h"
#include "paper/askwell-format.h"

/* The ledger: what an account has taught us, from whom and when, and what is still open. The open comes first: it is what the next call is for. */

#define TEXT_END 0.66
#define SOURCE_START 0.70

static void
add_pair (AskwellFlow *flow,
          AskwellMark  mark,
          const char  *text,
          const char  *below,
          const char  *beside)
{
  askwell_flow_begin_row (flow, 5, ASKWELL_ROW_PLAIN);
  askwell_flow_begin_cell (flow, 0, *beside != '\0' ? TEXT_END : 1.0);
  askwell_flow_add_text (flow, ASKWELL_STYLE_BODY, mark, 0, text, NULL);
  if (*below != '\0')
    {
      askwell_flow_keep_next (flow);
      askwell_flow_add_text (flow, ASKWELL_STYLE_BODY, ASKWELL_MARK_INDENT, 1, below, NULL);
    }
  if (*beside != '\0')
    {
      askwell_flow_begin_cell (flow, SOURCE_START, 1);
      askwell_flow_add_text (flow, ASKWELL_STYLE_CAPTION, ASKWELL_MARK_NONE, 0, beside, NULL);
    }
}

static void
add_people (AskwellFlow    *flow,
            AskwellAccount *account)
{
  AskwellRecordList *contacts = askwell_account_get_contacts (account);
  gboolean headed = FALSE;

  for (guint i = 0; i < askwell_record_list_get_size (contacts); i++)
    {
      AskwellContact *contact = askwell_record_list_get (contacts, i);
      g_autofree char *reach = askwell_sheet_join (askwell_contact_get_phone (contact), askwell_contact_get_email (contact), NULL);
      g_autofree char *who = NULL;

      if (*askwell_contact_get_name (contact) == '\0')
        continue;
      if (!headed)
        askwell_flow_add_heading (flow, _ ("People"));
      headed = TRUE;
      who = askwell_sheet_join (askwell_contact_get_name (contact), askwell_contact_get_role (contact), NULL);
      add_pair (flow, ASKWELL_MARK_BULLET, who, askwell_contact_get_notes (contact), reach);
    }
}

/* The unknowns in the states @state and @other_state, each with its answer. */
static guint
add_unknowns (AskwellFlow        *flow,
              AskwellAccount     *account,
              const char         *heading,
              AskwellUnknownState state,
              AskwellUnknownState other_state)
{
  AskwellRecordList *unknowns = askwell_account_get_unknowns (account);
  guint n_shown = 0;

  for (guint i = 0; i < askwell_record_list_get_size (unknowns); i++)
    {
      AskwellUnknown *unknown = askwell_record_list_get (unknowns, i);
      AskwellUnknownState its_state = askwell_unknown_get_state (unknown);
      g_autofree char *day = NULL;
      AskwellMark mark = ASKWELL_MARK_BOX;

      if (*askwell_unknown_get_text (unknown) == '\0' || (its_state != state && its_state != other_state))
        continue;
      if (n_shown++ == 0)
        askwell_flow_add_heading (flow, heading);

      day = askwell_format_day (askwell_unknown_get_answered (unknown));
      if (its_state == ASKWELL_UNKNOWN_STATE_ANSWERED)
        mark = ASKWELL_MARK_TICKED_BOX;
      else if (its_state == ASKWELL_UNKNOWN_STATE_DROPPED)
        mark = ASKWELL_MARK_BULLET;
      add_pair (flow, mark, askwell_unknown_get_text (unknown), askwell_unknown_get_answer (unknown),
                its_state == ASKWELL_UNKNOWN_STATE_ASKED ? askwell_format_unknown_state (its_state) : day);
    }
  return n_shown;
}

static int
compare_facts (gconstpointer a,
               gconstpointer b)
{
  gint64 first = askwell_fact_get_learned (*(AskwellFact **) a), second = askwell_fact_get_learned (*(AskwellFact **) b);

  return (first < second) - (first > second);
}

/* Newest first; g_ptr_array_sort() keeps the order of the same day. */
static guint
add_facts (AskwellFlow    *flow,
           AskwellAccount *account)
{
  AskwellRecordList *facts = askwell_account_get_facts (account);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < askwell_record_list_get_size (facts); i++)
    if (*askwell_fact_get_text (askwell_record_list_get (facts, i)) != '\0')
      g_ptr_array_add (sorted, askwell_record_list_get (facts, i));
  g_ptr_array_sort (sorted, compare_facts);

  for (guint i = 0; i < sorted->len; i++)
    {
      AskwellFact *fact = g_ptr_array_index (sorted, i);
      g_autofree char *day = askwell_format_day (askwell_fact_get_learned (fact));
      g_autofree char *beside =
          askwell_sheet_join (askwell_fact_get_source (fact), day, askwell_format_certainty (askwell_fact_get_certainty (fact)), NULL);

      if (i == 0)
        askwell_flow_add_heading (flow, _ ("What we know"));
      add_pair (flow, ASKWELL_MARK_BULLET, askwell_fact_get_text (fact), "", beside);
    }
  return sorted->len;
}

void
askwell_sheet_build_ledger (AskwellFlow    *flow,
                            AskwellAccount *account)
{
  g_autofree char *title = askwell_format_title (askwell_account_get_name (account));
  g_autofree char *lead = askwell_sheet_join (askwell_account_get_industry (account), askwell_account_get_place (account),
                                              askwell_account_get_website (account), NULL);
  guint n_shown = 0;

  askwell_sheet_add_head (flow, _ ("What we have learned"), title, lead);
  n_shown += add_unknowns (flow, account, _ ("Still to learn"), ASKWELL_UNKNOWN_STATE_OPEN, ASKWELL_UNKNOWN_STATE_ASKED);
  n_shown += add_facts (flow, account);
  n_shown += add_unknowns (flow, account, _ ("Asked and answered"), ASKWELL_UNKNOWN_STATE_ANSWERED, ASKWELL_UNKNOWN_STATE_ANSWERED);
  n_shown += add_unknowns (flow, account, _ ("No longer matters"), ASKWELL_UNKNOWN_STATE_DROPPED, ASKWELL_UNKNOWN_STATE_DROPPED);
  if (n_shown == 0)
    {
      askwell_flow_begin_row (flow, ASKWELL_SECTION_SPACE, ASKWELL_ROW_RULE);
      askwell_flow_begin_cell (flow, 0, 1);
      askwell_flow_add_text (flow, ASKWELL_STYLE_BODY, ASKWELL_MARK_NONE, 0,
                             _ ("Nothing noted yet. What a call teaches us comes here when it is debriefed."), NULL);
    }
  add_people (flow, account);
  if (*askwell_account_get_notes (account) != '\0')
    {
      askwell_flow_add_heading (flow, _ ("Notes"));
      askwell_flow_add_row (flow, ASKWELL_STYLE_BODY, ASKWELL_MARK_NONE, 3, askwell_account_get_notes (account));
    }
}
