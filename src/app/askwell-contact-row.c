/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-contact-row.h"

#include "askwell-accessible.h"

struct _AskwellContactRow
{
  AdwExpanderRow parent_instance;

  AdwEntryRow *name_row;
  AdwEntryRow *role_row;
  AdwEntryRow *email_row;
  AdwEntryRow *phone_row;
  AdwEntryRow *notes_row;

  AskwellSession *session;
  AskwellContact *contact;
};

G_DEFINE_FINAL_TYPE (AskwellContactRow, askwell_contact_row, ADW_TYPE_EXPANDER_ROW)

static void
append (GString    *words,
        const char *word)
{
  if (*word != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", word);
}

static void
update (AskwellContactRow *self)
{
  g_autoptr (GString) subtitle = g_string_new (NULL);
  const char *name = askwell_contact_get_name (self->contact);

  append (subtitle, askwell_contact_get_role (self->contact));
  append (subtitle, askwell_contact_get_email (self->contact));
  append (subtitle, askwell_contact_get_phone (self->contact));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), *name != '\0' ? name : _ ("No name yet"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle->str);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AskwellContactRow *self = ASKWELL_CONTACT_ROW (widget);
  g_autoptr (AskwellSession) session = g_object_ref (self->session);
  g_autoptr (AskwellRecord) contact = g_object_ref (ASKWELL_RECORD (self->contact));

  askwell_session_begin_change (session, _ ("Contact deleted"));
  askwell_record_list_remove (askwell_record_get_list (contact), contact);
  askwell_session_end_change (session, TRUE);
}

static void
askwell_contact_row_dispose (GObject *object)
{
  AskwellContactRow *self = ASKWELL_CONTACT_ROW (object);

  g_clear_object (&self->contact);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (askwell_contact_row_parent_class)->dispose (object);
}

static void
askwell_contact_row_class_init (AskwellContactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = askwell_contact_row_dispose;

  gtk_widget_class_install_action (widget_class, "contact.delete", NULL, delete_action);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/contact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellContactRow, name_row);
  gtk_widget_class_bind_template_child (widget_class, AskwellContactRow, role_row);
  gtk_widget_class_bind_template_child (widget_class, AskwellContactRow, email_row);
  gtk_widget_class_bind_template_child (widget_class, AskwellContactRow, phone_row);
  gtk_widget_class_bind_template_child (widget_class, AskwellContactRow, notes_row);
}

static void
askwell_contact_row_init (AskwellContactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  askwell_accessible_name_entry_row (self->name_row);
  askwell_accessible_name_entry_row (self->role_row);
  askwell_accessible_name_entry_row (self->email_row);
  askwell_accessible_name_entry_row (self->phone_row);
  askwell_accessible_name_entry_row (self->notes_row);
}

GtkWidget *
askwell_contact_row_new (AskwellSession *session,
                         AskwellContact *contact)
{
  AskwellContactRow *self = g_object_new (ASKWELL_TYPE_CONTACT_ROW, NULL);
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  self->session = g_object_ref (session);
  self->contact = g_object_ref (contact);
  g_object_bind_property (contact, "name", self->name_row, "text", both);
  g_object_bind_property (contact, "role", self->role_row, "text", both);
  g_object_bind_property (contact, "email", self->email_row, "text", both);
  g_object_bind_property (contact, "phone", self->phone_row, "text", both);
  g_object_bind_property (contact, "notes", self->notes_row, "text", both);
  g_signal_connect_object (contact, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

AskwellContact *
askwell_contact_row_get_contact (AskwellContactRow *self)
{
  g_return_val_if_fail (ASKWELL_IS_CONTACT_ROW (self), NULL);

  return self->contact;
}
