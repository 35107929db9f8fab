/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "phrasing/askwell-reader-private.h"

static AskwellReader *reader;

static AskwellReading *
read_note (const char   *text,
           AskwellNames *names)
{
  g_autoptr (GError) error = NULL;
  AskwellReading *reading = askwell_reader_read (reader, text, -1, names, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reading);
  return reading;
}

static const AskwellFinding *
find_kind (AskwellReading    *reading,
           AskwellFindingKind kind)
{
  guint n;
  const AskwellFinding *findings = askwell_reading_get_findings (reading, &n);

  for (guint i = 0; i < n; i++)
    if (findings[i].kind == kind)
      return &findings[i];
  return NULL;
}

/* The examples of the phrasebooks: “[kind:span]” marks what has to be found; a counter-example has to be left alone. */

static void
test_example (gconstpointer data)
{
  const AskwellRuleExample *example = data;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (AskwellReading) reading = NULL;
  guint n_findings;
  const AskwellFinding *findings;

  for (const char *p = example->text; *p != '\0'; p++)
    {
      if (*p == '[')
        {
          g_autofree char *nick = g_strndup (p + 1, strcspn (p + 1, ":"));
          int kind = askwell_finding_kind_from_nick (nick);
          guint start = (guint) text->len;

          g_assert_cmpint (kind, >=, 0);
          g_array_append_val (kinds, kind);
          g_array_append_val (starts, start);
          p = strchr (p, ':');
        }
      else if (*p != ']')
        g_string_append_c (text, *p);
    }
  reading = read_note (text->str, NULL);
  findings = askwell_reading_get_findings (reading, &n_findings);
  if (example->counter)
    {
      if (n_findings > 0)
        g_test_message ("“%s”: %s at %u", text->str, findings[0].rule, findings[0].start);
      g_assert_cmpuint (n_findings, ==, 0);
      return;
    }
  for (guint i = 0; i < starts->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < n_findings; j++)
        found = found || ((int) findings[j].kind == g_array_index (kinds, int, i) &&
                          findings[j].byte_start <= g_array_index (starts, guint, i) + 8 && findings[j].byte_end > g_array_index (starts, guint, i));
      if (!found)
        g_test_message ("“%s”", text->str);
      g_assert_true (found);
    }
}

static void
test_offsets (void)
{
  const char *text = "Für Zoë – I want to know more.";
  g_autoptr (AskwellReading) reading = read_note (text, NULL);
  const AskwellFinding *finding = find_kind (reading, ASKWELL_FINDING_WANT);
  g_autofree char *span = NULL;

  g_assert (finding != NULL);
  span = g_utf8_substring (text, finding->start, finding->end);
  g_assert_true (g_str_has_prefix (span, "I want"));
  g_assert_true (strncmp (text + finding->byte_start, "I want", 6) == 0);
  g_assert_cmpuint (g_utf8_strlen (text, (gssize) finding->byte_start), ==, finding->start);
}

static void
test_curly (void)
{
  g_autoptr (AskwellReading) straight = read_note ("I'd love to pitch the new range to them.", NULL);
  g_autoptr (AskwellReading) curly = read_note ("I’d love to pitch the new range to them.", NULL);

  g_assert_nonnull (find_kind (straight, ASKWELL_FINDING_WANT));
  g_assert_nonnull (find_kind (curly, ASKWELL_FINDING_WANT));
}

static void
test_names (void)
{
  const char *const list[] = { "Will Close", "Pitch & Partners", NULL };
  g_autoptr (AskwellNames) names = askwell_names_new (list);
  g_autoptr (AskwellReading) reading = read_note ("Will Close", names);
  guint n;

  askwell_reading_get_findings (reading, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_mode (void)
{
  g_autoptr (AskwellReading) learning = read_note ("Find out what would have to be true before they can decide.", NULL);
  g_autoptr (AskwellReading) neutral = read_note ("Meeting on Tuesday at ten in room four.", NULL);
  g_autoptr (AskwellReading) empty = read_note ("", NULL);
  guint n;

  g_assert_cmpint (askwell_reading_get_mode (learning), ==, ASKWELL_MODE_LEARNING);
  g_assert_cmpint (askwell_reading_get_mode (neutral), ==, ASKWELL_MODE_NEUTRAL);
  g_assert_cmpint (askwell_reading_get_mode (empty), ==, ASKWELL_MODE_NEUTRAL);
  askwell_reading_get_topics (empty, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_invalid (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (askwell_reader_read (reader, "good \xff bad", -1, NULL, &error));
  g_assert_error (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_UTF8);
  g_assert_nonnull (strstr (error->message, "byte 5"));
}

/* Any bytes that are UTF-8, cut anywhere: offsets lie in the text and on characters, findings in order. */
static void
test_any_text (void)
{
  static const char *const pieces[] = {
    "I want to ", "convince ", "them ", "the quote", ". ", "“", "”", "’s ", "—", "\n", "ß", "日本", "e\xCC\x81", "!", "?", "...", "\t", "w/ ", "12.5% ",
    "Dana ", "don't ", "[", "]", "{who}", "\xE2\x80\xA8", "follow up on ", "because ", "-", "🚚", "'", "a", "\r\n",
  };

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (AskwellReading) reading = NULL;
      g_autoptr (GPtrArray) rewrites = NULL;
      const AskwellFinding *findings;
      guint n, last = 0;

      for (guint i = 0, n_pieces = (guint) g_test_rand_int_range (0, 30); i < n_pieces; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      reading = read_note (text->str, NULL);
      findings = askwell_reading_get_findings (reading, &n);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (findings[i].start, >=, last);
          g_assert_cmpuint (findings[i].end, >, findings[i].start);
          g_assert_cmpuint (findings[i].byte_end, <=, text->len);
          g_assert_cmpuint (g_utf8_strlen (text->str, (gssize) findings[i].byte_start), ==, findings[i].start);
          last = findings[i].end;
        }
      rewrites = askwell_reader_rewrite (reader, text->str, -1, NULL, 3, NULL);
      for (guint i = 0; i < rewrites->len; i++)
        {
          const AskwellRewrite *rewrite = g_ptr_array_index (rewrites, i);
          g_autoptr (AskwellReading) again = read_note (rewrite->text, NULL);

          g_assert_true (g_utf8_validate (rewrite->text, -1, NULL));
          g_assert_cmpint (askwell_reading_get_mode (again), ==, ASKWELL_MODE_LEARNING);
        }
    }
}

/* A paragraph read in slices gives what it gives in one. */
static void
test_sentence_ends (void)
{
  const char *text = "We met Mr. Tan at 10.30. I want to close the deal! They said no… “Really?” Follow up on the quote.";
  gsize offset = 0, length = strlen (text);
  guint n_pieces = 0, n_findings = 0, n_whole;
  g_autoptr (AskwellReading) whole = read_note (text, NULL);

  while (offset < length)
    {
      gsize end = askwell_reader_find_sentence_end (reader, text, length, offset);
      g_autoptr (AskwellReading) piece = askwell_reader_read (reader, text + offset, (gssize) (end - offset), NULL, NULL);
      guint n;

      g_assert_cmpuint (end, >, offset);
      askwell_reading_get_findings (piece, &n);
      n_findings += n;
      n_pieces++;
      offset = end;
    }
  askwell_reading_get_findings (whole, &n_whole);
  g_assert_cmpuint (n_pieces, >=, 4);
  g_assert_cmpuint (n_findings, ==, n_whole);
}

static void
test_disabled (void)
{
  const char *text = "I want to see the plant.";
  g_autoptr (AskwellReading) before = read_note (text, NULL);
  const AskwellFinding *finding = find_kind (before, ASKWELL_FINDING_WANT);
  const char *rules[] = { NULL, NULL };
  const char *const phrases[] = { "i WANT to", NULL };
  g_autoptr (AskwellReading) without_rule = NULL;
  g_autoptr (AskwellReading) without_phrase = NULL;

  g_assert (finding != NULL);
  rules[0] = finding->rule;
  askwell_reader_set_disabled (reader, rules, NULL);
  without_rule = read_note (text, NULL);
  askwell_reader_set_disabled (reader, NULL, phrases);
  without_phrase = read_note (text, NULL);
  askwell_reader_set_disabled (reader, NULL, NULL);
  g_assert_null (find_kind (without_rule, ASKWELL_FINDING_WANT));
  g_assert_null (find_kind (without_phrase, ASKWELL_FINDING_WANT));
}

/* Phrasebooks of a person's own */

static GFile *
write_file (const char *name,
            const char *contents)
{
  g_autofree char *folder = g_dir_make_tmp ("askwell-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  return g_file_new_for_path (path);
}

#define HEAD "<phrasebook xmlns=\"urn:askwell:phrasebook:1\" language=\"en\">\n"

static void
test_personal (void)
{
  g_autoptr (AskwellReader) own = askwell_reader_new ();
  g_autoptr (GFile) file = write_file ("own.xml", HEAD
                                       "<rule id=\"my.tell.show-and-tell\" kind=\"tell\"><message>Ours.</message>\n"
                                       "<pattern>[ zebra|zebras parade ]</pattern>\n"
                                       "<example>[tell:zebra parade]</example><counter-example>zebra</counter-example></rule>\n"
                                       "<off rule=\"en.want.strong\"/>\n</phrasebook>");
  g_autoptr (AskwellReading) reading = NULL;
  const AskwellFinding *finding;
  g_autoptr (GError) error = NULL;

  g_assert_true (askwell_reader_add_shipped (own, &error));
  g_assert_no_error (error);
  g_assert_true (askwell_reader_add_phrasebook (own, file, &error));
  g_assert_no_error (error);
  reading = askwell_reader_read (own, "At noon a zebra parade for the buyers.", -1, NULL, NULL);
  finding = find_kind (reading, ASKWELL_FINDING_TELL);
  g_assert (finding != NULL);
  g_assert_cmpstr (finding->rule, ==, "my.tell.show-and-tell");
}

static void
test_gaps (void)
{
  g_autoptr (AskwellReader) own = askwell_reader_new ();
  g_autoptr (GFile) file = write_file ("own.xml", HEAD
                                       "<class id=\"my-gaps\">zebra _ ostrich, _, _ _, heron _ _, egret _ _ ibis</class>\n"
                                       "<rule id=\"my.tell.gaps\" kind=\"tell\"><message>Ours.</message>\n"
                                       "<pattern>[ {my-gaps} {my-gaps} {my-gaps}* ]</pattern>\n"
                                       "<example>[tell:zebra and ostrich]</example><counter-example>zebra</counter-example></rule>\n"
                                       "</phrasebook>");
  const struct
  {
    const char *text;
    gboolean found;
  } cases[] = {
    { "Zebra and ostrich", TRUE },
    { "Zebra of the tall ostrich", TRUE },
    { "Zebra of the very tall old ostrich", FALSE },
    { "Zebra ostrich", FALSE },
    { "Zebra, then ostrich", FALSE },
    { "Zebra of the tall", FALSE },
    { "heron", FALSE },
    { "egret one two ibis", FALSE },
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (askwell_reader_add_shipped (own, &error));
  g_assert_no_error (error);
  g_assert_true (askwell_reader_add_phrasebook (own, file, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AskwellReading) reading = askwell_reader_read (own, cases[i].text, -1, NULL, NULL);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (find_kind (reading, ASKWELL_FINDING_TELL) != NULL, ==, cases[i].found);
    }
}

typedef struct
{
  const char *name;
  const char *contents;
  const char *expected;
} Broken;

static const Broken broken[] = {
  { "empty", "", "the file is empty" },
  { "not-xml", "hello", "broken.xml:1:" },
  { "cut-short", HEAD "<class id=\"a\">b", "broken.xml:2:" },
  { "unknown-element", HEAD "<surprise/>\n</phrasebook>", "broken.xml:2:" },
  { "unknown-kind", HEAD "<rule id=\"a.b\" kind=\"shout\"><message>m</message><example>e</example><counter-example>c</counter-example></rule></phrasebook>", "broken.xml:2:" },
  { "no-counter-example", HEAD "<rule id=\"a.b\" kind=\"tell\"><message>m</message><example>e</example></rule></phrasebook>", "broken.xml:2:" },
  { "unknown-class", HEAD "<rule id=\"a.b\" kind=\"tell\"><message>m</message><pattern>{nothing}</pattern><example>e</example><counter-example>c</counter-example></rule></phrasebook>", "there is no class" },
  { "rule-twice", HEAD "<rule id=\"en.want.strong\" kind=\"want\"><message>m</message><example>e</example><counter-example>c</counter-example></rule></phrasebook>", "there is a rule" },
  { "off-nothing", HEAD "<off rule=\"en.none\"/></phrasebook>", "there is no rule" },
  { "doctype", "<!DOCTYPE phrasebook [<!ENTITY a \"b\">]>\n" HEAD "</phrasebook>", "document type" },
};

static void
test_broken (gconstpointer data)
{
  const Broken *item = data;
  g_autoptr (AskwellReader) own = askwell_reader_new ();
  g_autoptr (GFile) file = write_file ("broken.xml", item->contents);
  g_autoptr (AskwellReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  guint n_rules;

  g_assert_true (askwell_reader_add_shipped (own, NULL));
  n_rules = askwell_reader_get_n_rules (own);
  g_assert_false (askwell_reader_add_phrasebook (own, file, &error));
  g_assert_error (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_PHRASEBOOK);
  if (strstr (error->message, item->expected) == NULL)
    g_error ("“%s” does not say “%s”", error->message, item->expected);

  /* The rest works. */
  g_assert_cmpuint (askwell_reader_get_n_rules (own), ==, n_rules);
  reading = askwell_reader_read (own, "I want to sell them the new line.", -1, NULL, NULL);
  g_assert_nonnull (find_kind (reading, ASKWELL_FINDING_WANT));
}

/* The conversions of the method, and what has to be in their learning forms when the words around change */

typedef struct
{
  const char *note;
  const char *expected[3];
} Conversion;

static const Conversion conversions[] = {
  { "I want to figure out how to get them to make a decision on this proposal.",
    { "getting in the way of their making a decision on this proposal" } },
  { "I'd love to work out how to get Dana to decide on the quote.", { "getting in the way of Dana's deciding on the quote" } },
  { "We want to find out how to get the committee to approve our tender.", { "getting in the way of the committee's approving our tender" } },
  { "I want to know why they stayed with their present supplier although we would have saved them money.",
    { "led them to stay with their present supplier", "motives and criteria", "felt they would not get from us" } },
  { "I want to know why Halden stayed with Brightpack even though we were cheaper.",
    { "led Halden to stay with Brightpack", "motives and criteria", "gets from Brightpack" } },
  { "I want to know how we can do business with them.", { "issues or challenges in their business", "ways to help may be found" } },
  { "We want to find out how we could do business with Quayside.", { "issues or challenges in Quayside's business" } },
};

static void
test_conversion (gconstpointer data)
{
  const Conversion *conversion = data;
  g_autoptr (GPtrArray) rewrites = askwell_reader_rewrite (reader, conversion->note, -1, NULL, 3, NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < rewrites->len; i++)
    g_string_append_printf (all, "%s\n", ((AskwellRewrite *) g_ptr_array_index (rewrites, i))->text);
  for (guint i = 0; i < G_N_ELEMENTS (conversion->expected) && conversion->expected[i] != NULL; i++)
    if (strstr (all->str, conversion->expected[i]) == NULL)
      g_error ("“%s” is not in:\n%s", conversion->expected[i], all->str);
}

int
main (int    argc,
      char **argv)
{
  AskwellPhrasebook *phrasebook;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  reader = askwell_reader_new ();
  if (!askwell_reader_add_shipped (reader, &error))
    g_error ("%s", error->message);

  phrasebook = askwell_reader_get_phrasebook (reader, "en");
  for (guint i = 0; i < phrasebook->examples->len; i++)
    {
      const AskwellRuleExample *example = g_ptr_array_index (phrasebook->examples, i);
      const AskwellRule *rule = g_ptr_array_index (phrasebook->rules, example->rule);
      g_autofree char *path = g_strdup_printf ("/reader/%s/%s-%u", rule->id, example->counter ? "counter-example" : "example", i);

      g_test_add_data_func (path, example, test_example);
    }
  g_test_add_func ("/reader/offsets", test_offsets);
  g_test_add_func ("/reader/curly-quotes", test_curly);
  g_test_add_func ("/reader/names", test_names);
  g_test_add_func ("/reader/mode", test_mode);
  g_test_add_func ("/reader/invalid", test_invalid);
  g_test_add_func ("/reader/any-text", test_any_text);
  g_test_add_func ("/reader/sentence-ends", test_sentence_ends);
  g_test_add_func ("/reader/disabled", test_disabled);
  g_test_add_func ("/reader/personal", test_personal);
  g_test_add_func ("/reader/gaps", test_gaps);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reader/broken/%s", broken[i].name);

      g_test_add_data_func (path, &broken[i], test_broken);
    }
  for (guint i = 0; i < G_N_ELEMENTS (conversions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reader/conversion/%u", i);

      g_test_add_data_func (path, &conversions[i], test_conversion);
    }
  {
    int result = g_test_run ();

    g_clear_object (&reader);
    return result;
  }
}
