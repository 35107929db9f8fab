/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "askwell-notes.h"

/*
 * Labelled notes, in the two forms of tests/phrasing/notes (its README describes them): JSON Lines, and one note a line with its spans in brackets.
 */

void
askwell_note_free (AskwellNote *self)
{
  g_free (self->text);
  g_array_unref (self->labels);
  g_free (self);
}

static AskwellNote *
note_new (void)
{
  AskwellNote *note = g_new0 (AskwellNote, 1);

  note->labels = g_array_new (FALSE, FALSE, sizeof (AskwellLabel));
  return note;
}

static AskwellMode
mode_from_nick (const char *nick)
{
  return g_strcmp0 (nick, "selling") == 0 ? ASKWELL_MODE_SELLING : g_strcmp0 (nick, "learning") == 0 ? ASKWELL_MODE_LEARNING : ASKWELL_MODE_NEUTRAL;
}

static AskwellNote *
note_from_json (const char *line,
                GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  AskwellNote *note;
  JsonObject *object;
  JsonArray *array;

  if (!json_parser_load_from_data (parser, line, -1, error))
    return NULL;
  object = json_node_get_object (json_parser_get_root (parser));
  note = note_new ();
  note->text = g_strdelimit (g_strdup (json_object_get_string_member (object, "text")), "\n", ' ');
  note->mode = mode_from_nick (json_object_get_string_member (object, "mode"));
  array = json_object_get_array_member (object, "topics");
  for (guint i = 0; i < MIN (json_array_get_length (array), 3); i++)
    note->topics[note->n_topics++] = askwell_topic_from_nick (json_array_get_string_element (array, i));
  array = json_object_get_array_member (object, "findings");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *finding = json_array_get_object_element (array, i);
      AskwellLabel label = {
        (AskwellFindingKind) askwell_finding_kind_from_nick (json_object_get_string_member (finding, "kind")),
        (guint) json_object_get_int_member (finding, "start"),
        (guint) json_object_get_int_member (finding, "end"),
      };

      g_array_append_val (note->labels, label);
    }
  return note;
}

/* “[kind:span]”, and in the examples of a rule no topics */
static AskwellNote *
note_from_markup (const char *head,
                  const char *body)
{
  AskwellNote *note = note_new ();
  GString *text = g_string_new (NULL);
  g_auto (GStrv) words = g_strsplit (head, " ", -1);
  AskwellLabel label = { 0 };
  guint n_characters = 0;
  gboolean open = FALSE;

  note->mode = ASKWELL_MODE_NEUTRAL;
  for (guint i = 0; words[i] != NULL; i++)
    {
      AskwellTopic topic = askwell_topic_from_nick (words[i]);

      if (g_str_equal (words[i], "learning"))
        note->mode = ASKWELL_MODE_LEARNING;
      else if (topic != ASKWELL_TOPIC_NONE && note->n_topics < 3)
        note->topics[note->n_topics++] = topic;
    }
  for (const char *p = body; *p != '\0';)
    {
      const char *colon = *p == '[' ? strchr (p, ':') : NULL;

      if (colon != NULL)
        {
          g_autofree char *nick = g_strndup (p + 1, (gsize) (colon - p - 1));
          int kind = askwell_finding_kind_from_nick (nick);

          if (kind >= 0)
            {
              label.kind = (AskwellFindingKind) kind;
              label.start = n_characters;
              open = TRUE;
              p = colon + 1;
              continue;
            }
        }
      if (*p == ']' && open)
        {
          label.end = n_characters;
          g_array_append_val (note->labels, label);
          open = FALSE;
          p++;
          continue;
        }
      g_string_append_len (text, p, g_utf8_next_char (p) - p);
      n_characters++;
      p = g_utf8_next_char (p);
    }
  if (note->labels->len > 0)
    note->mode = ASKWELL_MODE_SELLING;
  note->text = g_string_free (text, FALSE);
  return note;
}

/**
 * askwell_notes_load:
 * @path: a file of notes, *.jsonl or *.txt
 * @error: where it does not parse
 *
 * Returns: (transfer full) (nullable) (element-type AskwellNote): the notes
 */
GPtrArray *
askwell_notes_load (const char *path,
                    GError    **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) askwell_note_free);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean json = g_str_has_suffix (path, ".jsonl");

  if (!g_file_get_contents (path, &contents, NULL, error))
    return NULL;
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *bar = json ? NULL : strstr (lines[i], " | ");
      AskwellNote *note;

      if (*g_strstrip (lines[i]) == '\0' || (!json && *lines[i] == '#'))
        continue;
      if (!json && bar == NULL)
        {
          g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s:%u: there is no “ | ” between topics and note", path, i + 1);
          return NULL;
        }
      if (bar != NULL)
        *bar = '\0';
      note = json ? note_from_json (lines[i], error) : note_from_markup (lines[i], bar + 3);
      if (note == NULL)
        {
          g_prefix_error (error, "%s:%u: ", path, i + 1);
          return NULL;
        }
      g_ptr_array_add (notes, note);
    }
  return g_steal_pointer (&notes);
}

/**
 * askwell_notes_from_examples:
 * @phrasebook: a phrasebook
 *
 * Returns: (transfer full) (element-type AskwellNote): the examples and counter-examples of its rules; these have no topics, and their mode counts
 *   only where they have labels
 */
GPtrArray *
askwell_notes_from_examples (AskwellPhrasebook *phrasebook)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) askwell_note_free);

  for (guint i = 0; i < phrasebook->examples->len; i++)
    {
      const AskwellRuleExample *example = g_ptr_array_index (phrasebook->examples, i);

      g_ptr_array_add (notes, note_from_markup ("", example->text));
    }
  return notes;
}
