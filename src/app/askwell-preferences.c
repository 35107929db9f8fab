/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-preferences.h"

#include "askwell-undo.h"
#include "paper/askwell-format.h"

/*
 * Preferences: what is checked, what was asked to be left alone, colours, backups. All of it takes effect at once. The rows are made from what there
 * is (rules of the phrasebooks, what the library ignores, backups on disk), so they are built here and not in a template.
 */

static const char *const languages[] = { "", "en", "de" };
static const char *const schemes[] = { "default", "light", "dark" };

static guint
find (const char *const *values,
      guint              n_values,
      const char        *value)
{
  for (guint i = 0; i < n_values; i++)
    if (g_strcmp0 (values[i], value) == 0)
      return i;
  return 0;
}

static void
language_cb (AdwComboRow *row,
             GParamSpec  *pspec,
             GSettings   *settings)
{
  g_settings_set_string (settings, "phrasing-language", languages[adw_combo_row_get_selected (row)]);
}

static void
scheme_cb (AdwComboRow *row,
           GParamSpec  *pspec,
           GSettings   *settings)
{
  g_settings_set_string (settings, "color-scheme", schemes[adw_combo_row_get_selected (row)]);
}

static GtkWidget *
make_combo (const char        *title,
            const char        *subtitle,
            const char *const *names,
            guint              selected,
            GCallback          callback,
            GSettings         *settings)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_object (row, "notify::selected", callback, settings, 0);
  return row;
}

static GtkWidget *
make_general_page (AskwellSession *session)
{
  GSettings *settings = askwell_session_get_settings (session);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *language = g_settings_get_string (settings, "phrasing-language");
  g_autofree char *scheme = g_settings_get_string (settings, "color-scheme");
  const char *language_names[] = { _ ("As each note is written"), _ ("English"), _ ("German"), NULL };
  const char *scheme_names[] = { _ ("As the desktop has it"), _ ("Light"), _ ("Dark"), NULL };

  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _ ("General"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), "preferences-system-symbolic");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_combo (_ ("Language of the notes"), _ ("The phrasebook that objectives are read with"), language_names,
                                         find (languages, G_N_ELEMENTS (languages), language), G_CALLBACK (language_cb), settings));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_combo (_ ("Colours"), NULL, scheme_names, find (schemes, G_N_ELEMENTS (schemes), scheme),
                                         G_CALLBACK (scheme_cb), settings));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

/* Rules */

static AskwellIgnore *
find_off (AskwellSession *session,
          const char     *rule)
{
  AskwellRecordList *ignores = askwell_library_get_ignores (askwell_session_get_library (session));

  for (guint i = 0; i < askwell_record_list_get_size (ignores); i++)
    {
      AskwellIgnore *ignore = askwell_record_list_get (ignores, i);

      if (askwell_ignore_get_scope (ignore) == ASKWELL_IGNORE_SCOPE_RULE && g_str_equal (askwell_ignore_get_rule (ignore), rule))
        return ignore;
    }
  return NULL;
}

static void
rule_cb (GtkSwitch      *control,
         GParamSpec     *pspec,
         AskwellSession *session)
{
  const char *rule = g_object_get_data (G_OBJECT (control), "rule");
  AskwellIgnore *off = find_off (session, rule);

  if (gtk_switch_get_active (control) == (off == NULL))
    return;
  askwell_session_begin_change (session, off != NULL ? _ ("Rule turned on") : _ ("Rule turned off"));
  if (off != NULL)
    askwell_record_list_remove (askwell_record_get_list (ASKWELL_RECORD (off)), ASKWELL_RECORD (off));
  else
    askwell_session_ignore (session, ASKWELL_IGNORE_SCOPE_RULE, NULL, NULL, rule);
  askwell_session_end_change (session, FALSE);
}

static GtkWidget *
make_rules_page (AskwellSession *session)
{
  AskwellReader *reader = askwell_session_get_reader (session);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *groups[ASKWELL_N_FINDING_KINDS];

  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _ ("Rules"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), "format-text-underline-symbolic");
  for (guint i = 0; i < ASKWELL_N_FINDING_KINDS; i++)
    {
      groups[i] = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (groups[i]), askwell_format_finding_kind (i));
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (groups[i]));
    }
  for (guint i = 0; reader != NULL && i < askwell_reader_get_n_rules (reader); i++)
    {
      AskwellFindingKind kind;
      const char *message;
      const char *rule = askwell_reader_get_rule (reader, i, &kind, &message);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *control = gtk_switch_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), message);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), rule);
      gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
      gtk_switch_set_active (GTK_SWITCH (control), find_off (session, rule) == NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, message, -1);
      g_object_set_data_full (G_OBJECT (control), "rule", g_strdup (rule), g_free);
      g_signal_connect_object (control, "notify::active", G_CALLBACK (rule_cb), session, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (groups[kind]), row);
    }
  return page;
}

/* What was ignored */

static void
take_back_cb (GtkButton      *button,
              AskwellSession *session)
{
  AskwellRecord *ignore = g_object_get_data (G_OBJECT (button), "ignore");
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);
  AskwellRecordList *list = askwell_record_get_list (ignore);

  if (list == NULL)
    return;
  askwell_session_begin_change (session, _ ("Marked again"));
  askwell_record_list_remove (list, ignore);
  askwell_session_end_change (session, FALSE);
  gtk_widget_set_visible (row, FALSE);
}

static GtkWidget *
make_ignored_group (AskwellSession *session)
{
  AskwellRecordList *ignores = askwell_library_get_ignores (askwell_session_get_library (session));
  GtkWidget *group = adw_preferences_group_new ();
  guint n = 0;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Left alone"));
  for (guint i = 0; i < askwell_record_list_get_size (ignores); i++)
    {
      AskwellIgnore *ignore = askwell_record_list_get (ignores, i);
      GtkWidget *row, *button;

      if (askwell_ignore_get_scope (ignore) == ASKWELL_IGNORE_SCOPE_RULE)
        continue;
      row = adw_action_row_new ();
      button = gtk_button_new_from_icon_name ("user-trash-symbolic");
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), askwell_ignore_get_phrase (ignore));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), askwell_ignore_get_scope (ignore) == ASKWELL_IGNORE_SCOPE_HERE
                                                             ? _ ("In one place")
                                                             : _ ("Everywhere"));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _ ("Mark it again"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Mark it again"), -1);
      g_object_set_data_full (G_OBJECT (button), "ignore", g_object_ref (ignore), g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (take_back_cb), session, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      n++;
    }
  if (n == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           _ ("Nothing. What you ask to have ignored from a mark’s popover is listed here."));
  return group;
}

static GtkWidget *
make_files_page (AskwellSession *session)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *problems = adw_preferences_group_new ();
  GFile *file = askwell_store_get_file (askwell_session_get_store (session));
  g_autoptr (GPtrArray) backups = askwell_store_list_backups (file);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *path = g_markup_escape_text (name, -1);
  GPtrArray *errors = askwell_session_get_problems (session);

  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _ ("Files"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), "drive-harddisk-symbolic");
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_ignored_group (session)));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Backups"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), path);
  for (guint i = 0; i < backups->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Restore"));
      g_autofree char *backup_name = g_file_get_basename (g_ptr_array_index (backups, i));
      g_autofree char *backup_path = g_file_get_path (g_ptr_array_index (backups, i));

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), backup_name);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.restore-backup");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", backup_path);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));

  if (errors->len > 0)
    {
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (problems), _ ("Personal files that were left out"));
      for (guint i = 0; i < errors->len; i++)
        {
          GtkWidget *row = adw_action_row_new ();

          adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ((GError *) g_ptr_array_index (errors, i))->message);
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (problems), row);
        }
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (problems));
    }
  return page;
}

/**
 * askwell_preferences_show:
 * @parent: the window it belongs to
 * @session: the session
 */
void
askwell_preferences_show (GtkWindow      *parent,
                          AskwellSession *session)
{
  GtkWidget *window = adw_preferences_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (parent));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (make_general_page (session)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (make_rules_page (session)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (make_files_page (session)));
  gtk_window_present (GTK_WINDOW (window));
}
