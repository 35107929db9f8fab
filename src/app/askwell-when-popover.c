/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-when-popover.h"

/* What a plan without a date is given when its time is set first. */
#define USUAL_HOUR 10

struct _AskwellWhenPopover
{
  GtkPopover parent_instance;

  GtkCalendar *calendar;
  GtkSpinButton *hour_spin;
  GtkSpinButton *minute_spin;
  GtkSpinButton *length_spin;
  GtkButton *clear_button;

  AskwellPlan *plan;
  gulong plan_handler;
  guint showing : 1; /* the controls are being set from the plan */
};

G_DEFINE_FINAL_TYPE (AskwellWhenPopover, askwell_when_popover, GTK_TYPE_POPOVER)

static void
show_plan (AskwellWhenPopover *self)
{
  gint64 start = self->plan != NULL ? askwell_plan_get_start (self->plan) : 0;
  g_autoptr (GDateTime) when = start != 0 ? g_date_time_new_from_unix_local (start) : g_date_time_new_now_local ();

  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, when);
  gtk_spin_button_set_value (self->hour_spin, start != 0 ? g_date_time_get_hour (when) : USUAL_HOUR);
  gtk_spin_button_set_value (self->minute_spin, start != 0 ? g_date_time_get_minute (when) : 0);
  gtk_spin_button_set_value (self->length_spin, self->plan != NULL ? askwell_plan_get_length (self->plan) : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->clear_button), start != 0);
  self->showing = FALSE;
}

static void
start_edited_cb (AskwellWhenPopover *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) when = NULL;

  if (self->showing || self->plan == NULL)
    return;
  day = gtk_calendar_get_date (self->calendar);
  when = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day),
                                gtk_spin_button_get_value_as_int (self->hour_spin),
                                gtk_spin_button_get_value_as_int (self->minute_spin), 0);
  if (when != NULL)
    askwell_plan_set_start (self->plan, g_date_time_to_unix (when));
}

static void
length_edited_cb (AskwellWhenPopover *self)
{
  if (!self->showing && self->plan != NULL)
    askwell_plan_set_length (self->plan, gtk_spin_button_get_value_as_int (self->length_spin));
}

static void
clear_cb (AskwellWhenPopover *self)
{
  if (self->plan != NULL)
    askwell_plan_set_start (self->plan, 0);
}

static gboolean
show_two_digits_cb (GtkSpinButton *spin,
                    gpointer       data)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static void
askwell_when_popover_dispose (GObject *object)
{
  AskwellWhenPopover *self = ASKWELL_WHEN_POPOVER (object);

  askwell_when_popover_set_plan (self, NULL);
  gtk_popover_set_child (GTK_POPOVER (self), NULL);

  G_OBJECT_CLASS (askwell_when_popover_parent_class)->dispose (object);
}

static void
askwell_when_popover_class_init (AskwellWhenPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = askwell_when_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/when-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellWhenPopover, calendar);
  gtk_widget_class_bind_template_child (widget_class, AskwellWhenPopover, hour_spin);
  gtk_widget_class_bind_template_child (widget_class, AskwellWhenPopover, minute_spin);
  gtk_widget_class_bind_template_child (widget_class, AskwellWhenPopover, length_spin);
  gtk_widget_class_bind_template_child (widget_class, AskwellWhenPopover, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, start_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, length_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_two_digits_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
askwell_when_popover_init (AskwellWhenPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
askwell_when_popover_new (void)
{
  return g_object_new (ASKWELL_TYPE_WHEN_POPOVER, NULL);
}

void
askwell_when_popover_set_plan (AskwellWhenPopover *self,
                               AskwellPlan        *plan)
{
  g_return_if_fail (ASKWELL_IS_WHEN_POPOVER (self));

  if (self->plan != NULL)
    g_clear_signal_handler (&self->plan_handler, self->plan);
  g_set_object (&self->plan, plan);
  if (plan == NULL)
    return;
  self->plan_handler = g_signal_connect_swapped (plan, "notify", G_CALLBACK (show_plan), self);
  show_plan (self);
}
