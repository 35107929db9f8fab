/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "askwellctl-input.h"
#include "askwellctl.h"

typedef struct
{
  AskwellReader *reader;
  AskwellNames *names;
  AskwellctlNoteOptions options;
  gboolean found;
} Check;

static void
print_as_json (const AskwellctlNote *note,
               AskwellReading       *reading,
               gboolean              lines)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const AskwellFinding *findings;
  const AskwellTopic *topics;
  guint n;

  json_builder_begin_object (builder);
  if (lines)
    {
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, note->line);
    }
  else
    {
      json_builder_set_member_name (builder, "file");
      json_builder_add_string_value (builder, note->file);
    }
  json_builder_set_member_name (builder, "mode");
  json_builder_add_string_value (builder, askwell_mode_to_nick (askwell_reading_get_mode (reading)));

  json_builder_set_member_name (builder, "topics");
  json_builder_begin_array (builder);
  topics = askwell_reading_get_topics (reading, &n);
  for (guint i = 0; i < n; i++)
    json_builder_add_string_value (builder, askwell_topic_to_nick (topics[i]));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  findings = askwell_reading_get_findings (reading, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *span = g_strndup (note->text + findings[i].byte_start, findings[i].byte_end - findings[i].byte_start);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "kind");
      json_builder_add_string_value (builder, askwell_finding_kind_to_nick (findings[i].kind));
      json_builder_set_member_name (builder, "rule");
      json_builder_add_string_value (builder, findings[i].rule);
      json_builder_set_member_name (builder, "start");
      json_builder_add_int_value (builder, findings[i].start);
      json_builder_set_member_name (builder, "end");
      json_builder_add_int_value (builder, findings[i].end);
      json_builder_set_member_name (builder, "text");
      json_builder_add_string_value (builder, span);
      json_builder_set_member_name (builder, "message");
      json_builder_add_string_value (builder, findings[i].message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  askwellctl_print_json (builder);
}

static void
print_as_text (const AskwellctlNote *note,
               AskwellReading       *reading)
{
  guint n_findings, line = note->line, column = 1;
  const AskwellFinding *findings = askwell_reading_get_findings (reading, &n_findings);
  const char *p = note->text;

  for (guint i = 0; i < n_findings; i++)
    {
      for (; p < note->text + findings[i].byte_start; p = g_utf8_next_char (p))
        {
          column = *p == '\n' ? 1 : column + 1;
          line += *p == '\n';
        }
      printf ("%s:%u:%u: %s: %s [%s]\n", note->file, line, column, askwell_finding_kind_to_nick (findings[i].kind),
              findings[i].message, findings[i].rule);
    }
}

static gboolean
check_note (const AskwellctlNote *note,
            gpointer              data,
            GError              **error)
{
  Check *check = data;
  g_autoptr (AskwellReading) reading =
      askwell_reader_read (check->reader, note->text, (gssize) note->length, check->names, error);
  guint n_findings;

  if (reading == NULL)
    return FALSE;
  askwell_reading_get_findings (reading, &n_findings);
  check->found = check->found || n_findings > 0;
  if (check->options.json)
    print_as_json (note, reading, check->options.lines);
  else
    print_as_text (note, reading);
  return TRUE;
}

int
askwellctl_check (int    argc,
                  char **argv)
{
  Check check = { 0 };
  int status = ASKWELLCTL_TROUBLE;
  const GOptionEntry entries[] = {
    { "lines", 0, 0, G_OPTION_ARG_NONE, &check.options.lines, N_ ("Each line is one note"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &check.options.format, N_ ("text or json"), N_ ("FORMAT") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &check.options.language, N_ ("Language of the notes, instead of guessing it"), N_ ("CODE") },
    { "phrasebook", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &check.options.phrasebooks, N_ ("A phrasebook to read with besides the shipped ones"), N_ ("FILE") },
    { "name", 0, 0, G_OPTION_ARG_STRING_ARRAY, &check.options.names, N_ ("A name on the customer’s side"), N_ ("NAME") },
    { NULL },
  };

  if (askwellctl_parse ("check", _ ("[FILE…|-]  Says what is seller-centred in notes, and why. Exit status 1 when something is."), entries, &argc, &argv) &&
      askwellctl_check_format ("check", check.options.format, &check.options.json) &&
      (check.reader = askwellctl_open_reader ("check", &check.options)) != NULL)
    {
      if (check.options.names != NULL)
        check.names = askwell_names_new ((const char *const *) check.options.names);
      if (askwellctl_read_notes ("check", argv + 1, check.options.lines, check_note, &check))
        status = check.found ? ASKWELLCTL_FOUND : ASKWELLCTL_OK;
    }
  g_clear_object (&check.names);
  g_clear_object (&check.reader);
  askwellctl_note_options_clear (&check.options);
  return status;
}
