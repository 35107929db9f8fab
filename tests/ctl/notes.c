/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ctl-fixture.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* The verbs that read notes: check, rewrite and questions. */

static JsonNode *
parse (const char *line)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (line, &error);

  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
  return node;
}

/* One object a line of input, empty lines included; offsets are code points. */
static void
test_check_json (Fixture      *self,
                 gconstpointer data)
{
  g_auto (Result) result = run ("I want to talk to them about our new line\n\n– Zoë: I want to know why.\nFind out what they need", "check", "--lines",
                                "--format=json", "-", NULL);
  g_auto (GStrv) lines = g_strsplit (result.output, "\n", -1);

  g_assert_cmpint (result.status, ==, 1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_cmpstr (lines[4], ==, "");
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (JsonNode) node = parse (lines[i]);
      JsonObject *object = json_node_get_object (node);

      g_assert_cmpint (json_object_get_int_member (object, "line"), ==, i + 1);
      g_assert_true (json_object_has_member (object, "mode"));
      g_assert_true (json_object_has_member (object, "topics"));
      g_assert_true (json_object_has_member (object, "findings"));
    }
  {
    g_autoptr (JsonNode) node = parse (lines[2]);
    JsonObject *finding = json_array_get_object_element (json_object_get_array_member (json_node_get_object (node), "findings"), 0);

    g_assert_cmpstr (json_object_get_string_member (finding, "kind"), ==, "want");
    g_assert_cmpint (json_object_get_int_member (finding, "start"), ==, 7);
    g_assert_true (g_str_has_prefix (json_object_get_string_member (finding, "text"), "I want"));
    g_assert_true (g_str_has_prefix (json_object_get_string_member (finding, "rule"), "en.want."));
    g_assert_cmpstr (json_object_get_string_member (finding, "message"), !=, "");
  }
  {
    g_autoptr (JsonNode) node = parse (lines[1]);

    g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "mode"), ==, "neutral");
  }
}

static void
test_check_text (Fixture      *self,
                 gconstpointer data)
{
  g_autofree char *path = in_folder (self, "notes.txt");
  g_autofree char *expected = g_strdup_printf ("%s:2:1: want: ", path);
  g_auto (Result) result = { 0 };
  g_auto (Result) clean = run ("Find out what they need.\n", "check", NULL);

  g_assert_true (g_file_set_contents (path, "Meet at ten.\nI want to sell them a roof.\n", -1, NULL));
  result = run (NULL, "check", path, NULL);
  g_assert_cmpint (result.status, ==, 1);
  g_assert_true (g_str_has_prefix (result.output, expected));
  g_assert_nonnull (strstr (result.output, "[en.want."));
  g_assert_cmpint (clean.status, ==, 0);
  g_assert_cmpstr (clean.output, ==, "");
}

static void
test_check_names (Fixture      *self,
                  gconstpointer data)
{
  g_auto (Result) result = run ("Will Close", "check", "--name=Will Close", NULL);

  g_assert_cmpint (result.status, ==, 0);
}

static void
test_check_phrasebook (Fixture      *self,
                       gconstpointer data)
{
  g_autofree char *path = in_folder (self, "own.xml");
  g_autofree char *option = g_strconcat ("--phrasebook=", path, NULL);
  g_auto (Result) result = { 0 };
  g_auto (Result) broken = { 0 };

  g_assert_true (g_file_set_contents (path,
                                      "<phrasebook xmlns=\"urn:askwell:phrasebook:1\" language=\"en\"><rule id=\"my.tell.zebra\" kind=\"tell\">"
                                      "<message>Ours.</message><pattern>[ zebra parade ]</pattern><example>[tell:zebra parade]</example>"
                                      "<counter-example>zebra</counter-example></rule></phrasebook>",
                                      -1, NULL));
  result = run ("A zebra parade at noon", "check", option, NULL);
  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.output, "tell: Ours. [my.tell.zebra]"));

  g_assert_true (g_file_set_contents (path, "<phrasebook", -1, NULL));
  broken = run ("x", "check", option, NULL);
  assert_trouble (&broken, "own.xml:1");
}

static void
test_trouble (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *path = in_folder (self, "bad.txt");
  g_auto (Result) missing = run (NULL, "check", "/nonexistent/notes.txt", NULL);
  g_auto (Result) option = run (NULL, "check", "--shout", NULL);
  g_auto (Result) format = run ("x", "check", "--format=yaml", NULL);
  g_auto (Result) language = run ("x", "check", "--language=tlh", NULL);
  g_auto (Result) limit = run ("x", "rewrite", "--limit=0", NULL);
  g_auto (Result) topic = run ("x", "questions", "--topic=weather", NULL);
  g_auto (Result) verb = run (NULL, "dance", NULL);
  g_auto (Result) bytes = { 0 };

  assert_trouble (&missing, "notes.txt");
  assert_trouble (&option, "--shout");
  assert_trouble (&format, "yaml");
  assert_trouble (&language, "tlh");
  assert_trouble (&limit, "--limit");
  assert_trouble (&topic, "weather");
  g_assert_cmpint (verb.status, ==, 2);
  g_assert_true (g_file_set_contents (path, "good\nbad \xff\n", -1, NULL));
  bytes = run (NULL, "check", "--lines", path, NULL);
  g_assert_cmpint (bytes.status, ==, 2);
  g_assert_nonnull (strstr (bytes.errors, "bad.txt:2:"));
}

static void
test_rewrite (Fixture      *self,
              gconstpointer data)
{
  g_auto (Result) json = run ("I want to figure out how to get them to make a decision on this proposal\n\nMeet at ten\n", "rewrite", "--lines",
                              "--format=json", "--limit=2", NULL);
  g_auto (Result) text = run ("I want to close the deal.\n", "rewrite", "--lines", NULL);
  g_auto (GStrv) lines = g_strsplit (json.output, "\n", -1);

  g_assert_cmpint (json.status, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (JsonNode) node = parse (lines[i]);
      JsonArray *rewrites = json_object_get_array_member (json_node_get_object (node), "rewrites");

      g_assert_cmpuint (json_array_get_length (rewrites), ==, i == 0 ? 2 : 0);
      if (i == 0)
        {
          JsonObject *rewrite = json_array_get_object_element (rewrites, 0);

          g_assert_nonnull (strstr (json_object_get_string_member (rewrite, "text"), "their making a decision on this proposal"));
          g_assert_cmpstr (json_object_get_string_member (rewrite, "looks_at"), ==, "obstacle");
        }
    }
  g_assert_true (g_str_has_prefix (text.output, "I want to close the deal.\n  → I need to "));
}

static void
test_questions (Fixture      *self,
                gconstpointer data)
{
  g_auto (Result) json = run ("Learn how they decide\n\n", "questions", "--lines", "--format=json", "--limit=3", NULL);
  g_auto (Result) topic = run ("Anything\n", "questions", "--lines", "--format=json", "--topic=service", "--limit=4", NULL);
  g_auto (GStrv) lines = g_strsplit (json.output, "\n", -1);
  static const char *const members[] = { "id", "text", "topic", "purpose", "why" };

  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (JsonNode) node = parse (lines[i]);
      JsonArray *questions = json_object_get_array_member (json_node_get_object (node), "questions");

      g_assert_cmpuint (json_array_get_length (questions), ==, 3);
      for (guint j = 0; j < G_N_ELEMENTS (members); j++)
        g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (questions, 0), members[j]), !=, "");
    }
  {
    g_autoptr (JsonNode) node = parse (topic.output);
    JsonArray *questions = json_object_get_array_member (json_node_get_object (node), "questions");

    for (guint i = 0; i < json_array_get_length (questions); i++)
      g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (questions, i), "topic"), ==, "service");
  }
}

#define ADD(path, func) g_test_add ("/ctl/notes/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("check-json", test_check_json);
  ADD ("check-text", test_check_text);
  ADD ("check-names", test_check_names);
  ADD ("check-phrasebook", test_check_phrasebook);
  ADD ("trouble", test_trouble);
  ADD ("rewrite", test_rewrite);
  ADD ("questions", test_questions);
  return g_test_run ();
}
