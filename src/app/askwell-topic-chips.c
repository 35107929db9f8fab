/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-topic-chips.h"

#include "paper/askwell-format.h"
#include "askwell-wrap-layout.h"

#define MAX_CHIPS 4

struct _AskwellTopicChips
{
  GtkBox parent_instance;

  AskwellTopic topic;
  AskwellTopic given[MAX_CHIPS]; /* the topics at hand */
  guint n_given;
  AskwellTopic shown[MAX_CHIPS + 1]; /* those, and the chosen one */
  guint n_shown;
  guint update_id;
  guint updating : 1;
};

G_DEFINE_FINAL_TYPE (AskwellTopicChips, askwell_topic_chips, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void queue_update (AskwellTopicChips *self);

static AskwellTopic
get_topic_of (GtkWidget *chip)
{
  return (AskwellTopic) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "topic"));
}

static void
toggled_cb (AskwellTopicChips *self,
            GtkToggleButton   *chip)
{
  if (self->updating || !gtk_toggle_button_get_active (chip))
    return;
  self->topic = get_topic_of (GTK_WIDGET (chip));
  queue_update (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static GtkWidget *
add_chip (AskwellTopicChips *self,
          AskwellTopic       topic,
          GtkWidget         *group)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (
      topic == ASKWELL_TOPIC_NONE
          /* Translators: questions on all topics */
          ? _ ("All")
          : askwell_format_topic (askwell_topic_to_nick (topic)));

  gtk_widget_add_css_class (chip, "chip");
  g_object_set_data (G_OBJECT (chip), "topic", GINT_TO_POINTER (topic));
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), GTK_TOGGLE_BUTTON (group));
  g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), chip);
  return chip;
}

static void
add_menu (AskwellTopicChips *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int topic = ASKWELL_TOPIC_NONE + 1; topic < ASKWELL_N_TOPICS; topic++)
    {
      const char *nick = askwell_topic_to_nick ((AskwellTopic) topic);
      g_autoptr (GMenuItem) item = g_menu_item_new (askwell_format_topic (nick), NULL);

      g_menu_item_set_action_and_target (item, "topics.choose", "s", nick);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Other topics"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Other topics"), -1);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self), button);
}

static void
make_chips (AskwellTopicChips *self)
{
  GtkWidget *child, *all;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  all = add_chip (self, ASKWELL_TOPIC_NONE, NULL);
  for (guint i = 0; i < self->n_shown; i++)
    add_chip (self, self->shown[i], all);
  add_menu (self);
}

static void
update (AskwellTopicChips *self)
{
  AskwellTopic topics[MAX_CHIPS + 1];
  gboolean has_chosen = self->topic == ASKWELL_TOPIC_NONE;
  gboolean same;
  guint n_topics = 0;

  for (; n_topics < self->n_given; n_topics++)
    {
      topics[n_topics] = self->given[n_topics];
      has_chosen = has_chosen || topics[n_topics] == self->topic;
    }
  if (!has_chosen)
    topics[n_topics++] = self->topic;

  same = gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL && n_topics == self->n_shown;
  for (guint i = 0; same && i < n_topics; i++)
    same = topics[i] == self->shown[i];
  for (guint i = 0; i < n_topics; i++)
    self->shown[i] = topics[i];
  self->n_shown = n_topics;

  self->updating = TRUE;
  if (!same)
    make_chips (self);
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self)); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    if (GTK_IS_TOGGLE_BUTTON (chip) && get_topic_of (chip) == self->topic)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  self->updating = FALSE;
}

static gboolean
update_cb (gpointer data)
{
  AskwellTopicChips *self = data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: the chips may be made anew, and the one that was toggled is still at work. */
static void
queue_update (AskwellTopicChips *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AskwellTopicChips *self = ASKWELL_TOPIC_CHIPS (widget);

  askwell_topic_chips_set_topic (self, askwell_topic_from_nick (g_variant_get_string (parameter, NULL)));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
askwell_topic_chips_dispose (GObject *object)
{
  g_clear_handle_id (&ASKWELL_TOPIC_CHIPS (object)->update_id, g_source_remove);

  G_OBJECT_CLASS (askwell_topic_chips_parent_class)->dispose (object);
}

static void
askwell_topic_chips_class_init (AskwellTopicChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = askwell_topic_chips_dispose;

  /**
   * AskwellTopicChips::chosen:
   *
   * The person chose a topic, or all of them.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "topics.choose", "s", choose_action);
}

static void
askwell_topic_chips_init (AskwellTopicChips *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), askwell_wrap_layout_new ());
  update (self);
}

/**
 * askwell_topic_chips_get_topic:
 * @self: topic chips
 *
 * Returns: the topic that is chosen, or %ASKWELL_TOPIC_NONE for all
 */
AskwellTopic
askwell_topic_chips_get_topic (AskwellTopicChips *self)
{
  g_return_val_if_fail (ASKWELL_IS_TOPIC_CHIPS (self), ASKWELL_TOPIC_NONE);

  return self->topic;
}

void
askwell_topic_chips_set_topic (AskwellTopicChips *self,
                               AskwellTopic       topic)
{
  g_return_if_fail (ASKWELL_IS_TOPIC_CHIPS (self));

  self->topic = topic;
  queue_update (self);
}

/**
 * askwell_topic_chips_set_topics:
 * @self: topic chips
 * @topics: (array length=n_topics): the topics at hand, the most important first; the first few have a chip
 * @n_topics: how many
 */
void
askwell_topic_chips_set_topics (AskwellTopicChips  *self,
                                const AskwellTopic *topics,
                                guint               n_topics)
{
  g_return_if_fail (ASKWELL_IS_TOPIC_CHIPS (self));

  self->n_given = MIN (n_topics, MAX_CHIPS);
  for (guint i = 0; i < self->n_given; i++)
    self->given[i] = topics[i];
  queue_update (self);
}
