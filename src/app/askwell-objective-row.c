/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "askwell-objective-row.h"

#include "askwell-comments.h"
#include "askwell-row-drag.h"
#include "askwell-text-field.h"
#include "model/askwell-version.h"
#include "paper/askwell-format.h"

#define MAX_REWRITES 3
/* The offer waits for a pause this long, so that it does not change with every key. */
#define UPDATE_MILLISECONDS 180
/* An objective is a sentence or two; of a text longer than this many bytes only the beginning is read for a learning form. */
#define LONGEST_OBJECTIVE 2048
/* Rewordings within this many seconds are one version. */
#define VERSION_SECONDS 600

struct _AskwellObjectiveRow
{
  GtkListBoxRow parent_instance;

  GtkImage *handle;
  AskwellTextField *text_field;
  GtkMenuButton *menu_button;
  GtkLabel *mode_label;
  GtkRevealer *offer_revealer;
  GtkLabel *offer_label;
  GtkLabel *offer_caption;
  GtkMenuButton *other_button;
  GtkButton *use_button;
  GtkRevealer *learning_revealer;
  AskwellTextField *learning_field;
  GtkLabel *learning_caption;
  AskwellComments *comments;

  AskwellSession *session;
  AskwellObjective *objective;
  GPtrArray *rewrites; /* element-type AskwellRewrite; NULL before the first reading */
  AskwellMode mode;
  char *offered;     /* what the menus were made of */
  char *text_before; /* as it was when the cursor came; NULL while it is elsewhere */
  guint update_id;
  guint empty_id; /* the objective was left without words */
};

G_DEFINE_FINAL_TYPE (AskwellObjectiveRow, askwell_objective_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  CURRENT,
  ACTIVATE,
  READING_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has_learning_form (AskwellObjectiveRow *self)
{
  return *askwell_objective_get_learning (self->objective) != '\0';
}

static GMenu *
add_rewrites (AskwellObjectiveRow *self,
              GMenu               *menu,
              guint                first)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = first; self->rewrites != NULL && i < self->rewrites->len; i++)
    {
      AskwellRewrite *rewrite = g_ptr_array_index (self->rewrites, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (rewrite->text, NULL);

      g_menu_item_set_action_and_target (item, "objective.use", "(ss)", rewrite->text, rewrite->looks_at);
      g_menu_append_item (section, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, _ ("Set out to learn instead"), G_MENU_MODEL (section));
  return menu;
}

static void
update_menus (AskwellObjectiveRow *self)
{
  g_autoptr (GMenu) others = NULL;
  g_autoptr (GMenu) menu = NULL;
  g_autoptr (GMenu) moving = NULL;
  g_autoptr (GMenu) ending = NULL;
  g_autoptr (GString) offered = g_string_new (has_learning_form (self) ? "+" : "-");

  /* The same menu is not made again: it may be open. */
  for (guint i = 0; self->rewrites != NULL && i < self->rewrites->len; i++)
    g_string_append_printf (offered, "\n%s", ((AskwellRewrite *) g_ptr_array_index (self->rewrites, i))->text);
  if (g_strcmp0 (offered->str, self->offered) == 0)
    return;
  g_free (self->offered);
  self->offered = g_strdup (offered->str);

  others = add_rewrites (self, g_menu_new (), 1);
  menu = add_rewrites (self, g_menu_new (), 0);
  moving = g_menu_new ();
  ending = g_menu_new ();
  if (has_learning_form (self))
    g_menu_append (moving, _ ("_Back to the Words as Written"), "objective.revert");
  else
    g_menu_append (moving, _ ("_Write the Learning Form Myself"), "objective.write");
  g_menu_append (moving, _ ("_Comment…"), "objective.comment");
  g_menu_append (moving, _ ("Move _Up"), "objective.move-up");
  g_menu_append (moving, _ ("Move _Down"), "objective.move-down");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moving));
  g_menu_append (ending, _ ("_Delete Objective"), "objective.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ending));
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));

  gtk_menu_button_set_menu_model (self->other_button, G_MENU_MODEL (others));
  gtk_widget_set_visible (GTK_WIDGET (self->other_button), g_menu_model_get_n_items (G_MENU_MODEL (others)) > 0);
}

static void
update_learning (AskwellObjectiveRow *self)
{
  g_autofree char *day = askwell_format_day_and_time (askwell_objective_get_applied (self->objective));
  const char *looks_at = askwell_format_looks_at (askwell_objective_get_looks_at (self->objective));
  g_autofree char *caption = NULL;
  gboolean has_form = has_learning_form (self);

  if (*looks_at != '\0' && *day != '\0')
    caption = g_strdup_printf ("%s · %s", looks_at, day);
  else
    caption = g_strdup (*looks_at != '\0' ? looks_at : day);
  gtk_label_set_label (self->learning_caption, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->learning_caption), *caption != '\0');

  /* A learning form that is being rewritten may be empty for a moment: it stays while the cursor is in it. */
  if (has_form || !gtk_widget_has_focus (GTK_WIDGET (self->learning_field)))
    gtk_revealer_set_reveal_child (self->learning_revealer, has_form);
}

static void
update (AskwellObjectiveRow *self)
{
  AskwellReader *reader = askwell_session_get_reader (self->session);
  const char *text = askwell_objective_get_text (self->objective);
  gsize length = MIN (strlen (text), LONGEST_OBJECTIVE);
  g_autoptr (AskwellNames) names = NULL;
  g_autoptr (AskwellReading) reading = NULL;
  guint n_findings;
  gboolean has_offer;

  if (reader == NULL)
    return;
  while (length > 0 && (text[length] & 0xC0) == 0x80)
    length--;
  names = askwell_session_dup_names (self->session, ASKWELL_RECORD (self->objective));
  reading = askwell_reader_read (reader, text, (gssize) length, names, NULL);
  n_findings = askwell_highlighter_get_n_findings (askwell_text_field_get_highlighter (self->text_field));

  /* What was asked to be left alone does not count, and what is still being typed does not count yet. */
  self->mode = reading != NULL ? askwell_reading_get_mode (reading) : ASKWELL_MODE_NEUTRAL;
  if (self->mode == ASKWELL_MODE_SELLING && n_findings == 0)
    self->mode = ASKWELL_MODE_NEUTRAL;
  else if (n_findings > 0)
    self->mode = ASKWELL_MODE_SELLING;

  g_clear_pointer (&self->rewrites, g_ptr_array_unref);
  if (self->mode == ASKWELL_MODE_SELLING)
    self->rewrites = askwell_reader_rewrite (reader, text, (gssize) length, names, MAX_REWRITES, NULL);

  has_offer = self->rewrites != NULL && self->rewrites->len > 0 && !has_learning_form (self);
  if (has_offer)
    {
      AskwellRewrite *first = g_ptr_array_index (self->rewrites, 0);

      gtk_label_set_label (self->offer_label, first->text);
      gtk_label_set_label (self->offer_caption, askwell_format_looks_at (first->looks_at));
    }
  gtk_revealer_set_reveal_child (self->offer_revealer, has_offer);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "objective.use-first", has_offer);

  gtk_label_set_label (self->mode_label, _ ("Sets out to learn: good as it is"));
  gtk_widget_set_visible (GTK_WIDGET (self->mode_label), self->mode == ASKWELL_MODE_LEARNING && !has_learning_form (self));
  update_learning (self);
  update_menus (self);
  g_signal_emit (self, signals[READING_CHANGED], 0);
}

static gboolean
update_cb (gpointer data)
{
  AskwellObjectiveRow *self = data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (AskwellObjectiveRow *self)
{
  g_clear_handle_id (&self->update_id, g_source_remove);
  self->update_id = g_timeout_add (UPDATE_MILLISECONDS, update_cb, self);
}

static void
text_notify_cb (AskwellObjectiveRow *self)
{
  queue_update (self);
  g_signal_emit (self, signals[CURRENT], 0);
}

/* Keeps the wording of before a change, so that it can be looked at and restored. */
static void
keep_version (AskwellObjective   *objective,
              AskwellVersionCause cause)
{
  g_autoptr (AskwellVersion) version = askwell_version_new ();

  askwell_version_set_text (version, askwell_objective_get_text (objective));
  askwell_version_set_learning (version, askwell_objective_get_learning (objective));
  askwell_version_set_cause (version, cause);
  askwell_record_list_append (askwell_objective_get_versions (objective), ASKWELL_RECORD (version));
}

/* Once an objective has been turned into something to learn, what its words were before is part of the review. */
static void
keep_edited_version (AskwellObjectiveRow *self)
{
  g_autofree char *before = g_steal_pointer (&self->text_before);
  AskwellRecordList *versions = askwell_objective_get_versions (self->objective);
  guint n_versions = askwell_record_list_get_size (versions);
  AskwellVersion *latest = n_versions > 0 ? askwell_record_list_get (versions, n_versions - 1) : NULL;
  g_autoptr (AskwellVersion) version = NULL;

  if (before == NULL || *before == '\0' || g_str_equal (before, askwell_objective_get_text (self->objective)) ||
      !has_learning_form (self) || askwell_record_get_list (ASKWELL_RECORD (self->objective)) == NULL)
    return;
  if (latest != NULL && askwell_version_get_cause (latest) == ASKWELL_VERSION_CAUSE_EDIT &&
      g_get_real_time () / G_USEC_PER_SEC - askwell_record_get_created (ASKWELL_RECORD (latest)) < VERSION_SECONDS)
    return;
  version = askwell_version_new ();
  askwell_version_set_text (version, before);
  askwell_version_set_learning (version, askwell_objective_get_learning (self->objective));
  askwell_version_set_cause (version, ASKWELL_VERSION_CAUSE_EDIT);
  askwell_record_list_append (versions, ASKWELL_RECORD (version));
}

static void
use (AskwellObjectiveRow *self,
     const char          *text,
     const char          *looks_at)
{
  askwell_session_begin_change (self->session, _ ("Learning form applied"));
  keep_version (self->objective, ASKWELL_VERSION_CAUSE_APPLY);
  askwell_objective_set_learning (self->objective, text);
  askwell_objective_set_looks_at (self->objective, looks_at);
  askwell_objective_set_applied (self->objective, g_get_real_time () / G_USEC_PER_SEC);
  askwell_session_end_change (self->session, TRUE);
  update (self);
}

static void
use_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  const char *text, *looks_at;

  g_variant_get (parameter, "(&s&s)", &text, &looks_at);
  use (ASKWELL_OBJECTIVE_ROW (widget), text, looks_at);
}

static void
use_first_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AskwellObjectiveRow *self = ASKWELL_OBJECTIVE_ROW (widget);
  g_autofree char *text = NULL, *looks_at = NULL;
  AskwellRewrite *rewrite;

  update (self);
  if (self->rewrites == NULL || self->rewrites->len == 0)
    return;
  rewrite = g_ptr_array_index (self->rewrites, 0);
  text = g_strdup (rewrite->text);
  looks_at = g_strdup (rewrite->looks_at);
  use (self, text, looks_at);
}

static void
write_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AskwellObjectiveRow *self = ASKWELL_OBJECTIVE_ROW (widget);

  gtk_revealer_set_reveal_child (self->learning_revealer, TRUE);
  gtk_revealer_set_reveal_child (self->offer_revealer, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->learning_field));
}

static void
revert_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AskwellObjectiveRow *self = ASKWELL_OBJECTIVE_ROW (widget);

  askwell_session_begin_change (self->session, _ ("Back to the words as written"));
  keep_version (self->objective, ASKWELL_VERSION_CAUSE_RESTORE);
  askwell_objective_set_learning (self->objective, "");
  askwell_objective_set_looks_at (self->objective, "");
  askwell_objective_set_applied (self->objective, 0);
  askwell_session_end_change (self->session, TRUE);
  update (self);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AskwellObjectiveRow *self = ASKWELL_OBJECTIVE_ROW (widget);
  g_autoptr (AskwellSession) session = g_object_ref (self->session);
  g_autoptr (AskwellRecord) objective = g_object_ref (ASKWELL_RECORD (self->objective));

  askwell_session_begin_change (session, _ ("Objective deleted"));
  askwell_record_list_remove (askwell_record_get_list (objective), objective);
  askwell_session_end_change (session, TRUE);
}

static void
comment_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  askwell_comments_add (ASKWELL_OBJECTIVE_ROW (widget)->comments);
}

static void
move (AskwellObjectiveRow *self,
      int                  step)
{
  GtkListBox *box = GTK_LIST_BOX (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_BOX));
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) + step;

  /* The row is made anew in its new place. */
  if (askwell_row_drag_move (self->session, ASKWELL_RECORD (self->objective), step, _ ("Objective moved")))
    askwell_objective_row_grab_text (ASKWELL_OBJECTIVE_ROW (gtk_list_box_get_row_at_index (box, index)));
}

static void
move_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  move (ASKWELL_OBJECTIVE_ROW (widget), -1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  move (ASKWELL_OBJECTIVE_ROW (widget), 1);
}

static void
text_activate_cb (AskwellObjectiveRow *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
rub_out_cb (AskwellObjectiveRow *self)
{
  if (!has_learning_form (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "objective.delete", NULL);
}

static void
focus_enter_cb (AskwellObjectiveRow *self)
{
  g_clear_handle_id (&self->empty_id, g_source_remove);
  if (self->text_before == NULL)
    self->text_before = g_strdup (askwell_objective_get_text (self->objective));
  g_signal_emit (self, signals[CURRENT], 0);
}

static gboolean
empty_cb (gpointer data)
{
  AskwellObjectiveRow *self = data;
  g_autoptr (AskwellSession) session = g_object_ref (self->session);
  AskwellRecord *objective = ASKWELL_RECORD (self->objective);

  self->empty_id = 0;
  if (askwell_record_get_list (objective) != NULL)
    {
      askwell_session_begin_change (session, _ ("Objective deleted"));
      askwell_record_list_remove (askwell_record_get_list (objective), objective);
      askwell_session_end_change (session, FALSE);
    }
  return G_SOURCE_REMOVE;
}

static void
focus_leave_cb (AskwellObjectiveRow *self)
{
  g_autofree char *text = NULL;

  if (self->objective == NULL)
    return;
  keep_edited_version (self);
  text = askwell_text_field_dup_text (self->text_field);
  if (*g_strstrip (text) == '\0' && !has_learning_form (self) && self->empty_id == 0)
    self->empty_id = g_idle_add (empty_cb, self);
  queue_update (self);
}

static void
askwell_objective_row_dispose (GObject *object)
{
  AskwellObjectiveRow *self = ASKWELL_OBJECTIVE_ROW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_handle_id (&self->empty_id, g_source_remove);
  g_clear_pointer (&self->rewrites, g_ptr_array_unref);
  g_clear_pointer (&self->offered, g_free);
  g_clear_pointer (&self->text_before, g_free);
  g_clear_object (&self->objective);
  g_clear_object (&self->session);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);

  G_OBJECT_CLASS (askwell_objective_row_parent_class)->dispose (object);
}

static void
askwell_objective_row_class_init (AskwellObjectiveRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = askwell_objective_row_dispose;

  signals[CURRENT] = g_signal_new ("current", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate-line", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[READING_CHANGED] = g_signal_new ("reading-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "objective.use", "(ss)", use_action);
  gtk_widget_class_install_action (widget_class, "objective.use-first", NULL, use_first_action);
  gtk_widget_class_install_action (widget_class, "objective.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "objective.revert", NULL, revert_action);
  gtk_widget_class_install_action (widget_class, "objective.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "objective.comment", NULL, comment_action);
  gtk_widget_class_install_action (widget_class, "objective.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "objective.move-down", NULL, move_down_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "objective.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "objective.move-down", NULL);

  g_type_ensure (ASKWELL_TYPE_COMMENTS);
  g_type_ensure (ASKWELL_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/objective-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellObjectiveRow, handle);
  gtk_widget_class_bind_template_child (widget_class, AskwellObjectiveRow, text_field);
  gtk_widget_class_bind_template_child (widget_class, AskwellObjectiveRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellObjectiveRow, mode_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellObjectiveRow, offer_revealer);
  gtk_widget_class_bind_template_child (widget_class, AskwellObjectiveRow, offer_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellObjectiveRow, offer_caption);
  gtk_widget_class_bind_template_child (widget_class, AskwellObjectiveRow, other_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellObjectiveRow, use_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellObjectiveRow, learning_revealer);
  gtk_widget_class_bind_template_child (widget_class, AskwellObjectiveRow, learning_field);
  gtk_widget_class_bind_template_child (widget_class, AskwellObjectiveRow, learning_caption);
  gtk_widget_class_bind_template_child (widget_class, AskwellObjectiveRow, comments);
  gtk_widget_class_bind_template_callback (widget_class, text_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, rub_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, queue_update);
}

static void
askwell_objective_row_init (AskwellObjectiveRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  /* Before the text view sees it, for which Ctrl+Enter is Enter. */
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                        gtk_named_action_new ("objective.use-first")));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

GtkWidget *
askwell_objective_row_new (AskwellSession   *session,
                           AskwellObjective *objective)
{
  AskwellObjectiveRow *self = g_object_new (ASKWELL_TYPE_OBJECTIVE_ROW, NULL);

  self->session = g_object_ref (session);
  self->objective = g_object_ref (objective);
  askwell_text_field_set_session (self->text_field, session);
  askwell_text_field_set_session (self->learning_field, session);
  askwell_text_field_bind (self->text_field, ASKWELL_RECORD (objective), "text");
  askwell_text_field_bind (self->learning_field, ASKWELL_RECORD (objective), "learning");
  g_signal_connect_object (objective, "notify::text", G_CALLBACK (text_notify_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (objective, "notify::learning", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reading-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);

  askwell_comments_bind (self->comments, session, (AskwellPlan *) askwell_record_get_ancestor (ASKWELL_RECORD (objective), ASKWELL_TYPE_PLAN),
                         ASKWELL_RECORD (objective), "text");
  askwell_row_drag_set_up (GTK_WIDGET (self), GTK_WIDGET (self->handle), session, ASKWELL_RECORD (objective), _ ("Objective moved"));
  gtk_revealer_set_reveal_child (self->learning_revealer, has_learning_form (self));
  update_menus (self);
  queue_update (self);
  return GTK_WIDGET (self);
}

AskwellObjective *
askwell_objective_row_get_objective (AskwellObjectiveRow *self)
{
  g_return_val_if_fail (ASKWELL_IS_OBJECTIVE_ROW (self), NULL);

  return self->objective;
}

/**
 * askwell_objective_row_get_mode:
 * @self: a row
 *
 * Returns: how the objective stands: its learning form where it has one, and else its text
 */
AskwellMode
askwell_objective_row_get_mode (AskwellObjectiveRow *self)
{
  g_return_val_if_fail (ASKWELL_IS_OBJECTIVE_ROW (self), ASKWELL_MODE_NEUTRAL);

  if (has_learning_form (self))
    return askwell_highlighter_get_n_findings (askwell_text_field_get_highlighter (self->learning_field)) > 0
               ? ASKWELL_MODE_SELLING
               : ASKWELL_MODE_LEARNING;
  return self->mode;
}

void
askwell_objective_row_grab_text (AskwellObjectiveRow *self)
{
  g_return_if_fail (ASKWELL_IS_OBJECTIVE_ROW (self));

  askwell_text_field_grab_end (self->text_field);
}
