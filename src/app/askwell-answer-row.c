/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-answer-row.h"

#include "askwell-text-field.h"

struct _AskwellAnswerRow
{
  GtkListBoxRow parent_instance;

  GtkCheckButton *asked_check;
  GtkLabel *question_label;
  AskwellTextField *answer_field;

  AskwellQuestion *question;
};

G_DEFINE_FINAL_TYPE (AskwellAnswerRow, askwell_answer_row, GTK_TYPE_LIST_BOX_ROW)

static void
update (AskwellAnswerRow *self)
{
  const char *text = askwell_question_get_text (self->question);
  g_autofree char *asked = g_strdup_printf (_ ("Asked: %s"), text);
  g_autofree char *answer = g_strdup_printf (_ ("Answer to: %s"), text);

  gtk_label_set_label (self->question_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->asked_check), GTK_ACCESSIBLE_PROPERTY_LABEL, asked, -1);
  g_object_set (self->answer_field, "label", answer, NULL);
}

/* What has an answer has been asked. */
static void
answered_cb (AskwellAnswerRow *self)
{
  if (*askwell_question_get_answer (self->question) != '\0')
    askwell_question_set_asked (self->question, TRUE);
}

static void
askwell_answer_row_dispose (GObject *object)
{
  AskwellAnswerRow *self = ASKWELL_ANSWER_ROW (object);

  g_clear_object (&self->question);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);

  G_OBJECT_CLASS (askwell_answer_row_parent_class)->dispose (object);
}

static void
askwell_answer_row_class_init (AskwellAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = askwell_answer_row_dispose;

  g_type_ensure (ASKWELL_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/answer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellAnswerRow, asked_check);
  gtk_widget_class_bind_template_child (widget_class, AskwellAnswerRow, question_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellAnswerRow, answer_field);
}

static void
askwell_answer_row_init (AskwellAnswerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
askwell_answer_row_new (AskwellSession  *session,
                        AskwellQuestion *question)
{
  AskwellAnswerRow *self = g_object_new (ASKWELL_TYPE_ANSWER_ROW, NULL);

  self->question = g_object_ref (question);
  askwell_text_field_set_session (self->answer_field, session);
  askwell_text_field_bind (self->answer_field, ASKWELL_RECORD (question), "answer");
  g_object_bind_property (question, "asked", self->asked_check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (question, "notify::text", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (question, "notify::answer", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
