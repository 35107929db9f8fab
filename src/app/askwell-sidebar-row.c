/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-sidebar-row.h"

#include "askwell-agenda.h"
#include "model/askwell-account.h"
#include "paper/askwell-format.h"

struct _AskwellSidebarRow
{
  GtkBox parent_instance;

  GtkTreeExpander *expander;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *badge;

  GtkTreeListRow *row;
  GObject *item;
  gulong item_handler;
  gulong list_handler;
  GListModel *list;
  AskwellRecord *library;
  gulong library_handler;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (AskwellSidebarRow, askwell_sidebar_row, GTK_TYPE_BOX)

static void
set_subtitle (AskwellSidebarRow *self,
              const char        *subtitle)
{
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
}

static char *
describe_account (AskwellAccount *account)
{
  AskwellRecordList *plans = askwell_account_get_plans (account);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC, next = 0;
  guint n = 0;
  g_autofree char *count = NULL;
  g_autofree char *day = NULL;

  for (guint i = 0; i < askwell_record_list_get_size (plans); i++)
    {
      AskwellPlan *plan = askwell_record_list_get (plans, i);
      gint64 start = askwell_plan_get_start (plan);

      if (askwell_plan_get_deleted (plan) != 0)
        continue;
      n++;
      if (start >= now && (next == 0 || start < next) && askwell_plan_get_debriefed (plan) == 0)
        next = start;
    }
  day = next != 0 ? askwell_format_day (next) : NULL;
  if (!askwell_record_is_loaded (ASKWELL_RECORD (account)))
    /* Translators: the day of the next call with an account */
    return day != NULL ? g_strdup_printf (_ ("next %s"), day) : g_strdup (_ ("No call ahead"));
  if (n == 0)
    return g_strdup (_ ("No plans yet"));
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u plan", "%u plans", n), n);
  /* Translators: how many plans an account has, and the day of the next call: “2 plans · next Tue 24 Nov” */
  return day != NULL ? g_strdup_printf (_ ("%s · next %s"), count, day) : g_steal_pointer (&count);
}

static char *
describe_plan (AskwellPlan *plan)
{
  g_autofree char *when = askwell_plan_get_start (plan) != 0 ? askwell_format_day_and_time (askwell_plan_get_start (plan)) : NULL;

  if (askwell_plan_get_debriefed (plan) != 0)
    {
      g_autofree char *day = askwell_plan_get_start (plan) != 0 ? askwell_format_day (askwell_plan_get_start (plan)) : NULL;

      return day != NULL ? g_strdup_printf (_ ("%s · debriefed"), day) : g_strdup (_ ("debriefed"));
    }
  return when != NULL ? g_steal_pointer (&when) : g_strdup (_ ("No date yet"));
}

static void
update (AskwellSidebarRow *self)
{
  g_autofree char *subtitle = NULL;
  g_autofree char *title = NULL;
  g_autofree char *spoken = NULL;
  gboolean top = TRUE;
  guint n = 0;

  if (ASKWELL_IS_AGENDA (self->item))
    {
      gboolean upcoming = askwell_agenda_get_kind (ASKWELL_AGENDA (self->item)) == ASKWELL_AGENDA_UPCOMING;
      g_autofree char *count = NULL;

      n = g_list_model_get_n_items (askwell_agenda_get_plans (ASKWELL_AGENDA (self->item)));
      count = g_strdup_printf ("%u", n);
      title = g_strdup (upcoming ? _ ("Upcoming") : _ ("To debrief"));
      subtitle = g_strdup ("");
      gtk_label_set_label (self->badge, count);
      gtk_image_set_from_icon_name (self->icon, upcoming ? "x-office-calendar-symbolic" : "edit-paste-symbolic");
    }
  else if (ASKWELL_IS_ACCOUNT (self->item))
    {
      title = g_strdup (*askwell_account_get_name (ASKWELL_ACCOUNT (self->item)) != '\0' ? askwell_account_get_name (ASKWELL_ACCOUNT (self->item))
                                                                                         : _ ("Account without a name"));
      subtitle = describe_account (ASKWELL_ACCOUNT (self->item));
    }
  else
    {
      title = askwell_format_title (askwell_plan_get_title (ASKWELL_PLAN (self->item)));
      subtitle = describe_plan (ASKWELL_PLAN (self->item));
      top = FALSE;
    }
  gtk_label_set_label (self->title, title);
  set_subtitle (self, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), ASKWELL_IS_AGENDA (self->item));
  if (top && ASKWELL_IS_ACCOUNT (self->item))
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "heading");
  spoken = n > 0 ? g_strdup_printf ("%s, %u", title, n) : *subtitle != '\0' ? g_strdup_printf ("%s, %s", title, subtitle) : g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* An account counts its plans and names the next one: what changes in a plan shows here too. */
static void
record_changed_cb (AskwellSidebarRow *self,
                   AskwellRecord     *record,
                   int                field)
{
  if (ASKWELL_IS_PLAN (record) && askwell_record_get_parent (record) == (AskwellRecord *) self->item)
    update (self);
}

static void
unbind (AskwellSidebarRow *self)
{
  if (self->library != NULL)
    g_clear_signal_handler (&self->library_handler, self->library);
  g_clear_object (&self->library);
  if (self->item != NULL)
    g_clear_signal_handler (&self->item_handler, self->item);
  if (self->list != NULL)
    g_clear_signal_handler (&self->list_handler, self->list);
  g_clear_object (&self->item);
  g_clear_object (&self->list);
  g_clear_object (&self->row);
}

static void
pressed_cb (AskwellSidebarRow *self,
            int                n_press,
            double             x,
            double             y)
{
  askwell_sidebar_row_show_menu (self, x, y);
}

static void
askwell_sidebar_row_dispose (GObject *object)
{
  AskwellSidebarRow *self = ASKWELL_SIDEBAR_ROW (object);
  GtkWidget *child;

  unbind (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (askwell_sidebar_row_parent_class)->dispose (object);
}

static void
askwell_sidebar_row_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  AskwellSidebarRow *self = ASKWELL_SIDEBAR_ROW (widget);

  GTK_WIDGET_CLASS (askwell_sidebar_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
askwell_sidebar_row_class_init (AskwellSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = askwell_sidebar_row_dispose;
  widget_class->size_allocate = askwell_sidebar_row_size_allocate;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellSidebarRow, expander);
  gtk_widget_class_bind_template_child (widget_class, AskwellSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, AskwellSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, AskwellSidebarRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AskwellSidebarRow, badge);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
askwell_sidebar_row_init (AskwellSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
askwell_sidebar_row_new (void)
{
  return g_object_new (ASKWELL_TYPE_SIDEBAR_ROW, NULL);
}

/**
 * askwell_sidebar_row_bind:
 * @self: a row
 * @row: (nullable): a row of the sidebar's tree, or %NULL to show nothing
 */
void
askwell_sidebar_row_bind (AskwellSidebarRow *self,
                          GtkTreeListRow    *row)
{
  g_return_if_fail (ASKWELL_IS_SIDEBAR_ROW (self));

  unbind (self);
  gtk_tree_expander_set_list_row (self->expander, row);
  if (row == NULL)
    return;
  self->row = g_object_ref (row);
  self->item = gtk_tree_list_row_get_item (row);
  self->item_handler = g_signal_connect_swapped (self->item, "notify", G_CALLBACK (update), self);
  if (ASKWELL_IS_AGENDA (self->item))
    self->list = g_object_ref (askwell_agenda_get_plans (ASKWELL_AGENDA (self->item)));
  else if (ASKWELL_IS_ACCOUNT (self->item))
    {
      self->list = g_object_ref (G_LIST_MODEL (askwell_account_get_plans (ASKWELL_ACCOUNT (self->item))));
      self->library = g_object_ref (askwell_record_get_root (ASKWELL_RECORD (self->item)));
      self->library_handler = g_signal_connect_swapped (self->library, "record-changed", G_CALLBACK (record_changed_cb), self);
    }
  if (self->list != NULL)
    self->list_handler = g_signal_connect_data (self->list, "items-changed", G_CALLBACK (update), self, NULL,
                                                G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
}

/**
 * askwell_sidebar_row_show_menu:
 * @self: a row
 * @x: where, from the row's left
 * @y: where, from the row's top
 *
 * Shows what can be done with the account or plan.
 */
void
askwell_sidebar_row_show_menu (AskwellSidebarRow *self,
                               double             x,
                               double             y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const char *id;

  g_return_if_fail (ASKWELL_IS_SIDEBAR_ROW (self));

  if (self->item == NULL || ASKWELL_IS_AGENDA (self->item))
    return;
  id = askwell_record_get_id (ASKWELL_RECORD (self->item));
  if (ASKWELL_IS_ACCOUNT (self->item))
    {
      g_autofree char *new_plan = g_strdup_printf ("win.new-plan-for('%s')", id);

      g_menu_append (menu, _ ("_New Plan"), new_plan);
    }
  {
    g_autofree char *rename = g_strdup_printf ("win.rename('%s')", id);
    g_autofree char *duplicate = g_strdup_printf ("win.duplicate('%s')", id);
    g_autofree char *delete = g_strdup_printf ("win.delete('%s')", id);

    g_menu_append (menu, _ ("_Rename"), rename);
    if (ASKWELL_IS_PLAN (self->item))
      g_menu_append (menu, _ ("Du_plicate"), duplicate);
    g_menu_append (menu, _ ("_Delete"), delete);
  }
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
