/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-questions-panel.h"

#include "askwell-situation-builder.h"
#include "askwell-suggestion-row.h"
#include "askwell-topic-chips.h"
#include "model/askwell-question.h"
#include "paper/askwell-format.h"

/*
 * The suggestions follow what is written, with a pause so that they do not run after every key; the bank is told what is shown, so that a question
 * which still fits keeps its place. Of the list on screen only the rows that differ are replaced, and the focus stays on the row it was on.
 *
 * What was dismissed stays so for that plan until the program ends.
 */

#define UPDATE_MILLISECONDS 300
#define FEW 8
#define MORE 8
#define LONGEST_CAPTION 48

struct _AskwellQuestionsPanel
{
  AdwBin parent_instance;

  GtkSearchEntry *search_entry;
  AskwellTopicChips *chips;
  GtkLabel *hint_label;
  GtkStack *stack;
  GtkListBox *rows;
  GtkButton *more_button;
  AdwStatusPage *empty_page;
  GtkButton *clear_button;
  GtkRevealer *dismissed_revealer;

  AskwellSession *session;
  AskwellPlan *plan;
  AskwellObjective *objective;
  GListStore *shown; /* element-type AskwellSuggestion */
  GHashTable *dismissed; /* id of a plan → GPtrArray of ids of the bank, in order */
  char *caption;
  guint limit;
  guint update_id;

  gulong text_handler;
  gulong learning_handler;
  gulong questions_handler;
  gulong plan_handler;
  gulong session_handler;
};

G_DEFINE_FINAL_TYPE (AskwellQuestionsPanel, askwell_questions_panel, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_PLAN,
  PROP_OBJECTIVE,
  PROP_CAPTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GPtrArray *
get_dismissed (AskwellQuestionsPanel *self)
{
  const char *id = self->plan != NULL ? askwell_record_get_id (ASKWELL_RECORD (self->plan)) : "";
  GPtrArray *ids = g_hash_table_lookup (self->dismissed, id);

  if (ids == NULL)
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->dismissed, g_strdup (id), ids);
    }
  return ids;
}

static void
topic_chosen_cb (AskwellQuestionsPanel *self)
{
  self->limit = FEW;
  askwell_questions_panel_refresh (self);
}

/* The list */

static gboolean
is_same_suggestion (AskwellSuggestion *a,
                    AskwellSuggestion *b)
{
  return g_strcmp0 (askwell_suggestion_get_id (a), askwell_suggestion_get_id (b)) == 0 &&
         g_strcmp0 (askwell_suggestion_get_text (a), askwell_suggestion_get_text (b)) == 0 &&
         g_strcmp0 (askwell_suggestion_get_why (a), askwell_suggestion_get_why (b)) == 0;
}

static AskwellSuggestion *
peek_shown (AskwellQuestionsPanel *self,
            guint                  index)
{
  g_autoptr (AskwellSuggestion) suggestion = g_list_model_get_item (G_LIST_MODEL (self->shown), index);

  return suggestion;
}

/* Replaces what differs. A row that is one further up because the one before it went is not replaced: rows are compared one by one. */
static void
show_suggestions (AskwellQuestionsPanel *self,
                  GPtrArray             *suggestions)
{
  guint i = 0;

  while (i < suggestions->len)
    {
      AskwellSuggestion *wanted = g_ptr_array_index (suggestions, i);
      guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
      guint j = i;

      while (j < n_shown && !is_same_suggestion (peek_shown (self, j), wanted))
        j++;
      if (j == n_shown)
        g_list_store_insert (self->shown, i, wanted);
      else if (j > i)
        g_list_store_splice (self->shown, i, j - i, NULL, 0);
      i++;
    }
  g_list_store_splice (self->shown, i, g_list_model_get_n_items (G_LIST_MODEL (self->shown)) - i, NULL, 0);
}

static GStrv
dup_shown_ids (AskwellQuestionsPanel *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    g_strv_builder_add (builder, askwell_suggestion_get_id (peek_shown (self, i)));
  return g_strv_builder_end (builder);
}

static void
update_caption (AskwellQuestionsPanel *self,
                const char            *objective)
{
  g_autofree char *caption = NULL;
  g_autofree char *line = NULL;

  if (objective == NULL || *objective == '\0')
    caption = g_strdup ("");
  else
    {
      line = askwell_record_clean_text (objective, TRUE);
      if (g_utf8_strlen (line, -1) > LONGEST_CAPTION)
        {
          g_autofree char *cut = g_utf8_substring (line, 0, LONGEST_CAPTION - 1);

          g_free (line);
          line = g_strconcat (cut, "…", NULL);
        }
      /* Translators: what the suggested questions are for; %s is the beginning of an objective */
      caption = g_strdup_printf (_ ("for “%s”"), line);
    }
  if (g_strcmp0 (caption, self->caption) == 0)
    return;
  g_free (self->caption);
  self->caption = g_steal_pointer (&caption);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPTION]);
}

static void
update_hint (AskwellQuestionsPanel *self)
{
  guint n_questions = self->plan != NULL ? askwell_record_list_get_size (askwell_plan_get_questions (self->plan)) : 0;
  int minutes = self->plan != NULL ? askwell_plan_get_length (self->plan) : 0;
  guint n_fit = minutes > 0 ? askwell_questions_for_minutes (minutes) : G_MAXUINT;
  g_autofree char *hint = NULL;

  if (n_questions >= n_fit)
    hint = g_strdup_printf (ngettext ("The plan has %u question; about %u fit into %d minutes.",
                                      "The plan has %u questions; about %u fit into %d minutes.", n_questions),
                            n_questions, n_fit, minutes);
  gtk_label_set_label (self->hint_label, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), hint != NULL);
}

static void
show_page (AskwellQuestionsPanel *self,
           gboolean               searching)
{
  gboolean narrowed = searching || askwell_topic_chips_get_topic (self->chips) != ASKWELL_TOPIC_NONE;

  if (askwell_session_get_bank (self->session) == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "loading");
      return;
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }
  if (narrowed)
    {
      adw_status_page_set_title (self->empty_page, _ ("No Question Found"));
      adw_status_page_set_description (self->empty_page, _ ("Try other words, or all topics."));
    }
  else
    {
      adw_status_page_set_title (self->empty_page, _ ("Nothing to Suggest"));
      adw_status_page_set_description (self->empty_page, _ ("Write what the call is for, and questions that would teach it come up here."));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->clear_button), narrowed);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static int
get_focused_index (AskwellQuestionsPanel *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->rows));

  return GTK_IS_LIST_BOX_ROW (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rows))
             ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus))
             : -1;
}

/* After the row that had the focus went, the one in its place has it. */
static void
focus_row (AskwellQuestionsPanel *self,
           int                    index)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  GtkListBoxRow *row;

  if (n_shown == 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
      return;
    }
  row = gtk_list_box_get_row_at_index (self->rows, MIN (index, (int) n_shown - 1));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
askwell_questions_panel_refresh (AskwellQuestionsPanel *self)
{
  AskwellQuestionBank *bank;
  const char *search;

  g_return_if_fail (ASKWELL_IS_QUESTIONS_PANEL (self));

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->session == NULL)
    return;
  bank = askwell_session_get_bank (self->session);
  search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (bank != NULL && self->plan != NULL)
    {
      g_auto (AskwellSituationBuilder) builder;
      g_autoptr (GPtrArray) suggestions = NULL;
      g_autoptr (GPtrArray) dismissed = g_ptr_array_new ();
      g_auto (GStrv) shown_ids = dup_shown_ids (self);
      const AskwellTopic *topics = NULL;
      guint n_topics = 0;

      askwell_situation_builder_init (&builder, self->session, self->plan, self->objective);
      g_ptr_array_extend (dismissed, get_dismissed (self), NULL, NULL);
      g_ptr_array_add (dismissed, NULL);
      builder.situation.dismissed_ids = (const char *const *) dismissed->pdata;
      builder.situation.shown_ids = (const char *const *) shown_ids;
      builder.situation.topic = askwell_topic_chips_get_topic (self->chips);
      builder.situation.search = *search != '\0' ? search : NULL;

      suggestions = askwell_question_bank_suggest (bank, &builder.situation, self->limit + 1);
      gtk_widget_set_visible (GTK_WIDGET (self->more_button), suggestions->len > self->limit);
      if (suggestions->len > self->limit)
        g_ptr_array_set_size (suggestions, (int) self->limit);
      show_suggestions (self, suggestions);
      if (builder.situation.reading != NULL)
        topics = askwell_reading_get_topics (builder.situation.reading, &n_topics);
      askwell_topic_chips_set_topics (self->chips, topics, n_topics);
      update_caption (self, builder.situation.objective);
    }
  else
    {
      g_list_store_remove_all (self->shown);
      gtk_widget_set_visible (GTK_WIDGET (self->more_button), FALSE);
      askwell_topic_chips_set_topics (self->chips, NULL, 0);
      update_caption (self, NULL);
    }
  update_hint (self);
  show_page (self, *search != '\0');
}

static gboolean
update_cb (gpointer data)
{
  AskwellQuestionsPanel *self = data;

  self->update_id = 0;
  askwell_questions_panel_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (AskwellQuestionsPanel *self)
{
  /* One that is due at once, for another plan, is not put off. */
  if (self->update_id != 0 && g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 0)
    return;
  g_clear_handle_id (&self->update_id, g_source_remove);
  self->update_id = g_timeout_add (UPDATE_MILLISECONDS, update_cb, self);
}

/* Rows */

static void
add_to_plan (AskwellSession    *session,
             AskwellPlan       *plan,
             AskwellSuggestion *suggestion,
             const char        *follow_up)
{
  g_autoptr (AskwellQuestion) question = askwell_question_new ();

  askwell_question_set_text (question, follow_up != NULL ? follow_up : askwell_suggestion_get_text (suggestion));
  if (follow_up == NULL)
    askwell_question_set_bank (question, askwell_suggestion_get_id (suggestion));
  askwell_question_set_topic (question, askwell_topic_to_nick (askwell_suggestion_get_topic (suggestion)));
  askwell_question_set_purpose (question, askwell_suggestion_get_purpose (suggestion));
  askwell_session_begin_change (session, _ ("Question added"));
  askwell_record_list_append (askwell_plan_get_questions (plan), ASKWELL_RECORD (question));
  askwell_session_end_change (session, FALSE);
}

static void
row_add_cb (AskwellQuestionsPanel *self,
            const char            *follow_up,
            AskwellSuggestionRow  *row)
{
  g_autoptr (AskwellSuggestion) suggestion = g_object_ref (askwell_suggestion_row_get_suggestion (row));
  g_autofree char *text = g_strdup (follow_up);
  int focused = get_focused_index (self);

  if (self->plan == NULL)
    return;
  add_to_plan (self->session, self->plan, suggestion, text);
  askwell_questions_panel_refresh (self);
  if (focused >= 0 && text == NULL)
    focus_row (self, focused);
}

static void
row_dismiss_cb (AskwellQuestionsPanel *self,
                AskwellSuggestionRow  *row)
{
  int focused = get_focused_index (self);

  g_ptr_array_add (get_dismissed (self), g_strdup (askwell_suggestion_get_id (askwell_suggestion_row_get_suggestion (row))));
  gtk_revealer_set_reveal_child (self->dismissed_revealer, TRUE);
  askwell_questions_panel_refresh (self);
  if (focused >= 0)
    focus_row (self, focused);
}

static void
row_more_cb (AskwellQuestionsPanel *self,
             AskwellSuggestionRow  *row)
{
  askwell_topic_chips_set_topic (self->chips, askwell_suggestion_get_topic (askwell_suggestion_row_get_suggestion (row)));
  self->limit = FEW;
  askwell_questions_panel_refresh (self);
}

static void
row_activated_cb (AskwellQuestionsPanel *self,
                  AskwellSuggestionRow  *row)
{
  row_add_cb (self, NULL, row);
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  AskwellQuestionsPanel *self = data;
  GtkWidget *row = askwell_suggestion_row_new (item);

  g_signal_connect_object (row, "add", G_CALLBACK (row_add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dismiss", G_CALLBACK (row_dismiss_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "more-like-this", G_CALLBACK (row_more_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* Controls */

static void
search_changed_cb (AskwellQuestionsPanel *self)
{
  self->limit = FEW;
  askwell_questions_panel_refresh (self);
}

static void
stop_search_cb (AskwellQuestionsPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
more_cb (AskwellQuestionsPanel *self)
{
  self->limit += MORE;
  askwell_questions_panel_refresh (self);
}

static void
clear_cb (AskwellQuestionsPanel *self)
{
  askwell_topic_chips_set_topic (self->chips, ASKWELL_TOPIC_NONE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  askwell_questions_panel_refresh (self);
}

static void
undo_dismiss_cb (AskwellQuestionsPanel *self)
{
  GPtrArray *dismissed = get_dismissed (self);

  if (dismissed->len > 0)
    g_ptr_array_set_size (dismissed, (int) dismissed->len - 1);
  gtk_revealer_set_reveal_child (self->dismissed_revealer, dismissed->len > 0);
  /* What took its place has no claim to it. */
  g_list_store_remove_all (self->shown);
  askwell_questions_panel_refresh (self);
}

/* Widget */

static void
askwell_questions_panel_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  AskwellQuestionsPanel *self = ASKWELL_QUESTIONS_PANEL (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;
    case PROP_OBJECTIVE:
      g_value_set_object (value, self->objective);
      break;
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_questions_panel_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  AskwellQuestionsPanel *self = ASKWELL_QUESTIONS_PANEL (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      askwell_questions_panel_set_session (self, g_value_get_object (value));
      break;
    case PROP_PLAN:
      askwell_questions_panel_set_plan (self, g_value_get_object (value));
      break;
    case PROP_OBJECTIVE:
      askwell_questions_panel_set_objective (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_questions_panel_dispose (GObject *object)
{
  AskwellQuestionsPanel *self = ASKWELL_QUESTIONS_PANEL (object);

  if (self->rows != NULL)
    {
      gtk_list_box_bind_model (self->rows, NULL, NULL, NULL, NULL);
      self->rows = NULL;
      askwell_questions_panel_set_objective (self, NULL);
      askwell_questions_panel_set_plan (self, NULL);
      askwell_questions_panel_set_session (self, NULL);
    }
  g_clear_handle_id (&self->update_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (askwell_questions_panel_parent_class)->dispose (object);
}

static void
askwell_questions_panel_finalize (GObject *object)
{
  AskwellQuestionsPanel *self = ASKWELL_QUESTIONS_PANEL (object);

  g_clear_object (&self->shown);
  g_hash_table_unref (self->dismissed);
  g_free (self->caption);

  G_OBJECT_CLASS (askwell_questions_panel_parent_class)->finalize (object);
}

static void
askwell_questions_panel_class_init (AskwellQuestionsPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = askwell_questions_panel_get_property;
  object_class->set_property = askwell_questions_panel_set_property;
  object_class->dispose = askwell_questions_panel_dispose;
  object_class->finalize = askwell_questions_panel_finalize;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ASKWELL_TYPE_SESSION, flags);
  properties[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, ASKWELL_TYPE_PLAN, flags);
  properties[PROP_OBJECTIVE] = g_param_spec_object ("objective", NULL, NULL, ASKWELL_TYPE_OBJECTIVE, flags);
  properties[PROP_CAPTION] =
      g_param_spec_string ("caption", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ASKWELL_TYPE_TOPIC_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/questions-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellQuestionsPanel, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AskwellQuestionsPanel, chips);
  gtk_widget_class_bind_template_child (widget_class, AskwellQuestionsPanel, hint_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellQuestionsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, AskwellQuestionsPanel, rows);
  gtk_widget_class_bind_template_child (widget_class, AskwellQuestionsPanel, more_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellQuestionsPanel, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AskwellQuestionsPanel, clear_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellQuestionsPanel, dismissed_revealer);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, topic_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_dismiss_cb);
}

static void
askwell_questions_panel_init (AskwellQuestionsPanel *self)
{
  self->limit = FEW;
  self->caption = g_strdup ("");
  self->shown = g_list_store_new (ASKWELL_TYPE_SUGGESTION);
  self->dismissed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->rows, G_LIST_MODEL (self->shown), create_row, self, NULL);
}

GtkWidget *
askwell_questions_panel_new (void)
{
  return g_object_new (ASKWELL_TYPE_QUESTIONS_PANEL, NULL);
}

void
askwell_questions_panel_set_session (AskwellQuestionsPanel *self,
                                     AskwellSession        *session)
{
  g_return_if_fail (ASKWELL_IS_QUESTIONS_PANEL (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_clear_signal_handler (&self->session_handler, self->session);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      self->session_handler = g_signal_connect_swapped (session, "reading-changed", G_CALLBACK (queue_update), self);
      askwell_questions_panel_refresh (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
askwell_questions_panel_set_plan (AskwellQuestionsPanel *self,
                                  AskwellPlan           *plan)
{
  g_return_if_fail (ASKWELL_IS_QUESTIONS_PANEL (self));

  if (self->plan == plan)
    return;
  if (self->plan != NULL)
    {
      g_clear_signal_handler (&self->plan_handler, self->plan);
      g_clear_signal_handler (&self->questions_handler, askwell_plan_get_questions (self->plan));
    }
  g_set_object (&self->plan, plan);
  if (self->rows != NULL)
    askwell_topic_chips_set_topic (self->chips, ASKWELL_TOPIC_NONE);
  self->limit = FEW;
  gtk_revealer_set_reveal_child (self->dismissed_revealer, FALSE);
  g_list_store_remove_all (self->shown);
  g_clear_handle_id (&self->update_id, g_source_remove);
  if (plan != NULL)
    {
      self->plan_handler = g_signal_connect_swapped (plan, "notify", G_CALLBACK (queue_update), self);
      self->questions_handler =
          g_signal_connect_swapped (askwell_plan_get_questions (plan), "items-changed", G_CALLBACK (queue_update), self);
    }
  /* Another plan is shown at once, but with its objective, which is told next. */
  if (self->rows != NULL)
    self->update_id = g_idle_add (update_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAN]);
}

void
askwell_questions_panel_set_objective (AskwellQuestionsPanel *self,
                                       AskwellObjective      *objective)
{
  g_return_if_fail (ASKWELL_IS_QUESTIONS_PANEL (self));

  if (self->objective == objective)
    return;
  if (self->objective != NULL)
    {
      g_clear_signal_handler (&self->text_handler, self->objective);
      g_clear_signal_handler (&self->learning_handler, self->objective);
    }
  g_set_object (&self->objective, objective);
  if (objective != NULL)
    {
      self->text_handler = g_signal_connect_swapped (objective, "notify::text", G_CALLBACK (queue_update), self);
      self->learning_handler = g_signal_connect_swapped (objective, "notify::learning", G_CALLBACK (queue_update), self);
    }
  if (self->rows != NULL)
    queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OBJECTIVE]);
}

const char *
askwell_questions_panel_get_caption (AskwellQuestionsPanel *self)
{
  g_return_val_if_fail (ASKWELL_IS_QUESTIONS_PANEL (self), NULL);

  return self->caption;
}

GListModel *
askwell_questions_panel_get_shown (AskwellQuestionsPanel *self)
{
  g_return_val_if_fail (ASKWELL_IS_QUESTIONS_PANEL (self), NULL);

  return G_LIST_MODEL (self->shown);
}

void
askwell_questions_panel_add_to_plan (AskwellSession    *session,
                                     AskwellPlan       *plan,
                                     AskwellSuggestion *suggestion)
{
  g_return_if_fail (ASKWELL_IS_SESSION (session));
  g_return_if_fail (ASKWELL_IS_PLAN (plan));
  g_return_if_fail (ASKWELL_IS_SUGGESTION (suggestion));

  add_to_plan (session, plan, suggestion, NULL);
}
