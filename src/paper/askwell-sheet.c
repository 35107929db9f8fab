/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

#include "askwell-sheet.h"

#include "askwell-layout.h"
#include "askwell-sheet-private.h"
#include "model/askwell-attendee.h"
#include "model/askwell-entry.h"
#include "model/askwell-fact.h"
#include "model/askwell-objective.h"
#include "model/askwell-question.h"
#include "model/askwell-unknown.h"

/*
 * What stands on each sheet. The call sheet is read in the car park: what it is about in large type, questions first, with room for the answers; what
 * only helped to think comes after. The review sheet shows each objective before and after. The ledger shows what is open before what is known.
 */

struct _AskwellSheet
{
  GObject parent_instance;

  AskwellSheetKind kind;
  AskwellRecord *record;
  AskwellReader *reader;
  char *title;
  AskwellLayout *layout;
};

G_DEFINE_FINAL_TYPE (AskwellSheet, askwell_sheet, G_TYPE_OBJECT)

static void
askwell_sheet_finalize (GObject *object)
{
  AskwellSheet *self = ASKWELL_SHEET (object);

  g_clear_object (&self->record);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->layout, askwell_layout_free);
  g_free (self->title);

  G_OBJECT_CLASS (askwell_sheet_parent_class)->finalize (object);
}

static void
askwell_sheet_class_init (AskwellSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = askwell_sheet_finalize;
}

static void
askwell_sheet_init (AskwellSheet *self)
{
}

static char *
format_time (gint64      seconds,
             const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) time = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return time != NULL ? g_date_time_format (time, format) : g_strdup ("");
}

static void
add_heading (AskwellSheet *self,
             const char   *text)
{
  askwell_layout_add (self->layout, ASKWELL_STYLE_HEADING, ASKWELL_MARKER_NONE, 0, text, NULL);
}

static void
add_body (AskwellSheet *self,
          AskwellMarker marker,
          const char   *text)
{
  askwell_layout_add (self->layout, ASKWELL_STYLE_BODY, marker, 0, text, NULL);
}

static void
add_section (AskwellSheet *self,
             const char   *heading,
             const char   *text)
{
  if (*text == '\0')
    return;
  add_heading (self, heading);
  add_body (self, ASKWELL_MARKER_NONE, text);
}

/* The call sheet */

static char *
describe_call (AskwellPlan *plan)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (askwell_plan_get_start (plan) != 0)
    /* Translators: a date and time of a call on paper, as of strftime */
    g_ptr_array_add (parts, format_time (askwell_plan_get_start (plan), _ ("%A %-d %B %Y, %H:%M")));
  if (askwell_plan_get_length (plan) > 0)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%d min"), askwell_plan_get_length (plan)));
  if (*askwell_plan_get_place (plan) != '\0')
    g_ptr_array_add (parts, g_strdup (askwell_plan_get_place (plan)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static char *
describe_attendees (AskwellPlan *plan)
{
  AskwellRecordList *attendees = askwell_plan_get_attendees (plan);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < askwell_record_list_get_size (attendees); i++)
    {
      AskwellAttendee *attendee = askwell_record_list_get (attendees, i);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", askwell_attendee_get_name (attendee));
      if (*askwell_attendee_get_part (attendee) != '\0')
        g_string_append_printf (text, " (%s)", askwell_attendee_get_part (attendee));
    }
  return g_string_free (text, FALSE);
}

static void
add_entries (AskwellSheet  *self,
             AskwellPlan   *plan,
             AskwellSection section,
             const char    *heading)
{
  AskwellRecordList *entries = askwell_plan_get_entries (plan);
  gboolean first = TRUE;

  for (guint i = 0; i < askwell_record_list_get_size (entries); i++)
    {
      AskwellEntry *entry = askwell_record_list_get (entries, i);

      if (askwell_entry_get_section (entry) != section)
        continue;
      if (first)
        add_heading (self, heading);
      first = FALSE;
      add_body (self, ASKWELL_MARKER_BULLET, askwell_entry_get_text (entry));
    }
}

static void
add_facts (AskwellSheet   *self,
           AskwellAccount *account)
{
  AskwellRecordList *facts = askwell_account_get_facts (account);

  if (askwell_record_list_get_size (facts) > 0)
    add_heading (self, _ ("What I know"));
  for (guint i = 0; i < askwell_record_list_get_size (facts); i++)
    {
      AskwellFact *fact = askwell_record_list_get (facts, i);
      gboolean guess = askwell_fact_get_certainty (fact) == ASKWELL_CERTAINTY_GUESS;
      g_autofree char *day = askwell_fact_get_learned (fact) != 0 ? format_time (askwell_fact_get_learned (fact), _ ("%-d %b %Y")) : NULL;
      g_autoptr (GString) text = g_string_new (askwell_fact_get_text (fact));

      if (*askwell_fact_get_source (fact) != '\0' || guess)
        g_string_append_printf (text, " — %s%s%s%s%s", askwell_fact_get_source (fact), *askwell_fact_get_source (fact) != '\0' && day != NULL ? ", " : "",
                                day != NULL ? day : "", guess && (*askwell_fact_get_source (fact) != '\0' || day != NULL) ? ", " : "",
                                guess ? _ ("a guess") : "");
      add_body (self, guess ? ASKWELL_MARKER_QUESTION : ASKWELL_MARKER_TICKED, text->str);
    }
}

static void
add_unknowns (AskwellSheet   *self,
              AskwellAccount *account,
              const char     *heading)
{
  AskwellRecordList *unknowns = askwell_account_get_unknowns (account);
  gboolean first = TRUE;

  for (guint i = 0; i < askwell_record_list_get_size (unknowns); i++)
    {
      AskwellUnknown *unknown = askwell_record_list_get (unknowns, i);

      if (askwell_unknown_get_state (unknown) != ASKWELL_UNKNOWN_STATE_OPEN && askwell_unknown_get_state (unknown) != ASKWELL_UNKNOWN_STATE_ASKED)
        continue;
      if (first)
        add_heading (self, heading);
      first = FALSE;
      add_body (self, ASKWELL_MARKER_QUESTION, askwell_unknown_get_text (unknown));
    }
}

static void
build_call (AskwellSheet *self)
{
  AskwellPlan *plan = ASKWELL_PLAN (self->record);
  AskwellAccount *account = ASKWELL_ACCOUNT (askwell_record_get_ancestor (self->record, ASKWELL_TYPE_ACCOUNT));
  AskwellRecordList *objectives = askwell_plan_get_objectives (plan);
  AskwellRecordList *questions = askwell_plan_get_questions (plan);
  guint n_questions = askwell_record_list_get_size (questions);
  g_autofree char *call = describe_call (plan);
  g_autofree char *attendees = describe_attendees (plan);

  askwell_layout_add (self->layout, ASKWELL_STYLE_TITLE, ASKWELL_MARKER_NONE, 0, self->title, NULL);
  if (account != NULL)
    askwell_layout_add (self->layout, ASKWELL_STYLE_LARGE, ASKWELL_MARKER_NONE, 0, askwell_account_get_name (account), NULL);
  if (*call != '\0')
    add_body (self, ASKWELL_MARKER_NONE, call);
  if (*attendees != '\0')
    {
      g_autofree char *with = g_strdup_printf (_ ("With %s"), attendees);

      add_body (self, ASKWELL_MARKER_NONE, with);
    }
  askwell_layout_add_rule (self->layout);
  add_section (self, _ ("Their reason to meet"), askwell_plan_get_reason (plan));

  if (askwell_record_list_get_size (objectives) > 0)
    add_heading (self, _ ("What I need to learn"));
  for (guint i = 0; i < askwell_record_list_get_size (objectives); i++)
    {
      AskwellObjective *objective = askwell_record_list_get (objectives, i);
      const char *learning = askwell_objective_get_learning (objective);

      askwell_layout_add (self->layout, ASKWELL_STYLE_LARGE, ASKWELL_MARKER_BULLET, 0,
                          *learning != '\0' ? learning : askwell_objective_get_text (objective), NULL);
    }

  if (n_questions > 0)
    add_heading (self, _ ("Questions to ask"));
  for (guint i = 0; i < n_questions; i++)
    {
      AskwellQuestion *question = askwell_record_list_get (questions, i);

      askwell_layout_add (self->layout, ASKWELL_STYLE_LARGE, askwell_question_get_asked (question) ? ASKWELL_MARKER_TICKED : ASKWELL_MARKER_BOX, 0,
                          askwell_question_get_text (question), NULL);
      if (*askwell_question_get_answer (question) != '\0')
        add_body (self, ASKWELL_MARKER_BULLET, askwell_question_get_answer (question));
      else
        askwell_layout_add_lines (self->layout, n_questions <= 5 ? 2 : 1);
    }

  add_section (self, _ ("Their view"), askwell_plan_get_view (plan));
  if (account != NULL)
    {
      add_facts (self, account);
      add_unknowns (self, account, _ ("What is still open"));
    }
  add_entries (self, plan, ASKWELL_SECTION_CONCERN, _ ("Their concerns"));
  add_entries (self, plan, ASKWELL_SECTION_THEIR_QUESTION, _ ("What they may ask me"));
  add_entries (self, plan, ASKWELL_SECTION_POINT, _ ("Points to make"));
  add_section (self, _ ("A next step that would help them"), askwell_plan_get_best_step (plan));
  add_section (self, _ ("The least next step"), askwell_plan_get_least_step (plan));
  add_entries (self, plan, ASKWELL_SECTION_MATERIAL, _ ("Materials"));
  add_section (self, _ ("Notes"), askwell_plan_get_notes (plan));
  add_entries (self, plan, ASKWELL_SECTION_MY_PROMISE, _ ("Promised by me"));
  add_entries (self, plan, ASKWELL_SECTION_THEIR_PROMISE, _ ("Promised by them"));
}

/* The review sheet */

static void
build_review (AskwellSheet *self)
{
  AskwellPlan *plan = ASKWELL_PLAN (self->record);
  AskwellAccount *account = ASKWELL_ACCOUNT (askwell_record_get_ancestor (self->record, ASKWELL_TYPE_ACCOUNT));
  AskwellRecordList *objectives = askwell_plan_get_objectives (plan);
  g_autoptr (PangoAttrList) bold = pango_attr_list_new ();

  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  askwell_layout_add (self->layout, ASKWELL_STYLE_TITLE, ASKWELL_MARKER_NONE, 0, self->title, NULL);
  if (account != NULL)
    askwell_layout_add (self->layout, ASKWELL_STYLE_LARGE, ASKWELL_MARKER_NONE, 0, askwell_account_get_name (account), NULL);
  askwell_layout_add_rule (self->layout);
  askwell_layout_add_space (self->layout, 6);
  askwell_layout_add_pair (self->layout, ASKWELL_STYLE_BODY, _ ("Before"), bold, _ ("After"), bold);
  if (askwell_record_list_get_size (objectives) == 0)
    add_body (self, ASKWELL_MARKER_NONE, _ ("This plan has no objectives yet."));
  for (guint i = 0; i < askwell_record_list_get_size (objectives); i++)
    {
      AskwellObjective *objective = askwell_record_list_get (objectives, i);
      const char *text = askwell_objective_get_text (objective);
      const char *learning = askwell_objective_get_learning (objective);
      g_autoptr (PangoAttrList) marks = askwell_sheet_mark_findings (self->reader, text);
      g_autoptr (PangoAttrList) changes = *learning != '\0' ? askwell_sheet_mark_changes (text, learning) : NULL;

      askwell_layout_add_space (self->layout, 8);
      askwell_layout_add_pair (self->layout, ASKWELL_STYLE_LARGE, text, marks, *learning != '\0' ? learning : _ ("As written"), changes);
    }
  if (self->reader != NULL)
    {
      askwell_layout_add_space (self->layout, 18);
      askwell_layout_add (self->layout, ASKWELL_STYLE_CAPTION, ASKWELL_MARKER_NONE, 0,
                          _ ("Underlined: words about what we want, tell, push or chase. Bold: what is new in the learning form."), NULL);
    }
}

/* The ledger */

static void
build_ledger (AskwellSheet *self)
{
  AskwellAccount *account = ASKWELL_ACCOUNT (self->record);
  AskwellRecordList *unknowns = askwell_account_get_unknowns (account);
  gboolean first = TRUE;

  askwell_layout_add (self->layout, ASKWELL_STYLE_TITLE, ASKWELL_MARKER_NONE, 0, self->title, NULL);
  askwell_layout_add (self->layout, ASKWELL_STYLE_LARGE, ASKWELL_MARKER_NONE, 0, _ ("What we have learned, and what is still open"), NULL);
  askwell_layout_add_rule (self->layout);
  add_unknowns (self, account, _ ("Still open"));
  add_facts (self, account);
  for (guint i = 0; i < askwell_record_list_get_size (unknowns); i++)
    {
      AskwellUnknown *unknown = askwell_record_list_get (unknowns, i);

      if (askwell_unknown_get_state (unknown) != ASKWELL_UNKNOWN_STATE_ANSWERED)
        continue;
      if (first)
        add_heading (self, _ ("Answered"));
      first = FALSE;
      add_body (self, ASKWELL_MARKER_TICKED, askwell_unknown_get_text (unknown));
      if (*askwell_unknown_get_answer (unknown) != '\0')
        add_body (self, ASKWELL_MARKER_BULLET, askwell_unknown_get_answer (unknown));
    }
}

/**
 * askwell_sheet_new:
 * @kind: which sheet
 * @record: a plan, for the ledger an account; loaded, and its account too
 * @reader: (nullable): marks what is seller-centred; %NULL for no marks
 *
 * Returns: (transfer full): a sheet
 */
AskwellSheet *
askwell_sheet_new (AskwellSheetKind kind,
                   AskwellRecord   *record,
                   AskwellReader   *reader)
{
  AskwellSheet *self;
  g_autofree char *today = NULL;
  g_autofree char *footer = NULL;
  const char *title;

  g_return_val_if_fail (kind == ASKWELL_SHEET_LEDGER ? ASKWELL_IS_ACCOUNT (record) : ASKWELL_IS_PLAN (record), NULL);

  self = g_object_new (ASKWELL_TYPE_SHEET, NULL);
  self->kind = kind;
  self->record = g_object_ref (record);
  g_set_object (&self->reader, reader);
  title = ASKWELL_IS_PLAN (record) ? askwell_plan_get_title (ASKWELL_PLAN (record)) : askwell_account_get_name (ASKWELL_ACCOUNT (record));
  self->title = g_strdup (*title != '\0' ? title : _ ("Untitled"));
  today = format_time (g_get_real_time () / G_USEC_PER_SEC, _ ("%-d %b %Y"));
  footer = g_strdup_printf ("%s · %s", self->title, today);
  self->layout = askwell_layout_new (footer);
  switch (kind)
    {
    case ASKWELL_SHEET_CALL:
      build_call (self);
      break;
    case ASKWELL_SHEET_REVIEW:
      build_review (self);
      break;
    case ASKWELL_SHEET_LEDGER:
      build_ledger (self);
      break;
    default:
      g_assert_not_reached ();
    }
  return self;
}

const char *
askwell_sheet_get_title (AskwellSheet *self)
{
  g_return_val_if_fail (ASKWELL_IS_SHEET (self), NULL);

  return self->title;
}

/**
 * askwell_sheet_paginate:
 * @self: a sheet
 * @width: of the page, points
 * @height: of the page, points
 * @margin: on all sides, points
 *
 * Returns: how many pages
 */
guint
askwell_sheet_paginate (AskwellSheet *self,
                        double        width,
                        double        height,
                        double        margin)
{
  g_return_val_if_fail (ASKWELL_IS_SHEET (self), 0);

  return askwell_layout_paginate (self->layout, width, height, margin);
}

void
askwell_sheet_draw_page (AskwellSheet *self,
                         cairo_t      *cairo,
                         guint         page)
{
  g_return_if_fail (ASKWELL_IS_SHEET (self));
  g_return_if_fail (cairo != NULL);

  askwell_layout_draw_page (self->layout, cairo, page);
}

static void
get_paper_size (double *width,
                double *height)
{
#ifdef _NL_PAPER_WIDTH
  /* Millimetres, as the locale has it */
  int paper_width = (int) (intptr_t) nl_langinfo (_NL_PAPER_WIDTH), paper_height = (int) (intptr_t) nl_langinfo (_NL_PAPER_HEIGHT);

  if (paper_width > 100 && paper_width < 1000 && paper_height > 100 && paper_height < 2000)
    {
      *width = paper_width * 72 / 25.4;
      *height = paper_height * 72 / 25.4;
      return;
    }
#endif
  *width = 210 * 72 / 25.4;
  *height = 297 * 72 / 25.4;
}

static cairo_status_t
write_cb (void                *data,
          const unsigned char *bytes,
          unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * askwell_sheet_write_pdf:
 * @self: a sheet
 * @file: where to; what is there is replaced only when the PDF is whole
 * @error: why it was not written
 */
gboolean
askwell_sheet_write_pdf (AskwellSheet *self,
                         GFile        *file,
                         GError      **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cairo;
  cairo_status_t status;
  double width, height;
  guint n_pages;

  g_return_val_if_fail (ASKWELL_IS_SHEET (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  get_paper_size (&width, &height);
  n_pages = askwell_sheet_paginate (self, width, height, 48);
  surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Askwell");
  cairo = cairo_create (surface);
  for (guint page = 0; page < n_pages; page++)
    {
      askwell_sheet_draw_page (self, cairo, page);
      cairo_show_page (cairo);
    }
  cairo_surface_finish (surface);
  status = cairo_status (cairo);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", cairo_status_to_string (status));
      return FALSE;
    }
  return g_file_replace_contents (file, (const char *) bytes->data, bytes->len, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, error);
}
