/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-comment-row.h"

#include "askwell-text-field.h"
#include "paper/askwell-format.h"

struct _AskwellCommentRow
{
  GtkListBoxRow parent_instance;

  AskwellTextField *field;
  GtkLabel *caption;
  GtkCheckButton *resolved_check;

  AskwellSession *session;
  AskwellComment *comment;
};

G_DEFINE_FINAL_TYPE (AskwellCommentRow, askwell_comment_row, GTK_TYPE_LIST_BOX_ROW)

static void
update (AskwellCommentRow *self)
{
  g_autofree char *day = askwell_format_day (askwell_record_get_created (ASKWELL_RECORD (self->comment)));
  const char *author = askwell_comment_get_author (self->comment);
  g_autofree char *caption = *author != '\0' ? g_strdup_printf ("%s · %s", author, day) : g_strdup (day);

  gtk_label_set_label (self->caption, caption);
  if (askwell_comment_get_resolved (self->comment))
    gtk_widget_add_css_class (GTK_WIDGET (self), "resolved");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "resolved");
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AskwellCommentRow *self = ASKWELL_COMMENT_ROW (widget);
  g_autoptr (AskwellSession) session = g_object_ref (self->session);
  g_autoptr (AskwellRecord) comment = g_object_ref (ASKWELL_RECORD (self->comment));

  askwell_session_begin_change (session, _ ("Comment deleted"));
  askwell_record_list_remove (askwell_record_get_list (comment), comment);
  askwell_session_end_change (session, TRUE);
}

static void
askwell_comment_row_dispose (GObject *object)
{
  AskwellCommentRow *self = ASKWELL_COMMENT_ROW (object);

  g_clear_object (&self->comment);
  g_clear_object (&self->session);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);

  G_OBJECT_CLASS (askwell_comment_row_parent_class)->dispose (object);
}

static void
askwell_comment_row_class_init (AskwellCommentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = askwell_comment_row_dispose;

  gtk_widget_class_install_action (widget_class, "comment.delete", NULL, delete_action);

  g_type_ensure (ASKWELL_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/comment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellCommentRow, field);
  gtk_widget_class_bind_template_child (widget_class, AskwellCommentRow, caption);
  gtk_widget_class_bind_template_child (widget_class, AskwellCommentRow, resolved_check);
}

static void
askwell_comment_row_init (AskwellCommentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
askwell_comment_row_new (AskwellSession *session,
                         AskwellComment *comment)
{
  AskwellCommentRow *self = g_object_new (ASKWELL_TYPE_COMMENT_ROW, NULL);

  self->session = g_object_ref (session);
  self->comment = g_object_ref (comment);
  askwell_text_field_set_session (self->field, session);
  askwell_text_field_bind (self->field, ASKWELL_RECORD (comment), "text");
  g_object_bind_property (comment, "resolved", self->resolved_check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (comment, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
askwell_comment_row_grab_text (AskwellCommentRow *self)
{
  g_return_if_fail (ASKWELL_IS_COMMENT_ROW (self));

  askwell_text_field_grab_end (self->field);
}
