/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "askwell-inflection.h"
#include "askwell-tokens.h"

/*
 * Forms of words, from rules in the phrasebook
 *
 * A set ("verb", "noun") has forms ("gerund", "past"); a form has rules, the first that fits is taken. A rule looks at the end of the word: in its
 * pattern C is any consonant, V any vowel, any other letter itself, and ^ the start of the word. It cuts so many letters and adds its ending, in
 * which & repeats the last letter left. Words that follow no rule are listed with their forms.
 */

typedef struct
{
  char *match;
  guint cut;
  char *add;
} Rule;

typedef struct
{
  char *name;
  GPtrArray *rules; /* element-type Rule */
} Form;

typedef struct
{
  GPtrArray *forms;       /* element-type Form */
  GHashTable *exceptions; /* "form word": form of the word */
  GHashTable *undoubled;  /* words whose last letter is not doubled: set */
} Set;

struct _AskwellInflection
{
  GHashTable *sets; /* name: Set */
};

static void
rule_free (gpointer data)
{
  Rule *rule = data;

  g_free (rule->match);
  g_free (rule->add);
  g_free (rule);
}

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free (form->name);
  g_ptr_array_unref (form->rules);
  g_free (form);
}

static void
set_free (gpointer data)
{
  Set *set = data;

  g_ptr_array_unref (set->forms);
  g_hash_table_unref (set->exceptions);
  g_hash_table_unref (set->undoubled);
  g_free (set);
}

AskwellInflection *
askwell_inflection_new (void)
{
  AskwellInflection *self = g_new0 (AskwellInflection, 1);

  self->sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, set_free);
  return self;
}

void
askwell_inflection_free (AskwellInflection *self)
{
  g_hash_table_unref (self->sets);
  g_free (self);
}

static char *
dup_attribute (xmlNode    *node,
               const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup (value != NULL ? (const char *) value : "");

  xmlFree (value);
  return copy;
}

static void
load_form (Set     *set,
           xmlNode *element)
{
  Form *form = g_new0 (Form, 1);

  form->name = dup_attribute (element, "id");
  form->rules = g_ptr_array_new_with_free_func (rule_free);
  g_ptr_array_add (set->forms, form);
  for (xmlNode *node = xmlFirstElementChild (element); node != NULL; node = xmlNextElementSibling (node))
    {
      Rule *rule = g_new0 (Rule, 1);
      g_autofree char *cut = dup_attribute (node, "cut");

      rule->match = dup_attribute (node, "match");
      rule->add = dup_attribute (node, "add");
      rule->cut = (guint) g_ascii_strtoull (cut, NULL, 10);
      g_ptr_array_add (form->rules, rule);
    }
}

/* "word: form form …", one a line, the forms in the order of the set's */
static void
load_irregular (Set     *set,
                xmlNode *element)
{
  xmlChar *content = xmlNodeGetContent (element);
  g_auto (GStrv) lines = g_strsplit_set ((const char *) content, "\n;", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_regex_split_simple ("[\\s:]+", g_strstrip (lines[i]), 0, 0);

      for (guint j = 1; words[0] != NULL && words[j] != NULL && j - 1 < set->forms->len; j++)
        {
          Form *form = g_ptr_array_index (set->forms, j - 1);

          g_hash_table_insert (set->exceptions, g_strconcat (form->name, " ", words[0], NULL), g_strdup (words[j]));
        }
    }
  xmlFree (content);
}

static void
load_undoubled (Set     *set,
                xmlNode *element)
{
  xmlChar *content = xmlNodeGetContent (element);
  g_auto (GStrv) words = g_regex_split_simple ("\\s+", (const char *) content, 0, 0);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (set->undoubled, g_strdup (words[i]));
  xmlFree (content);
}

/**
 * askwell_inflection_load:
 * @self: an inflection
 * @element: an <inflection> of a phrasebook that follows its schema
 */
void
askwell_inflection_load (AskwellInflection *self,
                         xmlNode           *element)
{
  for (xmlNode *node = xmlFirstElementChild (element); node != NULL; node = xmlNextElementSibling (node))
    {
      g_autofree char *name = dup_attribute (node, "id");
      Set *set = g_hash_table_lookup (self->sets, name);

      if (set == NULL)
        {
          set = g_new0 (Set, 1);
          set->forms = g_ptr_array_new_with_free_func (form_free);
          set->exceptions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
          set->undoubled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          g_hash_table_insert (self->sets, g_strdup (name), set);
        }
      for (xmlNode *child = xmlFirstElementChild (node); child != NULL; child = xmlNextElementSibling (child))
        {
          if (strcmp ((const char *) child->name, "form") == 0)
            load_form (set, child);
          else if (strcmp ((const char *) child->name, "irregular") == 0)
            load_irregular (set, child);
          else
            load_undoubled (set, child);
        }
    }
}

static gboolean
matches_end (const char *match,
             const char *word)
{
  gsize n_match = strlen (match), n_word = strlen (word);
  const char *p = match + n_match, *q = word + n_word;

  while (p > match)
    {
      gboolean vowel;

      p--;
      if (*p == '^')
        return q == word;
      if (q == word)
        return FALSE;
      q--;
      vowel = strchr ("aeiou", *q) != NULL;
      if (*p == 'V' ? !vowel : *p == 'C' ? vowel || strchr ("wxy", *q) != NULL || (*q & 0x80) : *p != *q)
        return FALSE;
    }
  return TRUE;
}

static char *
apply (Set        *set,
       const Form *form,
       const char *word)
{
  g_autofree char *key = g_strconcat (form->name, " ", word, NULL);
  const char *exception = g_hash_table_lookup (set->exceptions, key);

  if (exception != NULL)
    return g_strdup (exception);
  for (guint i = 0; i < form->rules->len; i++)
    {
      const Rule *rule = g_ptr_array_index (form->rules, i);
      GString *result;

      if (!matches_end (rule->match, word) || rule->cut >= strlen (word))
        continue;
      if (strchr (rule->add, '&') != NULL && g_hash_table_contains (set->undoubled, word))
        continue;
      result = g_string_new_len (word, (gssize) (strlen (word) - rule->cut));
      for (const char *p = rule->add; *p != '\0'; p++)
        g_string_append_c (result, *p == '&' ? result->str[result->len - 1] : *p);
      return g_string_free (result, FALSE);
    }
  return g_strdup (word);
}

/**
 * askwell_inflection_form:
 * @self: an inflection
 * @set: "verb", "noun", …
 * @form: name of the form
 * @word: one word or several, of which the first is inflected; lower case
 *
 * Returns: (transfer full): @word in that form; @word itself where the set or form is not known
 */
char *
askwell_inflection_form (AskwellInflection *self,
                         const char        *set,
                         const char        *form,
                         const char        *word)
{
  Set *found = g_hash_table_lookup (self->sets, set);
  const char *space = strchr (word, ' ');

  for (guint i = 0; found != NULL && i < found->forms->len; i++)
    {
      const Form *candidate = g_ptr_array_index (found->forms, i);
      g_autofree char *first = NULL;
      g_autofree char *inflected = NULL;

      if (strcmp (candidate->name, form) != 0)
        continue;
      first = space != NULL ? g_strndup (word, (gsize) (space - word)) : g_strdup (word);
      inflected = apply (found, candidate, first);
      return g_strconcat (inflected, space, NULL);
    }
  return g_strdup (word);
}

/**
 * askwell_inflection_forms:
 * @self: an inflection
 * @set: "verb", "noun", …
 * @word: one word or several, of which the first is inflected; lower case
 *
 * Returns: (transfer full) (element-type utf8): @word and all its forms
 */
GPtrArray *
askwell_inflection_forms (AskwellInflection *self,
                          const char        *set,
                          const char        *word)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func (g_free);
  Set *found = g_hash_table_lookup (self->sets, set);

  g_ptr_array_add (forms, g_strdup (word));
  for (guint i = 0; found != NULL && i < found->forms->len; i++)
    g_ptr_array_add (forms, askwell_inflection_form (self, set, ((Form *) g_ptr_array_index (found->forms, i))->name, word));
  return forms;
}
