/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "askwell-sheet-private.h"

#include "model/askwell-entry.h"
#include "model/askwell-fact.h"
#include "model/askwell-objective.h"
#include "model/askwell-question.h"
#include "model/askwell-unknown.h"
#include "paper/askwell-format.h"

/* The call sheet: what to have before one's eyes in the call. First what to learn and what to ask, with room for the answers; then the rest. */

#define EMPTY_QUESTIONS 4
#define LEAST_NOTES 3

/* Of a long ledger only what came up in this plan goes on its sheet; the whole is on the ledger's own. */
#define SHORT_LEDGER 8

/* Two lists side by side; a cell is given as a heading and texts, all of one mark. */
typedef struct
{
  const char *heading;
  GPtrArray *texts;  /* element-type utf8, owned */
  GPtrArray *quiet;  /* element-type utf8, owned: small words behind each text */
  GArray *marks;     /* element-type AskwellMark */
} List;

static void
list_init (List       *self,
           const char *heading)
{
  self->heading = heading;
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->quiet = g_ptr_array_new_with_free_func (g_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (AskwellMark));
}

static void
list_clear (List *self)
{
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->quiet);
  g_array_unref (self->marks);
}

static void
list_add (List       *self,
          AskwellMark mark,
          const char *text,
          char       *quiet)
{
  g_ptr_array_add (self->texts, g_strdup (text));
  g_ptr_array_add (self->quiet, quiet);
  g_array_append_val (self->marks, mark);
}

static void
add_marked_text (AskwellFlow *flow,
                 AskwellMark  mark,
                 double       space,
                 const char  *text,
                 const char  *quiet)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *joined = NULL;

  if (quiet == NULL || *quiet == '\0')
    {
      askwell_flow_add_text (flow, ASKWELL_STYLE_BODY, mark, space, text, NULL);
      return;
    }
  joined = g_strdup_printf ("%s  %s", text, quiet);
  attributes = pango_attr_list_new ();
  askwell_flow_mark_quiet (attributes, strlen (text), strlen (joined));
  askwell_flow_add_text (flow, ASKWELL_STYLE_BODY, mark, space, joined, attributes);
}

static void
add_list_cell (AskwellFlow *flow,
               const List  *list,
               double       start,
               double       end)
{
  askwell_flow_begin_cell (flow, start, end);
  askwell_flow_add_text (flow, ASKWELL_STYLE_HEADING, ASKWELL_MARK_NONE, 0, list->heading, NULL);
  askwell_flow_keep_next (flow);
  for (guint i = 0; i < list->texts->len; i++)
    add_marked_text (flow, g_array_index (list->marks, AskwellMark, i), i == 0 ? 4 : 3, g_ptr_array_index (list->texts, i),
                     g_ptr_array_index (list->quiet, i));
}

/* Side by side when both have something in them, else the one over the whole width. */
static void
add_lists (AskwellFlow *flow,
           const List  *first,
           const List  *second)
{
  if (first->texts->len == 0 && second->texts->len == 0)
    return;

  askwell_flow_begin_row (flow, ASKWELL_SECTION_SPACE, ASKWELL_ROW_RULE);
  if (first->texts->len > 0 && second->texts->len > 0)
    {
      add_list_cell (flow, first, 0, 0.475);
      add_list_cell (flow, second, 0.525, 1);
    }
  else
    add_list_cell (flow, first->texts->len > 0 ? first : second, 0, 1);
}

static void
add_section (AskwellFlow *flow,
             const char  *heading,
             const char  *text)
{
  if (*text == '\0')
    return;
  askwell_flow_add_heading (flow, heading);
  askwell_flow_add_row (flow, ASKWELL_STYLE_BODY, ASKWELL_MARK_NONE, 3, text);
}

static void
add_objectives (AskwellFlow *flow,
                AskwellPlan *plan)
{
  AskwellRecordList *objectives = askwell_plan_get_objectives (plan);
  gboolean headed = FALSE;

  for (guint i = 0; i < askwell_record_list_get_size (objectives); i++)
    {
      AskwellObjective *objective = askwell_record_list_get (objectives, i);
      const char *learning = askwell_objective_get_learning (objective);
      const char *text = *learning != '\0' ? learning : askwell_objective_get_text (objective);

      if (*text == '\0')
        continue;
      if (!headed)
        askwell_flow_add_heading (flow, _ ("What I am here to learn"));
      askwell_flow_add_row (flow, ASKWELL_STYLE_AIM, ASKWELL_MARK_BULLET, headed ? 5 : 3, text);
      headed = TRUE;
    }
}

static void
add_questions (AskwellFlow *flow,
               AskwellPlan *plan,
               guint        writing_lines)
{
  AskwellRecordList *questions = askwell_plan_get_questions (plan);
  guint n_shown = 0;

  askwell_flow_add_heading (flow, _ ("Questions"));
  for (guint i = 0; i < askwell_record_list_get_size (questions); i++)
    {
      AskwellQuestion *question = askwell_record_list_get (questions, i);
      const char *answer = askwell_question_get_answer (question);
      gboolean asked = askwell_question_get_asked (question) || *answer != '\0';

      if (*askwell_question_get_text (question) == '\0' && *answer == '\0')
        continue;
      askwell_flow_begin_row (flow, n_shown == 0 ? 4 : 9, ASKWELL_ROW_PLAIN);
      askwell_flow_begin_cell (flow, 0, 1);
      askwell_flow_add_text (flow, ASKWELL_STYLE_ASK, asked ? ASKWELL_MARK_TICKED_BOX : ASKWELL_MARK_BOX, 0,
                             askwell_question_get_text (question), NULL);
      if (*answer != '\0')
        {
          askwell_flow_keep_next (flow);
          askwell_flow_add_text (flow, ASKWELL_STYLE_BODY, ASKWELL_MARK_INDENT, 2, answer, NULL);
        }
      else
        askwell_flow_add_writing (flow, writing_lines);
      n_shown++;
    }

  if (n_shown == 0)
    {
      askwell_flow_begin_row (flow, 2, ASKWELL_ROW_PLAIN);
      askwell_flow_begin_cell (flow, 0, 1);
      askwell_flow_add_writing (flow, EMPTY_QUESTIONS);
    }
}

static void
add_ledger (AskwellFlow *flow,
            AskwellPlan *plan)
{
  AskwellAccount *account = (AskwellAccount *) askwell_record_get_ancestor (ASKWELL_RECORD (plan), ASKWELL_TYPE_ACCOUNT);
  const char *id = askwell_record_get_id (ASKWELL_RECORD (plan));
  AskwellRecordList *facts, *unknowns;
  List known, open;
  guint n_left_out = 0;

  if (account == NULL)
    return;

  facts = askwell_account_get_facts (account);
  unknowns = askwell_account_get_unknowns (account);
  list_init (&known, _ ("What I know"));
  list_init (&open, _ ("What I need to learn"));

  for (guint i = 0; i < askwell_record_list_get_size (facts); i++)
    {
      AskwellFact *fact = askwell_record_list_get (facts, i);
      g_autofree char *day = askwell_format_day (askwell_fact_get_learned (fact));

      if (*askwell_fact_get_text (fact) == '\0')
        continue;
      if (askwell_record_list_get_size (facts) > SHORT_LEDGER && !g_str_equal (askwell_fact_get_plan (fact), id))
        {
          n_left_out++;
          continue;
        }
      list_add (&known, ASKWELL_MARK_BULLET, askwell_fact_get_text (fact),
                askwell_sheet_join (askwell_fact_get_source (fact), day,
                                    askwell_fact_get_certainty (fact) == ASKWELL_CERTAINTY_GUESS
                                        ? askwell_format_certainty (ASKWELL_CERTAINTY_GUESS)
                                        : "",
                                    NULL));
    }
  if (n_left_out > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more in the ledger", "%u more in the ledger", n_left_out), n_left_out);

      list_add (&known, ASKWELL_MARK_NONE, more, NULL);
    }

  for (guint i = 0; i < askwell_record_list_get_size (unknowns); i++)
    {
      AskwellUnknown *unknown = askwell_record_list_get (unknowns, i);
      AskwellUnknownState state = askwell_unknown_get_state (unknown);

      if (*askwell_unknown_get_text (unknown) == '\0')
        continue;
      if (state == ASKWELL_UNKNOWN_STATE_OPEN || state == ASKWELL_UNKNOWN_STATE_ASKED)
        list_add (&open, ASKWELL_MARK_BOX, askwell_unknown_get_text (unknown),
                  g_strdup (state == ASKWELL_UNKNOWN_STATE_ASKED ? askwell_format_unknown_state (state) : ""));
      else if (state == ASKWELL_UNKNOWN_STATE_ANSWERED && g_str_equal (askwell_unknown_get_answered_by (unknown), id))
        list_add (&open, ASKWELL_MARK_TICKED_BOX, askwell_unknown_get_text (unknown), g_strdup (askwell_unknown_get_answer (unknown)));
    }

  add_lists (flow, &known, &open);
  list_clear (&known);
  list_clear (&open);
}

static void
add_entries (AskwellFlow    *flow,
             AskwellPlan    *plan,
             AskwellSection  first_section,
             const char     *first_heading,
             AskwellSection  second_section,
             const char     *second_heading)
{
  AskwellRecordList *entries = askwell_plan_get_entries (plan);
  List first, second;

  list_init (&first, first_heading);
  list_init (&second, second_heading);
  for (guint i = 0; i < askwell_record_list_get_size (entries); i++)
    {
      AskwellEntry *entry = askwell_record_list_get (entries, i);
      AskwellSection section = askwell_entry_get_section (entry);
      g_autofree char *day = askwell_format_day (askwell_entry_get_due (entry));
      gboolean is_promise = section == ASKWELL_SECTION_MY_PROMISE || section == ASKWELL_SECTION_THEIR_PROMISE;
      gboolean can_be_ticked = is_promise || section == ASKWELL_SECTION_MATERIAL;
      AskwellMark mark = ASKWELL_MARK_BULLET;
      char *due;

      if (*askwell_entry_get_text (entry) == '\0' || (section != first_section && section != second_section))
        continue;
      if (askwell_entry_get_done (entry))
        mark = ASKWELL_MARK_TICKED_BOX;
      else if (can_be_ticked)
        mark = ASKWELL_MARK_BOX;
      /* Translators: until when something was promised; %s is a day */
      due = *day != '\0' ? g_strdup_printf (_ ("by %s"), day) : g_strdup ("");
      list_add (section == first_section ? &first : &second, mark, askwell_entry_get_text (entry), due);
    }
  add_lists (flow, &first, &second);
  list_clear (&first);
  list_clear (&second);
}

static void
add_steps (AskwellFlow *flow,
           AskwellPlan *plan)
{
  const char *best = askwell_plan_get_best_step (plan), *least = askwell_plan_get_least_step (plan);
  List best_list, least_list;

  list_init (&best_list, _ ("A next step that would help them"));
  list_init (&least_list, _ ("If not that, at least"));
  if (*best != '\0')
    list_add (&best_list, ASKWELL_MARK_NONE, best, NULL);
  if (*least != '\0')
    list_add (&least_list, ASKWELL_MARK_NONE, least, NULL);
  add_lists (flow, &best_list, &least_list);
  list_clear (&best_list);
  list_clear (&least_list);
}

static void
add_debrief (AskwellFlow *flow,
             AskwellPlan *plan)
{
  AskwellOutcome outcome = askwell_plan_get_outcome (plan);
  List surprise, differently;

  if (outcome != ASKWELL_OUTCOME_NONE)
    add_section (flow, _ ("What came of it"), askwell_format_outcome (outcome));

  list_init (&surprise, _ ("What surprised me"));
  list_init (&differently, _ ("What I would do differently"));
  if (*askwell_plan_get_surprise (plan) != '\0')
    list_add (&surprise, ASKWELL_MARK_NONE, askwell_plan_get_surprise (plan), NULL);
  if (*askwell_plan_get_differently (plan) != '\0')
    list_add (&differently, ASKWELL_MARK_NONE, askwell_plan_get_differently (plan), NULL);
  add_lists (flow, &surprise, &differently);
  list_clear (&surprise);
  list_clear (&differently);

  add_entries (flow, plan, ASKWELL_SECTION_MY_PROMISE, _ ("What I promised"), ASKWELL_SECTION_THEIR_PROMISE, _ ("What they promised"));
}

void
askwell_sheet_build_call (AskwellFlow *flow,
                          AskwellPlan *plan,
                          guint        writing_lines)
{
  AskwellAccount *account = (AskwellAccount *) askwell_record_get_ancestor (ASKWELL_RECORD (plan), ASKWELL_TYPE_ACCOUNT);
  AskwellCallKind kind = askwell_plan_get_kind (plan);
  g_autofree char *kicker = askwell_sheet_join (account != NULL ? askwell_account_get_name (account) : "",
                                                kind != ASKWELL_CALL_KIND_OTHER ? askwell_format_call_kind (kind) : "", NULL);
  g_autofree char *title = askwell_format_title (askwell_plan_get_title (plan));
  g_autofree char *when = askwell_format_when (plan);
  g_autofree char *place = askwell_sheet_join (when, askwell_plan_get_place (plan), NULL);
  g_autofree char *attendees = askwell_format_attendees (plan);
  g_autofree char *with = NULL;
  g_autofree char *lead = NULL;

  if (*attendees != '\0')
    /* Translators: who will be at the call */
    with = g_strdup_printf (_ ("With %s"), attendees);
  lead = g_strconcat (place, *place != '\0' && with != NULL ? "\n" : "", with, NULL);
  askwell_sheet_add_head (flow, kicker, title, lead);

  add_section (flow, _ ("Their reason to meet"), askwell_plan_get_reason (plan));
  add_objectives (flow, plan);
  add_questions (flow, plan, writing_lines);
  add_ledger (flow, plan);
  add_section (flow, _ ("Their view"), askwell_plan_get_view (plan));
  add_entries (flow, plan, ASKWELL_SECTION_THEIR_QUESTION, _ ("What they may ask me"), ASKWELL_SECTION_CONCERN, _ ("Their concerns"));
  add_steps (flow, plan);
  add_entries (flow, plan, ASKWELL_SECTION_POINT, _ ("Points to make"), ASKWELL_SECTION_MATERIAL, _ ("Materials"));
  add_section (flow, _ ("Notes"), askwell_plan_get_notes (plan));
  add_debrief (flow, plan);
}

void
askwell_sheet_fill_with_notes (AskwellFlow *flow)
{
  double line = askwell_flow_get_writing_height (flow);
  int n_lines = (int) ((askwell_flow_get_room (flow) - 2 * line) / line);

  if (n_lines < LEAST_NOTES)
    return;
  askwell_flow_add_heading (flow, _ ("Notes in the call"));
  askwell_flow_begin_row (flow, 0, ASKWELL_ROW_PLAIN);
  askwell_flow_begin_cell (flow, 0, 1);
  askwell_flow_add_writing (flow, (guint) n_lines);
}
