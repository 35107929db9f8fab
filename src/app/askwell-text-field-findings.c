/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-text-field-private.h"

#include "paper/askwell-format.h"

/* What a screen reader says of the place the cursor is at: the finding there, and why it is one. */
static void
update_description (AskwellTextField *self)
{
  GtkTextBuffer *buffer = askwell_text_field_get_buffer (self);
  g_autofree char *description = NULL;
  AskwellFinding finding;
  GtkTextIter iter;

  if (self->highlighter == NULL)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (askwell_highlighter_find_at (self->highlighter, &iter, &finding))
    /* Translators: a kind of finding, and why it is marked */
    description = g_strdup_printf (_ ("%s: %s"), askwell_format_finding_kind (finding.kind), finding.message);
  if (g_strcmp0 (description, self->description) == 0)
    return;
  g_free (self->description);
  self->description = g_steal_pointer (&description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->description != NULL ? self->description : "", -1);
}

static void
findings_changed_cb (AskwellTextField *self)
{
  update_description (self);
  askwell_text_field_tell_findings (self);
}

/* The field is as high as its text; what is on screen is the part of it that the page, scrolled, shows. */
static gboolean
get_visible_lines (guint    *first,
                   guint    *last,
                   gpointer  data)
{
  AskwellTextField *self = data;
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkTextIter top, bottom;
  graphene_rect_t bounds;
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int from = 0, to = height;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  if (page != NULL && gtk_widget_compute_bounds (GTK_WIDGET (self), page, &bounds))
    {
      from = MAX (0, (int) -bounds.origin.y);
      to = MIN (height, gtk_widget_get_height (page) - (int) bounds.origin.y);
      if (from >= to)
        return FALSE;
    }
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &top, from, NULL);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &bottom, to, NULL);
  *first = (guint) gtk_text_iter_get_line (&top);
  *last = (guint) gtk_text_iter_get_line (&bottom);
  return TRUE;
}

void
askwell_text_field_update_highlighter (AskwellTextField *self)
{
  if (!self->checked || self->session == NULL || self->highlighter != NULL)
    return;
  self->highlighter = askwell_highlighter_new (askwell_text_field_get_buffer (self), self->session);
  askwell_highlighter_set_record (self->highlighter, self->record);
  askwell_highlighter_set_visible_func (self->highlighter, get_visible_lines, self);
  self->hover = askwell_finding_hover_new (GTK_TEXT_VIEW (self), self->highlighter, self->session);
  askwell_finding_hover_set_record (self->hover, self->record);
  g_signal_connect_object (self->highlighter, "changed", G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (askwell_text_field_get_buffer (self), "notify::cursor-position", G_CALLBACK (update_description), self, G_CONNECT_SWAPPED);
}

AskwellHighlighter *
askwell_text_field_get_highlighter (AskwellTextField *self)
{
  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), NULL);

  return self->highlighter;
}

/**
 * askwell_text_field_go_to_finding:
 * @self: a text field
 * @backward: whether towards the start
 *
 * Selects the next finding after the cursor, or the one before it.
 *
 * Returns: whether there is one
 */
gboolean
askwell_text_field_go_to_finding (AskwellTextField *self,
                                  gboolean          backward)
{
  GtkTextBuffer *buffer = askwell_text_field_get_buffer (self);
  AskwellFinding finding;
  GtkTextIter iter;

  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), FALSE);

  if (self->highlighter == NULL)
    return FALSE;
  askwell_highlighter_settle (self->highlighter);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  /* A finding that begins at the cursor has been gone to already if it is selected. */
  if (!backward && !gtk_text_buffer_get_has_selection (buffer) && askwell_highlighter_find_at (self->highlighter, &iter, &finding) &&
      (int) finding.start == gtk_text_iter_get_offset (&iter))
    {
      askwell_text_field_select (self, finding.start, finding.end);
      return TRUE;
    }
  if (!askwell_highlighter_find_next (self->highlighter, &iter, backward, &finding))
    return FALSE;
  askwell_text_field_select (self, finding.start, finding.end);
  return TRUE;
}

/**
 * askwell_text_field_go_to_end_finding:
 * @self: a text field
 * @backward: whether coming from behind
 *
 * Selects the first finding of the text, or the last.
 *
 * Returns: whether there is one
 */
gboolean
askwell_text_field_go_to_end_finding (AskwellTextField *self,
                                      gboolean          backward)
{
  AskwellFinding finding;
  guint n_findings;

  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), FALSE);

  if (self->highlighter == NULL)
    return FALSE;
  askwell_highlighter_settle (self->highlighter);
  n_findings = askwell_highlighter_get_n_findings (self->highlighter);
  if (n_findings == 0 || !askwell_highlighter_get_nth (self->highlighter, backward ? n_findings - 1 : 0, &finding))
    return FALSE;
  askwell_text_field_select (self, finding.start, finding.end);
  return TRUE;
}

/**
 * askwell_text_field_show_finding:
 * @self: a text field
 *
 * Opens the popover of the finding at the cursor.
 *
 * Returns: whether there is one
 */
gboolean
askwell_text_field_show_finding (AskwellTextField *self)
{
  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), FALSE);

  return self->hover != NULL && askwell_finding_hover_show (self->hover);
}

/**
 * askwell_text_field_get_hover:
 * @self: a text field
 *
 * Returns: (transfer none) (nullable): what shows its findings, when it is checked
 */
AskwellFindingHover *
askwell_text_field_get_hover (AskwellTextField *self)
{
  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), NULL);

  return self->hover;
}
