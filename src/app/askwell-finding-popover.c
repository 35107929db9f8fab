/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-finding-popover.h"

#include "model/askwell-objective.h"
#include "paper/askwell-format.h"

#define MAX_REWRITES 3
#define LONGEST_PHRASE_SHOWN 32

struct _AskwellFindingPopover
{
  GtkPopover parent_instance;

  GtkLabel *kind_label;
  GtkLabel *rule_label;
  GtkLabel *message_label;
  GtkBox *rewrites_box;
  GtkLabel *phrase_label;

  AskwellSession *session;
  AskwellRecord *record;
  char *phrase;
  char *rule;
};

G_DEFINE_FINAL_TYPE (AskwellFindingPopover, askwell_finding_popover, GTK_TYPE_POPOVER)

static void
ignore (AskwellFindingPopover *self,
        AskwellIgnoreScope     scope,
        const char            *label)
{
  g_autoptr (AskwellFindingPopover) hold = g_object_ref (self);

  askwell_session_begin_change (self->session, label);
  askwell_session_ignore (self->session, scope, self->record, self->phrase, self->rule);
  askwell_session_end_change (self->session, TRUE);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
ignore_here_cb (AskwellFindingPopover *self)
{
  ignore (self, ASKWELL_IGNORE_SCOPE_HERE, _ ("Ignored here"));
}

static void
ignore_phrase_cb (AskwellFindingPopover *self)
{
  g_autofree char *label = g_strdup_printf (_ ("“%s” will not be marked any more"), self->phrase);

  ignore (self, ASKWELL_IGNORE_SCOPE_PHRASE, label);
}

static void
ignore_rule_cb (AskwellFindingPopover *self)
{
  g_autofree char *label = g_strdup_printf (_ ("Rule “%s” turned off"), self->rule);

  ignore (self, ASKWELL_IGNORE_SCOPE_RULE, label);
}

static void
rewrite_clicked_cb (AskwellFindingPopover *self,
                    GtkWidget             *button)
{
  const AskwellRewrite *rewrite = g_object_get_data (G_OBJECT (button), "rewrite");
  g_autoptr (AskwellFindingPopover) hold = g_object_ref (self);

  gtk_widget_activate_action (GTK_WIDGET (self), "objective.use", "(ss)", rewrite->text, rewrite->looks_at);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
add_rewrites (AskwellFindingPopover *self,
              const char            *text)
{
  g_autoptr (AskwellNames) names = askwell_session_dup_names (self->session, self->record);
  g_autoptr (GPtrArray) rewrites =
      askwell_reader_rewrite (askwell_session_get_reader (self->session), text, -1, names, MAX_REWRITES, NULL);

  for (guint i = 0; rewrites != NULL && i < rewrites->len; i++)
    {
      AskwellRewrite *rewrite = g_ptr_array_index (rewrites, i);
      GtkWidget *label = gtk_label_new (rewrite->text);
      GtkWidget *button = gtk_button_new ();
      AskwellRewrite *copy = g_new0 (AskwellRewrite, 1);

      copy->text = g_strdup (rewrite->text);
      copy->looks_at = g_strdup (rewrite->looks_at);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_width_chars (GTK_LABEL (label), 34);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "menu-like");
      gtk_widget_add_css_class (button, "learning");
      gtk_widget_set_tooltip_text (button, askwell_format_looks_at (rewrite->looks_at));
      g_object_set_data_full (G_OBJECT (button), "rewrite", copy, (GDestroyNotify) askwell_rewrite_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (rewrite_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->rewrites_box, button);
      gtk_widget_set_visible (GTK_WIDGET (self->rewrites_box), TRUE);
    }
}

static void
askwell_finding_popover_dispose (GObject *object)
{
  AskwellFindingPopover *self = ASKWELL_FINDING_POPOVER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->record);
  g_clear_pointer (&self->phrase, g_free);
  g_clear_pointer (&self->rule, g_free);
  gtk_popover_set_child (GTK_POPOVER (self), NULL);

  G_OBJECT_CLASS (askwell_finding_popover_parent_class)->dispose (object);
}

static void
askwell_finding_popover_class_init (AskwellFindingPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = askwell_finding_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/finding-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellFindingPopover, kind_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellFindingPopover, rule_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellFindingPopover, message_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellFindingPopover, rewrites_box);
  gtk_widget_class_bind_template_child (widget_class, AskwellFindingPopover, phrase_label);
  gtk_widget_class_bind_template_callback (widget_class, ignore_here_cb);
  gtk_widget_class_bind_template_callback (widget_class, ignore_phrase_cb);
  gtk_widget_class_bind_template_callback (widget_class, ignore_rule_cb);
}

static void
askwell_finding_popover_init (AskwellFindingPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * askwell_finding_popover_new:
 * @session: the session
 * @record: (nullable): the record whose text it is in
 * @finding: the finding, with code points counted from the start of @buffer
 * @buffer: the buffer it is in
 *
 * Says what a finding is and why it is marked, offers learning forms where the text is an objective, and the three ways to leave it alone.
 *
 * Returns: (transfer full): a popover
 */
GtkWidget *
askwell_finding_popover_new (AskwellSession       *session,
                             AskwellRecord        *record,
                             const AskwellFinding *finding,
                             GtkTextBuffer        *buffer)
{
  AskwellFindingPopover *self = g_object_new (ASKWELL_TYPE_FINDING_POPOVER, NULL);
  g_autofree char *never = NULL;
  GtkTextIter start, end;

  self->session = g_object_ref (session);
  g_set_object (&self->record, record);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) finding->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) finding->end);
  self->phrase = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  self->rule = g_strdup (finding->rule);

  gtk_label_set_label (self->kind_label, askwell_format_finding_kind (finding->kind));
  gtk_label_set_label (self->rule_label, finding->rule);
  gtk_label_set_label (self->message_label, finding->message);
  if (g_utf8_strlen (self->phrase, -1) > LONGEST_PHRASE_SHOWN)
    {
      g_autofree char *cut = g_utf8_substring (self->phrase, 0, LONGEST_PHRASE_SHOWN - 1);

      never = g_strdup_printf (_ ("Never Flag “%s…”"), cut);
    }
  else
    never = g_strdup_printf (_ ("Never Flag “%s”"), self->phrase);
  gtk_label_set_label (self->phrase_label, never);

  if (ASKWELL_IS_OBJECTIVE (record))
    {
      g_autofree char *text = NULL;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
      add_rewrites (self, text);
    }
  return GTK_WIDGET (self);
}
