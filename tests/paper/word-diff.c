/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "paper/askwell-word-diff.h"

static void
check (const char *before,
       const char *after,
       const char *expected)
{
  g_autoptr (GArray) ranges = askwell_word_diff (before, after);
  g_autoptr (GString) marked = g_string_new (after);

  for (guint i = ranges->len; i-- > 0;)
    {
      AskwellWordRange *range = &g_array_index (ranges, AskwellWordRange, i);

      g_assert_cmpuint (range->start, <, range->end);
      g_string_insert_c (marked, (gssize) range->end, ']');
      g_string_insert_c (marked, (gssize) range->start, '[');
    }
  g_assert_cmpstr (marked->str, ==, expected);
}

static void
test_examples (void)
{
  check ("", "", "");
  check ("", "All of it is new.", "[All of it is new].");
  check ("Find out how it went.", "Find out how it went.", "Find out how it went.");
  check ("Find out how it WENT", "find out how it went", "find out how it went");
  check ("I want to get them to make a decision on this proposal.",
         "I need to understand what is getting in the way of their making a decision on this proposal.",
         "I [need] to [understand what is getting in the way of their making] a decision on this proposal.");
  check ("Ask Dana’s team", "Ask Lee’s team", "Ask [Lee’s] team");
  check ("Größe klären", "Größe und Farbe klären", "Größe [und Farbe] klären");
}

/* Words beyond the table's limit: no crash, and the ends are still compared. */
static void
test_long (void)
{
  g_autoptr (GString) before = g_string_new ("First");
  g_autoptr (GString) after = g_string_new ("First");
  g_autoptr (GArray) ranges = NULL;

  for (int i = 0; i < 3000; i++)
    {
      g_string_append_printf (before, " b%d", i);
      g_string_append_printf (after, " a%d", i);
    }
  g_string_append (before, " last");
  g_string_append (after, " last");
  ranges = askwell_word_diff (before->str, after->str);
  g_assert_cmpuint (ranges->len, ==, 1);
  g_assert_cmpuint (g_array_index (ranges, AskwellWordRange, 0).start, ==, 6);
  g_assert_cmpuint (g_array_index (ranges, AskwellWordRange, 0).end, ==, after->len - 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/word-diff/examples", test_examples);
  g_test_add_func ("/paper/word-diff/long", test_long);
  return g_test_run ();
}
