/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-attendees-popover.h"

#include "askwell-attendee-row.h"
#include "askwell-wrap-layout.h"
#include "model/askwell-account.h"
#include "model/askwell-attendee.h"
#include "model/askwell-contact.h"

/* More people than this are found by typing their name. */
#define MAX_CHIPS 12

struct _AskwellAttendeesPopover
{
  GtkPopover parent_instance;

  GtkListBox *rows;
  GtkBox *chips;
  GtkEntry *add_entry;

  AskwellSession *session;
  AskwellPlan *plan;
  gulong attendees_handler;
};

G_DEFINE_FINAL_TYPE (AskwellAttendeesPopover, askwell_attendees_popover, GTK_TYPE_POPOVER)

static AskwellAccount *
get_account (AskwellAttendeesPopover *self)
{
  return (AskwellAccount *) askwell_record_get_ancestor (ASKWELL_RECORD (self->plan), ASKWELL_TYPE_ACCOUNT);
}

static gboolean
attends (AskwellAttendeesPopover *self,
         AskwellContact          *contact)
{
  AskwellRecordList *attendees = askwell_plan_get_attendees (self->plan);

  for (guint i = 0; i < askwell_record_list_get_size (attendees); i++)
    if (g_str_equal (askwell_attendee_get_contact (askwell_record_list_get (attendees, i)),
                     askwell_record_get_id (ASKWELL_RECORD (contact))))
      return TRUE;
  return FALSE;
}

static void
add_contact (AskwellAttendeesPopover *self,
             AskwellContact          *contact)
{
  g_autoptr (AskwellAttendee) attendee = askwell_attendee_new ();

  askwell_attendee_set_contact (attendee, askwell_record_get_id (ASKWELL_RECORD (contact)));
  askwell_attendee_set_name (attendee, askwell_contact_get_name (contact));
  askwell_attendee_set_part (attendee, askwell_contact_get_role (contact));
  askwell_record_list_append (askwell_plan_get_attendees (self->plan), ASKWELL_RECORD (attendee));
}

static void
chip_clicked_cb (AskwellAttendeesPopover *self,
                 GtkWidget               *chip)
{
  AskwellContact *contact = g_object_get_data (G_OBJECT (chip), "contact");

  askwell_session_begin_change (self->session, _ ("Attendee added"));
  add_contact (self, contact);
  askwell_session_end_change (self->session, FALSE);
}

static void
update_chips (AskwellAttendeesPopover *self)
{
  AskwellAccount *account = self->plan != NULL ? get_account (self) : NULL;
  GtkWidget *child;
  guint n_chips = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), FALSE);
  if (account == NULL)
    return;

  for (guint i = 0; i < askwell_record_list_get_size (askwell_account_get_contacts (account)) && n_chips < MAX_CHIPS; i++)
    {
      AskwellContact *contact = askwell_record_list_get (askwell_account_get_contacts (account), i);
      g_autofree char *label = NULL;
      GtkWidget *chip;

      if (attends (self, contact) || *askwell_contact_get_name (contact) == '\0')
        continue;
      chip = gtk_button_new_with_label (askwell_contact_get_name (contact));
      label = g_strdup_printf (_ ("Add %s"), askwell_contact_get_name (contact));
      gtk_widget_set_tooltip_text (chip, label);
      gtk_widget_add_css_class (chip, "chip");
      g_object_set_data_full (G_OBJECT (chip), "contact", g_object_ref (contact), g_object_unref);
      g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->chips, chip);
      n_chips++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), n_chips > 0);
}

static AskwellContact *
find_contact (AskwellAccount *account,
              const char     *name)
{
  AskwellRecordList *contacts = askwell_account_get_contacts (account);
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < askwell_record_list_get_size (contacts); i++)
    {
      AskwellContact *contact = askwell_record_list_get (contacts, i);
      g_autofree char *folded = g_utf8_casefold (askwell_contact_get_name (contact), -1);

      if (g_str_equal (folded, wanted))
        return contact;
    }
  return NULL;
}

/* Somebody new becomes a contact of the account, so that the next plan knows them. */
static void
add_cb (AskwellAttendeesPopover *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_entry))));
  AskwellAccount *account = self->plan != NULL ? get_account (self) : NULL;
  AskwellContact *contact;
  GtkListBoxRow *row;

  if (*name == '\0' || account == NULL)
    return;
  contact = find_contact (account, name);
  if (contact == NULL || !attends (self, contact))
    {
      askwell_session_begin_change (self->session, _ ("Attendee added"));
      if (contact == NULL)
        {
          contact = askwell_record_list_add (askwell_account_get_contacts (account));
          askwell_contact_set_name (contact, name);
        }
      add_contact (self, contact);
      askwell_session_end_change (self->session, FALSE);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->add_entry), "");
  row = gtk_list_box_get_row_at_index (self->rows, (int) askwell_record_list_get_size (askwell_plan_get_attendees (self->plan)) - 1);
  if (row != NULL)
    askwell_attendee_row_grab_part (ASKWELL_ATTENDEE_ROW (row));
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  return askwell_attendee_row_new (ASKWELL_ATTENDEES_POPOVER (data)->session, item);
}

static void
attendees_changed_cb (AskwellAttendeesPopover *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->rows), askwell_record_list_get_size (askwell_plan_get_attendees (self->plan)) > 0);
  update_chips (self);
}

static void
unbind (AskwellAttendeesPopover *self)
{
  if (self->rows != NULL)
    gtk_list_box_bind_model (self->rows, NULL, NULL, NULL, NULL);
  if (self->plan != NULL)
    g_clear_signal_handler (&self->attendees_handler, askwell_plan_get_attendees (self->plan));
  g_clear_object (&self->plan);
  g_clear_object (&self->session);
}

static void
askwell_attendees_popover_dispose (GObject *object)
{
  AskwellAttendeesPopover *self = ASKWELL_ATTENDEES_POPOVER (object);

  unbind (self);
  self->rows = NULL;
  gtk_popover_set_child (GTK_POPOVER (self), NULL);

  G_OBJECT_CLASS (askwell_attendees_popover_parent_class)->dispose (object);
}

static void
askwell_attendees_popover_class_init (AskwellAttendeesPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = askwell_attendees_popover_dispose;

  g_type_ensure (ASKWELL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/attendees-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellAttendeesPopover, rows);
  gtk_widget_class_bind_template_child (widget_class, AskwellAttendeesPopover, chips);
  gtk_widget_class_bind_template_child (widget_class, AskwellAttendeesPopover, add_entry);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_chips);
}

static void
askwell_attendees_popover_init (AskwellAttendeesPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
askwell_attendees_popover_new (void)
{
  return g_object_new (ASKWELL_TYPE_ATTENDEES_POPOVER, NULL);
}

void
askwell_attendees_popover_bind (AskwellAttendeesPopover *self,
                                AskwellSession          *session,
                                AskwellPlan             *plan)
{
  g_return_if_fail (ASKWELL_IS_ATTENDEES_POPOVER (self));

  unbind (self);
  if (session == NULL || plan == NULL)
    return;
  self->session = g_object_ref (session);
  self->plan = g_object_ref (plan);
  gtk_list_box_bind_model (self->rows, G_LIST_MODEL (askwell_plan_get_attendees (plan)), create_row, self, NULL);
  self->attendees_handler =
      g_signal_connect_swapped (askwell_plan_get_attendees (plan), "items-changed", G_CALLBACK (attendees_changed_cb), self);
  attendees_changed_cb (self);
}
