/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "askwell-rewriter.h"

#include "askwell-names-private.h"
#include "askwell-note-parts.h"
#include "askwell-reading-private.h"

/*
 * From what the seller wants to what there is to learn
 *
 * A note in selling mode is taken apart (askwell-note-parts.c): who it is about, what they are to do, what thing it is about. The phrasebook has
 * frames: for a kind of finding, and certain words in it, sentences with places for those parts. Frames are tried in the order of the phrasebook, the
 * particular before the general, and a sentence is offered where the note has all the parts it asks for. Each offer looks at something else.
 *
 * What is put into a place is a piece of the note as it was written, so that names and products keep their shape; only its first word is changed in
 * form: a verb into its gerund, a pronoun turned round, a possessive added. Places:
 *   {who|see|sees}  the customer as subject, with the verb for several and for one      {whom}  as object      {whose}  as owner      {they} {them}  again
 *   {name}  somebody named in the finding itself
 *   {doing}  what they are to do, as a gerund      {do}  the same, plain      {thing}  the noun phrase it is about
 *   {question}  what the seller asks, from its question word on      {reason}  what they did, behind “why they”, plain: “stay with …”      {fact}  what the seller wants to tell
 */

#define MOST_CANDIDATES 8

typedef struct
{
  char *looks_at;
  char *text;
} Sentence;

typedef struct
{
  guint kinds;        /* bit set of AskwellFindingKind */
  GArray *words;      /* element-type guint32: stems, one of which has to be in the finding; NULL for any */
  GArray *with;       /* element-type guint32: stems, one of which has to be in the sentence; NULL for any */
  gboolean inside;    /* only where the customer is named in the finding */
  GPtrArray *sentences; /* element-type Sentence */
} Frame;

struct _AskwellRewriter
{
  AskwellPhrasebook *phrasebook; /* borrowed; lives as long */
  AskwellNoteWords *words;
  GPtrArray *frames; /* element-type Frame */
};

static void
sentence_free (gpointer data)
{
  Sentence *sentence = data;

  g_free (sentence->looks_at);
  g_free (sentence->text);
  g_free (sentence);
}

static void
frame_free (gpointer data)
{
  Frame *frame = data;

  g_clear_pointer (&frame->words, g_array_unref);
  g_clear_pointer (&frame->with, g_array_unref);
  g_ptr_array_unref (frame->sentences);
  g_free (frame);
}

static char *
dup_attribute (xmlNode    *node,
               const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = value != NULL ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return copy;
}

static char *
dup_content (xmlNode *node)
{
  xmlChar *value = xmlNodeGetContent (node);
  char *copy = g_strstrip (g_strdup (value != NULL ? (const char *) value : ""));

  xmlFree (value);
  return copy;
}

static GArray *
read_stems (AskwellPhrasebook *phrasebook,
            const char        *text)
{
  g_autoptr (GArray) tokens = NULL;
  AskwellTokenizer tokenizer;
  GArray *stems;

  if (text == NULL)
    return NULL;
  stems = g_array_new (FALSE, FALSE, sizeof (guint32));
  tokens = g_array_new (FALSE, FALSE, sizeof (AskwellToken));
  askwell_tokenizer_init (&tokenizer, &phrasebook->spelling, text, strlen (text));
  while (askwell_tokenizer_next_sentence (&tokenizer, tokens))
    for (guint i = 0; i < tokens->len; i++)
      g_array_append_val (stems, g_array_index (tokens, AskwellToken, i).stem);
  return stems;
}

static void
read_frame (AskwellRewriter *self,
            xmlNode         *element)
{
  Frame *frame = g_new0 (Frame, 1);
  g_autofree char *kinds = dup_attribute (element, "kind");
  g_autofree char *words = dup_attribute (element, "words");
  g_autofree char *with = dup_attribute (element, "with");
  g_autofree char *customer = dup_attribute (element, "customer");
  g_auto (GStrv) nicks = g_strsplit (kinds != NULL ? kinds : "want tell persuade chase", " ", -1);

  for (guint i = 0; nicks[i] != NULL; i++)
    {
      int kind = askwell_finding_kind_from_nick (nicks[i]);

      if (kind >= 0)
        frame->kinds |= 1u << kind;
    }
  frame->inside = g_strcmp0 (customer, "inside") == 0;
  frame->words = read_stems (self->phrasebook, words);
  frame->with = read_stems (self->phrasebook, with);
  frame->sentences = g_ptr_array_new_with_free_func (sentence_free);
  for (xmlNode *node = xmlFirstElementChild (element); node != NULL; node = xmlNextElementSibling (node))
    {
      Sentence *sentence = g_new0 (Sentence, 1);

      sentence->looks_at = dup_attribute (node, "looks-at");
      sentence->text = dup_content (node);
      g_ptr_array_add (frame->sentences, sentence);
    }
  g_ptr_array_add (self->frames, frame);
}

/**
 * askwell_rewriter_new:
 * @phrasebook: a compiled phrasebook; has to live as long as the rewriter
 * @error: nothing yet: what is wrong with a phrasebook's rewrites is told by its schema
 *
 * Returns: (transfer full): a rewriter with the frames of all files of the phrasebook
 */
AskwellRewriter *
askwell_rewriter_new (AskwellPhrasebook *phrasebook,
                      GError           **error)
{
  AskwellRewriter *self = g_new0 (AskwellRewriter, 1);

  self->phrasebook = phrasebook;
  self->words = askwell_note_words_new (phrasebook);
  self->frames = g_ptr_array_new_with_free_func (frame_free);
  for (guint i = 0; i < phrasebook->documents->len; i++)
    {
      xmlNode *root = xmlDocGetRootElement (g_ptr_array_index (phrasebook->documents, i));

      for (xmlNode *node = xmlFirstElementChild (root); node != NULL; node = xmlNextElementSibling (node))
        {
          if (strcmp ((const char *) node->name, "rewrites") != 0)
            continue;
          for (xmlNode *child = xmlFirstElementChild (node); child != NULL; child = xmlNextElementSibling (child))
            {
              if (strcmp ((const char *) child->name, "frame") == 0)
                read_frame (self, child);
              else
                askwell_note_words_load (self->words, child);
            }
        }
    }
  return self;
}

void
askwell_rewriter_free (AskwellRewriter *self)
{
  askwell_note_words_free (self->words);
  g_ptr_array_unref (self->frames);
  g_free (self);
}

static gboolean
has_stem (const GArray       *stems,
          const AskwellToken *tokens,
          guint               first,
          guint               last)
{
  if (stems == NULL)
    return TRUE;
  for (guint i = first; i < last; i++)
    for (guint j = 0; j < stems->len; j++)
      if (tokens[i].stem == g_array_index (stems, guint32, j))
        return TRUE;
  return FALSE;
}

/* Fills the places of a sentence; NULL where the note has nothing for one of them. */
static char *
fill (const char             *text,
      const AskwellNoteParts *parts)
{
  g_autoptr (GString) filled = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *close = *p == '{' ? strchr (p, '}') : NULL;
      g_autofree char *place = NULL;
      g_auto (GStrv) alternatives = NULL;
      const char *value = NULL;

      if (close == NULL)
        {
          g_string_append_c (filled, *p);
          continue;
        }
      place = g_strndup (p + 1, (gsize) (close - p - 1));
      alternatives = g_strsplit (place, "|", 3);
      value = askwell_note_parts_get (parts, alternatives[0]);
      if (value == NULL || *value == '\0')
        return NULL;
      g_string_append (filled, value);
      if (alternatives[1] != NULL && alternatives[2] != NULL)
        g_string_append_printf (filled, " %s", alternatives[parts->plural ? 1 : 2]);
      p = close;
    }
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

static gboolean
is_looked_at (GPtrArray  *rewrites,
              const char *looks_at)
{
  for (guint i = 0; i < rewrites->len; i++)
    if (g_str_equal (((AskwellRewrite *) g_ptr_array_index (rewrites, i))->looks_at, looks_at))
      return TRUE;
  return FALSE;
}

/**
 * askwell_rewriter_rewrite:
 * @self: a rewriter
 * @text: a note
 * @length: its bytes
 * @findings: (array length=n_findings): its findings, at least one
 * @n_findings: how many
 * @topics: (array length=n_topics): its topics
 * @n_topics: how many
 * @names: (nullable): names on the customer's side
 *
 * Returns: (transfer full) (element-type AskwellRewrite): candidates, best first; the caller keeps those that read as learning
 */
GPtrArray *
askwell_rewriter_rewrite (AskwellRewriter      *self,
                          const char           *text,
                          gsize                 length,
                          const AskwellFinding *findings,
                          guint                 n_findings,
                          const AskwellTopic   *topics,
                          guint                 n_topics,
                          AskwellNames         *names)
{
  GPtrArray *rewrites = g_ptr_array_new_with_free_func ((GDestroyNotify) askwell_rewrite_free);
  AskwellNoteParts parts = { 0 };

  if (!askwell_note_parts_init (&parts, self->phrasebook, self->words, text, length, findings, n_findings, names))
    return rewrites;
  for (guint i = 0; i < self->frames->len && rewrites->len < MOST_CANDIDATES; i++)
    {
      const Frame *frame = g_ptr_array_index (self->frames, i);
      const AskwellToken *tokens = (const AskwellToken *) parts.tokens->data;

      if (!(frame->kinds >> parts.kind & 1) || !has_stem (frame->words, tokens, parts.first, parts.last) ||
          !has_stem (frame->with, tokens, 0, parts.tokens->len) || (frame->inside && !parts.inside))
        continue;
      for (guint j = 0; j < frame->sentences->len; j++)
        {
          const Sentence *sentence = g_ptr_array_index (frame->sentences, j);
          char *filled = is_looked_at (rewrites, sentence->looks_at) ? NULL : fill (sentence->text, &parts);

          if (filled != NULL)
            g_ptr_array_add (rewrites, askwell_rewrite_new (filled, sentence->looks_at));
        }
    }
  askwell_note_parts_clear (&parts);
  return rewrites;
}
