/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-findings-list.h"

#include "askwell-text-field.h"
#include "paper/askwell-format.h"

/* A list is read, not searched: of a text with thousands of findings the first ones are enough to begin with. */
#define MAX_FINDINGS 200

struct _AskwellFindingsList
{
  GtkPopover parent_instance;

  GtkListBox *rows;
  GtkLabel *empty_label;
};

G_DEFINE_FINAL_TYPE (AskwellFindingsList, askwell_findings_list, GTK_TYPE_POPOVER)

typedef struct
{
  AskwellTextField *field;
  guint start;
  guint end;
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_clear_weak_pointer (&place->field);
  g_free (place);
}

static void
collect (GtkWidget *widget,
         GPtrArray *fields)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_REVEALER (widget) && !gtk_revealer_get_reveal_child (GTK_REVEALER (widget)))
    return;
  if (ASKWELL_IS_TEXT_FIELD (widget))
    {
      if (askwell_text_field_get_highlighter (ASKWELL_TEXT_FIELD (widget)) != NULL)
        g_ptr_array_add (fields, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, fields);
}

GPtrArray *
askwell_findings_list_collect_fields (GtkWidget *page)
{
  GPtrArray *fields = g_ptr_array_new ();

  collect (page, fields);
  return fields;
}

static GtkWidget *
create_row (AskwellTextField     *field,
            const AskwellFinding *finding)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *message = gtk_label_new (finding->message);
  g_autofree char *phrase = NULL;
  g_autofree char *words = NULL;
  GtkTextIter start, end;
  Place *place = g_new0 (Place, 1);

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) finding->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) finding->end);
  phrase = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  /* Translators: a kind of finding, and the words that were found, such as: Telling: “talk to them about” */
  words = g_strdup_printf (_ ("%s: “%s”"), askwell_format_finding_kind (finding->kind), phrase);

  gtk_label_set_label (GTK_LABEL (title), words);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (message), 44);
  gtk_widget_add_css_class (message, "caption");
  gtk_widget_add_css_class (message, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), message);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  finding->message, -1);

  g_set_weak_pointer (&place->field, field);
  place->start = finding->start;
  place->end = finding->end;
  g_object_set_data_full (G_OBJECT (row), "place", place, place_free);
  return row;
}

static void
row_activated_cb (AskwellFindingsList *self,
                  GtkListBoxRow       *row)
{
  const Place *place = g_object_get_data (G_OBJECT (row), "place");
  g_autoptr (AskwellTextField) field = NULL;
  guint start = place->start, end = place->end;

  g_set_object (&field, place->field);
  gtk_popover_popdown (GTK_POPOVER (self));
  if (field != NULL)
    askwell_text_field_select (field, start, end);
}

static void
askwell_findings_list_dispose (GObject *object)
{
  gtk_popover_set_child (GTK_POPOVER (object), NULL);

  G_OBJECT_CLASS (askwell_findings_list_parent_class)->dispose (object);
}

static void
askwell_findings_list_class_init (AskwellFindingsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = askwell_findings_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/findings-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellFindingsList, rows);
  gtk_widget_class_bind_template_child (widget_class, AskwellFindingsList, empty_label);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
askwell_findings_list_init (AskwellFindingsList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
askwell_findings_list_new (void)
{
  return g_object_new (ASKWELL_TYPE_FINDINGS_LIST, NULL);
}

/**
 * askwell_findings_list_fill:
 * @self: a findings list
 * @page: the widget whose fields to look through
 *
 * Lists the findings as they are now.
 */
void
askwell_findings_list_fill (AskwellFindingsList *self,
                            GtkWidget           *page)
{
  g_autoptr (GPtrArray) fields = NULL;
  GtkListBoxRow *row;
  guint n_rows = 0;

  g_return_if_fail (ASKWELL_IS_FINDINGS_LIST (self));

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));

  fields = askwell_findings_list_collect_fields (page);
  for (guint i = 0; i < fields->len; i++)
    {
      AskwellTextField *field = g_ptr_array_index (fields, i);
      AskwellHighlighter *highlighter = askwell_text_field_get_highlighter (field);
      AskwellFinding finding;

      for (guint j = 0; n_rows < MAX_FINDINGS && askwell_highlighter_get_nth (highlighter, j, &finding); j++, n_rows++)
        gtk_list_box_append (self->rows, create_row (field, &finding));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n_rows > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_label), n_rows == 0);
}
