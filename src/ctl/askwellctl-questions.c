/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "askwellctl-input.h"
#include "askwellctl.h"
#include "questions/askwell-suggestion.h"

typedef struct
{
  AskwellReader *reader;
  AskwellQuestionBank *bank;
  AskwellNames *names;
  AskwellctlNoteOptions options;
  AskwellSituation situation;
} Questions;

static void
print_as_json (const AskwellctlNote *note,
               GPtrArray            *suggestions)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "line");
  json_builder_add_int_value (builder, note->line);
  json_builder_set_member_name (builder, "questions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < suggestions->len; i++)
    {
      AskwellSuggestion *suggestion = g_ptr_array_index (suggestions, i);
      const char *members[] = {
        "id",      askwell_suggestion_get_id (suggestion),      "text", askwell_suggestion_get_text (suggestion),
        "topic",   askwell_topic_to_nick (askwell_suggestion_get_topic (suggestion)),
        "purpose", askwell_suggestion_get_purpose (suggestion), "why",  askwell_suggestion_get_why (suggestion),
      };

      json_builder_begin_object (builder);
      for (guint j = 0; j < G_N_ELEMENTS (members); j += 2)
        {
          json_builder_set_member_name (builder, members[j]);
          json_builder_add_string_value (builder, members[j + 1]);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  askwellctl_print_json (builder);
}

static gboolean
suggest (const AskwellctlNote *note,
         gpointer              data,
         GError              **error)
{
  Questions *questions = data;
  g_autofree char *text = g_strndup (note->text, note->length);
  g_autoptr (AskwellReading) reading = askwell_reader_read (questions->reader, note->text, (gssize) note->length, questions->names, error);
  g_autoptr (GPtrArray) suggestions = NULL;

  if (reading == NULL)
    return FALSE;
  questions->situation.objective = text;
  questions->situation.reading = reading;
  suggestions = askwell_question_bank_suggest (questions->bank, &questions->situation, (guint) questions->options.limit);
  if (questions->options.json)
    {
      print_as_json (note, suggestions);
      return TRUE;
    }
  printf ("%s\n", text);
  for (guint i = 0; i < suggestions->len; i++)
    printf ("  %s [%s]\n", askwell_suggestion_get_text (g_ptr_array_index (suggestions, i)),
            askwell_suggestion_get_why (g_ptr_array_index (suggestions, i)));
  return TRUE;
}

int
askwellctl_questions (int    argc,
                      char **argv)
{
  Questions questions = { 0 };
  g_autofree char *topic = NULL;
  g_autoptr (GError) error = NULL;
  int status = ASKWELLCTL_TROUBLE;
  const GOptionEntry entries[] = {
    { "lines", 0, 0, G_OPTION_ARG_NONE, &questions.options.lines, N_ ("Each line is one note"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &questions.options.format, N_ ("text or json"), N_ ("FORMAT") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &questions.options.limit, N_ ("How many questions for a note"), N_ ("N") },
    { "topic", 0, 0, G_OPTION_ARG_STRING, &topic, N_ ("Only questions on this topic"), N_ ("TOPIC") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &questions.options.language, N_ ("Language of the notes, instead of guessing it"), N_ ("CODE") },
    { "name", 0, 0, G_OPTION_ARG_STRING_ARRAY, &questions.options.names, N_ ("A name on the customer’s side"), N_ ("NAME") },
    { NULL },
  };

  questions.options.limit = 5;
  if (!askwellctl_parse ("questions", _ ("[FILE…|-]  Suggests questions that would teach what a note is about."), entries, &argc, &argv) ||
      !askwellctl_check_format ("questions", questions.options.format, &questions.options.json))
    goto out;
  if (questions.options.limit < 1)
    {
      askwellctl_trouble ("questions", "%s", _ ("--limit is 1 or more"));
      goto out;
    }
  questions.situation.topic = askwell_topic_from_nick (topic);
  if (topic != NULL && questions.situation.topic == ASKWELL_TOPIC_NONE)
    {
      askwellctl_trouble ("questions", _ ("there is no topic “%s”"), topic);
      goto out;
    }
  questions.reader = askwellctl_open_reader ("questions", &questions.options);
  if (questions.reader == NULL)
    goto out;
  questions.bank = askwell_question_bank_new ();
  if (!askwell_question_bank_add_shipped (questions.bank, questions.options.language, &error))
    {
      askwellctl_trouble ("questions", "%s", error->message);
      goto out;
    }
  if (questions.options.names != NULL)
    questions.names = askwell_names_new ((const char *const *) questions.options.names);
  if (askwellctl_read_notes ("questions", argv + 1, questions.options.lines, suggest, &questions))
    status = ASKWELLCTL_OK;

out:
  g_clear_object (&questions.names);
  g_clear_object (&questions.bank);
  g_clear_object (&questions.reader);
  askwellctl_note_options_clear (&questions.options);
  return status;
}
