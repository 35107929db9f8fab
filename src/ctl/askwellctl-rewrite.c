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
} Rewrite;

static gboolean
rewrite_note (const AskwellctlNote *note,
              gpointer              data,
              GError              **error)
{
  Rewrite *rewrite = data;
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GPtrArray) rewrites = askwell_reader_rewrite (rewrite->reader, note->text, (gssize) note->length, rewrite->names,
                                                           (guint) rewrite->options.limit, error);

  if (rewrites == NULL)
    return FALSE;
  if (!rewrite->options.json)
    {
      printf ("%.*s\n", (int) note->length, note->text);
      for (guint i = 0; i < rewrites->len; i++)
        {
          const AskwellRewrite *form = g_ptr_array_index (rewrites, i);

          printf ("  → %s [%s]\n", form->text, form->looks_at);
        }
      return TRUE;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "line");
  json_builder_add_int_value (builder, note->line);
  json_builder_set_member_name (builder, "rewrites");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rewrites->len; i++)
    {
      const AskwellRewrite *form = g_ptr_array_index (rewrites, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "text");
      json_builder_add_string_value (builder, form->text);
      json_builder_set_member_name (builder, "looks_at");
      json_builder_add_string_value (builder, form->looks_at);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  askwellctl_print_json (builder);
  return TRUE;
}

int
askwellctl_rewrite (int    argc,
                    char **argv)
{
  Rewrite rewrite = { 0 };
  int status = ASKWELLCTL_TROUBLE;
  const GOptionEntry entries[] = {
    { "lines", 0, 0, G_OPTION_ARG_NONE, &rewrite.options.lines, N_ ("Each line is one note"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &rewrite.options.format, N_ ("text or json"), N_ ("FORMAT") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &rewrite.options.limit, N_ ("How many learning forms for a note"), N_ ("N") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &rewrite.options.language, N_ ("Language of the notes, instead of guessing it"), N_ ("CODE") },
    { "phrasebook", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rewrite.options.phrasebooks, N_ ("A phrasebook to read with besides the shipped ones"), N_ ("FILE") },
    { "name", 0, 0, G_OPTION_ARG_STRING_ARRAY, &rewrite.options.names, N_ ("A name on the customer’s side"), N_ ("NAME") },
    { NULL },
  };

  rewrite.options.limit = 3;
  if (askwellctl_parse ("rewrite", _ ("[FILE…|-]  Offers each seller-centred note as something to learn."), entries, &argc, &argv) &&
      askwellctl_check_format ("rewrite", rewrite.options.format, &rewrite.options.json))
    {
      if (rewrite.options.limit < 1)
        askwellctl_trouble ("rewrite", "%s", _ ("--limit is 1 or more"));
      else if ((rewrite.reader = askwellctl_open_reader ("rewrite", &rewrite.options)) != NULL)
        {
          if (rewrite.options.names != NULL)
            rewrite.names = askwell_names_new ((const char *const *) rewrite.options.names);
          if (askwellctl_read_notes ("rewrite", argv + 1, rewrite.options.lines, rewrite_note, &rewrite))
            status = ASKWELLCTL_OK;
        }
    }
  g_clear_object (&rewrite.names);
  g_clear_object (&rewrite.reader);
  askwellctl_note_options_clear (&rewrite.options);
  return status;
}
