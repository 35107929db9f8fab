/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <string.h>

#include "askwell-question-bank-private.h"
#include "askwell-questions-resources.h"
#include "phrasing/askwell-tokens.h"

/*
 * Banks of questions: the shipped one of a language and the person's own, in one list. What the choice compares — the stems of each question — is
 * made when a bank is read. A file is checked against the schema first and taken whole or not at all.
 */

struct _AskwellQuestionBank
{
  GObject parent_instance;

  GPtrArray *entries; /* element-type AskwellBankEntry */
  GHashTable *by_id;  /* id: AskwellBankEntry, borrowed */

  AskwellSpelling spelling;
  GHashTable *stop_words;      /* hash: set */
  GHashTable *subject_openers; /* hash: set */
  GHashTable *subject_nouns;   /* hash: set */
};

G_DEFINE_FINAL_TYPE (AskwellQuestionBank, askwell_question_bank, G_TYPE_OBJECT)
G_DEFINE_QUARK (askwell-question-bank-error-quark, askwell_question_bank_error)

void
askwell_stems_clear (AskwellStems *self)
{
  g_clear_pointer (&self->stems, g_free);
  self->n = 0;
}

static void
entry_free (gpointer data)
{
  AskwellBankEntry *entry = data;
  AskwellBankQuestion *question = &entry->question;

  g_free ((char *) question->id);
  if (question->plain != question->text)
    g_free ((char *) question->plain);
  g_free ((char *) question->text);
  g_free ((char *) question->purpose);
  g_free ((char *) question->form);
  g_free ((char *) question->layer);
  g_free ((char *) question->time);
  g_free ((char *) question->sensitivity);
  g_strfreev ((char **) question->calls);
  g_strfreev ((char **) question->follow_ups);
  askwell_stems_clear (&entry->stems);
  g_free (entry);
}

static void
askwell_question_bank_finalize (GObject *object)
{
  AskwellQuestionBank *self = ASKWELL_QUESTION_BANK (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->spelling.clitics, g_ptr_array_unref);
  g_clear_pointer (&self->spelling.endings, g_ptr_array_unref);
  g_clear_pointer (&self->spelling.abbreviations, g_hash_table_unref);
  g_clear_pointer (&self->stop_words, g_hash_table_unref);
  g_clear_pointer (&self->subject_openers, g_hash_table_unref);
  g_clear_pointer (&self->subject_nouns, g_hash_table_unref);

  G_OBJECT_CLASS (askwell_question_bank_parent_class)->finalize (object);
}

static void
askwell_question_bank_class_init (AskwellQuestionBankClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = askwell_question_bank_finalize;
}

static void
askwell_question_bank_init (AskwellQuestionBank *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->spelling.clitics = g_ptr_array_new_with_free_func (g_free);
  self->spelling.endings = g_ptr_array_new_with_free_func (g_free);
  self->spelling.abbreviations = g_hash_table_new (NULL, NULL);
  self->stop_words = g_hash_table_new (NULL, NULL);
  self->subject_openers = g_hash_table_new (NULL, NULL);
  self->subject_nouns = g_hash_table_new (NULL, NULL);
}

AskwellQuestionBank *
askwell_question_bank_new (void)
{
  return g_object_new (ASKWELL_TYPE_QUESTION_BANK, NULL);
}

static GResource *
get_resource (void)
{
  static gsize registered;
  GResource *resource;

  if (g_once_init_enter (&registered))
    {
      askwell_questions_register_resource ();
      /* Another thread may be at registering it; this waits for that, where g_static_resource_get_resource() would give NULL. */
      g_resources_get_info (RESOURCE_PREFIX, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
      g_once_init_leave (&registered, 1);
    }
  /* GLib registers static resources at the next look-up of any thread; while another thread is at it, ours is not there yet. */
  while ((resource = askwell_questions_get_resource ()) == NULL)
    g_thread_yield ();
  return resource;
}

/* Stems */

static int
compare_stems (const void *a,
               const void *b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/**
 * askwell_question_bank_stem:
 * @self: a bank
 * @text: UTF-8
 * @stems: (out): its words
 */
void
askwell_question_bank_stem (AskwellQuestionBank *self,
                            const char          *text,
                            AskwellStems        *stems)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (AskwellToken));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  AskwellTokenizer tokenizer;
  guint n = 0;

  askwell_tokenizer_init (&tokenizer, &self->spelling, text, strlen (text));
  while (askwell_tokenizer_next_sentence (&tokenizer, tokens))
    for (guint i = 0; i < tokens->len; i++)
      {
        const AskwellToken *token = &g_array_index (tokens, AskwellToken, i);

        if (token->kind == ASKWELL_TOKEN_WORD && token->char_end - token->char_start > 2 &&
            !g_hash_table_contains (self->stop_words, GUINT_TO_POINTER (token->word)))
          g_array_append_val (found, token->stem);
      }
  if (found->len > 0)
    qsort (found->data, found->len, sizeof (guint32), compare_stems);
  for (guint i = 0; i < found->len; i++)
    if (n == 0 || g_array_index (found, guint32, n - 1) != g_array_index (found, guint32, i))
      g_array_index (found, guint32, n++) = g_array_index (found, guint32, i);
  stems->n = n;
  stems->stems = g_memdup2 (found->data, n * sizeof (guint32));
}

guint
askwell_stems_count_shared (const AskwellStems *a,
                            const AskwellStems *b)
{
  guint i = 0, j = 0, n = 0;

  while (i < a->n && j < b->n)
    {
      if (a->stems[i] == b->stems[j])
        {
          n++;
          i++;
          j++;
        }
      else if (a->stems[i] < b->stems[j])
        i++;
      else
        j++;
    }
  return n;
}

/**
 * askwell_question_bank_find_subject:
 * @self: a bank
 * @objective: a note
 *
 * Looks for a short noun phrase that a question can be about: an opening word ("this", "our"), at most three words after it, the last of them one of
 * the nouns listed in the bank. Anything less clear is no subject.
 *
 * Returns: (transfer full) (nullable): the phrase, as written
 */
char *
askwell_question_bank_find_subject (AskwellQuestionBank *self,
                                    const char          *objective)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (AskwellToken));
  AskwellTokenizer tokenizer;

  askwell_tokenizer_init (&tokenizer, &self->spelling, objective, strlen (objective));
  while (askwell_tokenizer_next_sentence (&tokenizer, tokens))
    for (guint i = 0; i < tokens->len; i++)
      {
        const AskwellToken *token = (const AskwellToken *) tokens->data;

        if (!g_hash_table_contains (self->subject_openers, GUINT_TO_POINTER (token[i].word)))
          continue;
        for (guint j = i + 1; j < MIN (tokens->len, i + 4); j++)
          {
            gboolean noun = g_hash_table_contains (self->subject_nouns, GUINT_TO_POINTER (token[j].word));
            gboolean noun_follows = j + 1 < tokens->len && g_hash_table_contains (self->subject_nouns, GUINT_TO_POINTER (token[j + 1].word));

            if (token[j].kind != ASKWELL_TOKEN_WORD ||
                (!noun && g_hash_table_contains (self->stop_words, GUINT_TO_POINTER (token[j].word))))
              break;
            if (noun && !noun_follows)
              {
                g_autofree char *phrase = g_strndup (objective + token[i].start, token[j].end - token[i].start);

                if (token[i].flags & ASKWELL_TOKEN_CAPITAL)
                  *phrase = g_ascii_tolower (*phrase);
                return g_steal_pointer (&phrase);
              }
          }
      }
  return NULL;
}

/* Reading */

typedef struct
{
  const char *name;
  GError **error;
} Complaint;

static void
complain_cb (void     *data,
             xmlError *xml_error)
{
  Complaint *complaint = data;
  g_autofree char *reason = NULL;

  if (xml_error->level < XML_ERR_ERROR || complaint->error == NULL || *complaint->error != NULL)
    return;
  reason = g_strdelimit (g_strstrip (g_strdup (xml_error->message)), "\r\n", ' ');
  g_set_error (complaint->error, ASKWELL_QUESTION_BANK_ERROR, ASKWELL_QUESTION_BANK_ERROR_INVALID, "%s:%d: %s", complaint->name,
               xml_error->line, reason);
}

static gboolean
validate (xmlDoc    *document,
          Complaint *complaint)
{
  g_autoptr (GBytes) schema = g_resource_lookup_data (get_resource (), RESOURCE_PREFIX "/questions/questions.rng",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *data = g_bytes_get_data (schema, &size);
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewMemParserCtxt (data, (int) size);
  xmlRelaxNG *grammar = xmlRelaxNGParse (parser);
  xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt (grammar);
  int result;

  xmlRelaxNGFreeParserCtxt (parser);
  xmlRelaxNGSetValidStructuredErrors (validator, (xmlStructuredErrorFunc) complain_cb, complaint);
  result = xmlRelaxNGValidateDoc (validator, document);
  xmlRelaxNGFreeValidCtxt (validator);
  xmlRelaxNGFree (grammar);
  return result == 0;
}

static char *
dup_attribute (xmlNode    *node,
               const char *name,
               const char *otherwise)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup (value != NULL ? (const char *) value : otherwise);

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

static void
add_words (GHashTable *set,
           xmlNode    *node)
{
  g_autofree char *content = dup_content (node);
  g_auto (GStrv) words = g_regex_split_simple ("[\\s,]+", content, 0, 0);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = askwell_fold_word (words[i], -1);

      g_hash_table_add (set, GUINT_TO_POINTER (askwell_hash_word (folded, strlen (folded))));
    }
}

static void
add_strings (GPtrArray *strings,
             xmlNode   *node)
{
  g_autofree char *content = dup_content (node);
  g_auto (GStrv) words = g_regex_split_simple ("[\\s,]+", content, 0, 0);

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (strings, g_strdup (words[i]));
}

static AskwellBankEntry *
read_question (xmlNode *element,
               gboolean personal)
{
  AskwellBankEntry *entry = g_new0 (AskwellBankEntry, 1);
  AskwellBankQuestion *question = &entry->question;
  g_autofree char *topic = dup_attribute (element, "topic", NULL);
  g_autofree char *calls = dup_attribute (element, "calls", "");
  g_autoptr (GPtrArray) follow_ups = g_ptr_array_new ();

  question->id = dup_attribute (element, "id", NULL);
  question->topic = askwell_topic_from_nick (topic);
  question->purpose = dup_attribute (element, "purpose", "background");
  question->form = dup_attribute (element, "form", "open");
  question->layer = dup_attribute (element, "layer", "fact");
  question->time = dup_attribute (element, "time", "now");
  question->sensitivity = dup_attribute (element, "sensitivity", "easy");
  question->calls = (const char *const *) (*calls != '\0' ? g_strsplit (calls, " ", -1) : g_new0 (char *, 1));
  question->personal = personal;
  for (xmlNode *node = xmlFirstElementChild (element); node != NULL; node = xmlNextElementSibling (node))
    {
      if (strcmp ((const char *) node->name, "text") == 0)
        question->text = dup_content (node);
      else if (strcmp ((const char *) node->name, "plain") == 0)
        question->plain = dup_content (node);
      else
        g_ptr_array_add (follow_ups, dup_content (node));
    }
  if (question->plain == NULL)
    question->plain = question->text;
  g_ptr_array_add (follow_ups, NULL);
  question->follow_ups = (const char *const *) g_ptr_array_free (g_steal_pointer (&follow_ups), FALSE);
  return entry;
}

static gboolean
add_document (AskwellQuestionBank *self,
              xmlDoc              *document,
              const char          *name,
              gboolean             personal,
              GError             **error)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (entry_free);
  xmlNode *root = xmlDocGetRootElement (document);

  for (xmlNode *node = xmlFirstElementChild (root); node != NULL; node = xmlNextElementSibling (node))
    {
      const char *element = (const char *) node->name;
      AskwellBankEntry *entry;

      if (strcmp (element, "stop-words") == 0)
        add_words (self->stop_words, node);
      else if (strcmp (element, "endings") == 0)
        add_strings (self->spelling.endings, node);
      else if (strcmp (element, "clitics") == 0)
        add_strings (self->spelling.clitics, node);
      else if (strcmp (element, "subject-openers") == 0)
        add_words (self->subject_openers, node);
      else if (strcmp (element, "subject-nouns") == 0)
        add_words (self->subject_nouns, node);
      if (strcmp (element, "question") != 0)
        continue;

      entry = read_question (node, personal);
      g_ptr_array_add (fresh, entry);
      if (g_hash_table_contains (self->by_id, entry->question.id))
        {
          g_set_error (error, ASKWELL_QUESTION_BANK_ERROR, ASKWELL_QUESTION_BANK_ERROR_INVALID, "%s:%ld: there is a question “%s” already",
                       name, xmlGetLineNo (node), entry->question.id);
          return FALSE;
        }
    }
  for (guint i = 0; i < fresh->len; i++)
    {
      AskwellBankEntry *entry = g_ptr_array_index (fresh, i);

      askwell_question_bank_stem (self, entry->question.plain, &entry->stems);
      g_hash_table_insert (self->by_id, (gpointer) entry->question.id, entry);
    }
  g_ptr_array_extend_and_steal (self->entries, g_steal_pointer (&fresh));
  return TRUE;
}

static gboolean
add_data (AskwellQuestionBank *self,
          const char          *data,
          gsize                length,
          const char          *name,
          gboolean             personal,
          GError             **error)
{
  Complaint complaint = { name, error };
  xmlParserCtxt *context;
  xmlDoc *document = NULL;
  gboolean done = FALSE;

  if (length == 0 || length > G_MAXINT)
    {
      g_set_error (error, ASKWELL_QUESTION_BANK_ERROR, ASKWELL_QUESTION_BANK_ERROR_INVALID, "%s: %s", name,
                   length == 0 ? "the file is empty" : "the file is too large");
      return FALSE;
    }
  context = xmlNewParserCtxt ();
  xmlSetStructuredErrorFunc (&complaint, (xmlStructuredErrorFunc) complain_cb);
  document = xmlCtxtReadMemory (context, data, (int) length, name, NULL, XML_PARSE_NONET | XML_PARSE_NOBLANKS | XML_PARSE_BIG_LINES);
  if (document != NULL && document->intSubset != NULL)
    g_set_error (error, ASKWELL_QUESTION_BANK_ERROR, ASKWELL_QUESTION_BANK_ERROR_INVALID,
                 "%s:1: a question bank has no document type declaration (<!DOCTYPE …>)", name);
  else if (document != NULL && (!personal || validate (document, &complaint)))
    done = add_document (self, document, name, personal, error);
  xmlSetStructuredErrorFunc (NULL, NULL);
  xmlFreeDoc (document);
  xmlFreeParserCtxt (context);
  if (!done && error != NULL && *error == NULL)
    g_set_error (error, ASKWELL_QUESTION_BANK_ERROR, ASKWELL_QUESTION_BANK_ERROR_INVALID, "%s: it is not well-formed XML", name);
  return done;
}

/**
 * askwell_question_bank_add_shipped:
 * @self: a bank
 * @language: (nullable): language or locale, such as "de" or "de_AT"; English where there is no bank for it
 * @error: why not
 */
gboolean
askwell_question_bank_add_shipped (AskwellQuestionBank *self,
                                   const char          *language,
                                   GError             **error)
{
  g_autofree char *two = g_strndup (language != NULL ? language : "en", 2);
  const char *candidates[] = { two, "en" };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  const char *data;
  gsize size;

  g_return_val_if_fail (ASKWELL_IS_QUESTION_BANK (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (candidates) && bytes == NULL; i++)
    {
      g_autofree char *path = g_strdup_printf (RESOURCE_PREFIX "/questions/%s.xml", candidates[i]);

      g_free (name);
      name = g_strdup_printf ("%s.xml", candidates[i]);
      bytes = g_resource_lookup_data (get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    }
  g_return_val_if_fail (bytes != NULL, FALSE);
  data = g_bytes_get_data (bytes, &size);
  return add_data (self, data, size, name, FALSE, error);
}

/**
 * askwell_question_bank_add_file:
 * @self: a bank
 * @file: a bank of a person's own
 * @error: file, line and reason; the bank is as it was then
 */
gboolean
askwell_question_bank_add_file (AskwellQuestionBank *self,
                                GFile               *file,
                                GError             **error)
{
  g_autofree char *name = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize length;

  g_return_val_if_fail (ASKWELL_IS_QUESTION_BANK (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_parse_name (file);
  if (!g_file_load_contents (file, NULL, &data, &length, NULL, &local_error))
    {
      g_set_error (error, ASKWELL_QUESTION_BANK_ERROR, ASKWELL_QUESTION_BANK_ERROR_INVALID, "%s: %s", name, local_error->message);
      return FALSE;
    }
  return add_data (self, data, length, name, TRUE, error);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * askwell_question_bank_add_folder:
 * @self: a bank
 * @folder: a folder; nothing happens when there is none
 *
 * Returns: (transfer full) (element-type GError): why some files were left out
 */
GPtrArray *
askwell_question_bank_add_folder (AskwellQuestionBank *self,
                                  GFile               *folder)
{
  GPtrArray *errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GFileEnumerator) children = NULL;

  g_return_val_if_fail (ASKWELL_IS_QUESTION_BANK (self), errors);

  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  while (children != NULL)
    {
      GFileInfo *info = NULL;

      if (!g_file_enumerator_iterate (children, &info, NULL, NULL, NULL) || info == NULL)
        break;
      if (g_str_has_suffix (g_file_info_get_name (info), ".xml"))
        g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
    }
  g_ptr_array_sort (names, compare_strings);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, g_ptr_array_index (names, i));
      GError *error = NULL;

      if (!askwell_question_bank_add_file (self, file, &error))
        g_ptr_array_add (errors, error);
    }
  return errors;
}

guint
askwell_question_bank_get_size (AskwellQuestionBank *self)
{
  g_return_val_if_fail (ASKWELL_IS_QUESTION_BANK (self), 0);

  return self->entries->len;
}

AskwellBankEntry *
askwell_question_bank_get_entry (AskwellQuestionBank *self,
                                 guint                index)
{
  return g_ptr_array_index (self->entries, index);
}

/**
 * askwell_question_bank_get:
 * @self: a bank
 * @index: index of a question
 *
 * Returns: (transfer none) (nullable): the question
 */
const AskwellBankQuestion *
askwell_question_bank_get (AskwellQuestionBank *self,
                           guint                index)
{
  g_return_val_if_fail (ASKWELL_IS_QUESTION_BANK (self), NULL);

  return index < self->entries->len ? &askwell_question_bank_get_entry (self, index)->question : NULL;
}

/**
 * askwell_question_bank_lookup:
 * @self: a bank
 * @id: id of a question
 *
 * Returns: (transfer none) (nullable): the question
 */
const AskwellBankQuestion *
askwell_question_bank_lookup (AskwellQuestionBank *self,
                              const char          *id)
{
  AskwellBankEntry *entry;

  g_return_val_if_fail (ASKWELL_IS_QUESTION_BANK (self), NULL);

  entry = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
  return entry != NULL ? &entry->question : NULL;
}
