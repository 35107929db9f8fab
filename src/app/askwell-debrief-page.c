/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-debrief-page.h"

#include "askwell-answer-row.h"
#include "askwell-debrief.h"
#include "askwell-line-list.h"
#include "askwell-text-section.h"
#include "askwell-wrap-layout.h"
#include "model/askwell-account.h"
#include "model/askwell-entry.h"
#include "model/askwell-unknown.h"
#include "paper/askwell-format.h"

struct _AskwellDebriefPage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *title_label;
  GtkLabel *caption_label;
  GtkWidget *answers_box;
  GtkListBox *answer_rows;
  GtkDropDown *outcome_drop;
  AskwellLineList *unknown_list;
  AskwellTextSection *surprise_section;
  AskwellTextSection *differently_section;
  AskwellLineList *my_promise_list;
  AskwellLineList *their_promise_list;
  GtkButton *finish_button;
  GtkButton *next_button;
  GtkLabel *open_label;

  AskwellSession *session;
  AskwellPlan *plan;
  AskwellAccount *account;
  gulong plan_handler;
  gulong questions_handler;
  gulong unknowns_handler;
  guint update_id;
  guint showing : 1; /* the controls are being set from the plan */
};

G_DEFINE_FINAL_TYPE (AskwellDebriefPage, askwell_debrief_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_PLAN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  OPEN_PLAN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update (AskwellDebriefPage *self)
{
  g_autofree char *title = NULL;
  g_autofree char *when = NULL;
  g_autofree char *attendees = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *open = NULL;
  guint n_open;
  gint64 debriefed;

  if (self->plan == NULL)
    return;

  title = askwell_format_title (askwell_plan_get_title (self->plan));
  when = askwell_format_day_and_time (askwell_plan_get_start (self->plan));
  attendees = askwell_format_attendees (self->plan);
  caption = g_strdup_printf ("%s%s%s", when, *when != '\0' && *attendees != '\0' ? " · " : "", attendees);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->caption_label, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->caption_label), *caption != '\0');
  gtk_widget_set_visible (self->answers_box, askwell_record_list_get_size (askwell_plan_get_questions (self->plan)) > 0);

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->outcome_drop, askwell_plan_get_outcome (self->plan));
  self->showing = FALSE;

  debriefed = askwell_plan_get_debriefed (self->plan);
  if (debriefed != 0)
    {
      g_autofree char *day = askwell_format_day (debriefed);
      g_autofree char *tooltip = g_strdup_printf (_ ("Finished on %s; enters changed answers into the ledger"), day);

      gtk_button_set_label (self->finish_button, _ ("_Update the Ledger"));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->finish_button), tooltip);
      gtk_widget_remove_css_class (GTK_WIDGET (self->finish_button), "suggested-action");
    }
  else
    {
      gtk_button_set_label (self->finish_button, _ ("_Finish Debrief"));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->finish_button), _ ("Enters the answers into the ledger of the account"));
      gtk_widget_add_css_class (GTK_WIDGET (self->finish_button), "suggested-action");
    }

  n_open = askwell_debrief_count_open (self->plan);
  open = g_strdup_printf (ngettext ("%u question is still open; the next plan would begin with it.",
                                    "%u questions are still open; the next plan would begin with them.", n_open),
                          n_open);
  gtk_label_set_label (self->open_label, n_open > 0 ? open : _ ("Nothing is left open."));
}

static gboolean
update_cb (gpointer data)
{
  AskwellDebriefPage *self = data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (AskwellDebriefPage *self)
{
  if (self->update_id == 0)
    self->update_id = g_timeout_add (60, update_cb, self);
}

static void
outcome_selected_cb (AskwellDebriefPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->outcome_drop);

  if (!self->showing && self->plan != NULL && selected != GTK_INVALID_LIST_POSITION)
    askwell_plan_set_outcome (self->plan, (AskwellOutcome) selected);
}

static void
finish_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AskwellDebriefPage *self = ASKWELL_DEBRIEF_PAGE (widget);

  if (self->plan == NULL || self->account == NULL)
    return;
  askwell_session_begin_change (self->session, _ ("Answers entered into the ledger"));
  askwell_debrief_finish (self->plan, g_get_real_time () / G_USEC_PER_SEC);
  askwell_session_end_change (self->session, TRUE);
  askwell_line_list_refilter (self->unknown_list);
  update (self);
}

static void
next_plan_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AskwellDebriefPage *self = ASKWELL_DEBRIEF_PAGE (widget);
  g_autofree char *before = NULL;
  g_autofree char *title = NULL;
  AskwellPlan *next;

  if (self->plan == NULL || self->account == NULL)
    return;
  before = askwell_format_title (askwell_plan_get_title (self->plan));
  /* Translators: title of the plan that follows; %s is the title of the one before */
  title = g_strdup_printf (_ ("After “%s”"), before);
  askwell_session_begin_change (self->session, _ ("Next plan made"));
  next = askwell_debrief_create_next (self->plan, title);
  askwell_session_end_change (self->session, FALSE);
  g_signal_emit (self, signals[OPEN_PLAN], 0, next);
}

static GtkWidget *
create_answer_row (gpointer item,
                   gpointer data)
{
  AskwellDebriefPage *self = data;

  g_signal_handlers_disconnect_by_func (item, queue_update, self);
  g_signal_connect_object (item, "notify", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  return askwell_answer_row_new (self->session, item);
}

static gboolean
filter_unknown (AskwellRecord *record,
                gpointer       data)
{
  AskwellDebriefPage *self = data;
  AskwellUnknownState state = askwell_unknown_get_state (ASKWELL_UNKNOWN (record));

  return state == ASKWELL_UNKNOWN_STATE_OPEN || state == ASKWELL_UNKNOWN_STATE_ASKED ||
         g_str_equal (askwell_unknown_get_answered_by (ASKWELL_UNKNOWN (record)), askwell_record_get_id (ASKWELL_RECORD (self->plan)));
}

static void
prepare_unknown (AskwellRecord *record,
                 gpointer       data)
{
  askwell_unknown_set_plan (ASKWELL_UNKNOWN (record), askwell_record_get_id (ASKWELL_RECORD (ASKWELL_DEBRIEF_PAGE (data)->plan)));
}

static gboolean
filter_entry (AskwellRecord *record,
              gpointer       data)
{
  return askwell_entry_get_section (ASKWELL_ENTRY (record)) == (AskwellSection) GPOINTER_TO_INT (data);
}

static void
prepare_entry (AskwellRecord *record,
               gpointer       data)
{
  askwell_entry_set_section (ASKWELL_ENTRY (record), GPOINTER_TO_INT (data));
}

static void
bind_promises (AskwellDebriefPage *self,
               AskwellLineList    *list,
               AskwellSection      section)
{
  askwell_line_list_bind (list, self->session, self->plan != NULL ? askwell_plan_get_entries (self->plan) : NULL, filter_entry,
                          prepare_entry, GINT_TO_POINTER (section));
}

static void
bind (AskwellDebriefPage *self)
{
  AskwellPlan *plan = self->plan;

  gtk_list_box_bind_model (self->answer_rows, plan != NULL ? G_LIST_MODEL (askwell_plan_get_questions (plan)) : NULL,
                           create_answer_row, self, NULL);
  askwell_text_section_bind (self->surprise_section, self->session, plan);
  askwell_text_section_bind (self->differently_section, self->session, plan);
  askwell_line_list_bind (self->unknown_list, self->session,
                          self->account != NULL ? askwell_account_get_unknowns (self->account) : NULL, filter_unknown,
                          prepare_unknown, self);
  bind_promises (self, self->my_promise_list, ASKWELL_SECTION_MY_PROMISE);
  bind_promises (self, self->their_promise_list, ASKWELL_SECTION_THEIR_PROMISE);
}

static void
unbind (AskwellDebriefPage *self)
{
  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->plan == NULL)
    return;
  g_clear_signal_handler (&self->plan_handler, self->plan);
  g_clear_signal_handler (&self->questions_handler, askwell_plan_get_questions (self->plan));
  if (self->account != NULL)
    g_clear_signal_handler (&self->unknowns_handler, askwell_account_get_unknowns (self->account));
  for (guint i = 0; i < askwell_record_list_get_size (askwell_plan_get_questions (self->plan)); i++)
    g_signal_handlers_disconnect_by_func (askwell_record_list_get (askwell_plan_get_questions (self->plan), i), queue_update, self);
  gtk_list_box_bind_model (self->answer_rows, NULL, NULL, NULL, NULL);
  askwell_line_list_bind (self->unknown_list, NULL, NULL, NULL, NULL, NULL);
  g_clear_object (&self->plan);
  g_clear_object (&self->account);
}

static void
askwell_debrief_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  AskwellDebriefPage *self = ASKWELL_DEBRIEF_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_debrief_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  AskwellDebriefPage *self = ASKWELL_DEBRIEF_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      askwell_debrief_page_set_session (self, g_value_get_object (value));
      break;
    case PROP_PLAN:
      askwell_debrief_page_set_plan (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_debrief_page_dispose (GObject *object)
{
  AskwellDebriefPage *self = ASKWELL_DEBRIEF_PAGE (object);

  unbind (self);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (askwell_debrief_page_parent_class)->dispose (object);
}

static void
askwell_debrief_page_class_init (AskwellDebriefPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = askwell_debrief_page_get_property;
  object_class->set_property = askwell_debrief_page_set_property;
  object_class->dispose = askwell_debrief_page_dispose;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ASKWELL_TYPE_SESSION, flags);
  properties[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, ASKWELL_TYPE_PLAN, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AskwellDebriefPage::open-plan:
   * @self: the page
   * @plan: a plan to be shown
   */
  signals[OPEN_PLAN] = g_signal_new ("open-plan", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                     ASKWELL_TYPE_PLAN);

  gtk_widget_class_install_action (widget_class, "debrief.finish", NULL, finish_action);
  gtk_widget_class_install_action (widget_class, "debrief.next-plan", NULL, next_plan_action);

  g_type_ensure (ASKWELL_TYPE_LINE_LIST);
  g_type_ensure (ASKWELL_TYPE_TEXT_SECTION);
  g_type_ensure (ASKWELL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/debrief-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellDebriefPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AskwellDebriefPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellDebriefPage, caption_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellDebriefPage, answers_box);
  gtk_widget_class_bind_template_child (widget_class, AskwellDebriefPage, answer_rows);
  gtk_widget_class_bind_template_child (widget_class, AskwellDebriefPage, outcome_drop);
  gtk_widget_class_bind_template_child (widget_class, AskwellDebriefPage, unknown_list);
  gtk_widget_class_bind_template_child (widget_class, AskwellDebriefPage, surprise_section);
  gtk_widget_class_bind_template_child (widget_class, AskwellDebriefPage, differently_section);
  gtk_widget_class_bind_template_child (widget_class, AskwellDebriefPage, my_promise_list);
  gtk_widget_class_bind_template_child (widget_class, AskwellDebriefPage, their_promise_list);
  gtk_widget_class_bind_template_child (widget_class, AskwellDebriefPage, finish_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellDebriefPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellDebriefPage, open_label);
  gtk_widget_class_bind_template_callback (widget_class, outcome_selected_cb);
}

static void
askwell_debrief_page_init (AskwellDebriefPage *self)
{
  g_autoptr (GtkStringList) outcomes = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int outcome = ASKWELL_OUTCOME_NONE; outcome <= ASKWELL_OUTCOME_NOT_NOW; outcome++)
    gtk_string_list_append (outcomes, askwell_format_outcome ((AskwellOutcome) outcome));
  self->showing = TRUE;
  gtk_drop_down_set_model (self->outcome_drop, G_LIST_MODEL (outcomes));
  self->showing = FALSE;
}

GtkWidget *
askwell_debrief_page_new (void)
{
  return g_object_new (ASKWELL_TYPE_DEBRIEF_PAGE, NULL);
}

void
askwell_debrief_page_set_session (AskwellDebriefPage *self,
                                  AskwellSession     *session)
{
  g_return_if_fail (ASKWELL_IS_DEBRIEF_PAGE (self));

  if (g_set_object (&self->session, session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * askwell_debrief_page_set_plan:
 * @self: a debrief page that has its session
 * @plan: (nullable): the plan whose call was made
 */
void
askwell_debrief_page_set_plan (AskwellDebriefPage *self,
                               AskwellPlan        *plan)
{
  g_return_if_fail (ASKWELL_IS_DEBRIEF_PAGE (self));
  g_return_if_fail (plan == NULL || self->session != NULL);

  if (self->plan == plan)
    return;
  unbind (self);
  if (plan != NULL)
    {
      self->plan = g_object_ref (plan);
      g_set_object (&self->account, (AskwellAccount *) askwell_record_get_ancestor (ASKWELL_RECORD (plan), ASKWELL_TYPE_ACCOUNT));
      self->plan_handler = g_signal_connect_swapped (plan, "notify", G_CALLBACK (queue_update), self);
      self->questions_handler =
          g_signal_connect_swapped (askwell_plan_get_questions (plan), "items-changed", G_CALLBACK (queue_update), self);
      if (self->account != NULL)
        self->unknowns_handler =
            g_signal_connect_swapped (askwell_account_get_unknowns (self->account), "items-changed", G_CALLBACK (queue_update), self);
    }
  bind (self);
  update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAN]);
}
