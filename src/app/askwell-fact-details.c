/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-fact-details.h"

#include "model/askwell-fact.h"
#include "model/askwell-unknown.h"

struct _AskwellFactDetails
{
  GtkPopover parent_instance;

  GtkLabel *source_label;
  GtkEntry *source_entry;
  GtkLabel *certainty_label;
  GtkDropDown *certainty_drop;
  GtkLabel *state_label;
  GtkDropDown *state_drop;
  GtkLabel *answer_label;
  GtkEntry *answer_entry;

  AskwellRecord *record;
};

G_DEFINE_FINAL_TYPE (AskwellFactDetails, askwell_fact_details, GTK_TYPE_POPOVER)

static gboolean
enum_to_index (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      data)
{
  g_value_set_uint (to, (guint) g_value_get_enum (from));
  return TRUE;
}

static gboolean
index_to_enum (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      data)
{
  guint index = g_value_get_uint (from);

  if (index == GTK_INVALID_LIST_POSITION)
    return FALSE;
  g_value_set_enum (to, (int) index);
  return TRUE;
}

static void
state_changed_cb (AskwellFactDetails *self)
{
  AskwellUnknown *unknown = ASKWELL_UNKNOWN (self->record);
  gboolean answered = askwell_unknown_get_state (unknown) == ASKWELL_UNKNOWN_STATE_ANSWERED;

  gtk_widget_set_visible (GTK_WIDGET (self->answer_label), answered);
  gtk_widget_set_visible (GTK_WIDGET (self->answer_entry), answered);
  if (answered && askwell_unknown_get_answered (unknown) == 0)
    askwell_unknown_set_answered (unknown, g_get_real_time () / G_USEC_PER_SEC);
}

static void
askwell_fact_details_dispose (GObject *object)
{
  AskwellFactDetails *self = ASKWELL_FACT_DETAILS (object);

  g_clear_object (&self->record);
  gtk_popover_set_child (GTK_POPOVER (self), NULL);

  G_OBJECT_CLASS (askwell_fact_details_parent_class)->dispose (object);
}

static void
askwell_fact_details_class_init (AskwellFactDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = askwell_fact_details_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/fact-details.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellFactDetails, source_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellFactDetails, source_entry);
  gtk_widget_class_bind_template_child (widget_class, AskwellFactDetails, certainty_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellFactDetails, certainty_drop);
  gtk_widget_class_bind_template_child (widget_class, AskwellFactDetails, state_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellFactDetails, state_drop);
  gtk_widget_class_bind_template_child (widget_class, AskwellFactDetails, answer_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellFactDetails, answer_entry);
}

static void
askwell_fact_details_init (AskwellFactDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * askwell_fact_details_new:
 * @record: a fact or an unknown
 *
 * Returns: (transfer full): a popover that edits it
 */
GtkWidget *
askwell_fact_details_new (AskwellRecord *record)
{
  AskwellFactDetails *self = g_object_new (ASKWELL_TYPE_FACT_DETAILS, NULL);
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;
  gboolean is_fact = ASKWELL_IS_FACT (record);

  self->record = g_object_ref (record);
  gtk_widget_set_visible (GTK_WIDGET (self->source_label), is_fact);
  gtk_widget_set_visible (GTK_WIDGET (self->source_entry), is_fact);
  gtk_widget_set_visible (GTK_WIDGET (self->certainty_label), is_fact);
  gtk_widget_set_visible (GTK_WIDGET (self->certainty_drop), is_fact);
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), !is_fact);
  gtk_widget_set_visible (GTK_WIDGET (self->state_drop), !is_fact);
  gtk_widget_set_visible (GTK_WIDGET (self->answer_label), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->answer_entry), FALSE);

  if (is_fact)
    {
      g_object_bind_property (record, "source", self->source_entry, "text", both);
      g_object_bind_property_full (record, "certainty", self->certainty_drop, "selected", both, enum_to_index, index_to_enum, NULL,
                                   NULL);
    }
  else
    {
      g_object_bind_property_full (record, "state", self->state_drop, "selected", both, enum_to_index, index_to_enum, NULL, NULL);
      g_object_bind_property (record, "answer", self->answer_entry, "text", both);
      g_signal_connect_object (record, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
      state_changed_cb (self);
    }
  return GTK_WIDGET (self);
}
