/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-trash-page.h"

#include "model/askwell-account.h"
#include "model/askwell-plan.h"
#include "paper/askwell-format.h"

/*
 * Lists what has a "deleted" time. It is filled when it comes to be seen; accounts that were never unfolded are loaded for it then, one after the
 * other, as a plan in the trash may be in any of them.
 */

struct _AskwellTrashPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListBox *rows;

  AskwellSession *session;
};

G_DEFINE_FINAL_TYPE (AskwellTrashPage, askwell_trash_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
restore_cb (GtkButton        *button,
            AskwellTrashPage *self)
{
  AskwellRecord *record = g_object_get_data (G_OBJECT (button), "record");

  askwell_session_begin_change (self->session, _ ("Put back"));
  g_object_set (record, "deleted", (gint64) 0, NULL);
  askwell_session_end_change (self->session, TRUE);
}

static void
add_row (AskwellTrashPage *self,
         AskwellRecord    *record,
         const char       *title,
         const char       *where,
         gint64            deleted)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Put Back"));
  g_autofree char *day = askwell_format_day (deleted);
  g_autofree char *subtitle = *where != '\0' ? g_strdup_printf (_ ("%s · deleted %s"), where, day) : g_strdup_printf (_ ("deleted %s"), day);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->rows, row);
}

static void
fill (AskwellTrashPage *self)
{
  AskwellRecordList *accounts = askwell_library_get_accounts (askwell_session_get_library (self->session));
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (old));
  for (guint i = 0; i < askwell_record_list_get_size (accounts); i++)
    {
      AskwellAccount *account = askwell_record_list_get (accounts, i);
      AskwellRecordList *plans = askwell_account_get_plans (account);

      if (askwell_account_get_deleted (account) != 0)
        add_row (self, ASKWELL_RECORD (account), askwell_account_get_name (account), _ ("Account"), askwell_account_get_deleted (account));
      for (guint j = 0; j < askwell_record_list_get_size (plans); j++)
        {
          AskwellPlan *plan = askwell_record_list_get (plans, j);
          g_autofree char *title = askwell_format_title (askwell_plan_get_title (plan));

          if (askwell_plan_get_deleted (plan) != 0)
            add_row (self, ASKWELL_RECORD (plan), title, askwell_account_get_name (account), askwell_plan_get_deleted (plan));
        }
    }
  gtk_stack_set_visible_child_name (self->stack, gtk_list_box_get_row_at_index (self->rows, 0) != NULL ? "rows" : "empty");
}

static void
load_next (AskwellTrashPage *self);

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (AskwellTrashPage) self = data;

  if (askwell_store_load_finish (ASKWELL_STORE (source), result, NULL) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    load_next (self);
}

static void
load_next (AskwellTrashPage *self)
{
  AskwellRecordList *accounts = askwell_library_get_accounts (askwell_session_get_library (self->session));

  for (guint i = 0; i < askwell_record_list_get_size (accounts); i++)
    {
      AskwellRecord *account = askwell_record_list_get (accounts, i);

      if (!askwell_record_is_loaded (account))
        {
          askwell_store_load_async (askwell_session_get_store (self->session), account, NULL, loaded_cb, g_object_ref (self));
          return;
        }
    }
  fill (self);
}

static void
record_changed_cb (AskwellTrashPage *self,
                   AskwellRecord    *record,
                   int               field)
{
  if (field != ASKWELL_CHANGE_POSITION && g_str_equal (ASKWELL_RECORD_GET_CLASS (record)->fields[field].name, "deleted") &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
askwell_trash_page_map (GtkWidget *widget)
{
  AskwellTrashPage *self = ASKWELL_TRASH_PAGE (widget);

  GTK_WIDGET_CLASS (askwell_trash_page_parent_class)->map (widget);
  if (self->session != NULL && askwell_session_is_opened (self->session))
    {
      fill (self);
      load_next (self);
    }
}

static void
askwell_trash_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  AskwellTrashPage *self = ASKWELL_TRASH_PAGE (object);

  g_return_if_fail (prop_id == PROP_SESSION);
  if (g_set_object (&self->session, g_value_get_object (value)) && self->session != NULL)
    g_signal_connect_object (askwell_session_get_library (self->session), "record-changed", G_CALLBACK (record_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
askwell_trash_page_dispose (GObject *object)
{
  AskwellTrashPage *self = ASKWELL_TRASH_PAGE (object);

  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (askwell_trash_page_parent_class)->dispose (object);
}

static void
askwell_trash_page_class_init (AskwellTrashPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = askwell_trash_page_set_property;
  object_class->dispose = askwell_trash_page_dispose;
  widget_class->map = askwell_trash_page_map;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ASKWELL_TYPE_SESSION, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/trash-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellTrashPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AskwellTrashPage, rows);
}

static void
askwell_trash_page_init (AskwellTrashPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
askwell_trash_page_new (void)
{
  return g_object_new (ASKWELL_TYPE_TRASH_PAGE, NULL);
}
