/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <libxml/relaxng.h>
#include <string.h>

#include "askwell-phrasebook.h"
#include "askwell-reader.h"
#include "askwell-phrasing-resources.h"

/*
 * Phrasebooks, compiled
 *
 * All that is known of a language is data. A phrasebook lists classes of words, rules with their patterns, and what the tokenizer, the inflection
 * and the rewriter need; several files of one language add up, so that a person's own phrasebook is one file more. What is read here is turned into
 * tables that are never changed afterwards, and may be read from any thread:
 *
 *  - the dictionary: from the hash of a word to the set of its classes, all its inflected forms entered beforehand;
 *  - entries of several words ("purchase order", "twist _ arm" with a gap of one to four words), found by their first word;
 *  - patterns, found by the words or classes that their first item asks for.
 *
 * Pattern language, items separated by spaces:
 *   word  word|other  {class}  {class}|word   one token that is one of these, or one word of an entry of several
 *   item?  item*                              at most once; up to three times
 *   !{class}                                  one token that is not of the class
 *   ..3                                       up to three tokens of any kind but sentence punctuation
 *   [ … ]                                     the part that is marked; without brackets all of it
 */

#define GAP 0
#define MOST_IN_GAP 4

typedef struct
{
  guint n_words;
  guint32 *words; /* GAP for a gap */
  int class_index;
} Phrase;

static const char *const role_ids[ASKWELL_N_ROLES] = {
  "seller", "customer", "other", "auxiliary", "negation", "past", "learn", "wh", "clause", "deal", "report", "function",
};

static void
phrase_free (gpointer data)
{
  Phrase *phrase = data;

  g_free (phrase->words);
  g_free (phrase);
}

static void
rule_free (gpointer data)
{
  AskwellRule *rule = data;

  g_free (rule->id);
  g_free (rule->message);
  g_free (rule);
}

static void
item_free (gpointer data)
{
  AskwellItem *item = data;

  g_array_unref (item->words);
  g_free (item);
}

static void
pattern_free (gpointer data)
{
  AskwellPattern *pattern = data;

  g_ptr_array_unref (pattern->items);
  g_free (pattern);
}

static void
example_free (gpointer data)
{
  AskwellRuleExample *example = data;

  g_free (example->text);
  g_free (example);
}

static void
document_free (gpointer data)
{
  xmlFreeDoc (data);
}

AskwellPhrasebook *
askwell_phrasebook_new (const char *language)
{
  AskwellPhrasebook *self = g_new0 (AskwellPhrasebook, 1);

  self->language = g_strdup (language);
  self->spelling.clitics = g_ptr_array_new_with_free_func (g_free);
  self->spelling.endings = g_ptr_array_new_with_free_func (g_free);
  self->spelling.abbreviations = g_hash_table_new (NULL, NULL);
  self->inflection = askwell_inflection_new ();
  self->class_indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->class_ids = g_ptr_array_new_with_free_func (g_free);
  self->phrases = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->rules = g_ptr_array_new_with_free_func (rule_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->patterns = g_ptr_array_new_with_free_func (pattern_free);
  self->patterns_by_word = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->examples = g_ptr_array_new_with_free_func (example_free);
  self->documents = g_ptr_array_new_with_free_func (document_free);
  self->dictionary_mask = 1023;
  self->dictionary = g_malloc0 (sizeof self->dictionary[0] * 1024);
  return self;
}

void
askwell_phrasebook_free (AskwellPhrasebook *self)
{
  g_free (self->language);
  g_ptr_array_unref (self->spelling.clitics);
  g_ptr_array_unref (self->spelling.endings);
  g_hash_table_unref (self->spelling.abbreviations);
  askwell_inflection_free (self->inflection);
  g_hash_table_unref (self->class_indices);
  g_ptr_array_unref (self->class_ids);
  g_hash_table_unref (self->phrases);
  g_ptr_array_unref (self->rules);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->patterns);
  g_hash_table_unref (self->patterns_by_word);
  for (guint i = 0; i < ASKWELL_MAX_CLASSES; i++)
    g_clear_pointer (&self->patterns_by_class[i], g_array_unref);
  g_ptr_array_unref (self->examples);
  g_ptr_array_unref (self->documents);
  g_free (self->dictionary);
  g_free (self);
}

/**
 * askwell_phrasebook_get_resource:
 *
 * Returns: (transfer none): the phrasebooks, schema and models that are in the program
 */
GResource *
askwell_phrasebook_get_resource (void)
{
  static gsize registered;
  GResource *resource;

  if (g_once_init_enter (&registered))
    {
      askwell_phrasing_register_resource ();
      /* Another thread may be at registering it; this waits for that, where g_static_resource_get_resource() would give NULL. */
      g_resources_get_info (RESOURCE_PREFIX, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
      g_once_init_leave (&registered, 1);
    }
  /* GLib registers static resources at the next look-up of any thread; while another thread is at it, ours is not there yet. */
  while ((resource = askwell_phrasing_get_resource ()) == NULL)
    g_thread_yield ();
  return resource;
}

/* Reading XML */

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
  g_set_error (complaint->error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_PHRASEBOOK, "%s:%d: %s", complaint->name,
               xml_error->line, reason);
}

static gboolean
validate (xmlDoc    *document,
          Complaint *complaint)
{
  g_autoptr (GBytes) schema = NULL;
  xmlRelaxNGParserCtxt *parser;
  xmlRelaxNG *grammar;
  xmlRelaxNGValidCtxt *validator;
  const char *data;
  gsize size;
  int result = -1;

  schema = g_resource_lookup_data (askwell_phrasebook_get_resource (), RESOURCE_PREFIX "/phrasebooks/phrasebook.rng",
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  data = g_bytes_get_data (schema, &size);
  parser = xmlRelaxNGNewMemParserCtxt (data, (int) size);
  grammar = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  g_return_val_if_fail (grammar != NULL, FALSE);

  validator = xmlRelaxNGNewValidCtxt (grammar);
  xmlRelaxNGSetValidStructuredErrors (validator, (xmlStructuredErrorFunc) complain_cb, complaint);
  result = xmlRelaxNGValidateDoc (validator, document);
  xmlRelaxNGFreeValidCtxt (validator);
  xmlRelaxNGFree (grammar);
  return result == 0;
}

/**
 * askwell_phrasebook_parse:
 * @data: XML
 * @length: its bytes
 * @name: what errors call it
 * @should_validate: whether to check it against the schema; shipped files were, by the test suite
 * @error: file, line and reason
 *
 * Returns: (transfer full) (nullable): the document
 */
xmlDoc *
askwell_phrasebook_parse (const char *data,
                          gsize       length,
                          const char *name,
                          gboolean    should_validate,
                          GError    **error)
{
  Complaint complaint = { name, error };
  xmlParserCtxt *context;
  xmlDoc *document = NULL;

  if (length == 0 || length > G_MAXINT)
    {
      g_set_error (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_PHRASEBOOK, "%s: %s", name,
                   length == 0 ? "the file is empty" : "the file is too large");
      return NULL;
    }

  context = xmlNewParserCtxt ();
  if (should_validate)
    xmlSetStructuredErrorFunc (&complaint, (xmlStructuredErrorFunc) complain_cb);
  document = xmlCtxtReadMemory (context, data, (int) length, name, NULL,
                                XML_PARSE_NONET | XML_PARSE_NOBLANKS | XML_PARSE_NOCDATA | XML_PARSE_COMPACT | XML_PARSE_BIG_LINES);
  if (document != NULL && document->intSubset != NULL)
    {
      g_set_error (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_PHRASEBOOK,
                   "%s:1: a phrasebook has no document type declaration (<!DOCTYPE …>)", name);
      g_clear_pointer (&document, xmlFreeDoc);
    }
  if (document != NULL && should_validate && !validate (document, &complaint))
    g_clear_pointer (&document, xmlFreeDoc);
  xmlSetStructuredErrorFunc (NULL, NULL);
  xmlFreeParserCtxt (context);

  if (document == NULL && error != NULL && *error == NULL)
    g_set_error (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_PHRASEBOOK, "%s: it is not well-formed XML", name);
  return document;
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

static gboolean
is_named (xmlNode    *node,
          const char *name)
{
  return strcmp ((const char *) node->name, name) == 0;
}

/* The dictionary */

static void
dictionary_add (AskwellPhrasebook *self,
                guint32            word,
                int                class_index)
{
  guint32 slot;

  if (self->n_words * 2 > self->dictionary_mask)
    {
      guint32 old_size = self->dictionary_mask + 1, mask = old_size * 2 - 1;
      typeof (self->dictionary) old = self->dictionary;

      self->dictionary = g_malloc0 (sizeof old[0] * old_size * 2);
      for (guint32 i = 0; i < old_size; i++)
        if (old[i].used)
          {
            for (slot = old[i].word & mask; self->dictionary[slot].used; slot = (slot + 1) & mask)
              ;
            self->dictionary[slot] = old[i];
          }
      self->dictionary_mask = mask;
      g_free (old);
    }

  for (slot = word & self->dictionary_mask; self->dictionary[slot].used; slot = (slot + 1) & self->dictionary_mask)
    if (self->dictionary[slot].word == word)
      break;
  if (!self->dictionary[slot].used)
    {
      self->dictionary[slot].used = 1;
      self->dictionary[slot].word = word;
      self->n_words++;
    }
  if (class_index >= 0)
    self->dictionary[slot].classes[class_index / 64] |= G_GUINT64_CONSTANT (1) << (class_index % 64);
}

static const guint64 *
dictionary_find (AskwellPhrasebook *self,
                 guint32            word)
{
  for (guint32 slot = word & self->dictionary_mask; self->dictionary[slot].used; slot = (slot + 1) & self->dictionary_mask)
    if (self->dictionary[slot].word == word)
      return self->dictionary[slot].classes;
  return NULL;
}

gboolean
askwell_phrasebook_knows (AskwellPhrasebook *self,
                          guint32            word)
{
  return dictionary_find (self, word) != NULL;
}

/* Reads words as the tokenizer would, so that patterns and entries meet the text. */
static GArray *
tokenize (AskwellPhrasebook *self,
          const char        *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (AskwellToken));
  AskwellTokenizer tokenizer;

  askwell_tokenizer_init (&tokenizer, &self->spelling, text, strlen (text));
  askwell_tokenizer_next_sentence (&tokenizer, tokens);
  return tokens;
}

static void
add_entry (AskwellPhrasebook *self,
           int                class_index,
           const char        *entry)
{
  g_autoptr (GArray) tokens = tokenize (self, entry);
  AskwellToken *token = (AskwellToken *) tokens->data;
  GPtrArray *phrases;
  Phrase *phrase;

  if (tokens->len == 0)
    return;
  for (guint i = 0; i < tokens->len; i++)
    if (token[i].word == askwell_hash_word ("_", 1))
      token[i].word = GAP;
  /* A gap in front marks nothing, and one behind stands for any word that follows */
  while (tokens->len > 0 && token[tokens->len - 1].word == GAP)
    g_array_set_size (tokens, tokens->len - 1);
  if (tokens->len == 0 || token[0].word == GAP)
    return;
  if (tokens->len == 1)
    {
      dictionary_add (self, token->word, class_index);
      return;
    }

  phrase = g_new0 (Phrase, 1);
  phrase->n_words = tokens->len;
  phrase->words = g_new (guint32, tokens->len);
  phrase->class_index = class_index;
  for (guint i = 0; i < tokens->len; i++)
    phrase->words[i] = token[i].word;
  dictionary_add (self, token->word, -1);

  phrases = g_hash_table_lookup (self->phrases, GUINT_TO_POINTER (token->word));
  if (phrases == NULL)
    {
      phrases = g_ptr_array_new_with_free_func (phrase_free);
      g_hash_table_insert (self->phrases, GUINT_TO_POINTER (token->word), phrases);
    }
  g_ptr_array_add (phrases, phrase);
}

static int
get_class (AskwellPhrasebook *self,
           const char        *id)
{
  int index = askwell_phrasebook_find_class (self, id);

  if (index < 0 && self->class_ids->len < ASKWELL_MAX_CLASSES)
    {
      index = (int) self->class_ids->len;
      g_ptr_array_add (self->class_ids, g_strdup (id));
      g_hash_table_insert (self->class_indices, g_strdup (id), GINT_TO_POINTER (index + 1));
    }
  return index;
}

/* Entries are separated by commas or line ends; a tilde before one keeps it from being inflected. */
static void
load_class (AskwellPhrasebook *self,
            xmlNode           *element)
{
  g_autofree char *id = dup_attribute (element, "id");
  g_autofree char *inflect = dup_attribute (element, "inflect");
  g_autofree char *content = dup_content (element);
  g_auto (GStrv) entries = g_strsplit_set (content, ",\n", -1);
  int index = get_class (self, id);

  if (index < 0)
    {
      g_warning ("Phrasebook %s: more than %d classes; “%s” is left out", self->language, ASKWELL_MAX_CLASSES, id);
      return;
    }
  for (guint i = 0; entries[i] != NULL; i++)
    {
      char *entry = g_strstrip (entries[i]);

      if (*entry == '~')
        add_entry (self, index, entry + 1);
      else if (*entry != '\0' && inflect != NULL)
        {
          g_autoptr (GPtrArray) forms = askwell_inflection_forms (self->inflection, inflect, entry);

          for (guint j = 0; j < forms->len; j++)
            add_entry (self, index, g_ptr_array_index (forms, j));
        }
      else if (*entry != '\0')
        add_entry (self, index, entry);
    }
}

/* Patterns */

static gboolean
add_alternative (AskwellPhrasebook *self,
                 AskwellItem       *item,
                 const char        *word,
                 GError           **error)
{
  gsize length = strlen (word);
  gboolean not = *word == '!';
  g_autofree char *id = NULL;
  int index;

  if (not)
    {
      word++;
      length--;
    }
  if (*word == '{' && word[length - 1] == '}')
    {
      id = g_strndup (word + 1, length - 2);
      index = askwell_phrasebook_find_class (self, id);
      if (index < 0)
        {
          g_set_error (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_PHRASEBOOK, "there is no class “%s”", id);
          return FALSE;
        }
      (not ? item->without : item->classes)[index / 64] |= G_GUINT64_CONSTANT (1) << (index % 64);
    }
  else
    {
      g_autoptr (GArray) tokens = tokenize (self, word);

      if (tokens->len != 1 || not)
        {
          g_set_error (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_PHRASEBOOK, "“%s” is not one word or {class}", word);
          return FALSE;
        }
      g_array_append_val (item->words, g_array_index (tokens, AskwellToken, 0).word);
      dictionary_add (self, g_array_index (tokens, AskwellToken, 0).word, -1);
    }
  return TRUE;
}

static AskwellItem *
parse_item (AskwellPhrasebook *self,
            const char        *text,
            GError           **error)
{
  AskwellItem *item = g_new0 (AskwellItem, 1);
  g_autofree char *body = g_strdup (text);
  gsize length = strlen (body);
  g_auto (GStrv) words = NULL;

  item->words = g_array_new (FALSE, FALSE, sizeof (guint32));
  item->least = item->most = 1;
  if (g_str_equal (text, "["))
    item->kind = ASKWELL_ITEM_OPEN;
  else if (g_str_equal (text, "]"))
    item->kind = ASKWELL_ITEM_CLOSE;
  else if (g_str_has_prefix (text, ".."))
    {
      item->kind = ASKWELL_ITEM_GAP;
      item->least = 0;
      item->most = (guint) CLAMP (g_ascii_strtoll (text + 2, NULL, 10), 1, 8);
    }
  else
    {
      if (body[length - 1] == '?' || body[length - 1] == '*')
        {
          item->least = 0;
          item->most = body[length - 1] == '?' ? 1 : 3;
          body[length - 1] = '\0';
        }
      words = g_strsplit (body, "|", -1);
      for (guint i = 0; words[i] != NULL; i++)
        if (!add_alternative (self, item, words[i], error))
          {
            item_free (item);
            return NULL;
          }
    }
  return item;
}

static void
index_by_word (AskwellPhrasebook *self,
               guint32            word,
               guint              pattern)
{
  GArray *patterns = g_hash_table_lookup (self->patterns_by_word, GUINT_TO_POINTER (word));

  if (patterns == NULL)
    {
      patterns = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->patterns_by_word, GUINT_TO_POINTER (word), patterns);
    }
  g_array_append_val (patterns, pattern);
}

static gboolean
add_pattern (AskwellPhrasebook *self,
             guint              rule,
             const char        *text,
             GError           **error)
{
  g_auto (GStrv) words = g_regex_split_simple ("\\s+", text, 0, 0);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  AskwellPattern *pattern;
  AskwellItem *first = NULL;
  guint index = self->patterns->len;

  for (guint i = 0; words[i] != NULL; i++)
    {
      AskwellItem *item = *words[i] != '\0' ? parse_item (self, words[i], error) : NULL;

      if (item == NULL)
        return FALSE;
      g_ptr_array_add (items, item);
      if (first == NULL && item->kind == ASKWELL_ITEM_TOKENS)
        {
          first = item;
          if (item->least == 0)
            {
              g_set_error (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_PHRASEBOOK,
                           "the first word of pattern “%s” may not be optional", text);
              return FALSE;
            }
        }
      else if (first == NULL && item->kind == ASKWELL_ITEM_GAP)
        {
          g_set_error (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_PHRASEBOOK, "pattern “%s” begins with a gap", text);
          return FALSE;
        }
    }
  if (first == NULL)
    {
      g_set_error (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_PHRASEBOOK, "pattern “%s” has no word", text);
      return FALSE;
    }

  for (guint i = 0; i < first->words->len; i++)
    index_by_word (self, g_array_index (first->words, guint32, i), index);
  for (guint i = 0; i < ASKWELL_MAX_CLASSES; i++)
    if (first->classes[i / 64] >> (i % 64) & 1)
      {
        if (self->patterns_by_class[i] == NULL)
          self->patterns_by_class[i] = g_array_new (FALSE, FALSE, sizeof (guint));
        g_array_append_val (self->patterns_by_class[i], index);
      }

  pattern = g_new0 (AskwellPattern, 1);
  pattern->rule = rule;
  pattern->items = g_steal_pointer (&items);
  g_ptr_array_add (self->patterns, pattern);
  return TRUE;
}

static gboolean
load_rule (AskwellPhrasebook *self,
           xmlNode           *element,
           const char        *name,
           gboolean           personal,
           GError           **error)
{
  AskwellRule *rule = g_new0 (AskwellRule, 1);
  g_autofree char *kind = dup_attribute (element, "kind");
  g_autofree char *general = dup_attribute (element, "general");
  guint index = self->rules->len;

  rule->id = dup_attribute (element, "id");
  rule->kind = (AskwellFindingKind) askwell_finding_kind_from_nick (kind);
  rule->personal = personal;
  rule->general = g_strcmp0 (general, "true") == 0;
  g_ptr_array_add (self->rules, rule);
  if (g_hash_table_contains (self->by_id, rule->id))
    {
      g_set_error (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_PHRASEBOOK, "%s:%ld: there is a rule “%s” already", name,
                   xmlGetLineNo (element), rule->id);
      return FALSE;
    }
  g_hash_table_insert (self->by_id, rule->id, GUINT_TO_POINTER (index + 1));

  for (xmlNode *node = xmlFirstElementChild (element); node != NULL; node = xmlNextElementSibling (node))
    {
      g_autofree char *content = dup_content (node);

      if (is_named (node, "message"))
        rule->message = g_steal_pointer (&content);
      else if (is_named (node, "pattern"))
        {
          g_autoptr (GError) pattern_error = NULL;

          if (!add_pattern (self, index, content, &pattern_error))
            {
              g_set_error (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_PHRASEBOOK, "%s:%ld: %s", name, xmlGetLineNo (node),
                           pattern_error->message);
              return FALSE;
            }
        }
      else
        {
          AskwellRuleExample *example = g_new0 (AskwellRuleExample, 1);

          example->rule = index;
          example->text = g_steal_pointer (&content);
          example->counter = is_named (node, "counter-example");
          g_ptr_array_add (self->examples, example);
        }
    }
  return TRUE;
}

static int
compare_length (gconstpointer a,
                gconstpointer b)
{
  return (int) strlen (*(const char *const *) b) - (int) strlen (*(const char *const *) a);
}

static void
load_spelling (AskwellPhrasebook *self,
               xmlNode           *element)
{
  for (xmlNode *node = xmlFirstElementChild (element); node != NULL; node = xmlNextElementSibling (node))
    {
      g_autofree char *content = dup_content (node);
      g_auto (GStrv) words = g_regex_split_simple ("[\\s,]+", content, 0, 0);

      for (guint i = 0; words[i] != NULL; i++)
        {
          if (is_named (node, "clitics"))
            g_ptr_array_add (self->spelling.clitics, g_strdup (words[i]));
          else if (is_named (node, "endings"))
            g_ptr_array_add (self->spelling.endings, g_strdup (words[i]));
          else
            {
              g_autofree char *folded = askwell_fold_word (words[i], -1);

              g_hash_table_add (self->spelling.abbreviations, GUINT_TO_POINTER (askwell_hash_word (folded, strlen (folded))));
            }
        }
    }
  g_ptr_array_sort (self->spelling.clitics, compare_length);
  g_ptr_array_sort (self->spelling.endings, compare_length);
}

/**
 * askwell_phrasebook_add:
 * @self: a phrasebook
 * @document: (transfer full): one that follows the schema
 * @name: what errors call it
 * @personal: whether it is the person's own
 * @error: file, line and reason; @self must be thrown away then
 */
gboolean
askwell_phrasebook_add (AskwellPhrasebook *self,
                        xmlDoc            *document,
                        const char        *name,
                        gboolean           personal,
                        GError           **error)
{
  xmlNode *root = xmlDocGetRootElement (document);

  g_ptr_array_add (self->documents, document);

  /* What words are made of comes before the words, and these before the patterns, wherever they stand. */
  for (xmlNode *node = xmlFirstElementChild (root); node != NULL; node = xmlNextElementSibling (node))
    {
      if (is_named (node, "spelling"))
        load_spelling (self, node);
      else if (is_named (node, "inflection"))
        askwell_inflection_load (self->inflection, node);
    }
  for (xmlNode *node = xmlFirstElementChild (root); node != NULL; node = xmlNextElementSibling (node))
    if (is_named (node, "class"))
      load_class (self, node);
  for (xmlNode *node = xmlFirstElementChild (root); node != NULL; node = xmlNextElementSibling (node))
    {
      if (is_named (node, "rule"))
        {
          if (!load_rule (self, node, name, personal, error))
            return FALSE;
        }
      else if (is_named (node, "off"))
        {
          g_autofree char *id = dup_attribute (node, "rule");
          int index = askwell_phrasebook_find_rule (self, id);

          if (index < 0)
            {
              g_set_error (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_PHRASEBOOK,
                           "%s:%ld: there is no rule “%s” to switch off", name, xmlGetLineNo (node), id);
              return FALSE;
            }
          ((AskwellRule *) g_ptr_array_index (self->rules, index))->off = TRUE;
        }
    }
  return TRUE;
}

static int
compare_phrases (gconstpointer a,
                 gconstpointer b)
{
  return (int) (*(const Phrase *const *) b)->n_words - (int) (*(const Phrase *const *) a)->n_words;
}

/**
 * askwell_phrasebook_compile:
 * @self: a phrasebook
 *
 * After the last askwell_phrasebook_add().
 */
void
askwell_phrasebook_compile (AskwellPhrasebook *self)
{
  GHashTableIter iter;
  gpointer phrases;

  for (guint i = 0; i < ASKWELL_N_ROLES; i++)
    self->roles[i] = askwell_phrasebook_find_class (self, role_ids[i]);
  for (guint i = 0; i < self->class_ids->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (self->class_ids, i), "topic-"))
      self->topical[i / 64] |= G_GUINT64_CONSTANT (1) << (i % 64);
  g_hash_table_iter_init (&iter, self->phrases);
  while (g_hash_table_iter_next (&iter, NULL, &phrases))
    g_ptr_array_sort (phrases, compare_phrases);
}

int
askwell_phrasebook_find_class (AskwellPhrasebook *self,
                               const char        *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->class_indices, id)) - 1;
}

int
askwell_phrasebook_find_rule (AskwellPhrasebook *self,
                              const char        *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_id, id)) - 1;
}

/**
 * askwell_phrasebook_general_rule:
 * @self: a phrasebook
 * @kind: a kind
 *
 * Returns: index of the rule for findings of that kind that no other rule names
 */
guint
askwell_phrasebook_general_rule (AskwellPhrasebook *self,
                                 AskwellFindingKind kind)
{
  guint any = 0;

  for (guint i = 0; i < self->rules->len; i++)
    {
      const AskwellRule *rule = g_ptr_array_index (self->rules, i);

      if (rule->kind == kind && rule->general)
        return i;
      if (rule->kind == kind)
        any = i;
    }
  return any;
}

/* How many tokens the phrase takes from here, or 0. At a gap the nearest next word is taken; the gap does not cross punctuation. */
static guint
match_phrase (const Phrase       *phrase,
              const AskwellToken *tokens,
              guint               n_tokens)
{
  guint at = 1; /* the first word led here */

  for (guint i = 1; i < phrase->n_words; i++, at++)
    {
      if (phrase->words[i] == GAP)
        {
          guint last = at + MOST_IN_GAP;

          i++;
          if (at >= n_tokens || tokens[at].kind == ASKWELL_TOKEN_PUNCTUATION)
            return 0;
          for (at++; at < n_tokens && at <= last && tokens[at].word != phrase->words[i]; at++)
            if (tokens[at].kind == ASKWELL_TOKEN_PUNCTUATION && tokens[at].mark != '\'')
              return 0;
          if (at > last)
            return 0;
        }
      if (at >= n_tokens || tokens[at].word != phrase->words[i])
        return 0;
    }
  return at;
}

/**
 * askwell_phrasebook_classify:
 * @self: a phrasebook
 * @tokens: (element-type AskwellToken): a sentence; gets the classes of its words
 */
void
askwell_phrasebook_classify (AskwellPhrasebook *self,
                             GArray            *tokens)
{
  AskwellToken *token = (AskwellToken *) tokens->data;

  for (guint i = 0; i < tokens->len; i++)
    {
      const guint64 *classes;

      if (token[i].kind != ASKWELL_TOKEN_WORD || token[i].flags & ASKWELL_TOKEN_NAME)
        continue;
      classes = dictionary_find (self, token[i].word);
      if (classes == NULL)
        continue;
      for (guint j = 0; j < ASKWELL_CLASS_WORDS; j++)
        token[i].classes[j] |= classes[j];
    }
  for (guint i = 0; i < tokens->len; i++)
    {
      GPtrArray *phrases;

      if (token[i].kind != ASKWELL_TOKEN_WORD || token[i].flags & ASKWELL_TOKEN_NAME || !dictionary_find (self, token[i].word))
        continue;
      phrases = g_hash_table_lookup (self->phrases, GUINT_TO_POINTER (token[i].word));
      for (guint j = 0; phrases != NULL && j < phrases->len; j++)
        {
          const Phrase *phrase = g_ptr_array_index (phrases, j);

          guint n_taken = match_phrase (phrase, token + i, tokens->len - i);

          for (guint k = 0; k < n_taken; k++)
            askwell_token_add_class (&token[i + k], phrase->class_index);
        }
    }
}
