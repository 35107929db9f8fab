/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "askwell-sheet-private.h"

#include "model/askwell-comment.h"
#include "model/askwell-contact.h"
#include "model/askwell-ignore.h"
#include "model/askwell-library.h"
#include "model/askwell-objective.h"
#include "paper/askwell-format.h"
#include "paper/askwell-word-diff.h"

/*
 * The review sheet: every objective before and after, side by side. What a finding is shows in its line as much as in its tint, and what is new is
 * heavier as well as tinted, so that a copy in black and white says the same.
 */

#define BEFORE_END 0.475
#define AFTER_START 0.525

/* Of a text as long as a book the beginning is marked. */
#define LONGEST_TEXT 16384

typedef struct
{
  guint16 ground[3];
  guint16 line[3];
  PangoUnderline underline;
  PangoOverline overline;
} Look;

static const Look looks[ASKWELL_N_FINDING_KINDS] = {
  [ASKWELL_FINDING_WANT] = { { 0xfdfd, 0xf0f0, 0xcccc }, { 0x9a9a, 0x6767, 0 }, PANGO_UNDERLINE_ERROR, PANGO_OVERLINE_NONE },
  [ASKWELL_FINDING_TELL] = { { 0xdbdb, 0xeaea, 0xfbfb }, { 0x1a1a, 0x5f5f, 0xb4b4 }, PANGO_UNDERLINE_SINGLE, PANGO_OVERLINE_NONE },
  [ASKWELL_FINDING_PERSUADE] = { { 0xfbfb, 0xe0e0, 0xd5d5 }, { 0xc0c0, 0x1c1c, 0x2828 }, PANGO_UNDERLINE_DOUBLE, PANGO_OVERLINE_NONE },
  [ASKWELL_FINDING_CHASE] = { { 0xefef, 0xe0e0, 0xf5f5 }, { 0x8181, 0x3d3d, 0x9c9c }, PANGO_UNDERLINE_SINGLE, PANGO_OVERLINE_SINGLE },
};

typedef struct
{
  AskwellReader *reader; /* nullable */
  AskwellNames *names;
  AskwellRecordList *ignores; /* nullable */
  gboolean seen[ASKWELL_N_FINDING_KINDS];
} Review;

static void
insert (PangoAttrList  *attributes,
        PangoAttribute *attribute,
        gsize           start,
        gsize           end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

static void
insert_look (PangoAttrList     *attributes,
             AskwellFindingKind kind,
             gsize              start,
             gsize              end)
{
  const Look *look = &looks[kind];

  insert (attributes, pango_attr_background_new (look->ground[0], look->ground[1], look->ground[2]), start, end);
  insert (attributes, pango_attr_underline_new (look->underline), start, end);
  insert (attributes, pango_attr_underline_color_new (look->line[0], look->line[1], look->line[2]), start, end);
  if (look->overline != PANGO_OVERLINE_NONE)
    {
      insert (attributes, pango_attr_overline_new (look->overline), start, end);
      insert (attributes, pango_attr_overline_color_new (look->line[0], look->line[1], look->line[2]), start, end);
    }
}

static void
insert_new_words (PangoAttrList *attributes,
                  gsize          start,
                  gsize          end)
{
  insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  insert (attributes, pango_attr_background_new (0xdddd, 0xf3f3, 0xe4e4), start, end);
}

/* The names on the customer's side are never part of a finding. */
static AskwellNames *
collect_names (AskwellPlan *plan)
{
  AskwellAccount *account = (AskwellAccount *) askwell_record_get_ancestor (ASKWELL_RECORD (plan), ASKWELL_TYPE_ACCOUNT);
  AskwellRecordList *attendees = askwell_plan_get_attendees (plan);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (account != NULL)
    {
      AskwellRecordList *contacts = askwell_account_get_contacts (account);

      g_ptr_array_add (names, (gpointer) askwell_account_get_name (account));
      for (guint i = 0; i < askwell_record_list_get_size (contacts); i++)
        g_ptr_array_add (names, (gpointer) askwell_contact_get_name (askwell_record_list_get (contacts, i)));
    }
  for (guint i = 0; i < askwell_record_list_get_size (attendees); i++)
    g_ptr_array_add (names, (gpointer) askwell_attendee_get_name (askwell_record_list_get (attendees, i)));
  g_ptr_array_add (names, NULL);
  return askwell_names_new ((const char *const *) names->pdata);
}

/* Whether the person asked to leave this finding alone. */
static gboolean
is_ignored (Review           *review,
            AskwellObjective *objective,
            const char       *phrase,
            const char       *rule)
{
  g_autofree char *folded = g_utf8_casefold (phrase, -1);

  for (guint i = 0; review->ignores != NULL && i < askwell_record_list_get_size (review->ignores); i++)
    {
      AskwellIgnore *ignore = askwell_record_list_get (review->ignores, i);
      AskwellIgnoreScope scope = askwell_ignore_get_scope (ignore);
      g_autofree char *ignored = g_utf8_casefold (askwell_ignore_get_phrase (ignore), -1);

      if (scope == ASKWELL_IGNORE_SCOPE_RULE)
        {
          if (g_str_equal (askwell_ignore_get_rule (ignore), rule))
            return TRUE;
          continue;
        }
      if (scope == ASKWELL_IGNORE_SCOPE_HERE &&
          !g_str_equal (askwell_ignore_get_target (ignore), askwell_record_get_id (ASKWELL_RECORD (objective))))
        continue;
      if (g_str_equal (ignored, folded))
        return TRUE;
    }
  return FALSE;
}

/* Marks the findings in @text; gives its mode and the kinds found, each once. */
static AskwellMode
mark_findings (Review           *review,
               AskwellObjective *objective,
               const char       *text,
               PangoAttrList    *attributes,
               gboolean          kinds[ASKWELL_N_FINDING_KINDS])
{
  g_autoptr (AskwellReading) reading = NULL;
  gsize length = MIN (strlen (text), LONGEST_TEXT);
  const AskwellFinding *findings;
  guint n_findings, n_kept = 0;
  AskwellMode mode;

  while (length > 0 && (text[length] & 0xC0) == 0x80)
    length--;
  if (review->reader == NULL || length == 0)
    return ASKWELL_MODE_NEUTRAL;
  reading = askwell_reader_read (review->reader, text, (gssize) length, review->names, NULL);
  if (reading == NULL)
    return ASKWELL_MODE_NEUTRAL;

  findings = askwell_reading_get_findings (reading, &n_findings);
  for (guint i = 0; i < n_findings; i++)
    {
      const AskwellFinding *finding = &findings[i];
      g_autofree char *phrase = g_strndup (text + finding->byte_start, finding->byte_end - finding->byte_start);

      if (is_ignored (review, objective, phrase, finding->rule))
        continue;
      insert_look (attributes, finding->kind, finding->byte_start, finding->byte_end);
      kinds[finding->kind] = TRUE;
      review->seen[finding->kind] = TRUE;
      n_kept++;
    }
  mode = askwell_reading_get_mode (reading);
  return mode == ASKWELL_MODE_SELLING && n_kept == 0 ? ASKWELL_MODE_NEUTRAL : mode;
}

static char *
describe_before (Review      *review,
                 AskwellMode  mode,
                 gboolean     kinds[ASKWELL_N_FINDING_KINDS])
{
  GString *words;

  if (review->reader == NULL)
    return g_strdup (_ ("as written"));
  words = g_string_new (askwell_format_mode (mode));
  for (guint i = 0; i < ASKWELL_N_FINDING_KINDS; i++)
    if (kinds[i])
      g_string_append_printf (words, " · %s", askwell_format_finding_kind (i));
  return g_string_free (words, FALSE);
}

static void
add_before (AskwellFlow      *flow,
            Review           *review,
            AskwellObjective *objective)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  gboolean kinds[ASKWELL_N_FINDING_KINDS] = { FALSE };
  const char *text = askwell_objective_get_text (objective);
  AskwellMode mode = mark_findings (review, objective, text, attributes, kinds);
  g_autofree char *caption = describe_before (review, mode, kinds);

  askwell_flow_begin_cell (flow, 0, BEFORE_END);
  askwell_flow_add_text (flow, ASKWELL_STYLE_ASK, ASKWELL_MARK_NONE, 0, text, attributes);
  askwell_flow_keep_next (flow);
  askwell_flow_add_text (flow, ASKWELL_STYLE_CAPTION, ASKWELL_MARK_NONE, 3, caption, NULL);
}

static void
add_after (AskwellFlow      *flow,
           AskwellObjective *objective)
{
  const char *learning = askwell_objective_get_learning (objective);
  const char *text = askwell_objective_get_text (objective);
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autoptr (GArray) ranges = NULL;
  g_autofree char *when = NULL;
  g_autofree char *caption = NULL;

  askwell_flow_begin_cell (flow, AFTER_START, 1);
  if (*learning == '\0')
    {
      askwell_flow_add_text (flow, ASKWELL_STYLE_ASK, ASKWELL_MARK_NONE, 0, text, NULL);
      askwell_flow_keep_next (flow);
      askwell_flow_add_text (flow, ASKWELL_STYLE_CAPTION, ASKWELL_MARK_NONE, 3, _ ("unchanged"), NULL);
      return;
    }

  attributes = pango_attr_list_new ();
  ranges = askwell_word_diff (text, learning);
  for (guint i = 0; i < ranges->len; i++)
    {
      const AskwellWordRange *range = &g_array_index (ranges, AskwellWordRange, i);

      insert_new_words (attributes, range->start, range->end);
    }
  when = askwell_format_day_and_time (askwell_objective_get_applied (objective));
  caption = askwell_sheet_join (askwell_format_looks_at (askwell_objective_get_looks_at (objective)), when, NULL);
  askwell_flow_add_text (flow, ASKWELL_STYLE_ASK, ASKWELL_MARK_NONE, 0, learning, attributes);
  if (*caption != '\0')
    {
      askwell_flow_keep_next (flow);
      askwell_flow_add_text (flow, ASKWELL_STYLE_CAPTION, ASKWELL_MARK_NONE, 3, caption, NULL);
    }
}

/* What a coach said about an objective and is not settled. */
static void
add_comments (AskwellFlow      *flow,
              AskwellPlan      *plan,
              AskwellObjective *objective)
{
  AskwellRecordList *comments = askwell_plan_get_comments (plan);

  for (guint i = 0; i < askwell_record_list_get_size (comments); i++)
    {
      AskwellComment *comment = askwell_record_list_get (comments, i);
      g_autofree char *words = NULL;

      if (askwell_comment_get_resolved (comment) || *askwell_comment_get_text (comment) == '\0' ||
          !g_str_equal (askwell_comment_get_target (comment), askwell_record_get_id (ASKWELL_RECORD (objective))))
        continue;
      if (*askwell_comment_get_author (comment) != '\0')
        /* Translators: a coach's remark: who made it, and what it says */
        words = g_strdup_printf (_ ("%s: %s"), askwell_comment_get_author (comment), askwell_comment_get_text (comment));
      askwell_flow_add_row (flow, ASKWELL_STYLE_CAPTION, ASKWELL_MARK_BULLET, 5,
                            words != NULL ? words : askwell_comment_get_text (comment));
    }
}

static void
append_sample (GString       *words,
               PangoAttrList *attributes,
               const char    *sample,
               int            kind)
{
  gsize start;

  g_string_append (words, words->len > 0 ? "     " : "");
  start = words->len;
  g_string_append (words, sample);
  if (kind >= 0)
    insert_look (attributes, (AskwellFindingKind) kind, start, words->len);
  else
    insert_new_words (attributes, start, words->len);
}

/* What the marks mean, each shown in its own look. */
static void
add_legend (AskwellFlow *flow,
            Review      *review,
            gboolean     has_new_words)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < ASKWELL_N_FINDING_KINDS; i++)
    if (review->seen[i])
      append_sample (words, attributes, askwell_format_finding_kind (i), (int) i);
  if (has_new_words)
    append_sample (words, attributes, _ ("new words"), -1);
  if (words->len == 0)
    return;

  askwell_flow_begin_row (flow, ASKWELL_SECTION_SPACE, ASKWELL_ROW_RULE | ASKWELL_ROW_TOGETHER);
  askwell_flow_begin_cell (flow, 0, 1);
  askwell_flow_add_text (flow, ASKWELL_STYLE_CAPTION, ASKWELL_MARK_NONE, 0, words->str, attributes);
}

static void
add_column_heads (AskwellFlow *flow)
{
  askwell_flow_begin_row (flow, 18, ASKWELL_ROW_KEEP_NEXT);
  askwell_flow_begin_cell (flow, 0, BEFORE_END);
  askwell_flow_add_text (flow, ASKWELL_STYLE_HEADING, ASKWELL_MARK_NONE, 0, _ ("Before: as first written"), NULL);
  askwell_flow_begin_cell (flow, AFTER_START, 1);
  askwell_flow_add_text (flow, ASKWELL_STYLE_HEADING, ASKWELL_MARK_NONE, 0, _ ("After: what to learn"), NULL);
}

void
askwell_sheet_build_review (AskwellFlow   *flow,
                            AskwellPlan   *plan,
                            AskwellReader *reader)
{
  AskwellAccount *account = (AskwellAccount *) askwell_record_get_ancestor (ASKWELL_RECORD (plan), ASKWELL_TYPE_ACCOUNT);
  AskwellRecord *library = askwell_record_get_root (ASKWELL_RECORD (plan));
  AskwellRecordList *objectives = askwell_plan_get_objectives (plan);
  g_autoptr (AskwellNames) names = collect_names (plan);
  Review review = { .reader = reader, .names = names };
  g_autofree char *title = askwell_format_title (askwell_plan_get_title (plan));
  g_autofree char *when = askwell_format_when (plan);
  g_autofree char *count = NULL;
  g_autofree char *lead = NULL;
  guint n_objectives = 0, n_turned = 0, n_shown = 0;

  if (library != NULL)
    review.ignores = askwell_library_get_ignores (ASKWELL_LIBRARY (library));

  for (guint i = 0; i < askwell_record_list_get_size (objectives); i++)
    {
      AskwellObjective *objective = askwell_record_list_get (objectives, i);

      n_objectives += *askwell_objective_get_text (objective) != '\0' || *askwell_objective_get_learning (objective) != '\0';
      n_turned += *askwell_objective_get_learning (objective) != '\0';
    }
  if (n_objectives > 0)
    /* Translators: how many of the objectives were put into a learning form */
    count = g_strdup_printf (ngettext ("%u of %u objective turned into something to learn", "%u of %u objectives turned into something to learn",
                                       n_objectives),
                             n_turned, n_objectives);
  lead = g_strconcat (when, *when != '\0' && count != NULL ? "\n" : "", count, NULL);
  askwell_sheet_add_head (flow, account != NULL ? askwell_account_get_name (account) : "", title, lead);

  if (n_objectives == 0)
    {
      askwell_flow_begin_row (flow, ASKWELL_SECTION_SPACE, ASKWELL_ROW_RULE);
      askwell_flow_begin_cell (flow, 0, 1);
      askwell_flow_add_text (flow, ASKWELL_STYLE_BODY, ASKWELL_MARK_NONE, 0, _ ("No objectives yet."), NULL);
      return;
    }

  add_column_heads (flow);
  for (guint i = 0; i < askwell_record_list_get_size (objectives); i++)
    {
      AskwellObjective *objective = askwell_record_list_get (objectives, i);

      if (*askwell_objective_get_text (objective) == '\0' && *askwell_objective_get_learning (objective) == '\0')
        continue;
      askwell_flow_begin_row (flow, n_shown++ == 0 ? 14 : 20, ASKWELL_ROW_TOGETHER | ASKWELL_ROW_RULE);
      add_before (flow, &review, objective);
      add_after (flow, objective);
      add_comments (flow, plan, objective);
    }
  add_legend (flow, &review, n_turned > 0);
}
