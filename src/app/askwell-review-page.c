/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-review-page.h"

#include "askwell-review-row.h"
#include "paper/askwell-format.h"

struct _AskwellReviewPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *title_label;
  GtkLabel *summary_label;
  GtkLabel *kinds_label;
  GtkLevelBar *level_bar;
  GtkListBox *rows;

  AskwellSession *session;
  AskwellPlan *plan;
  gulong title_handler;
  gulong objectives_handler;
  guint summary_id;
};

G_DEFINE_FINAL_TYPE (AskwellReviewPage, askwell_review_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_PLAN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
summarize (AskwellReviewPage *self)
{
  guint n_objectives = 0, n_selling = 0, n_turned = 0, n_learning = 0;
  guint n_of_kind[ASKWELL_N_FINDING_KINDS] = { 0 };
  g_autoptr (GString) kinds = g_string_new (NULL);
  g_autofree char *summary = NULL;
  GtkListBoxRow *row;

  for (; (row = gtk_list_box_get_row_at_index (self->rows, (int) n_objectives)) != NULL; n_objectives++)
    {
      AskwellReviewRow *review = ASKWELL_REVIEW_ROW (row);
      gboolean sold = askwell_review_row_get_mode (review) == ASKWELL_MODE_SELLING;
      gboolean sells = askwell_review_row_get_mode_after (review) == ASKWELL_MODE_SELLING;

      n_selling += sold;
      n_turned += sold && !sells;
      n_learning += !sells;
      for (guint i = 0; i < ASKWELL_N_FINDING_KINDS; i++)
        n_of_kind[i] += askwell_review_row_get_n_of_kind (review, i);
    }

  if (n_selling == 0)
    summary = g_strdup (_ ("No objective is about what I want"));
  else
    summary = g_strdup_printf (ngettext ("%u of %u objective turned from selling to learning",
                                         "%u of %u objectives turned from selling to learning", n_selling),
                               n_turned, n_selling);
  for (guint i = 0; i < ASKWELL_N_FINDING_KINDS; i++)
    if (n_of_kind[i] > 0)
      g_string_append_printf (kinds, "%s%s %u", kinds->len > 0 ? " · " : "", askwell_format_finding_kind (i), n_of_kind[i]);

  gtk_label_set_label (self->summary_label, summary);
  gtk_label_set_label (self->kinds_label, kinds->str);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds_label), kinds->len > 0);
  gtk_level_bar_set_max_value (self->level_bar, MAX (1, n_objectives));
  gtk_level_bar_set_value (self->level_bar, n_learning);
  gtk_stack_set_visible_child_name (self->stack, n_objectives > 0 ? "review" : "empty");
}

static gboolean
summarize_cb (gpointer data)
{
  AskwellReviewPage *self = data;

  self->summary_id = 0;
  summarize (self);
  return G_SOURCE_REMOVE;
}

static void
queue_summary (AskwellReviewPage *self)
{
  if (self->summary_id == 0)
    self->summary_id = g_idle_add (summarize_cb, self);
}

static void
update_title (AskwellReviewPage *self)
{
  g_autofree char *title = askwell_format_title (askwell_plan_get_title (self->plan));

  gtk_label_set_label (self->title_label, title);
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  AskwellReviewPage *self = data;
  GtkWidget *row = askwell_review_row_new (self->session, item);

  g_signal_connect_object (row, "reading-changed", G_CALLBACK (queue_summary), self, G_CONNECT_SWAPPED);
  return row;
}

static void
unbind (AskwellReviewPage *self)
{
  if (self->plan == NULL)
    return;
  g_clear_signal_handler (&self->title_handler, self->plan);
  g_clear_signal_handler (&self->objectives_handler, askwell_plan_get_objectives (self->plan));
  gtk_list_box_bind_model (self->rows, NULL, NULL, NULL, NULL);
  g_clear_object (&self->plan);
}

static void
askwell_review_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  AskwellReviewPage *self = ASKWELL_REVIEW_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_review_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  AskwellReviewPage *self = ASKWELL_REVIEW_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      askwell_review_page_set_session (self, g_value_get_object (value));
      break;
    case PROP_PLAN:
      askwell_review_page_set_plan (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_review_page_dispose (GObject *object)
{
  AskwellReviewPage *self = ASKWELL_REVIEW_PAGE (object);

  g_clear_handle_id (&self->summary_id, g_source_remove);
  unbind (self);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (askwell_review_page_parent_class)->dispose (object);
}

static void
askwell_review_page_class_init (AskwellReviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = askwell_review_page_get_property;
  object_class->set_property = askwell_review_page_set_property;
  object_class->dispose = askwell_review_page_dispose;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ASKWELL_TYPE_SESSION, flags);
  properties[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, ASKWELL_TYPE_PLAN, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellReviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AskwellReviewPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellReviewPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellReviewPage, kinds_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellReviewPage, level_bar);
  gtk_widget_class_bind_template_child (widget_class, AskwellReviewPage, rows);
}

static void
askwell_review_page_init (AskwellReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
askwell_review_page_new (void)
{
  return g_object_new (ASKWELL_TYPE_REVIEW_PAGE, NULL);
}

void
askwell_review_page_set_session (AskwellReviewPage *self,
                                 AskwellSession    *session)
{
  g_return_if_fail (ASKWELL_IS_REVIEW_PAGE (self));

  if (g_set_object (&self->session, session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * askwell_review_page_set_plan:
 * @self: a review page that has its session
 * @plan: (nullable): the plan whose objectives to show
 */
void
askwell_review_page_set_plan (AskwellReviewPage *self,
                              AskwellPlan       *plan)
{
  g_return_if_fail (ASKWELL_IS_REVIEW_PAGE (self));
  g_return_if_fail (plan == NULL || self->session != NULL);

  if (self->plan == plan)
    return;
  unbind (self);
  if (plan != NULL)
    {
      AskwellRecordList *objectives = askwell_plan_get_objectives (plan);

      self->plan = g_object_ref (plan);
      gtk_list_box_bind_model (self->rows, G_LIST_MODEL (objectives), create_row, self, NULL);
      self->title_handler = g_signal_connect_swapped (plan, "notify::title", G_CALLBACK (update_title), self);
      self->objectives_handler = g_signal_connect_swapped (objectives, "items-changed", G_CALLBACK (queue_summary), self);
      update_title (self);
    }
  summarize (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAN]);
}
