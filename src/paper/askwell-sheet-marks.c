/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "askwell-sheet-private.h"

/* What is marked on the review sheet; legible in black and white. */

static void
insert (PangoAttrList  *attributes,
        PangoAttribute *attribute,
        gsize           start,
        gsize           end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

/**
 * askwell_sheet_mark_findings:
 * @reader: (nullable): a reader
 * @text: an objective as written
 *
 * Returns: (transfer full) (nullable): a tint and an underline where there are findings
 */
PangoAttrList *
askwell_sheet_mark_findings (AskwellReader *reader,
                             const char    *text)
{
  g_autoptr (AskwellReading) reading = reader != NULL ? askwell_reader_read (reader, text, -1, NULL, NULL) : NULL;
  PangoAttrList *attributes;
  const AskwellFinding *findings;
  guint n_findings;

  if (reading == NULL)
    return NULL;
  attributes = pango_attr_list_new ();
  findings = askwell_reading_get_findings (reading, &n_findings);
  for (guint i = 0; i < n_findings; i++)
    {
      insert (attributes, pango_attr_background_new (0xf2f2, 0xe8e8, 0xd5d5), findings[i].byte_start, findings[i].byte_end);
      insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), findings[i].byte_start, findings[i].byte_end);
    }
  return attributes;
}

/* The words of @text, folded, for comparing */
static GHashTable *
collect_words (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) parts = g_str_tokenize_and_fold (text, NULL, NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    g_hash_table_add (words, g_strdup (parts[i]));
  return words;
}

/**
 * askwell_sheet_mark_changes:
 * @before: as written
 * @after: the learning form
 *
 * Returns: (transfer full): bold where @after has words that @before has not
 */
PangoAttrList *
askwell_sheet_mark_changes (const char *before,
                            const char *after)
{
  g_autoptr (GHashTable) words = collect_words (before);
  PangoAttrList *attributes = pango_attr_list_new ();
  const char *p = after;

  while (*p != '\0')
    {
      const char *start = p;
      g_autofree char *word = NULL;
      g_auto (GStrv) parts = NULL;

      if (!g_unichar_isalnum (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      while (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      word = g_strndup (start, (gsize) (p - start));
      parts = g_str_tokenize_and_fold (word, NULL, NULL);
      if (parts[0] != NULL && !g_hash_table_contains (words, parts[0]))
        insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), (gsize) (start - after), (gsize) (p - after));
    }
  return attributes;
}
