/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-plan-page-private.h"

#include "askwell-objective-row.h"
#include "askwell-wrap-layout.h"
#include "questions/askwell-suggestion.h"

/*
 * A plan, from top to bottom in the order in which it is made: the head, why they would meet, the objectives, the questions, what is known and what
 * is not. The rest, which most plans leave empty, is behind a row of buttons at the end and comes up when it is wanted or has something in it.
 *
 * Facts and unknowns belong to the account and are the same in all its plans. Of a long ledger the page shows what belongs to this plan and what is
 * still open; the account page has it all.
 */

G_DEFINE_FINAL_TYPE (AskwellPlanPage, askwell_plan_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_PLAN,
  PROP_CURRENT_OBJECTIVE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Findings */

static void
count_findings (AskwellPlanPage *self)
{
  g_autoptr (GPtrArray) fields = askwell_findings_list_collect_fields (GTK_WIDGET (self));
  guint n_findings = 0, n_selling = 0;
  g_autofree char *findings = NULL;
  g_autofree char *selling = NULL;
  GtkListBoxRow *row;

  for (guint i = 0; i < fields->len; i++)
    n_findings += askwell_highlighter_get_n_findings (askwell_text_field_get_highlighter (g_ptr_array_index (fields, i)));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->objective_rows, i)) != NULL; i++)
    if (askwell_objective_row_get_mode (ASKWELL_OBJECTIVE_ROW (row)) == ASKWELL_MODE_SELLING)
      n_selling++;

  /* Translators: how many objectives are about what the seller wants */
  selling = g_strdup_printf (ngettext ("%u in selling mode", "%u in selling mode", n_selling), n_selling);
  gtk_label_set_label (self->mode_label, n_selling > 0 ? selling : "");
  findings = g_strdup_printf (ngettext ("%u marked", "%u marked", n_findings), n_findings);
  gtk_label_set_label (self->findings_label, findings);
  gtk_widget_set_visible (GTK_WIDGET (self->findings_button), n_findings > 0);
}

static gboolean
count_findings_cb (gpointer data)
{
  AskwellPlanPage *self = data;

  self->count_id = 0;
  count_findings (self);
  return G_SOURCE_REMOVE;
}

static void
queue_count (AskwellPlanPage *self)
{
  if (self->count_id == 0)
    self->count_id = g_timeout_add (100, count_findings_cb, self);
}

static void
findings_shown_cb (AskwellPlanPage *self)
{
  askwell_findings_list_fill (self->findings_list, GTK_WIDGET (self));
}

static void
next_finding_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  if (!askwell_plan_page_go_to_finding (ASKWELL_PLAN_PAGE (widget), FALSE))
    gtk_widget_error_bell (widget);
}

static void
previous_finding_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  if (!askwell_plan_page_go_to_finding (ASKWELL_PLAN_PAGE (widget), TRUE))
    gtk_widget_error_bell (widget);
}

static void
list_findings_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  gtk_menu_button_popup (ASKWELL_PLAN_PAGE (widget)->findings_button);
}

/* Objectives */

static void
set_current_objective (AskwellPlanPage  *self,
                       AskwellObjective *objective)
{
  if (g_set_object (&self->current_objective, objective))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_OBJECTIVE]);
}

static void
row_current_cb (AskwellPlanPage     *self,
                AskwellObjectiveRow *row)
{
  set_current_objective (self, askwell_objective_row_get_objective (row));
}

static void
row_activate_cb (AskwellPlanPage     *self,
                 AskwellObjectiveRow *row)
{
  GtkListBoxRow *next =
      gtk_list_box_get_row_at_index (self->objective_rows, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);

  if (next != NULL)
    askwell_objective_row_grab_text (ASKWELL_OBJECTIVE_ROW (next));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->add_objective));
}

static GtkWidget *
create_objective_row (gpointer item,
                      gpointer data)
{
  AskwellPlanPage *self = data;
  GtkWidget *row = askwell_objective_row_new (self->session, item);

  g_signal_connect_object (row, "current", G_CALLBACK (row_current_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "activate-line", G_CALLBACK (row_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "reading-changed", G_CALLBACK (queue_count), self, G_CONNECT_SWAPPED);
  return row;
}

static void
objectives_changed_cb (AskwellPlanPage *self)
{
  AskwellRecordList *objectives = askwell_plan_get_objectives (self->plan);

  gtk_widget_set_visible (GTK_WIDGET (self->objective_rows), askwell_record_list_get_size (objectives) > 0);
  if (self->current_objective == NULL || !askwell_record_list_index_of (objectives, ASKWELL_RECORD (self->current_objective), NULL))
    set_current_objective (self, askwell_record_list_get (objectives, 0));
  queue_count (self);
}

/* The first letter typed makes the objective, and the rest is typed there, where findings light up. */
static void
add_objective_cb (AskwellPlanPage *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_objective)));
  g_autoptr (AskwellObjective) objective = NULL;
  AskwellRecordList *objectives;

  if (*g_strchug (text) == '\0' || self->plan == NULL)
    return;
  objective = askwell_objective_new ();
  askwell_objective_set_text (objective, text);
  objectives = askwell_plan_get_objectives (self->plan);
  askwell_session_begin_change (self->session, _ ("Objective added"));
  askwell_record_list_append (objectives, ASKWELL_RECORD (objective));
  askwell_session_end_change (self->session, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->add_objective), "");
  askwell_objective_row_grab_text (ASKWELL_OBJECTIVE_ROW (
      gtk_list_box_get_row_at_index (self->objective_rows, (int) askwell_record_list_get_size (objectives) - 1)));
}

static void
head_activate_cb (AskwellPlanPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->objective_rows, 0);

  if (row != NULL)
    askwell_objective_row_grab_text (ASKWELL_OBJECTIVE_ROW (row));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->add_objective));
}

/* Sections that come up when wanted */

static gboolean
is_empty (GtkWidget *section)
{
  if (ASKWELL_IS_LINE_LIST (section))
    return askwell_line_list_is_empty (ASKWELL_LINE_LIST (section));
  return askwell_text_section_is_empty (ASKWELL_TEXT_SECTION (section));
}

static void
update_optionals (AskwellPlanPage *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < N_OPTIONALS; i++)
    {
      Optional *optional = &self->optionals[i];
      gboolean wanted = optional->opened || !is_empty (optional->section);

      /* What is being emptied does not vanish from under the hands. */
      if (wanted)
        optional->opened = TRUE;
      gtk_widget_set_visible (optional->section, wanted);
      gtk_widget_set_visible (optional->button, !wanted);
      any = any || !wanted;
    }
  gtk_widget_set_visible (self->more_box, any);
}

static void
section_changed_cb (AskwellPlanPage *self)
{
  update_optionals (self);
  queue_count (self);
}

static void
optional_clicked_cb (AskwellPlanPage *self,
                     GtkWidget       *button)
{
  for (guint i = 0; i < N_OPTIONALS; i++)
    if (self->optionals[i].button == button)
      {
        GtkWidget *section = self->optionals[i].section;

        self->optionals[i].opened = TRUE;
        update_optionals (self);
        if (ASKWELL_IS_LINE_LIST (section))
          askwell_line_list_grab_add (ASKWELL_LINE_LIST (section));
        else
          gtk_widget_grab_focus (GTK_WIDGET (askwell_text_section_get_field (ASKWELL_TEXT_SECTION (section))));
      }
}

static void
set_up_optional (AskwellPlanPage *self,
                 guint            index,
                 gpointer         section)
{
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("list-add-symbolic");

  g_object_get (section, "title", &title, NULL);
  /* Translators: %s is a part of a plan, such as “Their concerns” */
  label = g_strdup_printf (_ ("Add: %s"), title);
  gtk_box_append (GTK_BOX (content), icon);
  gtk_box_append (GTK_BOX (content), gtk_label_new (title));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (optional_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->more_buttons, button);
  self->optionals[index] = (Optional){ section, button, FALSE };
}

/* Binding */

static void
bind (AskwellPlanPage *self)
{
  AskwellPlan *plan = self->plan;

  askwell_plan_head_bind (self->head, self->session, plan);
  askwell_text_section_bind (self->reason_section, self->session, plan);
  askwell_text_section_bind (self->view_section, self->session, plan);
  askwell_text_section_bind (self->best_step_section, self->session, plan);
  askwell_text_section_bind (self->least_step_section, self->session, plan);
  askwell_text_section_bind (self->notes_section, self->session, plan);

  gtk_list_box_bind_model (self->objective_rows, plan != NULL ? G_LIST_MODEL (askwell_plan_get_objectives (plan)) : NULL,
                           create_objective_row, self, NULL);
  askwell_plan_page_bind_lists (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (AskwellPlanPage) self = data;
  g_autoptr (GError) error = NULL;

  /* What could not be read is told by the store's own "error"; the page shows what there is. */
  if (!askwell_store_load_finish (ASKWELL_STORE (source), result, &error))
    g_debug ("Loading a plan: %s", error->message);
  else if (self->plan != NULL && self->session != NULL)
    {
      askwell_line_list_refilter (self->fact_list);
      askwell_line_list_refilter (self->unknown_list);
      update_optionals (self);
      queue_count (self);
    }
}

static void
load (AskwellPlanPage *self,
      gpointer         record)
{
  if (record != NULL && !askwell_record_is_loaded (record))
    askwell_store_load_async (askwell_session_get_store (self->session), record, self->loading, loaded_cb, g_object_ref (self));
}

static void
unbind (AskwellPlanPage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->plan == NULL)
    return;
  g_clear_signal_handler (&self->length_handler, self->plan);
  g_clear_signal_handler (&self->objectives_handler, askwell_plan_get_objectives (self->plan));
  gtk_list_box_bind_model (self->objective_rows, NULL, NULL, NULL, NULL);
  askwell_line_list_bind (self->fact_list, NULL, NULL, NULL, NULL, NULL);
  askwell_line_list_bind (self->unknown_list, NULL, NULL, NULL, NULL, NULL);
  g_clear_object (&self->plan);
  g_clear_object (&self->account);
}

/* Widget */

static void
askwell_plan_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AskwellPlanPage *self = ASKWELL_PLAN_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;
    case PROP_CURRENT_OBJECTIVE:
      g_value_set_object (value, self->current_objective);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_plan_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  AskwellPlanPage *self = ASKWELL_PLAN_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      askwell_plan_page_set_session (self, g_value_get_object (value));
      break;
    case PROP_PLAN:
      askwell_plan_page_set_plan (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_plan_page_dispose (GObject *object)
{
  AskwellPlanPage *self = ASKWELL_PLAN_PAGE (object);

  g_clear_handle_id (&self->count_id, g_source_remove);
  if (self->scroller != NULL)
    unbind (self);
  self->scroller = NULL;
  g_clear_object (&self->current_objective);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (askwell_plan_page_parent_class)->dispose (object);
}

static void
askwell_plan_page_class_init (AskwellPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = askwell_plan_page_get_property;
  object_class->set_property = askwell_plan_page_set_property;
  object_class->dispose = askwell_plan_page_dispose;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ASKWELL_TYPE_SESSION, flags);
  properties[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, ASKWELL_TYPE_PLAN, flags);
  properties[PROP_CURRENT_OBJECTIVE] = g_param_spec_object ("current-objective", NULL, NULL, ASKWELL_TYPE_OBJECTIVE,
                                                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "plan.next-finding", NULL, next_finding_action);
  gtk_widget_class_install_action (widget_class, "plan.previous-finding", NULL, previous_finding_action);
  gtk_widget_class_install_action (widget_class, "plan.list-findings", NULL, list_findings_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, 0, "plan.next-finding", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, GDK_SHIFT_MASK, "plan.previous-finding", NULL);

  g_type_ensure (ASKWELL_TYPE_FINDINGS_LIST);
  g_type_ensure (ASKWELL_TYPE_LINE_LIST);
  g_type_ensure (ASKWELL_TYPE_PLAN_HEAD);
  g_type_ensure (ASKWELL_TYPE_TEXT_SECTION);
  g_type_ensure (ASKWELL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, head);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, reason_section);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, mode_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, findings_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, findings_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, findings_list);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, objective_rows);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, add_objective);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, question_list);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, fact_list);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, unknown_list);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, view_section);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, concern_list);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, their_question_list);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, point_list);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, best_step_section);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, least_step_section);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, material_list);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, notes_section);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, more_box);
  gtk_widget_class_bind_template_child (widget_class, AskwellPlanPage, more_buttons);
  gtk_widget_class_bind_template_callback (widget_class, add_objective_cb);
  gtk_widget_class_bind_template_callback (widget_class, findings_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, head_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, askwell_plan_page_update_fact_caption);
  gtk_widget_class_bind_template_callback (widget_class, askwell_plan_page_update_question_caption);
}

static void
askwell_plan_page_init (AskwellPlanPage *self)
{
  GtkDropTarget *target;

  gtk_widget_init_template (GTK_WIDGET (self));

  set_up_optional (self, VIEW, self->view_section);
  set_up_optional (self, CONCERNS, self->concern_list);
  set_up_optional (self, THEIR_QUESTIONS, self->their_question_list);
  set_up_optional (self, POINTS, self->point_list);
  set_up_optional (self, BEST_STEP, self->best_step_section);
  set_up_optional (self, LEAST_STEP, self->least_step_section);
  set_up_optional (self, MATERIALS, self->material_list);
  set_up_optional (self, NOTES, self->notes_section);

  /* Before the lines see it, which would take it as text. */
  target = gtk_drop_target_new (ASKWELL_TYPE_SUGGESTION, GDK_ACTION_COPY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (askwell_plan_page_drop_suggestion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->question_list), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
askwell_plan_page_new (void)
{
  return g_object_new (ASKWELL_TYPE_PLAN_PAGE, NULL);
}

void
askwell_plan_page_set_session (AskwellPlanPage *self,
                               AskwellSession  *session)
{
  g_return_if_fail (ASKWELL_IS_PLAN_PAGE (self));

  if (g_set_object (&self->session, session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

AskwellPlan *
askwell_plan_page_get_plan (AskwellPlanPage *self)
{
  g_return_val_if_fail (ASKWELL_IS_PLAN_PAGE (self), NULL);

  return self->plan;
}

/**
 * askwell_plan_page_set_plan:
 * @self: a plan page that has its session
 * @plan: (nullable): the plan to show; brought into memory if need be
 */
void
askwell_plan_page_set_plan (AskwellPlanPage *self,
                            AskwellPlan     *plan)
{
  g_return_if_fail (ASKWELL_IS_PLAN_PAGE (self));
  g_return_if_fail (plan == NULL || self->session != NULL);

  if (self->plan == plan)
    return;
  unbind (self);
  g_set_object (&self->plan, plan);
  if (plan != NULL)
    g_set_object (&self->account, (AskwellAccount *) askwell_record_get_ancestor (ASKWELL_RECORD (plan), ASKWELL_TYPE_ACCOUNT));
  for (guint i = 0; i < N_OPTIONALS; i++)
    self->optionals[i].opened = FALSE;
  set_current_objective (self, NULL);

  bind (self);
  if (plan != NULL)
    {
      self->loading = g_cancellable_new ();
      self->length_handler =
          g_signal_connect_swapped (plan, "notify::length", G_CALLBACK (askwell_plan_page_update_question_caption), self);
      self->objectives_handler = g_signal_connect_data (askwell_plan_get_objectives (plan), "items-changed",
                                                        G_CALLBACK (objectives_changed_cb), self, NULL,
                                                        G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      objectives_changed_cb (self);
      load (self, self->account);
      load (self, plan);
    }
  askwell_plan_page_update_question_caption (self);
  askwell_plan_page_update_fact_caption (self);
  update_optionals (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAN]);
}

/**
 * askwell_plan_page_get_current_objective:
 * @self: a plan page
 *
 * Returns: (transfer none) (nullable): the objective the cursor is in, or was last
 */
AskwellObjective *
askwell_plan_page_get_current_objective (AskwellPlanPage *self)
{
  g_return_val_if_fail (ASKWELL_IS_PLAN_PAGE (self), NULL);

  return self->current_objective;
}

void
askwell_plan_page_grab_title (AskwellPlanPage *self)
{
  g_return_if_fail (ASKWELL_IS_PLAN_PAGE (self));

  askwell_plan_head_grab_title (self->head);
}

/**
 * askwell_plan_page_go_to_finding:
 * @self: a plan page
 * @backward: whether towards the start
 *
 * Goes to the next finding after the cursor, in whatever field, and from the last one to the first.
 *
 * Returns: whether there is one
 */
gboolean
askwell_plan_page_go_to_finding (AskwellPlanPage *self,
                                 gboolean         backward)
{
  g_autoptr (GPtrArray) fields = NULL;
  guint first = 0;
  int step = backward ? -1 : 1;

  g_return_val_if_fail (ASKWELL_IS_PLAN_PAGE (self), FALSE);

  fields = askwell_findings_list_collect_fields (GTK_WIDGET (self));
  if (fields->len == 0)
    return FALSE;
  if (backward)
    first = fields->len - 1;
  for (guint i = 0; i < fields->len; i++)
    if (gtk_widget_has_focus (g_ptr_array_index (fields, i)))
      {
        if (askwell_text_field_go_to_finding (g_ptr_array_index (fields, i), backward))
          return TRUE;
        first = (guint) ((int) (i + fields->len) + step) % fields->len;
      }
  for (guint i = 0; i < fields->len; i++)
    {
      guint index = (guint) ((int) (first + fields->len) + (int) i * step) % fields->len;
      AskwellTextField *field = g_ptr_array_index (fields, index);

      if (askwell_text_field_go_to_end_finding (field, backward))
        return TRUE;
    }
  return FALSE;
}
