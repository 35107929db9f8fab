/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/askwell-exchange.h"
#include "model/askwell-attendee.h"
#include "model/askwell-comment.h"
#include "model/askwell-contact.h"
#include "model/askwell-entry.h"
#include "model/askwell-fact.h"
#include "model/askwell-ignore.h"
#include "model/askwell-objective.h"
#include "model/askwell-question.h"
#include "model/askwell-unknown.h"
#include "paper/askwell-sheet.h"

#define A4_WIDTH 595.0
#define A4_HEIGHT 842.0

typedef struct
{
  char *folder;
  AskwellLibrary *library;
  AskwellAccount *account;
  AskwellPlan *plan;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("askwell-paper-XXXXXX", NULL);
  self->library = askwell_library_new ();
  self->account = askwell_record_list_add (askwell_library_get_accounts (self->library));
  askwell_account_set_name (self->account, "Harbour Mills");
  self->plan = askwell_record_list_add (askwell_account_get_plans (self->account));
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_object_unref (self->library);
}

static char *
run (const char *program,
     const char *argument,
     const char *file)
{
  const char *const argv[] = { program, argument, file, "-", NULL };
  const char *const info_argv[] = { program, file, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) (argument != NULL ? argv : info_argv), NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return output;
}

static gboolean
has_poppler (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    g_test_skip ("pdftotext is not installed");
  return program != NULL;
}

static char *
write_sheet (Fixture         *self,
             AskwellSheetKind kind,
             AskwellRecord   *record,
             AskwellReader   *reader)
{
  g_autoptr (AskwellSheet) sheet = askwell_sheet_new (kind, record, reader);
  char *path = g_build_filename (self->folder, "sheet.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  askwell_sheet_write_pdf (sheet, file, &error);
  g_assert_no_error (error);
  return path;
}

/* The words of a sheet, as one reads them, with single spaces. */
static char *
read_sheet (Fixture         *self,
            AskwellSheetKind kind,
            AskwellRecord   *record,
            AskwellReader   *reader)
{
  g_autofree char *path = write_sheet (self, kind, record, reader);
  g_autofree char *text = run ("pdftotext", "-raw", path);
  g_autoptr (GRegex) regex = g_regex_new ("\\s+", 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, " ", 0, NULL);
}

static void
assert_says (const char *text,
             const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

static void
add_entry (AskwellPlan   *plan,
           AskwellSection section,
           const char    *text)
{
  AskwellEntry *entry = askwell_record_list_add (askwell_plan_get_entries (plan));

  askwell_entry_set_section (entry, section);
  askwell_entry_set_text (entry, text);
}

static void
add_objective (AskwellPlan *plan,
               const char  *text,
               const char  *learning)
{
  AskwellObjective *objective = askwell_record_list_add (askwell_plan_get_objectives (plan));

  askwell_objective_set_text (objective, text);
  askwell_objective_set_learning (objective, learning);
}

static void
fill_plan (Fixture *self)
{
  AskwellContact *contact = askwell_record_list_add (askwell_account_get_contacts (self->account));
  AskwellAttendee *attendee = askwell_record_list_add (askwell_plan_get_attendees (self->plan));
  AskwellFact *fact = askwell_record_list_add (askwell_account_get_facts (self->account));
  AskwellUnknown *unknown = askwell_record_list_add (askwell_account_get_unknowns (self->account));
  AskwellQuestion *question = askwell_record_list_add (askwell_plan_get_questions (self->plan));

  askwell_contact_set_name (contact, "Dana Ortiz-Bell");
  askwell_attendee_set_contact (attendee, askwell_record_get_id (ASKWELL_RECORD (contact)));
  askwell_attendee_set_name (attendee, "Dana Ortiz");
  askwell_attendee_set_part (attendee, "buyer");
  askwell_fact_set_text (fact, "They lease.");
  askwell_fact_set_source (fact, "Lee");
  askwell_fact_set_certainty (fact, ASKWELL_CERTAINTY_GUESS);
  askwell_unknown_set_text (unknown, "Who signs?");
  askwell_question_set_text (question, "What is in the way?");
  askwell_plan_set_title (self->plan, "Renewal visit");
  askwell_plan_set_start (self->plan, 1795687200);
  askwell_plan_set_length (self->plan, 45);
  askwell_plan_set_place (self->plan, "At their plant");
  askwell_plan_set_kind (self->plan, ASKWELL_CALL_KIND_RENEWAL);
  askwell_plan_set_reason (self->plan, "The board asks.");
  askwell_plan_set_view (self->plan, "A cost of running.");
  askwell_plan_set_best_step (self->plan, "Lee invites the night shift.");
  askwell_plan_set_least_step (self->plan, "Dana sends the list.");
  askwell_plan_set_notes (self->plan, "Park at the back.");
  add_objective (self->plan, "I want to get them to decide.", "I need to understand what is in the way.");
  add_objective (self->plan, "Find out how it was explained.", "");
  add_entry (self->plan, ASKWELL_SECTION_THEIR_QUESTION, "What about the price?");
  add_entry (self->plan, ASKWELL_SECTION_CONCERN, "A week of standstill");
  add_entry (self->plan, ASKWELL_SECTION_POINT, "The sister mill");
  add_entry (self->plan, ASKWELL_SECTION_MATERIAL, "Stop log");
  add_entry (self->plan, ASKWELL_SECTION_MY_PROMISE, "Send the form");
  add_entry (self->plan, ASKWELL_SECTION_THEIR_PROMISE, "October log");
}

static void
test_call (Fixture      *self,
           gconstpointer data)
{
  static const char *const said[] = {
    "Harbour Mills · Renewal", "Renewal visit", "45 min", "At their plant", "Dana Ortiz-Bell (buyer)", "The board asks.",
    "I need to understand what is in the way.", "Find out how it was explained.", "What is in the way?", "They lease. Lee · guess", "Who signs?",
    "A cost of running.", "What about the price?", "A week of standstill", "The sister mill", "Stop log", "Lee invites the night shift.",
    "Dana sends the list.", "Park at the back.", "Send the form", "October log", "page 1 of 1",
  };
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;
  g_autofree char *info = NULL;

  if (!has_poppler ())
    return;
  fill_plan (self);
  text = read_sheet (self, ASKWELL_SHEET_CALL, ASKWELL_RECORD (self->plan), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    assert_says (text, said[i]);
  /* What was first written is for the review. */
  g_assert_null (strstr (text, "I want to get them to decide."));

  path = write_sheet (self, ASKWELL_SHEET_CALL, ASKWELL_RECORD (self->plan), NULL);
  info = run ("pdfinfo", NULL, path);
  assert_says (info, "Renewal visit · Harbour Mills");
  assert_says (info, "A4");
}

static void
test_debriefed (Fixture      *self,
                gconstpointer data)
{
  AskwellQuestion *question;
  g_autofree char *text = NULL;

  if (!has_poppler ())
    return;
  fill_plan (self);
  question = askwell_record_list_get (askwell_plan_get_questions (self->plan), 0);
  askwell_question_set_answer (question, "The night shift.");
  askwell_plan_set_debriefed (self->plan, 1795690000);
  askwell_plan_set_outcome (self->plan, ASKWELL_OUTCOME_STEP_TAKEN);
  askwell_plan_set_surprise (self->plan, "They keep a log.");
  askwell_plan_set_differently (self->plan, "Ask sooner.");
  text = read_sheet (self, ASKWELL_SHEET_CALL, ASKWELL_RECORD (self->plan), NULL);
  assert_says (text, "The night shift.");
  assert_says (text, "They agreed to a step of their own");
  assert_says (text, "They keep a log.");
  assert_says (text, "Ask sooner.");
}

static void
test_review (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (AskwellReader) reader = askwell_reader_new ();
  g_autofree char *plain = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *ignored = NULL;
  g_autoptr (GError) error = NULL;
  AskwellObjective *objective;
  AskwellComment *comment;

  if (!has_poppler ())
    return;
  askwell_reader_add_shipped (reader, &error);
  g_assert_no_error (error);
  fill_plan (self);
  objective = askwell_record_list_get (askwell_plan_get_objectives (self->plan), 0);
  askwell_objective_set_looks_at (objective, "obstacle");
  comment = askwell_record_list_add (askwell_plan_get_comments (self->plan));
  askwell_comment_set_target (comment, askwell_record_get_id (ASKWELL_RECORD (objective)));
  askwell_comment_set_author (comment, "Coach Kim");
  askwell_comment_set_text (comment, "Whose wish is this?");

  plain = read_sheet (self, ASKWELL_SHEET_REVIEW, ASKWELL_RECORD (self->plan), NULL);
  assert_says (plain, "1 of 2 objectives turned into something to learn");
  assert_says (plain, "I want to get them to decide.");
  assert_says (plain, "looks at the obstacle");
  assert_says (plain, "Coach Kim: Whose wish is this?");
  assert_says (plain, "unchanged");
  g_assert_null (strstr (plain, "selling"));

  marked = read_sheet (self, ASKWELL_SHEET_REVIEW, ASKWELL_RECORD (self->plan), reader);
  assert_says (marked, "selling · What I want");

  askwell_record_list_append (askwell_library_get_ignores (self->library), g_object_new (ASKWELL_TYPE_IGNORE, "scope", ASKWELL_IGNORE_SCOPE_HERE,
                                                                                         "target", askwell_record_get_id (ASKWELL_RECORD (objective)),
                                                                                         "phrase", "i WANT to", NULL));
  g_object_unref (askwell_record_list_get (askwell_library_get_ignores (self->library), 0));
  ignored = read_sheet (self, ASKWELL_SHEET_REVIEW, ASKWELL_RECORD (self->plan), reader);
  g_assert_null (strstr (ignored, "What I want"));
}

static void
test_ledger (Fixture      *self,
             gconstpointer data)
{
  AskwellUnknown *answered, *dropped;
  g_autofree char *text = NULL;

  if (!has_poppler ())
    return;
  fill_plan (self);
  answered = askwell_record_list_add (askwell_account_get_unknowns (self->account));
  askwell_unknown_set_text (answered, "What the stops cost");
  askwell_unknown_set_state (answered, ASKWELL_UNKNOWN_STATE_ANSWERED);
  askwell_unknown_set_answer (answered, "Six hours each");
  dropped = askwell_record_list_add (askwell_account_get_unknowns (self->account));
  askwell_unknown_set_text (dropped, "Whether they share");
  askwell_unknown_set_state (dropped, ASKWELL_UNKNOWN_STATE_DROPPED);

  text = read_sheet (self, ASKWELL_SHEET_LEDGER, ASKWELL_RECORD (self->account), NULL);
  assert_says (text, "Harbour Mills");
  assert_says (text, "Still to learn Who signs?");
  assert_says (text, "They lease.");
  assert_says (text, "Lee · guess");
  assert_says (text, "What the stops cost");
  assert_says (text, "Six hours each");
  assert_says (text, "Whether they share");
  assert_says (text, "Dana Ortiz-Bell");
  g_assert_true (strstr (text, "Who signs?") < strstr (text, "They lease."));
}

static void
test_empty (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *call = NULL;
  g_autofree char *review = NULL;
  g_autofree char *ledger = NULL;
  g_autoptr (AskwellPlan) loose = askwell_plan_new ();
  g_autofree char *alone = NULL;

  if (!has_poppler ())
    return;
  call = read_sheet (self, ASKWELL_SHEET_CALL, ASKWELL_RECORD (self->plan), NULL);
  assert_says (call, "Untitled");
  assert_says (call, "Questions");
  assert_says (call, "page 1 of 1");
  review = read_sheet (self, ASKWELL_SHEET_REVIEW, ASKWELL_RECORD (self->plan), NULL);
  assert_says (review, "No objectives yet.");
  ledger = read_sheet (self, ASKWELL_SHEET_LEDGER, ASKWELL_RECORD (self->account), NULL);
  assert_says (ledger, "Nothing noted yet.");
  alone = read_sheet (self, ASKWELL_SHEET_CALL, ASKWELL_RECORD (loose), NULL);
  assert_says (alone, "Untitled");
}

/* Nothing is lost, however much there is. */
static void
test_much (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GString) book = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (!has_poppler ())
    return;
  for (guint i = 0; i < 200; i++)
    {
      AskwellQuestion *question = askwell_record_list_add (askwell_plan_get_questions (self->plan));
      g_autofree char *words = g_strdup_printf ("Question number q%uq, and what of it?", i);

      askwell_question_set_text (question, words);
    }
  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (book, "w%uw ", i);
  askwell_plan_set_notes (self->plan, book->str);

  text = read_sheet (self, ASKWELL_SHEET_CALL, ASKWELL_RECORD (self->plan), NULL);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *word = g_strdup_printf ("q%uq", i);

      assert_says (text, word);
    }
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%uw", i);

      assert_says (text, word);
    }
}

/* Nothing odd stops a sheet: scripts from the right, emoji, endless words, tiny and empty pages. */
static void
test_odd (Fixture      *self,
          gconstpointer data)
{
  static const double sizes[][3] = { { A4_WIDTH, A4_HEIGHT, 48 }, { 100, 100, 0 }, { 30, 30, 20 }, { 1, 1, 0 }, { 0, 0, 0 }, { 10000, 20, 0 } };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 10, 10);
  cairo_t *cairo = cairo_create (surface);
  g_autofree char *endless = g_strnfill (400, 'm');

  add_objective (self->plan, "אני רוצה להבין מה מפריע להם", "نحتاج إلى فهم ما يعيقهم 😀👩‍🔧");
  add_objective (self->plan, endless, endless);
  add_entry (self->plan, ASKWELL_SECTION_CONCERN, "");
  add_entry (self->plan, ASKWELL_SECTION_CONCERN, "\n\n\n");
  askwell_plan_set_title (self->plan, endless);
  askwell_plan_set_reason (self->plan, "\xe2\x80\xae" "right to left override");
  fill_plan (self);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint kind = ASKWELL_SHEET_CALL; kind <= ASKWELL_SHEET_LEDGER; kind++)
      {
        AskwellRecord *record = kind == ASKWELL_SHEET_LEDGER ? ASKWELL_RECORD (self->account) : ASKWELL_RECORD (self->plan);
        g_autoptr (AskwellSheet) sheet = askwell_sheet_new ((AskwellSheetKind) kind, record, NULL);
        guint n_pages = askwell_sheet_paginate (sheet, sizes[i][0], sizes[i][1], sizes[i][2]);

        g_assert_cmpuint (n_pages, >=, 1);
        for (guint page = 0; page < MIN (n_pages, 20); page++)
          askwell_sheet_draw_page (sheet, cairo, page);
        g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
      }
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

/* A normal plan is one page on both papers, with notes lines where there is room. */
static void
test_one_page (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (AskwellSheet) sheet = NULL;

  fill_plan (self);
  for (guint i = 0; i < 4; i++)
    askwell_question_set_text (askwell_record_list_add (askwell_plan_get_questions (self->plan)), "What still has to happen before you can decide?");
  sheet = askwell_sheet_new (ASKWELL_SHEET_CALL, ASKWELL_RECORD (self->plan), NULL);
  g_assert_cmpuint (askwell_sheet_paginate (sheet, A4_WIDTH, A4_HEIGHT, 48), ==, 1);
  g_assert_cmpuint (askwell_sheet_paginate (sheet, 612, 792, 48), ==, 1);
}

static void
test_failure (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (AskwellSheet) sheet = askwell_sheet_new (ASKWELL_SHEET_CALL, ASKWELL_RECORD (self->plan), NULL);
  g_autofree char *path = g_build_filename (self->folder, "no", "such", "folder.pdf", NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (askwell_sheet_write_pdf (sheet, nowhere, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "folder.pdf"));
  g_clear_error (&error);
  g_assert_false (askwell_sheet_write_pdf (sheet, folder, &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/paper/sheet/call", Fixture, NULL, set_up, test_call, tear_down);
  g_test_add ("/paper/sheet/debriefed", Fixture, NULL, set_up, test_debriefed, tear_down);
  g_test_add ("/paper/sheet/review", Fixture, NULL, set_up, test_review, tear_down);
  g_test_add ("/paper/sheet/ledger", Fixture, NULL, set_up, test_ledger, tear_down);
  g_test_add ("/paper/sheet/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/paper/sheet/much", Fixture, NULL, set_up, test_much, tear_down);
  g_test_add ("/paper/sheet/odd", Fixture, NULL, set_up, test_odd, tear_down);
  g_test_add ("/paper/sheet/one-page", Fixture, NULL, set_up, test_one_page, tear_down);
  g_test_add ("/paper/sheet/failure", Fixture, NULL, set_up, test_failure, tear_down);
  return g_test_run ();
}
