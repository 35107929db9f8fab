/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gtk/gtk.h>

#include "askwell-agenda.h"

#include "model/askwell-account.h"

struct _AskwellAgenda
{
  GObject parent_instance;

  AskwellAgendaKind kind;
  GtkFilter *filter;
  GtkSorter *sorter;
  GListModel *plans;
};

G_DEFINE_FINAL_TYPE (AskwellAgenda, askwell_agenda, G_TYPE_OBJECT)

static gint64
get_start_of_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) midnight = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                                          g_date_time_get_day_of_month (now), 0, 0, 0);

  return g_date_time_to_unix (midnight);
}

/* A call of today is upcoming until it is over. */
static gboolean
is_over (AskwellPlan *plan)
{
  gint64 end = askwell_plan_get_start (plan) + 60 * MAX (askwell_plan_get_length (plan), 30);

  return askwell_plan_get_start (plan) < get_start_of_today () || end < g_get_real_time () / G_USEC_PER_SEC;
}

static gboolean
filter_cb (gpointer item,
           gpointer data)
{
  AskwellAgenda *self = data;
  AskwellPlan *plan = item;
  AskwellAccount *account = (AskwellAccount *) askwell_record_get_parent (ASKWELL_RECORD (plan));

  if (askwell_plan_get_start (plan) == 0 || askwell_plan_get_deleted (plan) != 0 || askwell_plan_get_debriefed (plan) != 0 ||
      account == NULL || askwell_account_get_deleted (account) != 0)
    return FALSE;
  return is_over (plan) == (self->kind == ASKWELL_AGENDA_TO_DEBRIEF);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  AskwellAgenda *self = data;
  gint64 x = askwell_plan_get_start ((AskwellPlan *) a), y = askwell_plan_get_start ((AskwellPlan *) b);

  if (self->kind == ASKWELL_AGENDA_TO_DEBRIEF)
    return x < y ? 1 : x > y ? -1 : 0;
  return x < y ? -1 : x > y;
}

static gpointer
map_cb (gpointer item,
        gpointer data)
{
  GListModel *plans = g_object_ref (G_LIST_MODEL (askwell_account_get_plans (item)));

  g_object_unref (item);
  return plans;
}

static void
record_changed_cb (AskwellAgenda *self,
                   AskwellRecord *record,
                   int            field)
{
  const char *name;

  if (field == ASKWELL_CHANGE_POSITION || !(ASKWELL_IS_PLAN (record) || ASKWELL_IS_ACCOUNT (record)))
    return;
  name = ASKWELL_RECORD_GET_CLASS (record)->fields[field].name;
  if (g_str_equal (name, "start") || g_str_equal (name, "length") || g_str_equal (name, "deleted") || g_str_equal (name, "debriefed"))
    {
      gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
      gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
    }
}

static void
askwell_agenda_finalize (GObject *object)
{
  g_clear_object (&ASKWELL_AGENDA (object)->plans);

  G_OBJECT_CLASS (askwell_agenda_parent_class)->finalize (object);
}

static void
askwell_agenda_class_init (AskwellAgendaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = askwell_agenda_finalize;
}

static void
askwell_agenda_init (AskwellAgenda *self)
{
}

AskwellAgenda *
askwell_agenda_new (AskwellLibrary   *library,
                    AskwellAgendaKind kind)
{
  AskwellAgenda *self = g_object_new (ASKWELL_TYPE_AGENDA, NULL);
  GListModel *lists, *all;

  self->kind = kind;
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, self, NULL));
  lists = G_LIST_MODEL (gtk_map_list_model_new (g_object_ref (G_LIST_MODEL (askwell_library_get_accounts (library))), map_cb, NULL, NULL));
  all = G_LIST_MODEL (gtk_flatten_list_model_new (lists));
  self->plans = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (gtk_filter_list_model_new (all, self->filter)), self->sorter));
  g_signal_connect_object (library, "record-changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

AskwellAgendaKind
askwell_agenda_get_kind (AskwellAgenda *self)
{
  g_return_val_if_fail (ASKWELL_IS_AGENDA (self), ASKWELL_AGENDA_UPCOMING);

  return self->kind;
}

/**
 * askwell_agenda_get_plans:
 * @self: an agenda
 *
 * Returns: (transfer none): a list of #AskwellPlan
 */
GListModel *
askwell_agenda_get_plans (AskwellAgenda *self)
{
  g_return_val_if_fail (ASKWELL_IS_AGENDA (self), NULL);

  return self->plans;
}
