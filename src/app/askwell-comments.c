/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-comments.h"

#include "askwell-comment-row.h"
#include "model/askwell-comment.h"

struct _AskwellComments
{
  GtkBox parent_instance;

  GtkListBox *rows;

  AskwellSession *session;
  AskwellPlan *plan;
  GListModel *shown; /* element-type AskwellComment */
  gulong shown_handler;
  char *target; /* id of the record */
  char *field;
};

G_DEFINE_FINAL_TYPE (AskwellComments, askwell_comments, GTK_TYPE_BOX)

static void
shown_changed_cb (AskwellComments *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (self->shown) > 0);
}

static gboolean
filter_cb (gpointer item,
           gpointer data)
{
  AskwellComments *self = data;

  return g_str_equal (askwell_comment_get_target (item), self->target) &&
         g_str_equal (askwell_comment_get_field (item), self->field);
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  return askwell_comment_row_new (ASKWELL_COMMENTS (data)->session, item);
}

static void
unbind (AskwellComments *self)
{
  if (self->rows != NULL)
    gtk_list_box_bind_model (self->rows, NULL, NULL, NULL, NULL);
  if (self->shown != NULL)
    g_clear_signal_handler (&self->shown_handler, self->shown);
  g_clear_object (&self->shown);
  g_clear_object (&self->session);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->field, g_free);
}

static void
askwell_comments_dispose (GObject *object)
{
  AskwellComments *self = ASKWELL_COMMENTS (object);

  unbind (self);
  self->rows = NULL;

  G_OBJECT_CLASS (askwell_comments_parent_class)->dispose (object);
}

static void
askwell_comments_class_init (AskwellCommentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = askwell_comments_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/comments.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellComments, rows);
}

static void
askwell_comments_init (AskwellComments *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * askwell_comments_bind:
 * @self: comments
 * @session: the session
 * @plan: (nullable): the plan whose comments they are
 * @target: (nullable): the plan itself, or a record in it
 * @field: the field of @target that is commented on
 */
void
askwell_comments_bind (AskwellComments *self,
                       AskwellSession  *session,
                       AskwellPlan     *plan,
                       AskwellRecord   *target,
                       const char      *field)
{
  g_return_if_fail (ASKWELL_IS_COMMENTS (self));

  unbind (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (plan == NULL || target == NULL)
    return;

  self->session = g_object_ref (session);
  self->plan = g_object_ref (plan);
  self->target = g_strdup (askwell_record_get_id (target));
  self->field = g_strdup (field);
  self->shown = G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (askwell_plan_get_comments (plan))),
                                                         GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL))));
  self->shown_handler =
      g_signal_connect_data (self->shown, "items-changed", G_CALLBACK (shown_changed_cb), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_list_box_bind_model (self->rows, self->shown, create_row, self, NULL);
  shown_changed_cb (self);
}

/**
 * askwell_comments_add:
 * @self: comments, bound to a plan
 *
 * Begins a comment, and puts the cursor there.
 */
void
askwell_comments_add (AskwellComments *self)
{
  g_autoptr (AskwellComment) comment = NULL;
  const char *author = g_get_real_name ();
  GtkListBoxRow *row;

  g_return_if_fail (ASKWELL_IS_COMMENTS (self));
  g_return_if_fail (self->plan != NULL);

  comment = askwell_comment_new ();
  askwell_comment_set_target (comment, self->target);
  askwell_comment_set_field (comment, self->field);
  /* GLib's word for not knowing who is there. */
  askwell_comment_set_author (comment, g_strcmp0 (author, "Unknown") != 0 ? author : "");
  askwell_session_begin_change (self->session, _ ("Comment added"));
  askwell_record_list_append (askwell_plan_get_comments (self->plan), ASKWELL_RECORD (comment));
  askwell_session_end_change (self->session, FALSE);

  row = gtk_list_box_get_row_at_index (self->rows, (int) g_list_model_get_n_items (self->shown) - 1);
  askwell_comment_row_grab_text (ASKWELL_COMMENT_ROW (row));
}
