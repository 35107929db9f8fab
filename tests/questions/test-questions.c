/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "phrasing/askwell-reader.h"
#include "questions/askwell-question-bank-private.h"
#include "questions/askwell-suggestion.h"

static AskwellQuestionBank *bank;
static AskwellReader *reader;

/* The rules of the bank, where a program can check them */

static void
test_size (void)
{
  guint n[ASKWELL_N_TOPICS] = { 0 };

  g_assert_cmpuint (askwell_question_bank_get_size (bank), >=, 250);
  for (guint i = 0; i < askwell_question_bank_get_size (bank); i++)
    n[askwell_question_bank_get (bank, i)->topic]++;
  for (guint i = 1; i < ASKWELL_N_TOPICS; i++)
    g_assert_cmpuint (n[i], >=, 12);
}

static void
check_wording (const char *text)
{
  static const char *const leading[] = {
    "Wouldn’t you", "Wouldn't you", "Don’t you", "Don't you", "Isn’t it", "Isn't it", "would you agree", "wouldn't you agree", "Why ", "why did you",
  };
  const char *first = strchr (text, '?');

  for (guint i = 0; i < G_N_ELEMENTS (leading); i++)
    if (strstr (text, leading[i]) != NULL)
      g_error ("“%s” leads, or asks why", text);
  if (first != NULL && strchr (first + 1, '?') != NULL)
    g_error ("“%s” asks two things", text);
}

static void
test_wording (void)
{
  for (guint i = 0; i < askwell_question_bank_get_size (bank); i++)
    {
      const AskwellBankQuestion *question = askwell_question_bank_get (bank, i);

      check_wording (question->text);
      check_wording (question->plain);
      g_assert_null (strchr (question->plain, '{'));
    }
}

static void
test_no_findings (void)
{
  guint n_marked = 0;

  for (guint i = 0; i < askwell_question_bank_get_size (bank); i++)
    {
      const AskwellBankQuestion *question = askwell_question_bank_get (bank, i);
      g_autoptr (AskwellReading) reading = askwell_reader_read (reader, question->plain, -1, NULL, NULL);
      guint n;

      askwell_reading_get_findings (reading, &n);
      if (n > 0)
        g_test_message ("“%s” has a finding", question->plain);
      n_marked += n > 0;
    }
  g_assert_cmpuint (n_marked, ==, 0);
}

static void
test_no_twins (void)
{
  for (guint i = 0; i < askwell_question_bank_get_size (bank); i++)
    for (guint j = 0; j < i; j++)
      {
        AskwellBankEntry *a = askwell_question_bank_get_entry (bank, i), *b = askwell_question_bank_get_entry (bank, j);
        guint shared = askwell_stems_count_shared (&a->stems, &b->stems);

        if (shared >= 3 && shared == a->stems.n && shared == b->stems.n)
          g_error ("“%s” and “%s” are nearly the same", a->question.plain, b->question.plain);
      }
}

/* The choice */

static GPtrArray *
suggest (AskwellSituation *situation,
         const char       *objective,
         guint             limit)
{
  g_autoptr (AskwellReading) reading = askwell_reader_read (reader, objective, -1, NULL, NULL);
  GPtrArray *suggestions;

  situation->objective = objective;
  situation->reading = reading;
  suggestions = askwell_question_bank_suggest (bank, situation, limit);
  situation->reading = NULL;
  return suggestions;
}

static const char *
get_id (GPtrArray *suggestions,
        guint      index)
{
  return askwell_suggestion_get_id (g_ptr_array_index (suggestions, index));
}

static gboolean
has_id (GPtrArray  *suggestions,
        const char *id)
{
  for (guint i = 0; i < suggestions->len; i++)
    if (g_str_equal (get_id (suggestions, i), id))
      return TRUE;
  return FALSE;
}

static void
test_deterministic (void)
{
  AskwellSituation situation = { 0 };
  g_autoptr (GPtrArray) a = suggest (&situation, "I want them to sign the renewal.", 8);
  g_autoptr (GPtrArray) b = suggest (&situation, "I want them to sign the renewal.", 8);

  g_assert_cmpuint (a->len, ==, 8);
  for (guint i = 0; i < a->len; i++)
    g_assert_cmpstr (get_id (a, i), ==, get_id (b, i));
}

static void
test_three_for_any_note (void)
{
  AskwellSituation situation = { 0 };
  g_autoptr (GPtrArray) a = suggest (&situation, "", 3);
  g_autoptr (GPtrArray) b = suggest (&situation, "xyzzy", 3);

  g_assert_cmpuint (a->len, ==, 3);
  g_assert_cmpuint (b->len, ==, 3);
}

static void
test_left_out (void)
{
  const char *objective = "Understand how they decide on the proposal.";
  AskwellSituation situation = { 0 };
  g_autoptr (GPtrArray) before = suggest (&situation, objective, 3);
  g_autofree char *first = g_strdup (get_id (before, 0));
  const char *const ids[] = { first, NULL };

  situation.answered_ids = ids;
  {
    g_autoptr (GPtrArray) after = suggest (&situation, objective, 8);
    g_assert_false (has_id (after, first));
  }
  situation.answered_ids = NULL;
  situation.in_plan_ids = ids;
  {
    g_autoptr (GPtrArray) after = suggest (&situation, objective, 8);
    g_assert_false (has_id (after, first));
  }
  situation.in_plan_ids = NULL;
  situation.dismissed_ids = ids;
  {
    g_autoptr (GPtrArray) after = suggest (&situation, objective, 8);
    g_assert_false (has_id (after, first));
  }
}

/* What the ledger answered in other words is not asked again. */
static void
test_answered_in_words (void)
{
  const char *const answered[] = { "What still has to happen before you can decide? The board meets in May.", NULL };
  AskwellSituation situation = { .answered = answered };
  g_autoptr (GPtrArray) suggestions = suggest (&situation, "Understand how they decide.", 20);

  g_assert_false (has_id (suggestions, "decision.before"));
}

static void
test_open_first (void)
{
  const char *const open[] = { "Above which amount somebody else has to sign", NULL };
  AskwellSituation situation = { .open = open };
  g_autoptr (GPtrArray) suggestions = suggest (&situation, "Learn how they spend money.", 3);

  g_assert_true (has_id (suggestions, "budget.approval"));
}

static void
test_spread (void)
{
  AskwellSituation situation = { 0 };
  g_autoptr (GPtrArray) suggestions = suggest (&situation, "Learn how the committee decides on the budget for our proposal.", 6);
  guint n[ASKWELL_N_TOPICS] = { 0 };

  for (guint i = 0; i < suggestions->len; i++)
    n[askwell_suggestion_get_topic (g_ptr_array_index (suggestions, i))]++;
  for (guint i = 0; i < ASKWELL_N_TOPICS; i++)
    g_assert_cmpuint (n[i], <=, 3);
}

static void
test_topic_and_search (void)
{
  AskwellSituation situation = { .topic = ASKWELL_TOPIC_SERVICE };
  g_autoptr (GPtrArray) by_topic = suggest (&situation, "Anything", 5);

  for (guint i = 0; i < by_topic->len; i++)
    g_assert_cmpint (askwell_suggestion_get_topic (g_ptr_array_index (by_topic, i)), ==, ASKWELL_TOPIC_SERVICE);
  g_assert_cmpuint (by_topic->len, ==, 5);

  situation.topic = ASKWELL_TOPIC_NONE;
  situation.search = "supplier";
  {
    g_autoptr (GPtrArray) found = suggest (&situation, "Anything", 50);

    g_assert_cmpuint (found->len, >, 3);
    for (guint i = 0; i < found->len; i++)
      g_assert_nonnull (strstr (askwell_suggestion_get_text (g_ptr_array_index (found, i)), "supplier"));
  }
}

static void
test_placeholders (void)
{
  AskwellSituation situation = { .account = "Harbour Mills" };
  g_autoptr (GPtrArray) suggestions = suggest (&situation, "I want them to accept our proposal.", 60);
  gboolean subject = FALSE;

  for (guint i = 0; i < suggestions->len; i++)
    {
      const char *text = askwell_suggestion_get_text (g_ptr_array_index (suggestions, i));

      g_assert_null (strchr (text, '{'));
      subject = subject || strstr (text, "our proposal") != NULL;
    }
  g_assert_true (subject);
}

static void
test_keeps_place (void)
{
  AskwellSituation situation = { 0 };
  g_autoptr (GPtrArray) before = suggest (&situation, "Learn how they decide on the quote", 4);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < before->len; i++)
    g_ptr_array_add (ids, (gpointer) get_id (before, i));
  g_ptr_array_add (ids, NULL);
  situation.shown_ids = (const char *const *) ids->pdata;
  {
    g_autoptr (GPtrArray) after = suggest (&situation, "Learn how they decide on the quote now", 4);
    guint n_kept = 0;

    for (guint i = 0; i < after->len; i++)
      n_kept += has_id (before, get_id (after, i));
    g_assert_cmpuint (n_kept, >=, 3);
  }
}

static void
test_minutes (void)
{
  g_assert_cmpuint (askwell_questions_for_minutes (0), ==, 7);
  g_assert_cmpuint (askwell_questions_for_minutes (10), ==, 3);
  g_assert_cmpuint (askwell_questions_for_minutes (45), ==, 8);
  g_assert_cmpuint (askwell_questions_for_minutes (600), ==, 12);
}

/* Banks of a person's own */

#define HEAD "<bank xmlns=\"urn:askwell:questions:1\" language=\"en\">\n"

static const char *const broken[][2] = {
  { "", "the file is empty" },
  { "<bank", "own.xml:1:" },
  { HEAD "<question id=\"a.b\" topic=\"weather\"><text>Rain?</text></question></bank>", "own.xml:2:" },
  { HEAD "<question id=\"a.b\" topic=\"risk\"></question></bank>", "own.xml:2:" },
  { HEAD "<question id=\"decision.steps\" topic=\"risk\"><text>Again?</text></question></bank>", "there is a question" },
  { "<!DOCTYPE bank [<!ENTITY a \"b\">]>\n" HEAD "</bank>", "document type" },
};

static void
test_broken (void)
{
  g_autofree char *folder = g_dir_make_tmp ("askwell-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "own.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (AskwellQuestionBank) own = askwell_question_bank_new ();
      g_autoptr (GError) error = NULL;
      guint size;

      g_assert_true (askwell_question_bank_add_shipped (own, "en", NULL));
      size = askwell_question_bank_get_size (own);
      g_assert_true (g_file_set_contents (path, broken[i][0], -1, NULL));
      g_assert_false (askwell_question_bank_add_file (own, file, &error));
      g_assert_error (error, ASKWELL_QUESTION_BANK_ERROR, ASKWELL_QUESTION_BANK_ERROR_INVALID);
      if (strstr (error->message, broken[i][1]) == NULL)
        g_error ("“%s” does not say “%s”", error->message, broken[i][1]);
      g_assert_cmpuint (askwell_question_bank_get_size (own), ==, size);
    }
}

static void
test_personal (void)
{
  g_autofree char *folder = g_dir_make_tmp ("askwell-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "own.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (AskwellQuestionBank) own = askwell_question_bank_new ();
  g_autoptr (GPtrArray) errors = NULL;

  g_assert_true (askwell_question_bank_add_shipped (own, "en", NULL));
  g_assert_true (g_file_set_contents (path, HEAD "<question id=\"my.own\" topic=\"risk\"><text>What about the roof?</text></question></bank>", -1, NULL));
  errors = askwell_question_bank_add_folder (own, file);
  g_assert_cmpuint (errors->len, ==, 0);
  g_assert_true (askwell_question_bank_lookup (own, "my.own")->personal);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  reader = askwell_reader_new ();
  g_assert_true (askwell_reader_add_shipped (reader, NULL));
  bank = askwell_question_bank_new ();
  g_assert_true (askwell_question_bank_add_shipped (bank, "en", NULL));

  g_test_add_func ("/bank/size", test_size);
  g_test_add_func ("/bank/wording", test_wording);
  g_test_add_func ("/bank/no-findings", test_no_findings);
  g_test_add_func ("/bank/no-twins", test_no_twins);
  g_test_add_func ("/bank/broken", test_broken);
  g_test_add_func ("/bank/personal", test_personal);
  g_test_add_func ("/choice/deterministic", test_deterministic);
  g_test_add_func ("/choice/three-for-any-note", test_three_for_any_note);
  g_test_add_func ("/choice/left-out", test_left_out);
  g_test_add_func ("/choice/answered-in-words", test_answered_in_words);
  g_test_add_func ("/choice/open-first", test_open_first);
  g_test_add_func ("/choice/spread", test_spread);
  g_test_add_func ("/choice/topic-and-search", test_topic_and_search);
  g_test_add_func ("/choice/placeholders", test_placeholders);
  g_test_add_func ("/choice/keeps-place", test_keeps_place);
  g_test_add_func ("/choice/minutes", test_minutes);
  result = g_test_run ();
  g_clear_object (&bank);
  g_clear_object (&reader);
  return result;
}
