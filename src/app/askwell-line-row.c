/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-line-row.h"

#include "askwell-fact-details.h"
#include "askwell-row-drag.h"
#include "askwell-text-field.h"
#include "model/askwell-entry.h"
#include "model/askwell-fact.h"
#include "model/askwell-question.h"
#include "model/askwell-unknown.h"
#include "paper/askwell-format.h"

struct _AskwellLineRow
{
  GtkListBoxRow parent_instance;

  GtkCheckButton *check;
  GtkImage *icon;
  GtkImage *handle;
  AskwellTextField *field;
  GtkMenuButton *details;
  GtkLabel *details_label;
  GtkLabel *caption;
  GtkButton *delete_button;

  AskwellSession *session;
  AskwellRecord *record;
  guint empty_id; /* the line was left without words */
};

G_DEFINE_FINAL_TYPE (AskwellLineRow, askwell_line_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  ACTIVATE,
  RUB_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_deleted_label (AskwellRecord *record)
{
  if (ASKWELL_IS_QUESTION (record))
    return _ ("Question deleted");
  if (ASKWELL_IS_FACT (record))
    return _ ("Deleted what was known");
  if (ASKWELL_IS_UNKNOWN (record))
    return _ ("Deleted what was to be learned");
  return _ ("Line deleted");
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AskwellLineRow *self = ASKWELL_LINE_ROW (widget);
  g_autoptr (AskwellSession) session = g_object_ref (self->session);
  g_autoptr (AskwellRecord) record = g_object_ref (self->record);

  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  askwell_session_begin_change (session, get_deleted_label (record));
  askwell_record_list_remove (askwell_record_get_list (record), record);
  askwell_session_end_change (session, TRUE);
}

/* The list on screen may show a part of the record's list, so the neighbour is the one that is seen. */
static void
move (AskwellLineRow *self,
      int             step)
{
  GtkListBox *box = GTK_LIST_BOX (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_BOX));
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) + step;
  GtkListBoxRow *neighbour = index >= 0 ? gtk_list_box_get_row_at_index (box, index) : NULL;

  if (neighbour == NULL)
    return;
  if (askwell_row_drag_move_to (self->session, self->record, ASKWELL_LINE_ROW (neighbour)->record, _ ("Line moved")))
    askwell_line_row_grab_text (ASKWELL_LINE_ROW (gtk_list_box_get_row_at_index (box, index)));
}

static void
move_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  move (ASKWELL_LINE_ROW (widget), -1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  move (ASKWELL_LINE_ROW (widget), 1);
}

static void
field_activate_cb (AskwellLineRow *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static gboolean
empty_cb (gpointer data)
{
  AskwellLineRow *self = data;

  self->empty_id = 0;
  if (askwell_record_get_list (self->record) != NULL)
    {
      g_autoptr (AskwellSession) session = g_object_ref (self->session);

      askwell_session_begin_change (session, get_deleted_label (self->record));
      askwell_record_list_remove (askwell_record_get_list (self->record), self->record);
      askwell_session_end_change (session, FALSE);
    }
  return G_SOURCE_REMOVE;
}

/* A line without words is taken away once it is left. Not at once: the focus is still on its way. */
static void
focus_leave_cb (AskwellLineRow *self)
{
  g_autofree char *text = NULL;

  if (self->record == NULL)
    return;
  text = askwell_text_field_dup_text (self->field);
  if (*g_strstrip (text) == '\0' && self->empty_id == 0)
    self->empty_id = g_idle_add (empty_cb, self);
}

static void
focus_enter_cb (AskwellLineRow *self)
{
  g_clear_handle_id (&self->empty_id, g_source_remove);
}

static void
field_rub_out_cb (AskwellLineRow *self)
{
  g_signal_emit (self, signals[RUB_OUT], 0);
}

/* What each kind of record shows besides its text */

static void
update_fact (AskwellLineRow *self)
{
  AskwellFact *fact = ASKWELL_FACT (self->record);
  g_autofree char *day = askwell_format_day (askwell_fact_get_learned (fact));
  g_autofree char *words = NULL;
  const char *source = askwell_fact_get_source (fact);
  const char *certainty = askwell_format_certainty (askwell_fact_get_certainty (fact));

  if (*source != '\0' && *day != '\0')
    /* Translators: who said it, when, and whether it is fact or guess */
    words = g_strdup_printf (_ ("%s, %s · %s"), source, day, certainty);
  else if (*source != '\0' || *day != '\0')
    /* Translators: who said it or when, and whether it is fact or guess */
    words = g_strdup_printf (_ ("%s · %s"), *source != '\0' ? source : day, certainty);
  else
    words = g_strdup_printf (_ ("Who said so? · %s"), certainty);
  gtk_label_set_label (self->details_label, words);
  gtk_image_set_from_icon_name (self->icon, askwell_fact_get_certainty (fact) == ASKWELL_CERTAINTY_GUESS
                                                ? "askwell-guess-symbolic"
                                                : "askwell-known-symbolic");
}

static void
update_unknown (AskwellLineRow *self)
{
  AskwellUnknown *unknown = ASKWELL_UNKNOWN (self->record);
  AskwellUnknownState state = askwell_unknown_get_state (unknown);
  gboolean settled = state == ASKWELL_UNKNOWN_STATE_ANSWERED || state == ASKWELL_UNKNOWN_STATE_DROPPED;
  g_autofree char *day = askwell_format_day (state == ASKWELL_UNKNOWN_STATE_ANSWERED
                                                 ? askwell_unknown_get_answered (unknown)
                                                 : askwell_record_get_created (self->record));
  g_autofree char *words = NULL;

  if (state == ASKWELL_UNKNOWN_STATE_OPEN)
    words = g_strdup_printf (_ ("open since %s"), day);
  else if (state == ASKWELL_UNKNOWN_STATE_ANSWERED && *askwell_unknown_get_answer (unknown) != '\0')
    words = g_strdup_printf (_ ("answered %s: %s"), day, askwell_unknown_get_answer (unknown));
  else
    words = g_strdup (askwell_format_unknown_state (state));
  gtk_label_set_label (self->details_label, words);
  gtk_image_set_from_icon_name (self->icon, settled ? "askwell-known-symbolic" : "askwell-unknown-symbolic");
}

static void
update_question (AskwellLineRow *self)
{
  const char *topic = askwell_format_topic (askwell_question_get_topic (ASKWELL_QUESTION (self->record)));

  gtk_label_set_label (self->caption, topic);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), *topic != '\0');
}

static void
set_up_question (AskwellLineRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->check), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->check), _ ("Asked"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Asked"), -1);
  g_object_bind_property (self->record, "asked", self->check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->record, "notify::topic", G_CALLBACK (update_question), self, G_CONNECT_SWAPPED);
  update_question (self);
}

/* A popover full of controls, made for the few rows where it is asked for. */
static void
create_details_cb (GtkMenuButton *button,
                   gpointer       data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, askwell_fact_details_new (ASKWELL_LINE_ROW (data)->record));
}

static void
set_up_details (AskwellLineRow *self,
                GCallback       update)
{
  gtk_widget_set_visible (GTK_WIDGET (self->icon), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->details), TRUE);
  gtk_menu_button_set_create_popup_func (self->details, create_details_cb, self, NULL);
  g_signal_connect_object (self->record, "notify", update, self, G_CONNECT_SWAPPED);
}

static void
set_up_entry (AskwellLineRow *self)
{
  AskwellSection section = askwell_entry_get_section (ASKWELL_ENTRY (self->record));
  const char *name;

  if (section != ASKWELL_SECTION_MATERIAL && section != ASKWELL_SECTION_MY_PROMISE &&
      section != ASKWELL_SECTION_THEIR_PROMISE)
    return;
  name = section == ASKWELL_SECTION_MATERIAL ? _ ("Packed") : _ ("Done");
  gtk_widget_set_visible (GTK_WIDGET (self->check), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->check), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_bind_property (self->record, "done", self->check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
askwell_line_row_dispose (GObject *object)
{
  AskwellLineRow *self = ASKWELL_LINE_ROW (object);

  g_clear_handle_id (&self->empty_id, g_source_remove);
  g_clear_object (&self->record);
  g_clear_object (&self->session);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);

  G_OBJECT_CLASS (askwell_line_row_parent_class)->dispose (object);
}

static void
askwell_line_row_class_init (AskwellLineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = askwell_line_row_dispose;

  signals[ACTIVATE] = g_signal_new ("activate-line", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RUB_OUT] = g_signal_new ("rub-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "line.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "line.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "line.move-down", NULL, move_down_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "line.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "line.move-down", NULL);

  g_type_ensure (ASKWELL_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellLineRow, check);
  gtk_widget_class_bind_template_child (widget_class, AskwellLineRow, icon);
  gtk_widget_class_bind_template_child (widget_class, AskwellLineRow, handle);
  gtk_widget_class_bind_template_child (widget_class, AskwellLineRow, field);
  gtk_widget_class_bind_template_child (widget_class, AskwellLineRow, details);
  gtk_widget_class_bind_template_child (widget_class, AskwellLineRow, details_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellLineRow, caption);
  gtk_widget_class_bind_template_child (widget_class, AskwellLineRow, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, field_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_rub_out_cb);
}

static void
askwell_line_row_init (AskwellLineRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
askwell_line_row_new (AskwellSession *session,
                      AskwellRecord  *record,
                      const char     *placeholder)
{
  AskwellLineRow *self = g_object_new (ASKWELL_TYPE_LINE_ROW, NULL);

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);

  if (ASKWELL_IS_QUESTION (record))
    set_up_question (self);
  else if (ASKWELL_IS_FACT (record))
    {
      set_up_details (self, G_CALLBACK (update_fact));
      update_fact (self);
    }
  else if (ASKWELL_IS_UNKNOWN (record))
    {
      set_up_details (self, G_CALLBACK (update_unknown));
      update_unknown (self);
    }
  else if (ASKWELL_IS_ENTRY (record))
    set_up_entry (self);

  askwell_text_field_set_placeholder (self->field, placeholder);
  /* What is asked, and what the seller means to say, is checked; what the customer said is not. */
  g_object_set (self->field, "checked",
                ASKWELL_IS_QUESTION (record) || (ASKWELL_IS_ENTRY (record) && askwell_entry_get_section (ASKWELL_ENTRY (record)) ==
                                                                                  ASKWELL_SECTION_POINT),
                NULL);
  askwell_row_drag_set_up (GTK_WIDGET (self), GTK_WIDGET (self->handle), session, record, _ ("Line moved"));
  askwell_text_field_set_session (self->field, session);
  askwell_text_field_bind (self->field, record, "text");
  return GTK_WIDGET (self);
}

AskwellRecord *
askwell_line_row_get_record (AskwellLineRow *self)
{
  g_return_val_if_fail (ASKWELL_IS_LINE_ROW (self), NULL);

  return self->record;
}

void
askwell_line_row_grab_text (AskwellLineRow *self)
{
  g_return_if_fail (ASKWELL_IS_LINE_ROW (self));

  askwell_text_field_grab_end (self->field);
}
