/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "askwell-note-parts.h"

#include "askwell-names-private.h"

/*
 * Taking a note apart
 *
 * This is no parser: it looks for three things around the finding that matters most (what pushes before what only wishes), by the classes of the
 * words, and takes only what is clear.
 *  - The customer: a pronoun, a name (a capital that the phrasebook does not know) or a noun phrase with a customer's word, in the finding, right
 *    behind it, or else the first in the sentence. Nobody named: "they".
 *  - What they are to do: a verb behind the finding's "to", with all up to the end of the clause.
 *  - The thing: the first noun phrase in or behind the finding that is not the customer. It begins with a determiner, a possessive, a name or a noun,
 *    and ends before a verb, a clause, a mark, or a date.
 * Pieces are copied from the text. A word at the start of the sentence loses its capital unless it is a name.
 */

#define LONGEST_PART 14 /* tokens */

typedef struct
{
  char *subject;
  char *object;
  char *owner;
  gboolean plural;
} Pronoun;

struct _AskwellNoteWords
{
  AskwellPhrasebook *phrasebook;
  GHashTable *base;      /* hash of a form of a verb: the verb, utf8 */
  GHashTable *bare;      /* hash of a verb in its base form: set */
  GHashTable *past;      /* hash of the past of a verb: the verb, utf8 */
  GHashTable *pronouns;  /* hash: Pronoun */
  GHashTable *infinitive; /* words that come before a verb: set */
  GHashTable *that;      /* words that open what is told: set */
  GHashTable *cut;       /* words that end a part, such as before a date: set */
  GHashTable *hanging;   /* prepositions behind which a phrase may go on with a name: set */
  GHashTable *why;       /* question words for a reason: set */
  char *owner_ending;    /* "'s" */
  char *owner_ending_after_s;
  Pronoun nobody; /* where no customer is named */
};

static void
pronoun_free (gpointer data)
{
  Pronoun *pronoun = data;

  g_free (pronoun->subject);
  g_free (pronoun->object);
  g_free (pronoun->owner);
  g_free (pronoun);
}

AskwellNoteWords *
askwell_note_words_new (AskwellPhrasebook *phrasebook)
{
  AskwellNoteWords *self = g_new0 (AskwellNoteWords, 1);

  self->phrasebook = phrasebook;
  self->base = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->bare = g_hash_table_new (NULL, NULL);
  self->past = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->pronouns = g_hash_table_new_full (NULL, NULL, NULL, pronoun_free);
  self->infinitive = g_hash_table_new (NULL, NULL);
  self->that = g_hash_table_new (NULL, NULL);
  self->cut = g_hash_table_new (NULL, NULL);
  self->hanging = g_hash_table_new (NULL, NULL);
  self->why = g_hash_table_new (NULL, NULL);
  return self;
}

void
askwell_note_words_free (AskwellNoteWords *self)
{
  g_hash_table_unref (self->base);
  g_hash_table_unref (self->bare);
  g_hash_table_unref (self->past);
  g_hash_table_unref (self->pronouns);
  g_hash_table_unref (self->infinitive);
  g_hash_table_unref (self->that);
  g_hash_table_unref (self->cut);
  g_hash_table_unref (self->hanging);
  g_hash_table_unref (self->why);
  g_free (self->owner_ending);
  g_free (self->owner_ending_after_s);
  g_free (self->nobody.subject);
  g_free (self->nobody.object);
  g_free (self->nobody.owner);
  g_free (self);
}

static gpointer
hash (const char *word)
{
  return GUINT_TO_POINTER (askwell_hash_word (word, strlen (word)));
}

static void
load_verbs (AskwellNoteWords *self,
            const char       *set,
            char            **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) forms = askwell_inflection_forms (self->phrasebook->inflection, set, words[i]);
      g_autofree char *past = askwell_inflection_form (self->phrasebook->inflection, set, "past", words[i]);

      for (guint j = 0; j < forms->len; j++)
        if (!g_hash_table_contains (self->base, hash (g_ptr_array_index (forms, j))))
          g_hash_table_insert (self->base, hash (g_ptr_array_index (forms, j)), g_strdup (words[i]));
      g_hash_table_insert (self->base, hash (words[i]), g_strdup (words[i]));
      g_hash_table_add (self->bare, hash (words[i]));
      g_hash_table_insert (self->past, hash (past), g_strdup (words[i]));
    }
}

/* "them they them their plural", one pronoun a line; what stands for nobody in particular is called "-" */
static void
load_pronouns (AskwellNoteWords *self,
               const char       *content)
{
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_regex_split_simple ("\\s+", g_strstrip (lines[i]), 0, 0);
      Pronoun *pronoun;

      if (g_strv_length (words) < 5)
        continue;
      pronoun = g_str_equal (words[0], "-") ? &self->nobody : g_new0 (Pronoun, 1);
      pronoun->subject = g_strdup (words[1]);
      pronoun->object = g_strdup (words[2]);
      pronoun->owner = g_strdup (words[3]);
      pronoun->plural = g_str_equal (words[4], "plural");
      if (pronoun != &self->nobody)
        g_hash_table_insert (self->pronouns, hash (words[0]), pronoun);
    }
}

/**
 * askwell_note_words_load:
 * @self: words
 * @element: a <words> of a phrasebook
 */
void
askwell_note_words_load (AskwellNoteWords *self,
                         xmlNode          *element)
{
  xmlChar *id = xmlGetNoNsProp (element, (const xmlChar *) "id");
  xmlChar *set = xmlGetNoNsProp (element, (const xmlChar *) "inflect");
  xmlChar *content = xmlNodeGetContent (element);
  g_auto (GStrv) words = g_regex_split_simple ("[\\s,]+", g_strstrip ((char *) content), 0, 0);
  const struct
  {
    const char *id;
    GHashTable *set;
  } sets[] = {
    { "infinitive", self->infinitive },
    { "that", self->that },
    { "cut", self->cut },
    { "hanging", self->hanging },
    { "why", self->why },
  };

  if (g_strcmp0 ((char *) id, "verbs") == 0)
    load_verbs (self, set != NULL ? (char *) set : "verb", words);
  else if (g_strcmp0 ((char *) id, "pronouns") == 0)
    load_pronouns (self, (char *) content);
  else if (g_strcmp0 ((char *) id, "owner") == 0 && g_strv_length (words) == 2)
    {
      self->owner_ending = g_strdup (words[0]);
      self->owner_ending_after_s = g_strdup (words[1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (g_strcmp0 ((char *) id, sets[i].id) == 0)
      for (guint j = 0; words[j] != NULL; j++)
        g_hash_table_add (sets[i].set, hash (words[j]));
  xmlFree (id);
  xmlFree (set);
  xmlFree (content);
}

/* The sentence being taken apart */

typedef struct
{
  AskwellPhrasebook *phrasebook;
  AskwellNoteWords *words;
  const char *text;
  const AskwellToken *tokens;
  guint n_tokens;
  AskwellNoteParts *parts;
  guint who_first, who_last;
  int determiner, possessive, preposition, customer, seller, clause, wh, auxiliary, adverb, time_word, noun, deal, product, rival, learn, wrapper, ours;
} Note;

static gboolean
is_class (const Note *note,
          guint       i,
          int         class_index)
{
  return i < note->n_tokens && askwell_token_has_class (&note->tokens[i], class_index);
}

static gboolean
is_in (const Note *note,
       guint       i,
       GHashTable *set)
{
  return i < note->n_tokens && g_hash_table_contains (set, GUINT_TO_POINTER (note->tokens[i].word));
}

static gboolean
is_word (const Note *note,
         guint       i)
{
  return i < note->n_tokens && note->tokens[i].kind != ASKWELL_TOKEN_PUNCTUATION;
}

/* A capital that is neither the sentence's first nor a word the phrasebook knows, or a name that was given */
static gboolean
is_name (const Note *note,
         guint       i)
{
  const AskwellToken *token = &note->tokens[i];

  if (i >= note->n_tokens || token->kind != ASKWELL_TOKEN_WORD)
    return FALSE;
  if (token->flags & ASKWELL_TOKEN_NAME)
    return TRUE;
  if (!(token->flags & ASKWELL_TOKEN_CAPITAL) || g_hash_table_contains (note->words->base, GUINT_TO_POINTER (token->word)))
    return FALSE;
  if (askwell_phrasebook_knows (note->phrasebook, token->word))
    return FALSE;
  /* The first word has a capital anyway; two of them are a name. */
  return i > 0 || (note->n_tokens > 1 && note->tokens[1].kind == ASKWELL_TOKEN_WORD && note->tokens[1].flags & ASKWELL_TOKEN_CAPITAL &&
                   !askwell_phrasebook_knows (note->phrasebook, note->tokens[1].word));
}

static char *
copy (const Note *note,
      guint       first,
      guint       last)
{
  g_autofree char *piece = NULL;
  gunichar c;

  if (first >= last)
    return NULL;
  piece = g_strndup (note->text + note->tokens[first].start, note->tokens[last - 1].end - note->tokens[first].start);
  c = g_utf8_get_char (piece);
  if (first == 0 && g_unichar_isupper (c) && !is_name (note, 0) && !(note->tokens[0].flags & ASKWELL_TOKEN_UPPER))
    {
      g_autofree char *lower = g_utf8_strdown (piece, g_utf8_next_char (piece) - piece);

      return g_strconcat (lower, g_utf8_next_char (piece), NULL);
    }
  return g_steal_pointer (&piece);
}

static gboolean
ends_part (const Note *note,
           guint       i)
{
  return i >= note->n_tokens || (note->tokens[i].kind == ASKWELL_TOKEN_PUNCTUATION && note->tokens[i].mark != '\'' && note->tokens[i].mark != '&' &&
                                 note->tokens[i].mark != '/');
}

/* Whether a verb begins here, and nothing that could be a noun: a bare verb not behind a determiner or adjective */
static gboolean
is_verb (const Note *note,
         guint       i)
{
  return i < note->n_tokens && (g_hash_table_contains (note->words->base, GUINT_TO_POINTER (note->tokens[i].word)) || is_class (note, i, note->auxiliary));
}

static gboolean
is_noun (const Note *note,
         guint       i)
{
  return is_class (note, i, note->deal) || is_class (note, i, note->product) || is_class (note, i, note->noun) || is_class (note, i, note->rival);
}

static gboolean
opens_noun_phrase (const Note *note,
                   guint       i)
{
  return is_class (note, i, note->determiner) || is_class (note, i, note->possessive) || is_noun (note, i) || is_name (note, i) ||
         (i < note->n_tokens && note->tokens[i].kind == ASKWELL_TOKEN_NUMBER);
}

/* Where the noun phrase that begins at @first ends; with one or two phrases that hang on it by prepositions */
static guint
find_noun_phrase_end (const Note *note,
                      guint       first)
{
  guint i = first, last_word = first;
  gboolean head = FALSE;

  while (i < note->n_tokens && i < first + LONGEST_PART && !ends_part (note, i))
    {
      gboolean adjacent = i == first || is_class (note, i - 1, note->determiner) || is_class (note, i - 1, note->possessive);

      if (i > first && (is_class (note, i, note->clause) || is_class (note, i, note->wh) || is_in (note, i, note->words->cut)))
        break;
      if (is_class (note, i, note->seller) && !is_class (note, i, note->possessive))
        break;
      if (i > first && is_class (note, i, note->auxiliary) && !adjacent)
        break;
      if (i > first && !adjacent && head && is_verb (note, i) && !is_noun (note, i))
        break;
      if (is_class (note, i, note->preposition) && i > first)
        {
          /* What comes behind must be a noun phrase too, and no date or person alone. */
          if (is_class (note, i + 1, note->time_word) || !(is_word (note, i + 1)) || is_in (note, i + 1, note->words->cut) ||
              g_hash_table_contains (note->words->pronouns, GUINT_TO_POINTER (note->tokens[i + 1].word)) ||
              is_verb (note, i + 1) || is_class (note, i + 1, note->wh) || is_class (note, i + 1, note->preposition) ||
              is_in (note, i, note->words->infinitive) || (i + 1 == note->who_first && note->who_last > note->who_first) ||
              ((is_name (note, i + 1) || is_class (note, i + 1, note->customer)) && !is_in (note, i, note->words->hanging)))
            break;
          head = FALSE;
          i++;
          continue;
        }
      if (is_class (note, i, note->adverb) && !adjacent && !is_noun (note, i))
        break;
      head = head || !(is_class (note, i, note->determiner) || is_class (note, i, note->possessive));
      i++;
      last_word = i;
    }
  return head ? last_word : first;
}

/* The customer */

static void
set_pronoun (AskwellNoteParts *parts,
             const Pronoun    *pronoun)
{
  parts->who = g_strdup (pronoun->subject);
  parts->whom = g_strdup (pronoun->object);
  parts->whose = g_strdup (pronoun->owner);
  parts->they = g_strdup (pronoun->subject);
  parts->them = g_strdup (pronoun->object);
  parts->plural = pronoun->plural;
}

static gboolean
take_customer (Note *note,
               guint i)
{
  const Pronoun *pronoun = g_hash_table_lookup (note->words->pronouns, GUINT_TO_POINTER (note->tokens[i].word));
  guint first = i, last = i + 1;
  g_autofree char *name = NULL;
  gboolean owner_follows;

  if (pronoun != NULL && !(note->tokens[i].flags & ASKWELL_TOKEN_NAME))
    {
      set_pronoun (note->parts, pronoun);
      note->who_first = i;
      note->who_last = i + 1;
      return TRUE;
    }
  if (!is_name (note, i) && !is_class (note, i, note->customer))
    return FALSE;
  if (is_class (note, i, note->possessive) || is_class (note, i, note->wh))
    return FALSE;

  while (first > note->parts->first && first > 0 &&
         (is_class (note, first - 1, note->determiner) || (is_name (note, first - 1) && is_name (note, i)) ||
          (first > 1 && is_class (note, first - 2, note->determiner) && is_word (note, first - 1) && !is_verb (note, first - 1) &&
           !is_class (note, first - 1, note->preposition))))
    first--;
  while (last < note->n_tokens && (is_name (note, last) || (is_class (note, last, note->customer) && !is_class (note, last, note->possessive) &&
                                                            !g_hash_table_contains (note->words->pronouns, GUINT_TO_POINTER (note->tokens[last].word)))))
    last++;
  /* "Dana's quote" is about the quote. */
  owner_follows = last < note->n_tokens && note->words->owner_ending != NULL &&
                  note->tokens[last].end - note->tokens[last].start <= 4 && note->text[note->tokens[last].start] != ' ' &&
                  (note->text[note->tokens[last].start] == '\'' || strncmp (note->text + note->tokens[last].start, "\xE2\x80\x99", 3) == 0);
  if (owner_follows && !is_name (note, i))
    return FALSE;

  /* "our forensic team", or a bare "panel" that is a piece of something longer */
  if (first > 0 && (is_class (note, first - 1, note->ours) || (first > 1 && is_class (note, first - 2, note->ours) && is_word (note, first - 1))))
    return FALSE;
  if (!is_name (note, i) && first == i && !is_class (note, i, note->determiner))
    {
      g_autofree char *word = copy (note, i, last);

      if (!g_str_has_suffix (word, "s") || g_str_has_suffix (word, "ss"))
        return FALSE;
    }

  name = copy (note, first, last);
  note->who_first = first;
  note->who_last = last;
  note->parts->plural = strstr (name, " and ") != NULL ||
                        (!is_name (note, last - 1) && g_str_has_suffix (name, "s") && !g_str_has_suffix (name, "ss"));
  note->parts->whose = g_strconcat (name, note->parts->plural && note->words->owner_ending_after_s != NULL ? note->words->owner_ending_after_s
                                          : note->words->owner_ending != NULL                                ? note->words->owner_ending
                                                                                                             : "",
                                    NULL);
  note->parts->whom = g_strdup (name);
  note->parts->they = g_strdup (note->words->nobody.subject);
  note->parts->them = g_strdup (note->words->nobody.object);
  note->parts->name = first >= note->parts->first && first < note->parts->last ? g_strdup (name) : NULL;
  note->parts->who = g_steal_pointer (&name);
  return TRUE;
}

static void
find_customer (Note *note)
{
  AskwellNoteParts *parts = note->parts;

  for (guint i = parts->first; i < MIN (parts->last + 3, note->n_tokens); i++)
    if (take_customer (note, i))
      return;
  for (guint i = 0; i < note->n_tokens && !(i > parts->last && is_in (note, i, note->words->cut)); i++)
    if (take_customer (note, i))
      return;
  if (note->words->nobody.subject != NULL)
    set_pronoun (parts, &note->words->nobody);
}

/* What they are to do */

static guint
find_clause_end (const Note *note,
                 guint       first)
{
  guint i = first;

  while (i < note->n_tokens && i < first + LONGEST_PART + 4 && !ends_part (note, i))
    {
      if (i > first && (is_in (note, i, note->words->cut) ||
                        (is_class (note, i, note->clause) && !is_class (note, i, note->wh) && !is_in (note, i, note->words->that))))
        break;
      i++;
    }
  /* "… with us today" */
  while (i > first + 1 && (is_class (note, i - 1, note->time_word) || is_class (note, i - 1, note->adverb) ||
                           (is_class (note, i - 1, note->preposition) && i < note->n_tokens)))
    i--;
  return i;
}

static void
find_deed (Note *note)
{
  AskwellNoteParts *parts = note->parts;
  guint i = parts->last, end;
  gboolean infinitive = parts->last > parts->first && is_in (note, parts->last - 1, note->words->infinitive);
  const char *base;
  g_autofree char *gerund = NULL;
  g_autofree char *rest = NULL;

  if (is_in (note, i, note->words->infinitive))
    {
      infinitive = TRUE;
      i++;
    }
  while (is_class (note, i, note->adverb))
    i++;
  if (is_class (note, i, note->learn) && is_class (note, i + 1, note->wh))
    return;
  if (!infinitive || !is_word (note, i) || !g_hash_table_contains (note->words->bare, GUINT_TO_POINTER (note->tokens[i].word)))
    return;
  base = g_hash_table_lookup (note->words->base, GUINT_TO_POINTER (note->tokens[i].word));
  end = find_clause_end (note, i);
  gerund = askwell_inflection_form (note->phrasebook->inflection, "verb", "gerund", base);
  rest = end > i + 1 ? copy (note, i + 1, end) : g_strdup ("");
  parts->doing = *rest != '\0' ? g_strconcat (gerund, " ", rest, NULL) : g_strdup (gerund);
  parts->plain_do = *rest != '\0' ? g_strconcat (base, " ", rest, NULL) : g_strdup (base);
}

/* The thing */

static gboolean
take_thing (Note *note,
            guint i)
{
  guint end;

  if (i >= note->who_first && i < note->who_last)
    return FALSE;
  if (!opens_noun_phrase (note, i) || (is_verb (note, i) && !is_noun (note, i)) || is_class (note, i, note->time_word))
    return FALSE;
  /* "a word about the warranty" is about the warranty. */
  for (guint j = i; j < MIN (i + 3, note->n_tokens); j++)
    if (is_class (note, j, note->wrapper) && is_class (note, j + 1, note->preposition))
      return FALSE;
  end = find_noun_phrase_end (note, i);
  if (end <= i || (end == i + 1 && (is_class (note, i, note->determiner) || is_class (note, i, note->possessive) || is_class (note, i, note->time_word))))
    return FALSE;
  /* The customer again */
  if (note->who_last > note->who_first && i <= note->who_first && end <= note->who_last)
    return FALSE;
  if (is_class (note, end - 1, note->time_word))
    return FALSE;
  note->parts->thing = copy (note, i, end);
  return TRUE;
}

/* A bare noun: "maintenance", "superannuation compliance" */
static gboolean
take_bare_thing (Note *note,
                 guint i)
{
  guint end;

  if (!is_word (note, i) || note->tokens[i].kind != ASKWELL_TOKEN_WORD || is_verb (note, i) || is_class (note, i, note->adverb) ||
      is_class (note, i, note->preposition) || is_class (note, i, note->clause) || is_class (note, i, note->wh) || is_class (note, i, note->seller) ||
      is_class (note, i, note->time_word) || is_in (note, i, note->words->cut) || (i >= note->who_first && i < note->who_last) ||
      g_hash_table_contains (note->words->pronouns, GUINT_TO_POINTER (note->tokens[i].word)))
    return FALSE;
  end = find_noun_phrase_end (note, i);
  if (end <= i)
    return FALSE;
  note->parts->thing = copy (note, i, end);
  return TRUE;
}

/* In the finding, right behind it, farther behind, before it */
static void
find_thing (Note *note)
{
  AskwellNoteParts *parts = note->parts;

  for (guint i = parts->first + 1; parts->kind != ASKWELL_FINDING_WANT && i < parts->last; i++)
    if (take_thing (note, i))
      return;
  if (take_thing (note, parts->last) || take_bare_thing (note, parts->last))
    return;
  for (guint i = parts->last + 1; i < note->n_tokens && !is_in (note, i, note->words->cut); i++)
    if (take_thing (note, i))
      return;
  for (guint i = 0; i < parts->first; i++)
    if (take_thing (note, i))
      return;
}

/* What the seller asks, or wants to tell */

static void
find_question (Note *note)
{
  AskwellNoteParts *parts = note->parts;
  guint i = parts->last, end, verb;

  while (i < note->n_tokens && !is_class (note, i, note->wh) && (is_class (note, i, note->learn) || is_class (note, i, note->adverb) ||
                                                              is_in (note, i, note->words->infinitive)))
    i++;
  if (!is_class (note, i, note->wh) || i == parts->last)
    return;
  /* Only what is about them: "how they choose", not "how to get" or "how we can" */
  verb = i + 1;
  if (is_class (note, verb, note->seller) || is_in (note, verb, note->words->infinitive))
    return;
  end = i;
  while (end < note->n_tokens && !(note->tokens[end].mark == '.' || note->tokens[end].mark == '!' || note->tokens[end].mark == ';' || note->tokens[end].mark == '?'))
    end++;
  if (is_in (note, i, note->words->why) && note->who_first == i + 1)
    {
      verb = note->who_last;
      while (is_class (note, verb, note->adverb))
        verb++;
      if (is_word (note, verb))
        {
          const char *base = g_hash_table_lookup (note->words->past, GUINT_TO_POINTER (note->tokens[verb].word));

          if (base != NULL)
            {
              g_autofree char *rest = end > verb + 1 ? copy (note, verb + 1, end) : NULL;

              parts->reason = rest != NULL ? g_strconcat (base, " ", rest, NULL) : g_strdup (base);
              return;
            }
        }
    }
  if (end > i + 1)
    parts->question = copy (note, i, end);
}

static void
find_fact (Note *note)
{
  guint i = note->parts->last, end;

  if (note->parts->kind != ASKWELL_FINDING_TELL || i == 0 || !is_in (note, i - 1, note->words->that))
    return;
  if (!opens_noun_phrase (note, i) && !is_class (note, i, note->seller) && !is_class (note, i, note->customer))
    return;
  end = i;
  while (end < note->n_tokens && !ends_part (note, end) && end < i + LONGEST_PART + 4)
    end++;
  if (end > i + 1)
    note->parts->fact = copy (note, i, end);
}

/* The finding that matters most: the first that pushes; else the first of all */
static const AskwellFinding *
choose_finding (const AskwellFinding *findings,
                guint                 n_findings)
{
  for (guint i = 0; i < n_findings; i++)
    if (findings[i].kind != ASKWELL_FINDING_WANT)
      return &findings[i];
  return n_findings > 0 ? &findings[0] : NULL;
}

static gboolean
find_sentence (AskwellNoteParts     *self,
               AskwellPhrasebook    *phrasebook,
               const char           *text,
               gsize                 length,
               const AskwellFinding *finding,
               AskwellNames         *names)
{
  AskwellTokenizer tokenizer;

  askwell_tokenizer_init (&tokenizer, &phrasebook->spelling, text, length);
  while (askwell_tokenizer_next_sentence (&tokenizer, self->tokens))
    {
      const AskwellToken *tokens = (const AskwellToken *) self->tokens->data;

      if (tokens[self->tokens->len - 1].end <= finding->byte_start)
        continue;
      if (names != NULL)
        askwell_names_mark (names, phrasebook, self->tokens);
      askwell_phrasebook_classify (phrasebook, self->tokens);
      self->first = 0;
      while (self->first < self->tokens->len && tokens[self->first].end <= finding->byte_start)
        self->first++;
      self->last = self->first;
      while (self->last < self->tokens->len && tokens[self->last].start < finding->byte_end)
        self->last++;
      return self->last > self->first;
    }
  return FALSE;
}

/**
 * askwell_note_parts_init:
 * @self: (out): the parts
 * @phrasebook: the phrasebook
 * @words: its words
 * @text: a note
 * @length: its bytes
 * @findings: (array length=n_findings): its findings
 * @n_findings: how many
 * @names: (nullable): names on the customer's side
 *
 * Returns: whether there is a finding to look at; the parts have to be cleared then
 */
gboolean
askwell_note_parts_init (AskwellNoteParts     *self,
                         AskwellPhrasebook    *phrasebook,
                         AskwellNoteWords     *words,
                         const char           *text,
                         gsize                 length,
                         const AskwellFinding *findings,
                         guint                 n_findings,
                         AskwellNames         *names)
{
  const AskwellFinding *finding = choose_finding (findings, n_findings);
  Note note = { phrasebook, words, text };
  const struct
  {
    int *index;
    const char *id;
  } classes[] = {
    { &note.determiner, "determiner" }, { &note.possessive, "possessive" }, { &note.preposition, "preposition" },
    { &note.customer, "customer" },     { &note.seller, "seller" },         { &note.clause, "clause" },
    { &note.wh, "wh" },                 { &note.auxiliary, "auxiliary" },   { &note.adverb, "adverb" },
    { &note.time_word, "time-word" },   { &note.noun, "noun" },             { &note.deal, "deal" },
    { &note.product, "product-noun" },  { &note.rival, "rival" },           { &note.learn, "learn" },
    { &note.wrapper, "wrapper" },     { &note.ours, "ours" },
  };

  if (finding == NULL)
    return FALSE;
  self->kind = finding->kind;
  self->tokens = g_array_new (FALSE, FALSE, sizeof (AskwellToken));
  if (!find_sentence (self, phrasebook, text, length, finding, names))
    {
      askwell_note_parts_clear (self);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    *classes[i].index = askwell_phrasebook_find_class (phrasebook, classes[i].id);
  note.tokens = (const AskwellToken *) self->tokens->data;
  note.n_tokens = self->tokens->len;
  note.parts = self;
  find_customer (&note);
  self->inside = note.who_last > note.who_first && note.who_first >= self->first && note.who_first < self->last;
  find_deed (&note);
  find_thing (&note);
  find_question (&note);
  find_fact (&note);
  return TRUE;
}

void
askwell_note_parts_clear (AskwellNoteParts *self)
{
  g_clear_pointer (&self->tokens, g_array_unref);
  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->whom, g_free);
  g_clear_pointer (&self->whose, g_free);
  g_clear_pointer (&self->they, g_free);
  g_clear_pointer (&self->them, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->doing, g_free);
  g_clear_pointer (&self->plain_do, g_free);
  g_clear_pointer (&self->thing, g_free);
  g_clear_pointer (&self->question, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->fact, g_free);
}

/**
 * askwell_note_parts_get:
 * @self: parts
 * @name: name of a place, as in the phrasebook
 *
 * Returns: (transfer none) (nullable): what goes there
 */
const char *
askwell_note_parts_get (const AskwellNoteParts *self,
                        const char             *name)
{
  const struct
  {
    const char *name;
    const char *value;
  } places[] = {
    { "who", self->who },     { "whom", self->whom },         { "whose", self->whose },       { "they", self->they },     { "them", self->them },     { "name", self->name },     { "doing", self->doing },
    { "do", self->plain_do }, { "thing", self->thing },       { "question", self->question }, { "reason", self->reason }, { "fact", self->fact },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].name, name))
      return places[i].value;
  return NULL;
}
