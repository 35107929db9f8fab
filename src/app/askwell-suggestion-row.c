/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-suggestion-row.h"
#include "paper/askwell-format.h"


struct _AskwellSuggestionRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *text_label;
  GtkLabel *why_label;
  GtkToggleButton *expand_button;
  GtkButton *add_button;
  GtkRevealer *revealer;
  GtkBox *follow_ups;

  AskwellSuggestion *suggestion;
};

G_DEFINE_FINAL_TYPE (AskwellSuggestionRow, askwell_suggestion_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  ADD,
  DISMISS,
  MORE_LIKE_THIS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_cb (AskwellSuggestionRow *self)
{
  g_signal_emit (self, signals[ADD], 0, NULL);
}

static void
add_follow_up_cb (AskwellSuggestionRow *self,
                  GtkWidget            *button)
{
  g_signal_emit (self, signals[ADD], 0, g_object_get_data (G_OBJECT (button), "text"));
}

static void
add_follow_up (AskwellSuggestionRow *self,
               const char           *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Add to the plan: %s"), text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Add to the plan"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_follow_up_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (self->follow_ups, box);
}

static void
expand_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AskwellSuggestionRow *self = ASKWELL_SUGGESTION_ROW (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->expand_button)))
    gtk_toggle_button_set_active (self->expand_button, !gtk_toggle_button_get_active (self->expand_button));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AskwellSuggestionRow *self = ASKWELL_SUGGESTION_ROW (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), askwell_suggestion_get_text (self->suggestion));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  g_signal_emit (widget, signals[ADD], 0, NULL);
}

static void
dismiss_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_signal_emit (widget, signals[DISMISS], 0);
}

static void
more_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[MORE_LIKE_THIS], 0);
}

static GdkContentProvider *
drag_prepare_cb (AskwellSuggestionRow *self)
{
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_typed (ASKWELL_TYPE_SUGGESTION, self->suggestion),
    gdk_content_provider_new_typed (G_TYPE_STRING, askwell_suggestion_get_text (self->suggestion)),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static void
drag_begin_cb (AskwellSuggestionRow *self,
               GdkDrag              *drag,
               GtkDragSource        *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static void
askwell_suggestion_row_dispose (GObject *object)
{
  AskwellSuggestionRow *self = ASKWELL_SUGGESTION_ROW (object);

  g_clear_object (&self->suggestion);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);

  G_OBJECT_CLASS (askwell_suggestion_row_parent_class)->dispose (object);
}

static void
askwell_suggestion_row_class_init (AskwellSuggestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = askwell_suggestion_row_dispose;

  signals[ADD] = g_signal_new ("add", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DISMISS] = g_signal_new ("dismiss", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MORE_LIKE_THIS] = g_signal_new ("more-like-this", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "suggestion.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "suggestion.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "suggestion.dismiss", NULL, dismiss_action);
  gtk_widget_class_install_action (widget_class, "suggestion.expand", NULL, expand_action);
  gtk_widget_class_install_action (widget_class, "suggestion.more", NULL, more_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "suggestion.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "suggestion.dismiss", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, 0, "suggestion.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "suggestion.expand", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/suggestion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellSuggestionRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellSuggestionRow, why_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellSuggestionRow, expand_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellSuggestionRow, add_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellSuggestionRow, revealer);
  gtk_widget_class_bind_template_child (widget_class, AskwellSuggestionRow, follow_ups);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
askwell_suggestion_row_init (AskwellSuggestionRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

GtkWidget *
askwell_suggestion_row_new (AskwellSuggestion *suggestion)
{
  AskwellSuggestionRow *self = g_object_new (ASKWELL_TYPE_SUGGESTION_ROW, NULL);
  const char *text = askwell_suggestion_get_text (suggestion);
  const char *why = askwell_suggestion_get_why (suggestion);
  const char *const *follow_ups = askwell_suggestion_get_follow_ups (suggestion);
  g_autofree char *name = g_strdup_printf (_ ("Add to the plan: %s"), text);

  self->suggestion = g_object_ref (suggestion);
  gtk_label_set_label (self->text_label, text);
  gtk_label_set_label (self->why_label, why);
  gtk_widget_set_visible (GTK_WIDGET (self->why_label), why != NULL && *why != '\0');
  for (guint i = 0; follow_ups != NULL && follow_ups[i] != NULL; i++)
    add_follow_up (self, follow_ups[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->expand_button), follow_ups != NULL && follow_ups[0] != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "suggestion.expand", follow_ups != NULL && follow_ups[0] != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  why != NULL ? why : "", -1);
  return GTK_WIDGET (self);
}

AskwellSuggestion *
askwell_suggestion_row_get_suggestion (AskwellSuggestionRow *self)
{
  g_return_val_if_fail (ASKWELL_IS_SUGGESTION_ROW (self), NULL);

  return self->suggestion;
}
