/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "askwell-account-page.h"

#include "askwell-accessible.h"
#include "askwell-contact-row.h"
#include "askwell-line-list.h"
#include "askwell-text-field.h"
#include "model/askwell-fact.h"
#include "model/askwell-unknown.h"
#include "paper/askwell-format.h"

struct _AskwellAccountPage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  AskwellTextField *name_field;
  AdwEntryRow *industry_row;
  AdwEntryRow *place_row;
  AdwEntryRow *website_row;
  GtkButton *website_button;
  AskwellTextField *notes_field;
  GtkListBox *contact_rows;
  GtkText *add_contact;
  AskwellLineList *unknown_list;
  AskwellLineList *fact_list;
  GtkWidget *plans_box;
  GtkListBox *plan_rows;

  AskwellSession *session;
  AskwellAccount *account;
  GBindingGroup *bindings;
  GCancellable *loading;
  GListModel *plans; /* element-type AskwellPlan: those not in the trash, newest first */
  gulong contacts_handler;
  gulong plans_handler;
};

G_DEFINE_FINAL_TYPE (AskwellAccountPage, askwell_account_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_ACCOUNT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  OPEN_PLAN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Contacts */

static GtkWidget *
create_contact_row (gpointer item,
                    gpointer data)
{
  return askwell_contact_row_new (ASKWELL_ACCOUNT_PAGE (data)->session, item);
}

static void
contacts_changed_cb (AskwellAccountPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->contact_rows),
                          askwell_record_list_get_size (askwell_account_get_contacts (self->account)) > 0);
}

static void
add_contact_cb (AskwellAccountPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_contact))));
  g_autoptr (AskwellContact) contact = NULL;

  if (*name == '\0' || self->account == NULL)
    return;
  contact = askwell_contact_new ();
  askwell_contact_set_name (contact, name);
  askwell_session_begin_change (self->session, _ ("Contact added"));
  askwell_record_list_append (askwell_account_get_contacts (self->account), ASKWELL_RECORD (contact));
  askwell_session_end_change (self->session, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->add_contact), "");
}

/* The ledger */

/* An answered unknown stands among the facts, with its answer; one that was answered in the ledger itself has no fact and stays. */
static gboolean
filter_unknown (AskwellRecord *record,
                gpointer       data)
{
  AskwellAccountPage *self = data;
  AskwellRecordList *facts;

  if (askwell_unknown_get_state (ASKWELL_UNKNOWN (record)) != ASKWELL_UNKNOWN_STATE_ANSWERED)
    return TRUE;
  facts = askwell_account_get_facts (self->account);
  for (guint i = 0; i < askwell_record_list_get_size (facts); i++)
    if (g_str_equal (askwell_fact_get_unknown (askwell_record_list_get (facts, i)), askwell_record_get_id (record)))
      return FALSE;
  return TRUE;
}

static void
prepare_fact (AskwellRecord *record,
              gpointer       data)
{
  askwell_fact_set_learned (ASKWELL_FACT (record), g_get_real_time () / G_USEC_PER_SEC);
}

static void
update_ledger_captions (AskwellAccountPage *self)
{
  AskwellRecordList *unknowns;
  g_autofree char *caption = NULL;
  guint n_open = 0;

  if (self->account == NULL)
    return;
  unknowns = askwell_account_get_unknowns (self->account);
  for (guint i = 0; i < askwell_record_list_get_size (unknowns); i++)
    {
      AskwellUnknownState state = askwell_unknown_get_state (askwell_record_list_get (unknowns, i));

      n_open += state == ASKWELL_UNKNOWN_STATE_OPEN || state == ASKWELL_UNKNOWN_STATE_ASKED;
    }
  if (n_open > 0)
    caption = g_strdup_printf (ngettext ("%u open", "%u open", n_open), n_open);
  askwell_line_list_set_caption (self->unknown_list, caption);
}

/* Plans */

static void
update_plan_row (AskwellPlan *plan,
                 GParamSpec  *pspec,
                 AdwActionRow *row)
{
  g_autofree char *title = askwell_format_title (askwell_plan_get_title (plan));
  g_autofree char *when = askwell_format_when (plan);
  g_autoptr (GString) subtitle = g_string_new (when);

  if (askwell_plan_get_debriefed (plan) != 0)
    g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "",
                            askwell_plan_get_outcome (plan) != ASKWELL_OUTCOME_NONE
                                ? askwell_format_outcome (askwell_plan_get_outcome (plan))
                                /* Translators: a call whose debrief was finished */
                                : _ ("debriefed"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle->len > 0 ? subtitle->str : _ ("No date yet"));
}

static void
plan_activated_cb (AskwellAccountPage *self,
                   GtkWidget          *row)
{
  g_signal_emit (self, signals[OPEN_PLAN], 0, g_object_get_data (G_OBJECT (row), "plan"));
}

static GtkWidget *
create_plan_row (gpointer item,
                 gpointer data)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  g_object_set_data_full (G_OBJECT (row), "plan", g_object_ref (item), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (plan_activated_cb), data, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify", G_CALLBACK (update_plan_row), row, 0);
  update_plan_row (item, NULL, ADW_ACTION_ROW (row));
  return row;
}

static gboolean
filter_plan (gpointer item,
             gpointer data)
{
  return askwell_plan_get_deleted (item) == 0;
}

static int
compare_plans (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  gint64 one = askwell_plan_get_start ((AskwellPlan *) a);
  gint64 other = askwell_plan_get_start ((AskwellPlan *) b);

  /* Without a date first: they are yet to be arranged. */
  if (one == 0 || other == 0)
    return (one != 0) - (other != 0);
  return one < other ? 1 : one > other ? -1 : 0;
}

static void
plans_changed_cb (AskwellAccountPage *self)
{
  gtk_widget_set_visible (self->plans_box, g_list_model_get_n_items (self->plans) > 0);
}

/* Website */

static void
update_website (AskwellAccountPage *self)
{
  const char *website = gtk_editable_get_text (GTK_EDITABLE (self->website_row));

  gtk_widget_set_visible (GTK_WIDGET (self->website_button), strchr (website, '.') != NULL);
}

static void
open_website_cb (AskwellAccountPage *self)
{
  const char *website = gtk_editable_get_text (GTK_EDITABLE (self->website_row));
  g_autofree char *uri = NULL;

  uri = g_str_has_prefix (website, "https://") || g_str_has_prefix (website, "http://") ? g_strdup (website)
                                                                                         : g_strconcat ("https://", website, NULL);
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

/* Binding */

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (AskwellAccountPage) self = data;
  g_autoptr (GError) error = NULL;

  /* What could not be read is told by the store's own "error"; the page shows what there is. */
  if (!askwell_store_load_finish (ASKWELL_STORE (source), result, &error))
    g_debug ("Loading an account: %s", error->message);
  else if (self->account != NULL && self->session != NULL)
    {
      askwell_line_list_refilter (self->unknown_list);
      update_ledger_captions (self);
    }
}

static void
unbind (AskwellAccountPage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->account == NULL)
    return;
  g_clear_signal_handler (&self->contacts_handler, askwell_account_get_contacts (self->account));
  g_clear_signal_handler (&self->plans_handler, self->plans);
  g_binding_group_set_source (self->bindings, NULL);
  gtk_list_box_bind_model (self->contact_rows, NULL, NULL, NULL, NULL);
  gtk_list_box_bind_model (self->plan_rows, NULL, NULL, NULL, NULL);
  askwell_line_list_bind (self->unknown_list, NULL, NULL, NULL, NULL, NULL);
  askwell_line_list_bind (self->fact_list, NULL, NULL, NULL, NULL, NULL);
  askwell_text_field_bind (self->name_field, NULL, NULL);
  askwell_text_field_bind (self->notes_field, NULL, NULL);
  g_clear_object (&self->plans);
  g_clear_object (&self->account);
}

static void
bind (AskwellAccountPage *self)
{
  AskwellAccount *account = self->account;
  GtkFilterListModel *kept;

  askwell_text_field_set_session (self->name_field, self->session);
  askwell_text_field_bind (self->name_field, ASKWELL_RECORD (account), "name");
  askwell_text_field_set_session (self->notes_field, self->session);
  askwell_text_field_bind (self->notes_field, ASKWELL_RECORD (account), "notes");
  g_binding_group_set_source (self->bindings, account);

  gtk_list_box_bind_model (self->contact_rows, G_LIST_MODEL (askwell_account_get_contacts (account)), create_contact_row, self, NULL);
  self->contacts_handler =
      g_signal_connect_swapped (askwell_account_get_contacts (account), "items-changed", G_CALLBACK (contacts_changed_cb), self);
  contacts_changed_cb (self);

  askwell_line_list_bind (self->unknown_list, self->session, askwell_account_get_unknowns (account), filter_unknown, NULL, self);
  askwell_line_list_bind (self->fact_list, self->session, askwell_account_get_facts (account), NULL, prepare_fact, self);

  kept = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (askwell_account_get_plans (account))),
                                    GTK_FILTER (gtk_custom_filter_new (filter_plan, NULL, NULL)));
  self->plans = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (kept), GTK_SORTER (gtk_custom_sorter_new (compare_plans, NULL, NULL))));
  gtk_list_box_bind_model (self->plan_rows, self->plans, create_plan_row, self, NULL);
  self->plans_handler = g_signal_connect_swapped (self->plans, "items-changed", G_CALLBACK (plans_changed_cb), self);
  plans_changed_cb (self);
  update_ledger_captions (self);
}

static void
askwell_account_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  AskwellAccountPage *self = ASKWELL_ACCOUNT_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_account_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  AskwellAccountPage *self = ASKWELL_ACCOUNT_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      askwell_account_page_set_session (self, g_value_get_object (value));
      break;
    case PROP_ACCOUNT:
      askwell_account_page_set_account (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_account_page_dispose (GObject *object)
{
  AskwellAccountPage *self = ASKWELL_ACCOUNT_PAGE (object);

  unbind (self);
  g_clear_object (&self->bindings);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (askwell_account_page_parent_class)->dispose (object);
}

static void
askwell_account_page_class_init (AskwellAccountPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = askwell_account_page_get_property;
  object_class->set_property = askwell_account_page_set_property;
  object_class->dispose = askwell_account_page_dispose;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ASKWELL_TYPE_SESSION, flags);
  properties[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, ASKWELL_TYPE_ACCOUNT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AskwellAccountPage::open-plan:
   * @self: the page
   * @plan: the plan that was chosen
   */
  signals[OPEN_PLAN] = g_signal_new ("open-plan", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                     ASKWELL_TYPE_PLAN);

  g_type_ensure (ASKWELL_TYPE_LINE_LIST);
  g_type_ensure (ASKWELL_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellAccountPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AskwellAccountPage, name_field);
  gtk_widget_class_bind_template_child (widget_class, AskwellAccountPage, industry_row);
  gtk_widget_class_bind_template_child (widget_class, AskwellAccountPage, place_row);
  gtk_widget_class_bind_template_child (widget_class, AskwellAccountPage, website_row);
  gtk_widget_class_bind_template_child (widget_class, AskwellAccountPage, website_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellAccountPage, notes_field);
  gtk_widget_class_bind_template_child (widget_class, AskwellAccountPage, contact_rows);
  gtk_widget_class_bind_template_child (widget_class, AskwellAccountPage, add_contact);
  gtk_widget_class_bind_template_child (widget_class, AskwellAccountPage, unknown_list);
  gtk_widget_class_bind_template_child (widget_class, AskwellAccountPage, fact_list);
  gtk_widget_class_bind_template_child (widget_class, AskwellAccountPage, plans_box);
  gtk_widget_class_bind_template_child (widget_class, AskwellAccountPage, plan_rows);
  gtk_widget_class_bind_template_callback (widget_class, add_contact_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_website_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_ledger_captions);
  gtk_widget_class_bind_template_callback (widget_class, update_website);
}

static void
askwell_account_page_init (AskwellAccountPage *self)
{
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  gtk_widget_init_template (GTK_WIDGET (self));
  askwell_accessible_name_entry_row (self->industry_row);
  askwell_accessible_name_entry_row (self->place_row);
  askwell_accessible_name_entry_row (self->website_row);
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "industry", self->industry_row, "text", both);
  g_binding_group_bind (self->bindings, "place", self->place_row, "text", both);
  g_binding_group_bind (self->bindings, "website", self->website_row, "text", both);
  update_website (self);
}

GtkWidget *
askwell_account_page_new (void)
{
  return g_object_new (ASKWELL_TYPE_ACCOUNT_PAGE, NULL);
}

void
askwell_account_page_set_session (AskwellAccountPage *self,
                                  AskwellSession     *session)
{
  g_return_if_fail (ASKWELL_IS_ACCOUNT_PAGE (self));

  if (g_set_object (&self->session, session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * askwell_account_page_set_account:
 * @self: an account page that has its session
 * @account: (nullable): the account to show; brought into memory if need be
 */
void
askwell_account_page_set_account (AskwellAccountPage *self,
                                  AskwellAccount     *account)
{
  g_return_if_fail (ASKWELL_IS_ACCOUNT_PAGE (self));
  g_return_if_fail (account == NULL || self->session != NULL);

  if (self->account == account)
    return;
  unbind (self);
  if (account != NULL)
    {
      self->account = g_object_ref (account);
      bind (self);
      self->loading = g_cancellable_new ();
      if (!askwell_record_is_loaded (ASKWELL_RECORD (account)))
        askwell_store_load_async (askwell_session_get_store (self->session), ASKWELL_RECORD (account), self->loading, loaded_cb,
                                  g_object_ref (self));
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}

void
askwell_account_page_grab_name (AskwellAccountPage *self)
{
  g_return_if_fail (ASKWELL_IS_ACCOUNT_PAGE (self));

  askwell_text_field_grab_end (self->name_field);
}
