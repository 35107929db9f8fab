/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "phrasing/askwell-reader-private.h"

typedef struct
{
  const char *word;
  const char *third;
  const char *gerund;
  const char *past;
} Verb;

static const Verb verbs[] = {
  { "sign", "signs", "signing", "signed" },       { "make", "makes", "making", "made" },
  { "stop", "stops", "stopping", "stopped" },     { "try", "tries", "trying", "tried" },
  { "stay", "stays", "staying", "stayed" },       { "agree", "agrees", "agreeing", "agreed" },
  { "tie", "ties", "tying", "tied" },             { "push", "pushes", "pushing", "pushed" },
  { "show", "shows", "showing", "showed" },       { "commit", "commits", "committing", "committed" },
  { "offer", "offers", "offering", "offered" },   { "fix", "fixes", "fixing", "fixed" },
  { "go", "goes", "going", "went" },              { "find out", "finds out", "finding out", "found out" },
  { "decide", "decides", "deciding", "decided" }, { "plan", "plans", "planning", "planned" },
};

static AskwellReader *reader;

static void
check (const char *form,
       const char *word,
       const char *expected)
{
  AskwellPhrasebook *phrasebook = askwell_reader_get_phrasebook (reader, "en");
  g_autofree char *inflected = askwell_inflection_form (phrasebook->inflection, "verb", form, word);

  g_assert_cmpstr (inflected, ==, expected);
}

static void
test_verb (gconstpointer data)
{
  const Verb *verb = data;

  check ("third", verb->word, verb->third);
  check ("gerund", verb->word, verb->gerund);
  check ("past", verb->word, verb->past);
}

static void
test_unknown_form (void)
{
  check ("sideways", "sign", "sign");
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  reader = askwell_reader_new ();
  g_assert_true (askwell_reader_add_shipped (reader, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/inflection/%s", verbs[i].word);

      g_strdelimit (path, " ", '-');
      g_test_add_data_func (path, &verbs[i], test_verb);
    }
  g_test_add_func ("/inflection/unknown-form", test_unknown_form);
  result = g_test_run ();
  g_clear_object (&reader);
  return result;
}
