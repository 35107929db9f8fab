/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "askwell-model.h"
#include "askwell-names-private.h"
#include "askwell-reader-private.h"
#include "askwell-reading-private.h"
#include "askwell-rewriter.h"

/*
 * Reads notes
 *
 * Rules propose, the model decides: the patterns of the phrasebook say where a phrase of a coach's list stands; whether it is an aim of the seller
 * here (and not of the customer, not history, not warned against) is decided for the whole sentence at once by the tagger, for which the proposals
 * are the strongest hints. A finding gets the id and the message of the rule that proposed the most of it, or else those of the general rule of its
 * kind. A rule from a person's own phrasebook is taken at its word: what it matches is a finding.
 *
 * A language's phrasebook is compiled anew when a file is added, from the documents of all its files, so that a broken file leaves no trace.
 */

typedef struct
{
  char *data;
  gsize length;
  char *name;
  gboolean personal;
} Source;

typedef struct
{
  char *language;
  GPtrArray *sources; /* element-type Source */
  AskwellPhrasebook *phrasebook;
  AskwellRewriter *rewriter;
  AskwellModel *model; /* NULL: rules alone */
} Language;

struct _AskwellReader
{
  GObject parent_instance;

  GPtrArray *languages; /* element-type Language */
  Language *chosen;     /* borrowed; NULL: guess */
  GHashTable *disabled_rules;   /* id: set */
  GHashTable *disabled_phrases; /* folded words: set */
};

G_DEFINE_FINAL_TYPE (AskwellReader, askwell_reader, G_TYPE_OBJECT)
G_DEFINE_QUARK (askwell-phrasing-error-quark, askwell_phrasing_error)

static void
source_free (gpointer data)
{
  Source *source = data;

  g_free (source->data);
  g_free (source->name);
  g_free (source);
}

static void
language_free (gpointer data)
{
  Language *language = data;

  g_free (language->language);
  g_ptr_array_unref (language->sources);
  g_clear_pointer (&language->phrasebook, askwell_phrasebook_free);
  g_clear_pointer (&language->rewriter, askwell_rewriter_free);
  g_clear_pointer (&language->model, askwell_model_free);
  g_free (language);
}

static void
askwell_reader_finalize (GObject *object)
{
  AskwellReader *self = ASKWELL_READER (object);

  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_pointer (&self->disabled_rules, g_hash_table_unref);
  g_clear_pointer (&self->disabled_phrases, g_hash_table_unref);

  G_OBJECT_CLASS (askwell_reader_parent_class)->finalize (object);
}

static void
askwell_reader_class_init (AskwellReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = askwell_reader_finalize;
}

static void
askwell_reader_init (AskwellReader *self)
{
  self->languages = g_ptr_array_new_with_free_func (language_free);
  self->disabled_rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->disabled_phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

AskwellReader *
askwell_reader_new (void)
{
  return g_object_new (ASKWELL_TYPE_READER, NULL);
}

static Language *
find_language (AskwellReader *self,
               const char    *name)
{
  for (guint i = 0; i < self->languages->len; i++)
    {
      Language *language = g_ptr_array_index (self->languages, i);

      if (g_str_equal (language->language, name))
        return language;
    }
  return NULL;
}

/* Compiles all sources of a language and @more; on success they replace what it had. */
static gboolean
compile (Language *language,
         Source   *more,
         xmlDoc   *document,
         GError  **error)
{
  g_autoptr (AskwellPhrasebook) phrasebook = askwell_phrasebook_new (language->language);
  g_autoptr (AskwellRewriter) rewriter = NULL;

  for (guint i = 0; i < language->sources->len; i++)
    {
      Source *source = g_ptr_array_index (language->sources, i);
      xmlDoc *again = askwell_phrasebook_parse (source->data, source->length, source->name, FALSE, error);

      if (again == NULL || !askwell_phrasebook_add (phrasebook, again, source->name, source->personal, error))
        {
          xmlFreeDoc (document);
          return FALSE;
        }
    }
  if (document != NULL && !askwell_phrasebook_add (phrasebook, document, more->name, more->personal, error))
    return FALSE;
  askwell_phrasebook_compile (phrasebook);

  rewriter = askwell_rewriter_new (phrasebook, error);
  if (rewriter == NULL)
    return FALSE;

  g_clear_pointer (&language->phrasebook, askwell_phrasebook_free);
  g_clear_pointer (&language->rewriter, askwell_rewriter_free);
  language->phrasebook = g_steal_pointer (&phrasebook);
  language->rewriter = g_steal_pointer (&rewriter);
  return TRUE;
}

/* Takes @data. */
static gboolean
add_source (AskwellReader *self,
            char          *data,
            gsize          length,
            const char    *name,
            gboolean       personal,
            gboolean       now,
            GError       **error)
{
  Source *source = g_new0 (Source, 1);
  xmlDoc *document;
  xmlChar *lang;
  Language *language;
  gboolean fresh = FALSE;

  source->data = data;
  source->length = length;
  source->name = g_strdup (name);
  source->personal = personal;
  document = askwell_phrasebook_parse (data, length, name, personal, error);
  if (document == NULL)
    {
      source_free (source);
      return FALSE;
    }

  lang = xmlGetNoNsProp (xmlDocGetRootElement (document), (const xmlChar *) "language");
  language = find_language (self, (const char *) lang);
  if (language == NULL)
    {
      fresh = TRUE;
      language = g_new0 (Language, 1);
      language->language = g_strdup ((const char *) lang);
      language->sources = g_ptr_array_new_with_free_func (source_free);
      g_ptr_array_add (self->languages, language);
    }
  xmlFree (lang);

  if (!now)
    xmlFreeDoc (document);
  else if (!compile (language, source, document, error))
    {
      source_free (source);
      if (fresh)
        g_ptr_array_remove (self->languages, language);
      return FALSE;
    }
  g_ptr_array_add (language->sources, source);
  return TRUE;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
load_model (Language *language,
            GError  **error)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_PREFIX "/phrasebooks/%s.model", language->language);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (askwell_phrasebook_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    return TRUE;
  language->model = askwell_model_new (bytes, error);
  return language->model != NULL;
}

/**
 * askwell_reader_add_shipped:
 * @self: a reader
 * @error: why not
 *
 * Adds the phrasebooks that are in the program.
 */
gboolean
askwell_reader_add_shipped (AskwellReader *self,
                            GError       **error)
{
  g_auto (GStrv) names = NULL;
  GResource *resource = askwell_phrasebook_get_resource ();

  g_return_val_if_fail (ASKWELL_IS_READER (self), FALSE);

  names = g_resource_enumerate_children (resource, RESOURCE_PREFIX "/phrasebooks", G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (names == NULL)
    return FALSE;
  qsort (names, g_strv_length (names), sizeof (char *), compare_strings);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_PREFIX "/phrasebooks/", names[i], NULL);
      g_autoptr (GBytes) bytes = NULL;
      gconstpointer data;
      gsize size;

      if (!g_str_has_suffix (names[i], ".xml"))
        continue;
      bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      if (bytes == NULL)
        return FALSE;
      data = g_bytes_get_data (bytes, &size);
      if (!add_source (self, g_memdup2 (data, size), size, names[i], FALSE, FALSE, error))
        return FALSE;
    }
  for (guint i = 0; i < self->languages->len; i++)
    {
      Language *language = g_ptr_array_index (self->languages, i);

      if (!compile (language, NULL, NULL, error) || !load_model (language, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * askwell_reader_add_phrasebook:
 * @self: a reader
 * @file: a phrasebook of a person's own
 * @error: file, line and reason; the reader is as it was then
 */
gboolean
askwell_reader_add_phrasebook (AskwellReader *self,
                               GFile         *file,
                               GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = NULL;
  char *data;
  gsize length;

  g_return_val_if_fail (ASKWELL_IS_READER (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_parse_name (file);
  if (!g_file_load_contents (file, NULL, &data, &length, NULL, &local_error))
    {
      g_set_error (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_PHRASEBOOK, "%s: %s", name, local_error->message);
      return FALSE;
    }
  return add_source (self, data, length, name, TRUE, TRUE, error);
}

/**
 * askwell_reader_add_folder:
 * @self: a reader
 * @folder: a folder; nothing happens when there is none
 *
 * Adds every *.xml of @folder, in the order of their names.
 *
 * Returns: (transfer full) (element-type GError): why some were left out
 */
GPtrArray *
askwell_reader_add_folder (AskwellReader *self,
                           GFile         *folder)
{
  GPtrArray *errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GFileEnumerator) children = NULL;

  g_return_val_if_fail (ASKWELL_IS_READER (self), errors);

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

      if (!askwell_reader_add_phrasebook (self, file, &error))
        g_ptr_array_add (errors, error);
    }
  return errors;
}

/**
 * askwell_reader_set_language:
 * @self: a reader
 * @language: (nullable): "en", "de", …; %NULL to guess the language of each note
 * @error: there is no phrasebook for it
 */
gboolean
askwell_reader_set_language (AskwellReader *self,
                             const char    *language,
                             GError       **error)
{
  Language *found = NULL;

  g_return_val_if_fail (ASKWELL_IS_READER (self), FALSE);

  if (language != NULL && (found = find_language (self, language)) == NULL)
    {
      g_set_error (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_LANGUAGE, "there is no phrasebook for the language “%s”",
                   language);
      return FALSE;
    }
  self->chosen = found;
  return TRUE;
}

/**
 * askwell_reader_set_disabled:
 * @self: a reader
 * @rules: (nullable) (array zero-terminated=1): ids of rules that are off
 * @phrases: (nullable) (array zero-terminated=1): words that are never a finding, compared without case
 */
void
askwell_reader_set_disabled (AskwellReader     *self,
                             const char *const *rules,
                             const char *const *phrases)
{
  g_return_if_fail (ASKWELL_IS_READER (self));

  g_hash_table_remove_all (self->disabled_rules);
  g_hash_table_remove_all (self->disabled_phrases);
  for (guint i = 0; rules != NULL && rules[i] != NULL; i++)
    g_hash_table_add (self->disabled_rules, g_strdup (rules[i]));
  for (guint i = 0; phrases != NULL && phrases[i] != NULL; i++)
    g_hash_table_add (self->disabled_phrases, g_utf8_casefold (phrases[i], -1));
}

/* The language whose small words the text has most of; the first one where none has any. */
static Language *
guess_language (AskwellReader *self,
                const char    *text,
                gsize          length)
{
  Language *best = self->languages->len > 0 ? g_ptr_array_index (self->languages, 0) : NULL;
  guint most = 0;
  g_autoptr (GArray) tokens = NULL;

  if (self->languages->len < 2)
    return best;
  best = find_language (self, "en") != NULL ? find_language (self, "en") : best;
  tokens = g_array_new (FALSE, FALSE, sizeof (AskwellToken));
  for (guint i = 0; i < self->languages->len; i++)
    {
      Language *language = g_ptr_array_index (self->languages, i);
      AskwellTokenizer tokenizer;
      guint n = 0;

      askwell_tokenizer_init (&tokenizer, &language->phrasebook->spelling, text, MIN (length, 2000));
      while (askwell_tokenizer_next_sentence (&tokenizer, tokens))
        {
          const AskwellToken *token = (const AskwellToken *) tokens->data;

          askwell_phrasebook_classify (language->phrasebook, tokens);
          for (guint j = 0; j < tokens->len; j++)
            n += askwell_token_has_class (&token[j], language->phrasebook->roles[ASKWELL_ROLE_FUNCTION]);
        }
      if (n > most || (n == most && n > 0 && language == find_language (self, "en")))
        {
          most = n;
          best = language;
        }
    }
  return best;
}

/* Reading */

typedef struct
{
  AskwellReader *reader;
  Language *language;
  const char *text;
  AskwellSentence sentence;
  GArray *findings;      /* element-type AskwellFinding */
  GArray *note_features; /* element-type guint32 */
  GArray *scratch;
  GArray *tags; /* element-type guint8 */
  guint n_note_tokens;
} Pass;

static gboolean
is_disabled (Pass                 *pass,
             const AskwellRule    *rule,
             const AskwellFinding *finding)
{
  g_autofree char *phrase = NULL;

  if (rule->off || g_hash_table_contains (pass->reader->disabled_rules, rule->id))
    return TRUE;
  if (g_hash_table_size (pass->reader->disabled_phrases) == 0)
    return FALSE;
  phrase = g_utf8_casefold (pass->text + finding->byte_start, (gssize) (finding->byte_end - finding->byte_start));
  return g_hash_table_contains (pass->reader->disabled_phrases, phrase);
}

/* The rule of that kind whose proposal shares the most tokens with the finding */
static const AskwellRule *
find_rule (Pass              *pass,
           AskwellFindingKind kind,
           guint              first,
           guint              last)
{
  AskwellPhrasebook *phrasebook = pass->language->phrasebook;
  const AskwellRule *best = NULL;
  guint most = 0;

  for (guint i = 0; i < pass->sentence.hits->len; i++)
    {
      const AskwellHit *hit = &g_array_index (pass->sentence.hits, AskwellHit, i);
      const AskwellRule *rule = g_ptr_array_index (phrasebook->rules, hit->rule);
      guint from = MAX (first, hit->first), to = MIN (last, hit->last);

      if (rule->kind == kind && from < to && to - from > most)
        {
          most = to - from;
          best = rule;
        }
    }
  return best != NULL ? best : g_ptr_array_index (phrasebook->rules, askwell_phrasebook_general_rule (phrasebook, kind));
}

static void
add_finding (Pass              *pass,
             const AskwellRule *rule,
             guint              first,
             guint              last)
{
  const AskwellToken *tokens = (const AskwellToken *) pass->sentence.tokens->data;
  AskwellFinding finding = { 0 };
  gboolean only_names = TRUE;

  /* Marks at the ends of a span are no part of the phrase. */
  while (last > first && tokens[last - 1].kind == ASKWELL_TOKEN_PUNCTUATION)
    last--;
  while (first < last && tokens[first].kind == ASKWELL_TOKEN_PUNCTUATION)
    first++;
  for (guint i = first; i < last; i++)
    only_names = only_names && tokens[i].flags & ASKWELL_TOKEN_NAME;
  if (only_names)
    return;

  finding.kind = rule->kind;
  finding.rule = rule->id;
  finding.message = rule->message;
  finding.start = tokens[first].char_start;
  finding.end = tokens[last - 1].char_end;
  finding.byte_start = tokens[first].start;
  finding.byte_end = tokens[last - 1].end;
  if (!is_disabled (pass, rule, &finding))
    g_array_append_val (pass->findings, finding);
}

/* What a person's own rules match counts; it takes the place of what the model found there. */
static void
impose_personal_rules (Pass   *pass,
                       guint8 *tags,
                       guint   n_tokens)
{
  for (guint i = 0; i < pass->sentence.hits->len; i++)
    {
      const AskwellHit *hit = &g_array_index (pass->sentence.hits, AskwellHit, i);
      const AskwellRule *rule = g_ptr_array_index (pass->language->phrasebook->rules, hit->rule);

      if (!rule->personal && pass->language->model != NULL)
        continue;
      for (guint j = hit->first; j < hit->last; j++)
        tags[j] = j == hit->first ? ASKWELL_TAG_BEGIN (rule->kind) : ASKWELL_TAG_INSIDE (rule->kind);
      for (guint j = hit->last; j < n_tokens && tags[j] != 0 && tags[j] % 2 == 0; j++)
        tags[j] = 0;
    }
}

static void
read_sentence (Pass         *pass,
               AskwellNames *names)
{
  GArray *tokens = pass->sentence.tokens;
  guint n_tokens = tokens->len;
  guint8 *tags;

  if (names != NULL)
    askwell_names_mark (names, pass->language->phrasebook, tokens);
  askwell_phrasebook_classify (pass->language->phrasebook, tokens);
  askwell_sentence_analyse (&pass->sentence);
  if (pass->n_note_tokens < ASKWELL_MOST_NOTE_TOKENS)
    askwell_features_of_note (&pass->sentence, pass->note_features);
  pass->n_note_tokens += n_tokens;

  g_array_set_size (pass->tags, n_tokens);
  tags = (guint8 *) pass->tags->data;
  if (pass->language->model != NULL)
    askwell_model_tag (pass->language->model, &pass->sentence, pass->scratch, tags);
  else
    memset (tags, 0, n_tokens);
  impose_personal_rules (pass, tags, n_tokens);

  for (guint i = 0; i < n_tokens;)
    {
      AskwellFindingKind kind;
      guint first = i;

      if (tags[i] == 0)
        {
          i++;
          continue;
        }
      kind = (AskwellFindingKind) ((tags[i] - 1) / 2);
      for (i++; i < n_tokens && tags[i] == ASKWELL_TAG_INSIDE (kind); i++)
        ;
      add_finding (pass, find_rule (pass, kind, first, i), first, i);
    }
}

static AskwellReading *
conclude (Pass *pass)
{
  gint32 scores[ASKWELL_N_NOTE_SCORES] = { 0 };
  AskwellTopic topics[3];
  guint n_topics = 0;
  AskwellMode mode;

  if (pass->language->model != NULL)
    askwell_model_score_note (pass->language->model, pass->note_features, scores);
  mode = pass->findings->len > 0 ? ASKWELL_MODE_SELLING : scores[0] > 0 ? ASKWELL_MODE_LEARNING : ASKWELL_MODE_NEUTRAL;
  while (pass->n_note_tokens > 0 && n_topics < G_N_ELEMENTS (topics))
    {
      guint best = 1;

      for (guint i = 2; i < ASKWELL_N_TOPICS; i++)
        if (scores[i] > scores[best])
          best = i;
      topics[n_topics++] = best;
      scores[best] = G_MININT32;
    }
  return askwell_reading_new (g_steal_pointer (&pass->findings), mode, topics, n_topics);
}

static gboolean
check_text (const char *text,
            gsize       length,
            GError    **error)
{
  const char *end;

  if (length >= G_MAXUINT32)
    {
      g_set_error_literal (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_UTF8, "the text is larger than 4 GiB");
      return FALSE;
    }
  if (!g_utf8_validate_len (text, length, &end))
    {
      g_set_error (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_UTF8, "the text is not valid UTF-8 at byte %" G_GSIZE_FORMAT,
                   (gsize) (end - text));
      return FALSE;
    }
  return TRUE;
}

static Language *
get_language (AskwellReader *self,
              const char    *text,
              gsize          length,
              GError       **error)
{
  Language *language = self->chosen != NULL ? self->chosen : guess_language (self, text, length);

  if (language == NULL)
    g_set_error_literal (error, ASKWELL_PHRASING_ERROR, ASKWELL_PHRASING_ERROR_LANGUAGE, "there is no phrasebook");
  return language;
}

/**
 * askwell_reader_read:
 * @self: a reader
 * @text: a note, UTF-8
 * @length: its bytes, or -1
 * @names: (nullable): names on the customer's side
 * @error: ASKWELL_PHRASING_ERROR_UTF8, or ASKWELL_PHRASING_ERROR_LANGUAGE when there is no phrasebook at all
 *
 * Returns: (transfer full) (nullable): what was read in it
 */
AskwellReading *
askwell_reader_read (AskwellReader *self,
                     const char    *text,
                     gssize         length,
                     AskwellNames  *names,
                     GError       **error)
{
  AskwellTokenizer tokenizer;
  AskwellReading *reading;
  gsize size;
  Pass pass = { 0 };

  g_return_val_if_fail (ASKWELL_IS_READER (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  size = length < 0 ? strlen (text) : (gsize) length;
  if (!check_text (text, size, error))
    return NULL;
  pass.language = get_language (self, text, size, error);
  if (pass.language == NULL)
    return NULL;

  pass.reader = self;
  pass.text = text;
  pass.findings = g_array_new (FALSE, FALSE, sizeof (AskwellFinding));
  pass.note_features = g_array_new (FALSE, FALSE, sizeof (guint32));
  pass.scratch = g_array_new (FALSE, FALSE, 1);
  pass.tags = g_array_new (FALSE, FALSE, 1);
  askwell_sentence_init (&pass.sentence, pass.language->phrasebook);
  askwell_tokenizer_init (&tokenizer, &pass.language->phrasebook->spelling, text, size);
  while (askwell_tokenizer_next_sentence (&tokenizer, pass.sentence.tokens))
    read_sentence (&pass, names);
  reading = conclude (&pass);

  askwell_sentence_clear (&pass.sentence);
  g_array_unref (pass.note_features);
  g_array_unref (pass.scratch);
  g_array_unref (pass.tags);
  return reading;
}

/**
 * askwell_reader_rewrite:
 * @self: a reader
 * @text: a note, UTF-8
 * @length: its bytes, or -1
 * @names: (nullable): names on the customer's side
 * @limit: how many at most
 * @error: as of askwell_reader_read()
 *
 * Returns: (transfer full) (nullable) (element-type AskwellRewrite): learning forms, best first; empty when the note is not in selling mode
 */
GPtrArray *
askwell_reader_rewrite (AskwellReader *self,
                        const char    *text,
                        gssize         length,
                        AskwellNames  *names,
                        guint          limit,
                        GError       **error)
{
  g_autoptr (AskwellReading) reading = askwell_reader_read (self, text, length, names, error);
  g_autoptr (GPtrArray) candidates = NULL;
  GPtrArray *kept;
  const AskwellFinding *findings;
  const AskwellTopic *topics;
  guint n_findings, n_topics;
  gsize size;
  Language *language;

  if (reading == NULL)
    return NULL;
  size = length < 0 ? strlen (text) : (gsize) length;
  kept = g_ptr_array_new_with_free_func ((GDestroyNotify) askwell_rewrite_free);
  findings = askwell_reading_get_findings (reading, &n_findings);
  topics = askwell_reading_get_topics (reading, &n_topics);
  if (n_findings == 0)
    return kept;

  /* A learning form is one that reads as one. */
  language = get_language (self, text, size, NULL);
  g_assert (language != NULL);
  candidates = askwell_rewriter_rewrite (language->rewriter, text, size, findings, n_findings, topics, n_topics, names);
  for (guint i = 0; i < candidates->len && kept->len < limit; i++)
    {
      AskwellRewrite *candidate = g_ptr_array_index (candidates, i);
      g_autoptr (AskwellReading) again = askwell_reader_read (self, candidate->text, -1, names, NULL);

      if (again != NULL && askwell_reading_get_mode (again) == ASKWELL_MODE_LEARNING)
        g_ptr_array_add (kept, askwell_rewrite_new (g_strdup (candidate->text), candidate->looks_at));
    }
  return kept;
}

/**
 * askwell_reader_find_sentence_end:
 * @self: a reader
 * @text: valid UTF-8
 * @length: its bytes
 * @offset: where a sentence begins, bytes
 *
 * Returns: where it ends, bytes; for reading long paragraphs in slices
 */
gsize
askwell_reader_find_sentence_end (AskwellReader *self,
                                  const char    *text,
                                  gsize          length,
                                  gsize          offset)
{
  g_autoptr (GArray) tokens = NULL;
  AskwellTokenizer tokenizer;
  Language *language;

  g_return_val_if_fail (ASKWELL_IS_READER (self), length);
  g_return_val_if_fail (offset <= length, length);

  language = get_language (self, text + offset, MIN (length - offset, 200), NULL);
  if (language == NULL)
    return length;
  tokens = g_array_new (FALSE, FALSE, sizeof (AskwellToken));
  askwell_tokenizer_init (&tokenizer, &language->phrasebook->spelling, text + offset, length - offset);
  askwell_tokenizer_next_sentence (&tokenizer, tokens);
  return offset + tokenizer.offset;
}

static const AskwellRule *
get_nth_rule (AskwellReader *self,
              guint          index)
{
  for (guint i = 0; i < self->languages->len; i++)
    {
      Language *language = g_ptr_array_index (self->languages, i);

      if (index < language->phrasebook->rules->len)
        return g_ptr_array_index (language->phrasebook->rules, index);
      index -= language->phrasebook->rules->len;
    }
  return NULL;
}

/**
 * askwell_reader_get_n_rules:
 * @self: a reader
 *
 * Returns: how many rules there are in all phrasebooks
 */
guint
askwell_reader_get_n_rules (AskwellReader *self)
{
  guint n = 0;

  g_return_val_if_fail (ASKWELL_IS_READER (self), 0);

  while (get_nth_rule (self, n) != NULL)
    n++;
  return n;
}

/**
 * askwell_reader_get_rule:
 * @self: a reader
 * @index: less than askwell_reader_get_n_rules()
 * @kind: (out) (optional): its kind
 * @message: (out) (optional) (transfer none): why it marks what it marks
 *
 * Returns: (transfer none) (nullable): the rule's id
 */
const char *
askwell_reader_get_rule (AskwellReader      *self,
                         guint               index,
                         AskwellFindingKind *kind,
                         const char        **message)
{
  const AskwellRule *rule;

  g_return_val_if_fail (ASKWELL_IS_READER (self), NULL);

  rule = get_nth_rule (self, index);
  if (rule == NULL)
    return NULL;
  if (kind != NULL)
    *kind = rule->kind;
  if (message != NULL)
    *message = rule->message;
  return rule->id;
}

/* For the trainer and the tests: (nullable), borrowed. */
AskwellPhrasebook *
askwell_reader_get_phrasebook (AskwellReader *self,
                               const char    *language)
{
  Language *found = find_language (self, language);

  return found != NULL ? found->phrasebook : NULL;
}
