/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-attendee-row.h"
#include "paper/askwell-format.h"


struct _AskwellAttendeeRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *name_label;
  GtkEntry *part_entry;

  AskwellSession *session;
  AskwellAttendee *attendee;
};

G_DEFINE_FINAL_TYPE (AskwellAttendeeRow, askwell_attendee_row, GTK_TYPE_LIST_BOX_ROW)

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AskwellAttendeeRow *self = ASKWELL_ATTENDEE_ROW (widget);
  g_autoptr (AskwellSession) session = g_object_ref (self->session);
  g_autoptr (AskwellRecord) attendee = g_object_ref (ASKWELL_RECORD (self->attendee));

  askwell_session_begin_change (session, _ ("Attendee removed"));
  askwell_record_list_remove (askwell_record_get_list (attendee), attendee);
  askwell_session_end_change (session, TRUE);
}

static void
askwell_attendee_row_dispose (GObject *object)
{
  AskwellAttendeeRow *self = ASKWELL_ATTENDEE_ROW (object);

  g_clear_object (&self->attendee);
  g_clear_object (&self->session);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);

  G_OBJECT_CLASS (askwell_attendee_row_parent_class)->dispose (object);
}

static void
askwell_attendee_row_class_init (AskwellAttendeeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = askwell_attendee_row_dispose;

  gtk_widget_class_install_action (widget_class, "attendee.remove", NULL, remove_action);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/attendee-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellAttendeeRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellAttendeeRow, part_entry);
}

static void
askwell_attendee_row_init (AskwellAttendeeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
askwell_attendee_row_new (AskwellSession  *session,
                          AskwellAttendee *attendee)
{
  AskwellAttendeeRow *self = g_object_new (ASKWELL_TYPE_ATTENDEE_ROW, NULL);
  const char *name = askwell_format_attendee_name (attendee);
  /* Translators: %s is a person; what they do in the call or at the company */
  g_autofree char *label = g_strdup_printf (_ ("Part of %s"), name);

  self->session = g_object_ref (session);
  self->attendee = g_object_ref (attendee);
  gtk_label_set_label (self->name_label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->part_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_bind_property (attendee, "part", self->part_entry, "text", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  return GTK_WIDGET (self);
}

void
askwell_attendee_row_grab_part (AskwellAttendeeRow *self)
{
  g_return_if_fail (ASKWELL_IS_ATTENDEE_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->part_entry));
}
