/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-plan-head.h"

#include "askwell-attendees-popover.h"
#include "askwell-text-field.h"
#include "askwell-when-popover.h"
#include "askwell-wrap-layout.h"
#include "model/askwell-model-enum-types.h"
#include "paper/askwell-format.h"

struct _AskwellPlanHead
{
  GtkBox parent_instance;

  AskwellTextField *title_field;
  GtkLabel *when_label;
  AskwellWhenPopover *when_popover;
  GtkLabel *place_label;
  GtkEntry *place_entry;
  GtkLabel *kind_label;
  GtkMenuButton *kind_button;
  GtkLabel *attendees_label;
  AskwellAttendeesPopover *attendees_popover;

  AskwellPlan *plan;
  GBinding *place_binding;
  gulong plan_handler;
  gulong attendees_handler;
};

G_DEFINE_FINAL_TYPE (AskwellPlanHead, askwell_plan_head, GTK_TYPE_BOX)

enum
{
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is not known yet is offered, in a quieter voice. */
static void
show (GtkLabel   *label,
      const char *words,
      const char *offer)
{
  gtk_label_set_label (label, *words != '\0' ? words : offer);
  if (*words != '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
}

static void
update_attendees (AskwellPlanHead *self)
{
  g_autofree char *attendees = askwell_format_attendees (self->plan);

  show (self->attendees_label, attendees, _ ("With whom?"));
}

static void
update (AskwellPlanHead *self)
{
  g_autofree char *when = askwell_format_when (self->plan);
  AskwellCallKind kind = askwell_plan_get_kind (self->plan);

  show (self->when_label, when, _ ("When?"));
  show (self->place_label, askwell_plan_get_place (self->plan), _ ("Where?"));
  show (self->kind_label, kind != ASKWELL_CALL_KIND_OTHER ? askwell_format_call_kind (kind) : "", _ ("Kind of call"));
}

static void
attendees_changed_cb (AskwellPlanHead *self)
{
  AskwellRecordList *attendees = askwell_plan_get_attendees (self->plan);

  for (guint i = 0; i < askwell_record_list_get_size (attendees); i++)
    {
      gpointer attendee = askwell_record_list_get (attendees, i);

      g_signal_handlers_disconnect_by_func (attendee, update_attendees, self);
      g_signal_connect_object (attendee, "notify", G_CALLBACK (update_attendees), self, G_CONNECT_SWAPPED);
    }
  update_attendees (self);
}

static void
title_activate_cb (AskwellPlanHead *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
place_activate_cb (AskwellPlanHead *self,
                   GtkWidget       *entry)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER)));
}

static GMenuModel *
create_kind_menu (void)
{
  static const AskwellCallKind kinds[] = {
    ASKWELL_CALL_KIND_FIRST,    ASKWELL_CALL_KIND_FOLLOW_UP, ASKWELL_CALL_KIND_REVIEW, ASKWELL_CALL_KIND_RENEWAL,
    ASKWELL_CALL_KIND_RECOVERY, ASKWELL_CALL_KIND_REFERRAL,  ASKWELL_CALL_KIND_OTHER,
  };
  g_autoptr (GEnumClass) klass = g_type_class_ref (ASKWELL_TYPE_CALL_KIND);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (askwell_format_call_kind (kinds[i]), NULL);

      g_menu_item_set_action_and_target (item, "details.kind", "s", g_enum_get_value (klass, (int) kinds[i])->value_nick);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
unbind (AskwellPlanHead *self)
{
  g_clear_pointer (&self->place_binding, g_binding_unbind);
  if (self->plan != NULL)
    {
      AskwellRecordList *attendees = askwell_plan_get_attendees (self->plan);

      g_clear_signal_handler (&self->plan_handler, self->plan);
      g_clear_signal_handler (&self->attendees_handler, attendees);
      for (guint i = 0; i < askwell_record_list_get_size (attendees); i++)
        g_signal_handlers_disconnect_by_func (askwell_record_list_get (attendees, i), update_attendees, self);
    }
  g_clear_object (&self->plan);
}

static void
askwell_plan_head_dispose (GObject *object)
{
  unbind (ASKWELL_PLAN_HEAD (object));

  G_OBJECT_CLASS (askwell_plan_head_parent_class)->dispose (object);
}

static void
askwell_plan_head_class_init (AskwellPlanHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = askwell_plan_head_dispose;

  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ASKWELL_TYPE_ATTENDEES_POPOVER);
  g_type_ensure (ASKWELL_TYPE_TEXT_FIELD);
  g_type_ensure (ASKWELL_TYPE_WHEN_POPOVER);
  g_type_ensure (ASKWELL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/plan-head.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanHead, title_field);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanHead, when_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanHead, when_popover);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanHead, place_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanHead, place_entry);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanHead, kind_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanHead, kind_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanHead, attendees_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanHead, attendees_popover);
  gtk_widget_class_bind_template_callback (widget_class, title_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_activate_cb);
}

static void
askwell_plan_head_init (AskwellPlanHead *self)
{
  g_autoptr (GMenuModel) menu = create_kind_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->kind_button, menu);
}

void
askwell_plan_head_bind (AskwellPlanHead *self,
                        AskwellSession  *session,
                        AskwellPlan     *plan)
{
  g_autoptr (GSimpleActionGroup) actions = NULL;
  g_autoptr (GPropertyAction) kind = NULL;

  g_return_if_fail (ASKWELL_IS_PLAN_HEAD (self));

  unbind (self);
  askwell_text_field_set_session (self->title_field, session);
  askwell_text_field_bind (self->title_field, (AskwellRecord *) plan, "title");
  askwell_when_popover_set_plan (self->when_popover, plan);
  askwell_attendees_popover_bind (self->attendees_popover, session, plan);
  if (plan == NULL)
    {
      gtk_widget_insert_action_group (GTK_WIDGET (self), "details", NULL);
      return;
    }

  self->plan = g_object_ref (plan);
  self->place_binding =
      g_object_bind_property (plan, "place", self->place_entry, "text", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  actions = g_simple_action_group_new ();
  kind = g_property_action_new ("kind", plan, "kind");
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (kind));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "details", G_ACTION_GROUP (actions));

  self->plan_handler = g_signal_connect_swapped (plan, "notify", G_CALLBACK (update), self);
  self->attendees_handler =
      g_signal_connect_swapped (askwell_plan_get_attendees (plan), "items-changed", G_CALLBACK (attendees_changed_cb), self);
  update (self);
  attendees_changed_cb (self);
}

void
askwell_plan_head_grab_title (AskwellPlanHead *self)
{
  g_return_if_fail (ASKWELL_IS_PLAN_HEAD (self));

  askwell_text_field_grab_end (self->title_field);
}
