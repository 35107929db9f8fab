/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "askwell-suggestion.h"

#include "askwell-question-bank-private.h"

/*
 * The choice of questions
 *
 * Each question of the bank gets points for what the note under the cursor is about, for words shared with it and with what is still open on the
 * account, for fitting the kind and length of the call; and is left out when it was answered, is in the plan or was dismissed. Then the best is
 * taken, again and again, each choice costing those of its topic and purpose points, so that the list does not ask one thing five times. What is
 * shown already gets a small bonus: it keeps its place while it still fits, and the list does not flicker as the person types.
 *
 * All is integers and ties go to the order of the bank, so the same situation always gives the same questions.
 */

enum
{
  POINTS_FIRST_TOPIC = 100,
  POINTS_SECOND_TOPIC = 62,
  POINTS_THIRD_TOPIC = 48,
  POINTS_SHARED_WORD = 9,
  POINTS_OPEN = 45,
  POINTS_ASKED = 12,
  POINTS_CALL = 8,
  POINTS_OTHER_CALL = -30,
  POINTS_DEEP = 5,
  POINTS_DELICATE = -14,
  POINTS_BACKGROUND = -6,
  POINTS_SHOWN = 7,
  POINTS_PERSONAL = 6,
  POINTS_SUBJECT = 6,
  COST_TOPIC = 58,
  COST_PURPOSE = 9,
};

struct _AskwellSuggestion
{
  GObject parent_instance;

  char *id;
  char *text;
  char *purpose;
  char *why;
  char **follow_ups;
  AskwellTopic topic;
};

G_DEFINE_FINAL_TYPE (AskwellSuggestion, askwell_suggestion, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_TEXT,
  PROP_TOPIC,
  PROP_PURPOSE,
  PROP_WHY,
  PROP_FOLLOW_UPS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
askwell_suggestion_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  AskwellSuggestion *self = ASKWELL_SUGGESTION (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_TOPIC:
      g_value_set_string (value, askwell_topic_to_nick (self->topic));
      break;
    case PROP_PURPOSE:
      g_value_set_string (value, self->purpose);
      break;
    case PROP_WHY:
      g_value_set_string (value, self->why);
      break;
    case PROP_FOLLOW_UPS:
      g_value_set_boxed (value, self->follow_ups);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_suggestion_finalize (GObject *object)
{
  AskwellSuggestion *self = ASKWELL_SUGGESTION (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->purpose);
  g_free (self->why);
  g_strfreev (self->follow_ups);

  G_OBJECT_CLASS (askwell_suggestion_parent_class)->finalize (object);
}

static void
askwell_suggestion_class_init (AskwellSuggestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = askwell_suggestion_get_property;
  object_class->finalize = askwell_suggestion_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_TOPIC] = g_param_spec_string ("topic", NULL, NULL, NULL, flags);
  properties[PROP_PURPOSE] = g_param_spec_string ("purpose", NULL, NULL, NULL, flags);
  properties[PROP_WHY] = g_param_spec_string ("why", NULL, NULL, NULL, flags);
  properties[PROP_FOLLOW_UPS] = g_param_spec_boxed ("follow-ups", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
askwell_suggestion_init (AskwellSuggestion *self)
{
}

const char *
askwell_suggestion_get_id (AskwellSuggestion *self)
{
  g_return_val_if_fail (ASKWELL_IS_SUGGESTION (self), NULL);

  return self->id;
}

const char *
askwell_suggestion_get_text (AskwellSuggestion *self)
{
  g_return_val_if_fail (ASKWELL_IS_SUGGESTION (self), NULL);

  return self->text;
}

AskwellTopic
askwell_suggestion_get_topic (AskwellSuggestion *self)
{
  g_return_val_if_fail (ASKWELL_IS_SUGGESTION (self), ASKWELL_TOPIC_NONE);

  return self->topic;
}

const char *
askwell_suggestion_get_purpose (AskwellSuggestion *self)
{
  g_return_val_if_fail (ASKWELL_IS_SUGGESTION (self), NULL);

  return self->purpose;
}

const char *
askwell_suggestion_get_why (AskwellSuggestion *self)
{
  g_return_val_if_fail (ASKWELL_IS_SUGGESTION (self), NULL);

  return self->why;
}

const char *const *
askwell_suggestion_get_follow_ups (AskwellSuggestion *self)
{
  g_return_val_if_fail (ASKWELL_IS_SUGGESTION (self), NULL);

  return (const char *const *) self->follow_ups;
}

/* The choice */

typedef struct
{
  GArray *stems; /* element-type AskwellStems */
} Texts;

typedef struct
{
  AskwellQuestionBank *bank;
  const AskwellSituation *situation;
  AskwellStems objective;
  Texts answered;
  Texts open;
  Texts in_plan;
  AskwellStems search;
  char *subject;
  AskwellTopic topics[3];
  guint n_topics;
  gboolean known[ASKWELL_N_TOPICS]; /* the ledger holds something of that topic */
} Choice;

static void
texts_init (Texts               *self,
            AskwellQuestionBank *bank,
            const char *const   *texts)
{
  self->stems = g_array_new (FALSE, TRUE, sizeof (AskwellStems));
  g_array_set_clear_func (self->stems, (GDestroyNotify) askwell_stems_clear);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      AskwellStems stems;

      askwell_question_bank_stem (bank, texts[i], &stems);
      g_array_append_val (self->stems, stems);
    }
}

/* Whether a question says nearly the same as one of the texts */
static gboolean
texts_have (const Texts        *self,
            const AskwellStems *question)
{
  for (guint i = 0; question->n > 0 && i < self->stems->len; i++)
    {
      const AskwellStems *text = &g_array_index (self->stems, AskwellStems, i);
      guint shared = askwell_stems_count_shared (text, question);

      if (shared >= 2 && shared * 5 >= question->n * 4)
        return TRUE;
    }
  return FALSE;
}

static guint
texts_share (const Texts        *self,
             const AskwellStems *question)
{
  guint most = 0;

  for (guint i = 0; i < self->stems->len; i++)
    most = MAX (most, askwell_stems_count_shared (&g_array_index (self->stems, AskwellStems, i), question));
  return most;
}

static gboolean
is_in (const char *const *list,
       const char        *id)
{
  return list != NULL && g_strv_contains (list, id);
}

static gboolean
is_left_out (Choice           *choice,
             AskwellBankEntry *entry)
{
  const AskwellSituation *situation = choice->situation;
  const char *id = entry->question.id;

  if (is_in (situation->answered_ids, id) || is_in (situation->in_plan_ids, id) || is_in (situation->dismissed_ids, id))
    return TRUE;
  if (situation->topic != ASKWELL_TOPIC_NONE && entry->question.topic != situation->topic)
    return TRUE;
  if (situation->search != NULL && *situation->search != '\0')
    {
      g_autofree char *text = g_utf8_casefold (entry->question.plain, -1);
      g_autofree char *words = g_utf8_casefold (situation->search, -1);

      if (strstr (text, words) == NULL && (choice->search.n == 0 || askwell_stems_count_shared (&choice->search, &entry->stems) < choice->search.n))
        return TRUE;
    }
  return texts_have (&choice->in_plan, &entry->stems) || texts_have (&choice->answered, &entry->stems);
}

static int
count_points (Choice           *choice,
              AskwellBankEntry *entry)
{
  static const int topic_points[] = { POINTS_FIRST_TOPIC, POINTS_SECOND_TOPIC, POINTS_THIRD_TOPIC };
  const AskwellSituation *situation = choice->situation;
  const AskwellBankQuestion *question = &entry->question;
  int points = 0;

  for (guint i = 0; i < choice->n_topics; i++)
    if (choice->topics[i] == question->topic)
      points += topic_points[i];
  points += POINTS_SHARED_WORD * (int) MIN (3, askwell_stems_count_shared (&choice->objective, &entry->stems));
  if (texts_share (&choice->open, &entry->stems) >= 2)
    points += POINTS_OPEN;
  if (is_in (situation->asked_ids, question->id))
    points += POINTS_ASKED;
  if (is_in (situation->shown_ids, question->id))
    points += POINTS_SHOWN;
  if (question->personal)
    points += POINTS_PERSONAL;
  if (choice->subject != NULL && strstr (question->text, "{subject}") != NULL)
    points += POINTS_SUBJECT;
  if (question->calls[0] != NULL && situation->call != NULL && !g_str_equal (situation->call, "other"))
    points += is_in (question->calls, situation->call) ? POINTS_CALL : POINTS_OTHER_CALL;
  if (g_str_equal (question->purpose, "background"))
    points += POINTS_BACKGROUND;
  if (situation->minutes > 0 && situation->minutes <= 20 && !g_str_equal (question->layer, "fact"))
    points += POINTS_DEEP;
  if (g_strcmp0 (situation->call, "first") == 0 && !g_str_equal (question->sensitivity, "easy"))
    points += POINTS_DELICATE;
  return points;
}

static const char *
get_gap (AskwellTopic topic)
{
  switch (topic)
    {
    case ASKWELL_TOPIC_DECISION:
      return _ ("Nothing is known about how they decide");
    case ASKWELL_TOPIC_STAKEHOLDERS:
      return _ ("Nothing is known about who is involved");
    case ASKWELL_TOPIC_CRITERIA:
      return _ ("Nothing is known about what they judge by");
    case ASKWELL_TOPIC_INCUMBENT:
      return _ ("Nothing is known about what they have now");
    case ASKWELL_TOPIC_NEEDS:
      return _ ("Nothing is known about what they need");
    case ASKWELL_TOPIC_IMPACT:
      return _ ("Nothing is known about what it costs them");
    case ASKWELL_TOPIC_BUDGET:
      return _ ("Nothing is known about the money, from their side");
    case ASKWELL_TOPIC_TIMING:
      return _ ("Nothing is known about what drives their dates");
    case ASKWELL_TOPIC_RISK:
      return _ ("Nothing is known about what worries them");
    case ASKWELL_TOPIC_RELATIONSHIP:
      return _ ("Nothing is known about how they see us");
    case ASKWELL_TOPIC_GROWTH:
      return _ ("Nothing is known about where they are heading");
    case ASKWELL_TOPIC_EVALUATION:
      return _ ("Nothing is known about what they have to see");
    case ASKWELL_TOPIC_ACCESS:
      return _ ("Nothing is known about who else to meet");
    case ASKWELL_TOPIC_SERVICE:
      return _ ("Nothing is known about how it went for them");
    case ASKWELL_TOPIC_SUCCESS:
      return _ ("Nothing is known about what a good result is");
    case ASKWELL_TOPIC_NEXT_STEP:
      return _ ("Nothing is known about what would help them next");
    case ASKWELL_TOPIC_NONE:
    default:
      return _ ("Opens the conversation");
    }
}

static const char *
explain (Choice           *choice,
         AskwellBankEntry *entry)
{
  const AskwellBankQuestion *question = &entry->question;

  if (texts_share (&choice->open, &entry->stems) >= 2)
    return _ ("Still open on this account");
  if (is_in (choice->situation->asked_ids, question->id))
    return _ ("Asked before, and not answered yet");
  if (!choice->known[question->topic])
    return get_gap (question->topic);
  if (g_str_equal (question->time, "past"))
    return _ ("Asks for what has happened, the best evidence");
  if (g_str_equal (question->layer, "effect"))
    return _ ("Asks about the effect");
  if (g_str_equal (question->layer, "feeling"))
    return _ ("Asks how they feel about it");
  if (g_str_equal (question->layer, "meaning"))
    return _ ("Asks what it means for their decision");
  if (g_str_equal (question->purpose, "confirm"))
    return _ ("Confirms what you think you know");
  return _ ("Goes deeper into what your objective is about");
}

static void
replace (GString    *text,
         const char *placeholder,
         const char *with)
{
  if (with != NULL)
    g_string_replace (text, placeholder, with, 0);
}

/* The wording with its placeholders filled, or the plain one where one of them stays empty */
static char *
fill (Choice                    *choice,
      const AskwellBankQuestion *question)
{
  g_autoptr (GString) text = g_string_new (question->text);

  replace (text, "{subject}", choice->subject);
  replace (text, "{account}", choice->situation->account);
  replace (text, "{contact}", choice->situation->contact);
  if (strchr (text->str, '{') != NULL)
    return g_strdup (question->plain);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static AskwellSuggestion *
make_suggestion (Choice           *choice,
                 AskwellBankEntry *entry)
{
  AskwellSuggestion *self = g_object_new (ASKWELL_TYPE_SUGGESTION, NULL);

  self->id = g_strdup (entry->question.id);
  self->text = fill (choice, &entry->question);
  self->purpose = g_strdup (entry->question.purpose);
  self->topic = entry->question.topic;
  self->why = g_strdup (explain (choice, entry));
  self->follow_ups = g_strdupv ((char **) entry->question.follow_ups);
  return self;
}

static void
find_known_topics (Choice *choice)
{
  for (guint i = 0; choice->answered.stems->len > 0 && i < askwell_question_bank_get_size (choice->bank); i++)
    {
      AskwellBankEntry *entry = askwell_question_bank_get_entry (choice->bank, i);

      if (!choice->known[entry->question.topic] && texts_share (&choice->answered, &entry->stems) >= 2)
        choice->known[entry->question.topic] = TRUE;
    }
}

static void
choice_init (Choice                 *self,
             AskwellQuestionBank    *bank,
             const AskwellSituation *situation)
{
  self->bank = bank;
  self->situation = situation;
  askwell_question_bank_stem (bank, situation->objective != NULL ? situation->objective : "", &self->objective);
  askwell_question_bank_stem (bank, situation->search != NULL ? situation->search : "", &self->search);
  texts_init (&self->answered, bank, situation->answered);
  texts_init (&self->open, bank, situation->open);
  texts_init (&self->in_plan, bank, situation->in_plan);
  if (situation->objective != NULL)
    self->subject = askwell_question_bank_find_subject (bank, situation->objective);
  if (situation->reading != NULL)
    {
      const AskwellTopic *topics = askwell_reading_get_topics (situation->reading, &self->n_topics);

      for (guint i = 0; i < self->n_topics; i++)
        self->topics[i] = topics[i];
    }
  find_known_topics (self);
}

static void
choice_clear (Choice *self)
{
  askwell_stems_clear (&self->objective);
  askwell_stems_clear (&self->search);
  g_array_unref (self->answered.stems);
  g_array_unref (self->open.stems);
  g_array_unref (self->in_plan.stems);
  g_free (self->subject);
}

/**
 * askwell_question_bank_suggest:
 * @self: a bank
 * @situation: what the choice looks at
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type AskwellSuggestion): suggestions, best first
 */
GPtrArray *
askwell_question_bank_suggest (AskwellQuestionBank    *self,
                               const AskwellSituation *situation,
                               guint                   limit)
{
  GPtrArray *suggestions = g_ptr_array_new_with_free_func (g_object_unref);
  guint size, topic_uses[ASKWELL_N_TOPICS] = { 0 };
  g_autofree int *points = NULL;
  g_autoptr (GHashTable) purposes = g_hash_table_new (g_str_hash, g_str_equal);
  Choice choice = { 0 };

  g_return_val_if_fail (ASKWELL_IS_QUESTION_BANK (self), suggestions);
  g_return_val_if_fail (situation != NULL, suggestions);

  choice_init (&choice, self, situation);
  size = askwell_question_bank_get_size (self);
  points = g_new (int, size + 1);
  for (guint i = 0; i < size; i++)
    {
      AskwellBankEntry *entry = askwell_question_bank_get_entry (self, i);

      points[i] = is_left_out (&choice, entry) ? G_MININT : count_points (&choice, entry);
    }

  while (suggestions->len < limit)
    {
      AskwellBankEntry *entry;
      int most = G_MININT;
      guint best = size;
      guint uses;

      for (guint i = 0; i < size; i++)
        {
          const AskwellBankQuestion *question = &askwell_question_bank_get_entry (self, i)->question;
          int cost = situation->topic == ASKWELL_TOPIC_NONE ? COST_TOPIC * (int) topic_uses[question->topic] : 0;

          if (points[i] == G_MININT)
            continue;
          cost += COST_PURPOSE * GPOINTER_TO_INT (g_hash_table_lookup (purposes, question->purpose));
          if (points[i] - cost > most)
            {
              most = points[i] - cost;
              best = i;
            }
        }
      if (best == size)
        break;
      entry = askwell_question_bank_get_entry (self, best);
      g_ptr_array_add (suggestions, make_suggestion (&choice, entry));
      points[best] = G_MININT;
      topic_uses[entry->question.topic]++;
      uses = GPOINTER_TO_UINT (g_hash_table_lookup (purposes, entry->question.purpose));
      g_hash_table_insert (purposes, (gpointer) entry->question.purpose, GUINT_TO_POINTER (uses + 1));
    }
  choice_clear (&choice);
  return suggestions;
}

/**
 * askwell_questions_for_minutes:
 * @minutes: length of a call; 0 when not known
 *
 * Returns: about how many questions fit: one in six minutes, at least three, at most twelve; seven where the length is not known
 */
guint
askwell_questions_for_minutes (int minutes)
{
  return minutes <= 0 ? 7 : (guint) CLAMP ((minutes + 3) / 6, 3, 12);
}
