/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-line-list.h"

#include "askwell-comments.h"
#include "askwell-line-row.h"

/* A row is an editor and costs as much. Of a long ledger the last lines are shown, and the others when they are asked for. */
#define MOST_ROWS 60

struct _AskwellLineList
{
  GtkBox parent_instance;

  GtkLabel *title_label;
  GtkLabel *caption_label;
  GtkButton *earlier_button;
  GtkListBox *rows;
  GtkText *add_text;
  GtkButton *comment_button;
  AskwellComments *comments;

  AskwellSession *session;
  AskwellRecordList *list;
  GListModel *filtered;     /* the lines there are */
  GtkSliceListModel *shown; /* the last ones of them */
  gulong filtered_handler;
  guint limit;
  AskwellLineFilter filter;
  AskwellLinePrepare prepare;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (AskwellLineList, askwell_line_list, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_PLACEHOLDER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
filtered_changed_cb (AskwellLineList *self)
{
  guint n_lines = g_list_model_get_n_items (self->filtered);
  guint n_earlier = n_lines > self->limit ? n_lines - self->limit : 0;
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u Earlier Line", "Show %u Earlier Lines", n_earlier), n_earlier);

  gtk_slice_list_model_set_offset (self->shown, n_earlier);
  gtk_button_set_label (self->earlier_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->earlier_button), n_earlier > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n_lines > 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
earlier_cb (AskwellLineList *self)
{
  self->limit = G_MAXUINT;
  gtk_slice_list_model_set_size (self->shown, self->limit);
  filtered_changed_cb (self);
}

static void
row_activate_cb (AskwellLineList *self,
                 AskwellLineRow  *row)
{
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->rows, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);

  if (next != NULL)
    askwell_line_row_grab_text (ASKWELL_LINE_ROW (next));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->add_text));
}

static void
row_rub_out_cb (AskwellLineList *self,
                AskwellLineRow  *row)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *previous = index > 0 ? gtk_list_box_get_row_at_index (self->rows, index - 1) : NULL;

  if (previous != NULL)
    askwell_line_row_grab_text (ASKWELL_LINE_ROW (previous));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->add_text));
  gtk_widget_activate_action (GTK_WIDGET (row), "line.delete", NULL);
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  AskwellLineList *self = data;
  GtkWidget *row = askwell_line_row_new (self->session, item, gtk_label_get_label (self->title_label));

  g_signal_connect_object (row, "activate-line", G_CALLBACK (row_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "rub-out", G_CALLBACK (row_rub_out_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* The first letter typed makes the line, and the rest is typed there, where it is looked through like any other. */
static void
add_changed_cb (AskwellLineList *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_text)));
  g_autoptr (AskwellRecord) record = NULL;
  guint index;

  if (*g_strchug (text) == '\0' || self->list == NULL)
    return;
  record = g_object_new (askwell_record_list_get_record_type (self->list), "text", text, NULL);
  if (self->prepare != NULL)
    self->prepare (record, self->data);
  askwell_session_begin_change (self->session, _ ("Line added"));
  askwell_record_list_append (self->list, record);
  askwell_session_end_change (self->session, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->add_text), "");

  index = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  if (index > 0)
    askwell_line_row_grab_text (ASKWELL_LINE_ROW (gtk_list_box_get_row_at_index (self->rows, (int) index - 1)));
}

static void
comment_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  askwell_comments_add (ASKWELL_LINE_LIST (widget)->comments);
}

static gboolean
filter_cb (gpointer item,
           gpointer data)
{
  AskwellLineList *self = data;

  return self->filter == NULL || self->filter (item, self->data);
}

static void
askwell_line_list_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AskwellLineList *self = ASKWELL_LINE_LIST (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title_label));
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, gtk_text_get_placeholder_text (self->add_text));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_line_list_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  AskwellLineList *self = ASKWELL_LINE_LIST (object);
  const char *text = g_value_get_string (value);

  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->title_label, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      break;
    case PROP_PLACEHOLDER:
      gtk_text_set_placeholder_text (self->add_text, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_text), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_line_list_dispose (GObject *object)
{
  AskwellLineList *self = ASKWELL_LINE_LIST (object);
  GtkWidget *child;

  if (self->rows != NULL)
    gtk_list_box_bind_model (self->rows, NULL, NULL, NULL, NULL);
  if (self->filtered != NULL)
    g_clear_signal_handler (&self->filtered_handler, self->filtered);
  g_clear_object (&self->filtered);
  g_clear_object (&self->shown);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  self->rows = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (askwell_line_list_parent_class)->dispose (object);
}

static void
askwell_line_list_class_init (AskwellLineListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = askwell_line_list_get_property;
  object_class->set_property = askwell_line_list_set_property;
  object_class->dispose = askwell_line_list_dispose;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "section.comment", NULL, comment_action);

  g_type_ensure (ASKWELL_TYPE_COMMENTS);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/line-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellLineList, title_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellLineList, caption_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellLineList, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellLineList, rows);
  gtk_widget_class_bind_template_child (widget_class, AskwellLineList, add_text);
  gtk_widget_class_bind_template_child (widget_class, AskwellLineList, comment_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellLineList, comments);
  gtk_widget_class_bind_template_callback (widget_class, add_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
}

static void
askwell_line_list_init (AskwellLineList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * askwell_line_list_bind:
 * @self: a line list
 * @session: the session
 * @list: (nullable): the records
 * @filter: (nullable) (scope forever): which of them to show
 * @prepare: (nullable) (scope forever): fills a new record before it is added
 * @data: for both; has to live as long as the binding
 */
void
askwell_line_list_bind (AskwellLineList    *self,
                        AskwellSession     *session,
                        AskwellRecordList  *list,
                        AskwellLineFilter   filter,
                        AskwellLinePrepare  prepare,
                        gpointer            data)
{
  g_return_if_fail (ASKWELL_IS_LINE_LIST (self));

  gtk_list_box_bind_model (self->rows, NULL, NULL, NULL, NULL);
  if (self->filtered != NULL)
    g_clear_signal_handler (&self->filtered_handler, self->filtered);
  g_clear_object (&self->filtered);
  g_clear_object (&self->shown);
  g_set_object (&self->session, session);
  g_set_object (&self->list, list);
  self->filter = filter;
  self->prepare = prepare;
  self->data = data;
  gtk_editable_set_text (GTK_EDITABLE (self->add_text), "");
  if (list == NULL)
    return;

  self->limit = MOST_ROWS;
  self->filtered = G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (list)),
                                                            GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL))));
  self->shown = gtk_slice_list_model_new (g_object_ref (self->filtered), 0, self->limit);
  self->filtered_handler = g_signal_connect_data (self->filtered, "items-changed", G_CALLBACK (filtered_changed_cb), self, NULL,
                                                  G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  filtered_changed_cb (self);
  gtk_list_box_bind_model (self->rows, G_LIST_MODEL (self->shown), create_row, self, NULL);
}

guint
askwell_line_list_get_size (AskwellLineList *self)
{
  g_return_val_if_fail (ASKWELL_IS_LINE_LIST (self), 0);

  return self->filtered != NULL ? g_list_model_get_n_items (self->filtered) : 0;
}

void
askwell_line_list_set_caption (AskwellLineList *self,
                               const char      *caption)
{
  g_return_if_fail (ASKWELL_IS_LINE_LIST (self));

  gtk_label_set_label (self->caption_label, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->caption_label), caption != NULL && *caption != '\0');
}

void
askwell_line_list_grab_add (AskwellLineList *self)
{
  g_return_if_fail (ASKWELL_IS_LINE_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->add_text));
}

/**
 * askwell_line_list_bind_comments:
 * @self: a line list, bound to a session
 * @plan: (nullable): the plan that is commented on
 * @field: what the list is called in the comments
 */
void
askwell_line_list_bind_comments (AskwellLineList *self,
                                 AskwellPlan     *plan,
                                 const char      *field)
{
  g_return_if_fail (ASKWELL_IS_LINE_LIST (self));

  askwell_comments_bind (self->comments, self->session, plan, (AskwellRecord *) plan, field);
  gtk_widget_set_visible (GTK_WIDGET (self->comment_button), plan != NULL);
}

/**
 * askwell_line_list_is_empty:
 * @self: a line list
 *
 * Returns: whether it has neither lines nor comments
 */
gboolean
askwell_line_list_is_empty (AskwellLineList *self)
{
  g_return_val_if_fail (ASKWELL_IS_LINE_LIST (self), TRUE);

  return askwell_line_list_get_size (self) == 0 && !gtk_widget_get_visible (GTK_WIDGET (self->comments));
}

/**
 * askwell_line_list_refilter:
 * @self: a line list
 *
 * What the filter goes by is another now.
 */
void
askwell_line_list_refilter (AskwellLineList *self)
{
  g_return_if_fail (ASKWELL_IS_LINE_LIST (self));

  if (self->filtered != NULL)
    gtk_filter_changed (gtk_filter_list_model_get_filter (GTK_FILTER_LIST_MODEL (self->filtered)), GTK_FILTER_CHANGE_DIFFERENT);
}
