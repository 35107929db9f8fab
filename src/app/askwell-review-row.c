/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "askwell-review-row.h"

#include "askwell-finding-look.h"
#include "askwell-pair-layout.h"
#include "model/askwell-version.h"
#include "paper/askwell-format.h"
#include "paper/askwell-word-diff.h"

/* Of a text as long as a book the beginning is marked. */
#define LONGEST_TEXT 4096

struct _AskwellReviewRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *before_label;
  GtkLabel *before_caption;
  GtkLabel *after_label;
  GtkLabel *after_caption;
  GtkToggleButton *versions_button;
  GtkLabel *versions_label;
  GtkBox *versions_box;

  AskwellSession *session;
  AskwellObjective *objective;
  AskwellMode mode;
  AskwellMode mode_after;
  guint n_of_kind[ASKWELL_N_FINDING_KINDS];
};

G_DEFINE_FINAL_TYPE (AskwellReviewRow, askwell_review_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  READING_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Reads a text, marks its findings in the attributes of its label and counts them by kind. */
static AskwellMode
mark_findings (AskwellReviewRow *self,
               const char       *text,
               PangoAttrList    *attributes,
               guint             n_of_kind[ASKWELL_N_FINDING_KINDS])
{
  AskwellReader *reader = askwell_session_get_reader (self->session);
  gsize length = MIN (strlen (text), LONGEST_TEXT);
  g_autoptr (AskwellReading) reading = NULL;
  g_autoptr (AskwellNames) names = NULL;
  const AskwellFinding *findings;
  guint n_findings, n_kept = 0;
  AskwellMode mode;

  while (length > 0 && (text[length] & 0xC0) == 0x80)
    length--;
  if (reader == NULL || length == 0)
    return ASKWELL_MODE_NEUTRAL;
  names = askwell_session_dup_names (self->session, ASKWELL_RECORD (self->objective));
  reading = askwell_reader_read (reader, text, (gssize) length, names, NULL);
  if (reading == NULL)
    return ASKWELL_MODE_NEUTRAL;

  findings = askwell_reading_get_findings (reading, &n_findings);
  for (guint i = 0; i < n_findings; i++)
    {
      const AskwellFinding *finding = &findings[i];
      g_autofree char *phrase = g_strndup (text + finding->byte_start, finding->byte_end - finding->byte_start);

      if (askwell_session_is_ignored (self->session, ASKWELL_RECORD (self->objective), phrase, finding->rule))
        continue;
      askwell_finding_look_insert (attributes, finding->kind, (guint) finding->byte_start, (guint) finding->byte_end);
      n_of_kind[finding->kind]++;
      n_kept++;
    }
  mode = askwell_reading_get_mode (reading);
  return mode == ASKWELL_MODE_SELLING && n_kept == 0 ? ASKWELL_MODE_NEUTRAL : mode;
}

static void
insert (PangoAttrList    *attributes,
        PangoAttribute   *attribute,
        AskwellWordRange *range)
{
  attribute->start_index = (guint) range->start;
  attribute->end_index = (guint) range->end;
  pango_attr_list_insert (attributes, attribute);
}

/* New words are bold on a green ground, so that neither has to be seen to tell them. */
static void
mark_changes (const char    *before,
              const char    *after,
              PangoAttrList *attributes)
{
  g_autoptr (GArray) ranges = askwell_word_diff (before, after);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  for (guint i = 0; i < ranges->len; i++)
    {
      AskwellWordRange *range = &g_array_index (ranges, AskwellWordRange, i);

      insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), range);
      insert (attributes,
              dark ? pango_attr_background_new (0x2222, 0x4a4a, 0x3030) : pango_attr_background_new (0xdddd, 0xf3f3, 0xe4e4), range);
    }
}

static void
update_before (AskwellReviewRow *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) caption = g_string_new (NULL);
  const char *text = askwell_objective_get_text (self->objective);
  gboolean first = TRUE;

  memset (self->n_of_kind, 0, sizeof self->n_of_kind);
  self->mode = mark_findings (self, text, attributes, self->n_of_kind);
  gtk_label_set_label (self->before_label, text);
  gtk_label_set_attributes (self->before_label, attributes);

  /* Translators: an objective as it was first written, and how it stands: selling, learning or neutral */
  g_string_printf (caption, _ ("Before · %s"), askwell_format_mode (self->mode));
  for (guint i = 0; i < ASKWELL_N_FINDING_KINDS; i++)
    if (self->n_of_kind[i] > 0)
      {
        g_string_append_printf (caption, "%s%s", first ? ": " : ", ", askwell_format_finding_kind (i));
        first = FALSE;
      }
  gtk_label_set_label (self->before_caption, caption->str);
}

static void
update_after (AskwellReviewRow *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) caption = g_string_new (NULL);
  const char *text = askwell_objective_get_text (self->objective);
  const char *learning = askwell_objective_get_learning (self->objective);
  g_autofree char *day = askwell_format_day_and_time (askwell_objective_get_applied (self->objective));
  const char *looks_at = askwell_format_looks_at (askwell_objective_get_looks_at (self->objective));
  guint n_of_kind[ASKWELL_N_FINDING_KINDS] = { 0 };

  if (*learning == '\0')
    {
      self->mode_after = mark_findings (self, text, attributes, n_of_kind);
      gtk_label_set_label (self->after_label, text);
      gtk_label_set_attributes (self->after_label, attributes);
      gtk_label_set_label (self->after_caption, self->mode_after == ASKWELL_MODE_SELLING
                                                    ? _ ("After · not turned into something to learn yet")
                                                    : _ ("After · unchanged"));
      return;
    }

  self->mode_after = mark_findings (self, learning, attributes, n_of_kind);
  mark_changes (text, learning, attributes);
  gtk_label_set_label (self->after_label, learning);
  gtk_label_set_attributes (self->after_label, attributes);
  g_string_printf (caption, _ ("After · %s"), askwell_format_mode (self->mode_after));
  if (*looks_at != '\0')
    g_string_append_printf (caption, " · %s", looks_at);
  if (*day != '\0')
    g_string_append_printf (caption, " · %s", day);
  gtk_label_set_label (self->after_caption, caption->str);
}

static void
update (AskwellReviewRow *self)
{
  update_before (self);
  update_after (self);
  g_signal_emit (self, signals[READING_CHANGED], 0);
}

/* Earlier versions */

static const char *
get_cause (AskwellVersionCause cause)
{
  switch (cause)
    {
    case ASKWELL_VERSION_CAUSE_APPLY:
      return _ ("before a learning form was applied");
    case ASKWELL_VERSION_CAUSE_RESTORE:
      return _ ("before an earlier version came back");
    case ASKWELL_VERSION_CAUSE_EDIT:
    default:
      return _ ("before it was reworded");
    }
}

static void
add_version (AskwellReviewRow *self,
             AskwellVersion   *version)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (askwell_version_get_text (version));
  g_autofree char *day = askwell_format_day_and_time (askwell_record_get_created (ASKWELL_RECORD (version)));
  g_autofree char *words = g_strdup_printf ("%s · %s", day, get_cause (askwell_version_get_cause (version)));
  GtkWidget *caption = gtk_label_new (words);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Restore"));
  g_autofree char *name = g_strdup_printf (_ ("Restore the version of %s"), day);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), label);
  if (*askwell_version_get_learning (version) != '\0')
    {
      GtkWidget *learning = gtk_label_new (askwell_version_get_learning (version));

      gtk_label_set_wrap (GTK_LABEL (learning), TRUE);
      gtk_label_set_xalign (GTK_LABEL (learning), 0);
      gtk_widget_add_css_class (learning, "learning");
      gtk_box_append (GTK_BOX (texts), learning);
    }
  gtk_box_append (GTK_BOX (texts), caption);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "review.restore");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", askwell_record_get_id (ASKWELL_RECORD (version)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "version");
  gtk_box_append (self->versions_box, box);
}

static void
update_versions (AskwellReviewRow *self)
{
  AskwellRecordList *versions = askwell_objective_get_versions (self->objective);
  guint n_versions = askwell_record_list_get_size (versions);
  g_autofree char *label = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->versions_box))) != NULL)
    gtk_box_remove (self->versions_box, child);
  for (guint i = n_versions; i-- > 0;)
    add_version (self, askwell_record_list_get (versions, i));
  label = g_strdup_printf (ngettext ("%u earlier version", "%u earlier versions", n_versions), n_versions);
  gtk_label_set_label (self->versions_label, label);
  gtk_widget_set_visible (GTK_WIDGET (self->versions_button), n_versions > 0);
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  AskwellReviewRow *self = ASKWELL_REVIEW_ROW (widget);
  AskwellRecordList *versions = askwell_objective_get_versions (self->objective);
  AskwellVersion *version = askwell_record_list_find (versions, g_variant_get_string (parameter, NULL));
  g_autoptr (AskwellVersion) present = askwell_version_new ();
  g_autofree char *text = NULL;
  g_autofree char *learning = NULL;

  if (version == NULL)
    return;
  text = g_strdup (askwell_version_get_text (version));
  learning = g_strdup (askwell_version_get_learning (version));
  askwell_version_set_text (present, askwell_objective_get_text (self->objective));
  askwell_version_set_learning (present, askwell_objective_get_learning (self->objective));
  askwell_version_set_cause (present, ASKWELL_VERSION_CAUSE_RESTORE);

  askwell_session_begin_change (self->session, _ ("Earlier version restored"));
  askwell_record_list_append (versions, ASKWELL_RECORD (present));
  askwell_objective_set_text (self->objective, text);
  if (!g_str_equal (learning, askwell_objective_get_learning (self->objective)))
    {
      askwell_objective_set_learning (self->objective, learning);
      askwell_objective_set_looks_at (self->objective, "");
      askwell_objective_set_applied (self->objective, *learning != '\0' ? g_get_real_time () / G_USEC_PER_SEC : 0);
    }
  askwell_session_end_change (self->session, TRUE);
}

static void
askwell_review_row_dispose (GObject *object)
{
  AskwellReviewRow *self = ASKWELL_REVIEW_ROW (object);

  g_clear_object (&self->objective);
  g_clear_object (&self->session);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);

  G_OBJECT_CLASS (askwell_review_row_parent_class)->dispose (object);
}

static void
askwell_review_row_class_init (AskwellReviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = askwell_review_row_dispose;

  signals[READING_CHANGED] =
      g_signal_new ("reading-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "review.restore", "s", restore_action);

  g_type_ensure (ASKWELL_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/review-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellReviewRow, before_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellReviewRow, before_caption);
  gtk_widget_class_bind_template_child (widget_class, AskwellReviewRow, after_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellReviewRow, after_caption);
  gtk_widget_class_bind_template_child (widget_class, AskwellReviewRow, versions_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellReviewRow, versions_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellReviewRow, versions_box);
}

static void
askwell_review_row_init (AskwellReviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
askwell_review_row_new (AskwellSession   *session,
                        AskwellObjective *objective)
{
  AskwellReviewRow *self = g_object_new (ASKWELL_TYPE_REVIEW_ROW, NULL);
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->session = g_object_ref (session);
  self->objective = g_object_ref (objective);
  g_signal_connect_object (objective, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reading-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (askwell_objective_get_versions (objective), "items-changed", G_CALLBACK (update_versions), self,
                           G_CONNECT_SWAPPED);
  update (self);
  update_versions (self);
  return GTK_WIDGET (self);
}

AskwellMode
askwell_review_row_get_mode (AskwellReviewRow *self)
{
  g_return_val_if_fail (ASKWELL_IS_REVIEW_ROW (self), ASKWELL_MODE_NEUTRAL);

  return self->mode;
}

AskwellMode
askwell_review_row_get_mode_after (AskwellReviewRow *self)
{
  g_return_val_if_fail (ASKWELL_IS_REVIEW_ROW (self), ASKWELL_MODE_NEUTRAL);

  return self->mode_after;
}

guint
askwell_review_row_get_n_of_kind (AskwellReviewRow   *self,
                                  AskwellFindingKind  kind)
{
  g_return_val_if_fail (ASKWELL_IS_REVIEW_ROW (self), 0);

  return self->n_of_kind[kind];
}
