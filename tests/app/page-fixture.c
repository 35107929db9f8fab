/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "page-fixture.h"

#include <glib/gstdio.h>

#include "askwell-app-resources.h"

#define PATIENCE_SECONDS 20

void
page_fixture_init (int    *argc,
                   char ***argv)
{
  g_test_init (argc, argv, NULL);
  askwell_app_register_resource ();
  adw_init ();
}

static gboolean
is_ready (gpointer data)
{
  AskwellSession *session = data;

  return askwell_session_is_opened (session) && askwell_session_get_reader (session) != NULL;
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;

  askwell_session_open_finish (ASKWELL_SESSION (source), result, &error);
  g_assert_no_error (error);
}

static void
change_made_cb (PageFixture *self,
                const char  *label)
{
  g_free (self->announced);
  self->announced = g_strdup (label);
}

void
page_fixture_set_up (PageFixture  *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  self->folder = g_dir_make_tmp ("askwell-XXXXXX", &error);
  g_assert_no_error (error);
  file = g_file_new_build_filename (self->folder, "askwell.db", NULL);
  self->session = askwell_session_new (file);
  g_signal_connect_swapped (self->session, "change-made", G_CALLBACK (change_made_cb), self);
  askwell_session_open_async (self->session, open_cb, NULL);
  page_wait_for (is_ready, self->session);

  self->account = askwell_record_list_add (askwell_library_get_accounts (askwell_session_get_library (self->session)));
  askwell_account_set_name (self->account, "Harbour Mills");
  self->plan = askwell_record_list_add (askwell_account_get_plans (self->account));
  askwell_plan_set_title (self->plan, "Renewal visit");
  askwell_plan_set_length (self->plan, 45);
}

void
page_fixture_tear_down (PageFixture  *self,
                        gconstpointer data)
{
  GDir *dir;
  const char *name;

  if (self->window != NULL)
    gtk_window_destroy (self->window);
  page_settle ();
  askwell_store_flush (askwell_session_get_store (self->session), NULL);
  g_assert_finalize_object (self->session);

  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_dir_close (dir);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->announced);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

void
page_fixture_show (PageFixture *self,
                   GtkWidget   *page)
{
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 900, 900);
  gtk_window_set_child (self->window, page);
  gtk_window_present (self->window);
  page_wait_for (is_mapped, page);
}

static gboolean
too_late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

void
page_wait_for (PageCondition condition,
               gpointer      data)
{
  gboolean too_late = FALSE;
  guint id = g_timeout_add_seconds (PATIENCE_SECONDS, too_late_cb, &too_late);

  while (!condition (data) && !too_late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  g_assert_true (condition (data));
}

/* What is waiting in the main loop now, but not what is waiting for time to pass. */
void
page_settle (void)
{
  for (int i = 0; i < 200 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

static gpointer
find (GtkWidget *widget,
      GType      type,
      guint     *left)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*left)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type, left);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gpointer
page_find (gpointer root,
           GType    type,
           guint    index)
{
  return find (root, type, &index);
}

guint
page_count (gpointer root,
            GType    type)
{
  guint n = 0;

  while (page_find (root, type, n) != NULL)
    n++;
  return n;
}

AskwellTextField *
page_find_field (gpointer    root,
                 gpointer    record,
                 const char *field)
{
  int index = askwell_record_find_field (ASKWELL_RECORD_GET_CLASS (record), field);
  AskwellTextField *found;

  for (guint i = 0; (found = page_find (root, ASKWELL_TYPE_TEXT_FIELD, i)) != NULL; i++)
    if (askwell_text_field_get_record (found) == record && askwell_text_field_get_field (found) == (guint) index)
      return found;
  return NULL;
}

void
page_type (AskwellTextField *field,
           const char       *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gtk_text_buffer_insert_interactive_at_cursor (buffer, p, (int) (g_utf8_next_char (p) - p), TRUE);
      page_settle ();
    }
}

static gboolean
is_idle (gpointer data)
{
  return !askwell_highlighter_is_busy (askwell_text_field_get_highlighter (data));
}

void
page_wait_idle (AskwellTextField *field)
{
  page_wait_for (is_idle, field);
}

/* "want:I want to|persuade:get them to" */
char *
page_dup_findings (AskwellTextField *field)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
  AskwellHighlighter *highlighter = askwell_text_field_get_highlighter (field);
  GString *words = g_string_new (NULL);
  AskwellFinding finding;

  for (guint i = 0; askwell_highlighter_get_nth (highlighter, i, &finding); i++)
    {
      g_autofree char *phrase = NULL;
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) finding.start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) finding.end);
      phrase = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
      g_string_append_printf (words, "%s%s:%s", i > 0 ? "|" : "", askwell_finding_kind_to_nick (finding.kind), phrase);
    }
  return g_string_free (words, FALSE);
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_DROP_DOWN (widget) ||
         GTK_IS_CHECK_BUTTON (widget) || GTK_IS_LIST_BOX (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_SPIN_BUTTON (widget);
}

static gboolean
has_words (GtkWidget *widget)
{
  GtkWidget *label;

  for (guint i = 0; (label = page_find (widget, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (*gtk_label_get_text (GTK_LABEL (label)) != '\0')
      return TRUE;
  return FALSE;
}

static void
check_names (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (is_control (widget))
    {
      GtkWidget *outer = GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)) || GTK_IS_DROP_DOWN (gtk_widget_get_parent (widget)) ||
                                 GTK_IS_ENTRY (gtk_widget_get_parent (widget)) || GTK_IS_SEARCH_ENTRY (gtk_widget_get_parent (widget)) ||
                                 GTK_IS_SPIN_BUTTON (gtk_widget_get_parent (widget))
                             ? gtk_widget_get_parent (widget)
                             : widget;

      if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) &&
          !gtk_test_accessible_has_property (GTK_ACCESSIBLE (outer), GTK_ACCESSIBLE_PROPERTY_LABEL) &&
          !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY) &&
          !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (outer), GTK_ACCESSIBLE_RELATION_LABELLED_BY) &&
          (GTK_IS_TEXT_VIEW (widget) || GTK_IS_LIST_BOX (widget) || !has_words (widget)) &&
          /* Its own lists are part of a row that has a name. */
          !(GTK_IS_LIST_BOX (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW) != NULL))
        {
          g_autoptr (GString) path = g_string_new (G_OBJECT_TYPE_NAME (widget));

          for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL; parent = gtk_widget_get_parent (parent))
            g_string_append_printf (path, " in %s", G_OBJECT_TYPE_NAME (parent));
          g_test_message ("No name: a %s", path->str);
          g_test_fail ();
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

void
page_check_names (gpointer root)
{
  check_names (root);
}

void
page_check_width (gpointer root,
                  int      most)
{
  GtkWidget *widget = root;
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum <= most)
    return;
  g_test_fail ();
  while (widget != NULL)
    {
      GtkWidget *widest = NULL;
      int most_of_child = 0;

      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s is at least %d wide", G_OBJECT_TYPE_NAME (widget), minimum);
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
          if (minimum > most_of_child)
            {
              most_of_child = minimum;
              widest = child;
            }
        }
      widget = widest;
    }
}
