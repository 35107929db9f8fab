/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "askwellctl-input.h"

#include "askwellctl.h"

void
askwellctl_note_options_clear (AskwellctlNoteOptions *self)
{
  g_clear_pointer (&self->format, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->phrasebooks, g_strfreev);
  g_clear_pointer (&self->names, g_strfreev);
}

/**
 * askwellctl_check_format:
 * @verb: the verb
 * @format: (nullable): what --format says
 * @json: (out): whether it is JSON
 *
 * Returns: whether it is one of the formats; if not, that was said
 */
gboolean
askwellctl_check_format (const char *verb,
                         const char *format,
                         gboolean   *json)
{
  *json = g_strcmp0 (format, "json") == 0;
  if (format == NULL || *json || g_str_equal (format, "text"))
    return TRUE;
  askwellctl_trouble (verb, _ ("--format is “text” or “json”, not “%s”"), format);
  return FALSE;
}

/**
 * askwellctl_open_reader:
 * @verb: the verb
 * @options: its options
 *
 * Returns: (transfer full) (nullable): a reader with the shipped phrasebooks and those of the options; %NULL when something is wrong, which was said
 */
AskwellReader *
askwellctl_open_reader (const char            *verb,
                        AskwellctlNoteOptions *options)
{
  g_autoptr (AskwellReader) reader = askwell_reader_new ();
  g_autoptr (GError) error = NULL;

  if (!askwell_reader_add_shipped (reader, &error))
    goto trouble;
  for (guint i = 0; options->phrasebooks != NULL && options->phrasebooks[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->phrasebooks[i]);

      if (!askwell_reader_add_phrasebook (reader, file, &error))
        goto trouble;
    }
  if (options->language != NULL && !askwell_reader_set_language (reader, options->language, &error))
    goto trouble;
  return g_steal_pointer (&reader);

trouble:
  askwellctl_trouble (verb, "%s", error->message);
  return NULL;
}

static gboolean
read_all (const char *file,
          GBytes    **bytes,
          GError    **error)
{
  if (g_str_equal (file, "-"))
    {
      GByteArray *array = g_byte_array_new ();
      guint8 buffer[65536];
      gsize n;

      while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
        g_byte_array_append (array, buffer, (guint) n);
      *bytes = g_byte_array_free_to_bytes (array);
      if (!ferror (stdin))
        return TRUE;
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_IO, _ ("standard input cannot be read"));
      return FALSE;
    }
  else
    {
      g_autoptr (GFile) location = g_file_new_for_commandline_arg (file);

      *bytes = g_file_load_bytes (location, NULL, NULL, error);
      return *bytes != NULL;
    }
}

static gboolean
read_file (const char         *file,
           gboolean            lines,
           AskwellctlNoteFunc  func,
           gpointer            data,
           guint              *line,
           GError            **error)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *text, *end;
  gsize length;

  *line = 0;
  if (!read_all (file, &bytes, error))
    return FALSE;
  text = g_bytes_get_data (bytes, &length);
  end = text + length;
  if (!lines)
    {
      AskwellctlNote note = { file, 1, text != NULL ? text : "", length };
      const char *bad;

      if (length > 0 && !g_utf8_validate_len (text, length, &bad))
        for (*line = 1; text < bad; text++)
          *line += *text == '\n';
      return func (&note, data, error);
    }
  while (text < end)
    {
      const char *stop = memchr (text, '\n', (gsize) (end - text));
      AskwellctlNote note = { file, ++*line, text, (gsize) ((stop != NULL ? stop : end) - text) };

      if (note.length > 0 && text[note.length - 1] == '\r')
        note.length--;
      if (!func (&note, data, error))
        return FALSE;
      text = stop != NULL ? stop + 1 : end;
    }
  return TRUE;
}

/**
 * askwellctl_read_notes:
 * @verb: the verb
 * @files: (array zero-terminated=1): files, "-" for standard input, which is also read when there are none
 * @lines: whether each line is a note, and not each file
 * @func: called for each note
 * @data: for @func
 *
 * Returns: whether all went well; if not, what was wrong was said, with file and line
 */
gboolean
askwellctl_read_notes (const char         *verb,
                       char              **files,
                       gboolean            lines,
                       AskwellctlNoteFunc  func,
                       gpointer            data)
{
  static const char *const standard_input[] = { "-", NULL };
  const char *const *names = files[0] != NULL ? (const char *const *) files : standard_input;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      guint line;

      if (read_file (names[i], lines, func, data, &line, &error))
        continue;
      if (line > 0)
        askwellctl_trouble (verb, "%s:%u: %s", names[i], line, error->message);
      else
        askwellctl_trouble (verb, "%s: %s", names[i], error->message);
      return FALSE;
    }
  return TRUE;
}

/**
 * askwellctl_print_json:
 * @builder: holds one value
 *
 * Prints it on a line of standard output.
 */
void
askwellctl_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  puts (text);
}
