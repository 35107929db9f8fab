/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-sidebar.h"

#include "askwell-agenda.h"
#include "askwell-sidebar-row.h"
#include "model/askwell-account.h"
#include "paper/askwell-format.h"

/*
 * One tree: the agenda's two groups, then the accounts by name, each unfolding into plans. An account is loaded when it unfolds. What is in the trash
 * is filtered out; filters and sorters are told when a field they look at changes.
 *
 * While there are words to search for, the results take the tree's place. A search is a job of the store's thread; an answer that comes after the
 * words have changed again is dropped.
 */

#define MOST_RESULTS 50

struct _AskwellSidebar
{
  AdwBin parent_instance;

  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkToggleButton *search_button;
  GtkMenuButton *add_button;
  GtkStack *stack;
  GtkListView *tree;
  GtkListBox *results;
  GtkEntry *new_account;

  AskwellSession *session;
  GListModel *accounts; /* by name, without those in the trash */
  GtkTreeListModel *rows;
  GtkSingleSelection *selection;
  /* Shared by the lists of all accounts */
  GtkFilter *filter;
  GtkSorter *account_sorter;
  GtkSorter *plan_sorter;
  GCancellable *searching;
  gboolean selecting;
};

G_DEFINE_FINAL_TYPE (AskwellSidebar, askwell_sidebar, ADW_TYPE_BIN)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The tree */

static gboolean
is_kept (gpointer item,
         gpointer data)
{
  if (ASKWELL_IS_ACCOUNT (item))
    return askwell_account_get_deleted (item) == 0;
  return askwell_plan_get_deleted (item) == 0;
}

static int
compare_accounts (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  return g_utf8_collate (askwell_account_get_name ((AskwellAccount *) a), askwell_account_get_name ((AskwellAccount *) b));
}

/* The latest first; what has no date yet before all */
static int
compare_plans (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  gint64 x = askwell_plan_get_start ((AskwellPlan *) a), y = askwell_plan_get_start ((AskwellPlan *) b);

  if (x == 0)
    x = G_MAXINT64;
  if (y == 0)
    y = G_MAXINT64;
  return x < y ? 1 : x > y ? -1 : 0;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (AskwellSidebar) self = data;
  g_autoptr (GError) error = NULL;

  if (!askwell_store_load_finish (ASKWELL_STORE (source), result, &error))
    g_warning ("%s", error->message);
}

static GListModel *
create_children (gpointer item,
                 gpointer data)
{
  AskwellSidebar *self = data;
  GListModel *plans;

  if (ASKWELL_IS_AGENDA (item))
    return g_object_ref (askwell_agenda_get_plans (item));
  if (!ASKWELL_IS_ACCOUNT (item))
    return NULL;

  plans = g_object_ref (G_LIST_MODEL (askwell_account_get_plans (item)));
  plans = G_LIST_MODEL (gtk_filter_list_model_new (plans, g_object_ref (self->filter)));
  return G_LIST_MODEL (gtk_sort_list_model_new (plans, g_object_ref (self->plan_sorter)));
}

static void
expanded_cb (GtkTreeListRow *row,
             GParamSpec     *pspec,
             AskwellSidebar *self)
{
  g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);

  if (ASKWELL_IS_ACCOUNT (item) && gtk_tree_list_row_get_expanded (row))
    askwell_store_load_async (askwell_session_get_store (self->session), ASKWELL_RECORD (item), NULL, loaded_cb, g_object_ref (self));
}

static void
record_changed_cb (AskwellSidebar *self,
                   AskwellRecord  *record,
                   int             field)
{
  const char *name;

  if (field == ASKWELL_CHANGE_POSITION)
    return;
  name = ASKWELL_RECORD_GET_CLASS (record)->fields[field].name;
  if (!ASKWELL_IS_ACCOUNT (record) && !ASKWELL_IS_PLAN (record))
    return;
  if (g_str_equal (name, "deleted"))
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  else if (ASKWELL_IS_ACCOUNT (record) && g_str_equal (name, "name"))
    gtk_sorter_changed (self->account_sorter, GTK_SORTER_CHANGE_DIFFERENT);
  else if (ASKWELL_IS_PLAN (record) && g_str_equal (name, "start"))
    gtk_sorter_changed (self->plan_sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
setup_cb (AskwellSidebar     *self,
          GtkListItem        *item,
          GtkListItemFactory *factory)
{
  gtk_list_item_set_child (item, askwell_sidebar_row_new ());
}

static void
bind_cb (AskwellSidebar     *self,
         GtkListItem        *item,
         GtkListItemFactory *factory)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);

  askwell_sidebar_row_bind (ASKWELL_SIDEBAR_ROW (gtk_list_item_get_child (item)), row);
  g_signal_handlers_disconnect_by_func (row, expanded_cb, self);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
}

static void
unbind_cb (AskwellSidebar     *self,
           GtkListItem        *item,
           GtkListItemFactory *factory)
{
  askwell_sidebar_row_bind (ASKWELL_SIDEBAR_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
open_item (AskwellSidebar *self,
           guint           position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  g_autoptr (GObject) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (ASKWELL_IS_AGENDA (item))
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
  else if (item != NULL)
    g_signal_emit (self, signals[OPEN], 0, askwell_record_get_id (ASKWELL_RECORD (item)));
}

static void
activate_cb (AskwellSidebar *self,
             guint           position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row != NULL && gtk_tree_list_row_is_expandable (row) && !gtk_tree_list_row_get_expanded (row))
    gtk_tree_list_row_set_expanded (row, TRUE);
  open_item (self, position);
}

static void
selected_cb (AskwellSidebar *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GtkTreeListRow) row = NULL;
  g_autoptr (GObject) item = NULL;

  if (self->selecting || position == GTK_INVALID_LIST_POSITION)
    return;
  row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  item = gtk_tree_list_row_get_item (row);
  if (ASKWELL_IS_RECORD (item))
    g_signal_emit (self, signals[OPEN], 0, askwell_record_get_id (ASKWELL_RECORD (item)));
}

/* Keys on the row that is selected */

static gboolean
delete_cb (GtkWidget *tree,
           GVariant  *arguments,
           gpointer   data)
{
  return gtk_widget_activate_action (tree, "win.delete-shown", NULL);
}

static gboolean
menu_cb (GtkWidget *tree,
         GVariant  *arguments,
         gpointer   data)
{
  GtkWidget *item = gtk_widget_get_focus_child (tree);
  GtkWidget *row = item != NULL ? gtk_widget_get_first_child (item) : NULL;

  if (!ASKWELL_IS_SIDEBAR_ROW (row))
    return FALSE;
  askwell_sidebar_row_show_menu (ASKWELL_SIDEBAR_ROW (row), 24, gtk_widget_get_height (row));
  return TRUE;
}

static void
add_key (GtkEventController *controller,
         const char         *keys,
         GtkShortcutFunc     func)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                                                          gtk_callback_action_new (func, NULL, NULL)));
}

static void
build_tree (AskwellSidebar *self)
{
  AskwellLibrary *library = askwell_session_get_library (self->session);
  GListStore *groups = g_list_store_new (ASKWELL_TYPE_AGENDA);
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (AskwellAgenda) upcoming = askwell_agenda_new (library, ASKWELL_AGENDA_UPCOMING);
  g_autoptr (AskwellAgenda) to_debrief = askwell_agenda_new (library, ASKWELL_AGENDA_TO_DEBRIEF);
  GListModel *accounts;

  g_list_store_append (groups, upcoming);
  g_list_store_append (groups, to_debrief);
  accounts = g_object_ref (G_LIST_MODEL (askwell_library_get_accounts (library)));
  accounts = G_LIST_MODEL (gtk_filter_list_model_new (accounts, g_object_ref (self->filter)));
  self->accounts = G_LIST_MODEL (gtk_sort_list_model_new (accounts, g_object_ref (self->account_sorter)));
  g_list_store_append (parts, groups);
  g_list_store_append (parts, self->accounts);
  g_object_unref (groups);

  self->rows = gtk_tree_list_model_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts))), FALSE, FALSE, create_children,
                                        self, NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->tree, GTK_SELECTION_MODEL (self->selection));
}

/* Search */

static GtkWidget *
create_result (const AskwellSearchHit *hit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gboolean plan = *hit->plan_id != '\0';
  g_autofree char *title = plan ? askwell_format_title (hit->title) : g_strdup (hit->title);
  g_autofree char *day = hit->start != 0 ? askwell_format_day (hit->start) : NULL;
  g_autofree char *where = day != NULL ? g_strdup_printf ("%s · %s", hit->account, day) : g_strdup (plan ? hit->account : _ ("Account"));
  const char *lines[] = { title, where, hit->snippet };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GtkWidget *label = gtk_label_new (lines[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      if (i > 0)
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
        }
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (row, "result");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (plan ? hit->plan_id : hit->account_id), g_free);
  return row;
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (AskwellSidebar) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = askwell_store_search_finish (ASKWELL_STORE (source), result, &error);
  GtkListBoxRow *old;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  while ((old = gtk_list_box_get_row_at_index (self->results, 0)) != NULL)
    gtk_list_box_remove (self->results, GTK_WIDGET (old));
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    gtk_list_box_append (self->results, create_result (g_ptr_array_index (hits, i)));
  gtk_stack_set_visible_child_name (self->stack, hits != NULL && hits->len > 0 ? "results" : "nothing");
}

static void
search_changed_cb (AskwellSidebar *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (*words == '\0' || self->session == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "tree");
      return;
    }
  self->searching = g_cancellable_new ();
  askwell_store_search_async (askwell_session_get_store (self->session), words, MOST_RESULTS, self->searching, searched_cb,
                              g_object_ref (self));
}

static void
result_activated_cb (AskwellSidebar *self,
                     GtkListBoxRow  *row)
{
  g_signal_emit (self, signals[OPEN], 0, (const char *) g_object_get_data (G_OBJECT (row), "id"));
}

static void
search_activate_cb (AskwellSidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->results, 0);

  if (row != NULL && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "results"))
    result_activated_cb (self, row);
}

static void
new_account_cb (AskwellSidebar *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->new_account))));

  if (*name == '\0')
    return;
  gtk_menu_button_popdown (self->add_button);
  gtk_editable_set_text (GTK_EDITABLE (self->new_account), "");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-account", "s", name);
}

static void
askwell_sidebar_dispose (GObject *object)
{
  AskwellSidebar *self = ASKWELL_SIDEBAR (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (self->tree != NULL)
    gtk_list_view_set_model (self->tree, NULL);
  self->tree = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->accounts);
  g_clear_object (&self->filter);
  g_clear_object (&self->account_sorter);
  g_clear_object (&self->plan_sorter);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (askwell_sidebar_parent_class)->dispose (object);
}

static void
askwell_sidebar_class_init (AskwellSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = askwell_sidebar_dispose;

  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellSidebar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, AskwellSidebar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AskwellSidebar, search_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellSidebar, add_button);
  gtk_widget_class_bind_template_child (widget_class, AskwellSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, AskwellSidebar, tree);
  gtk_widget_class_bind_template_child (widget_class, AskwellSidebar, results);
  gtk_widget_class_bind_template_child (widget_class, AskwellSidebar, new_account);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, result_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_account_cb);
}

static void
askwell_sidebar_init (AskwellSidebar *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_key (keys, "Delete|KP_Delete", delete_cb);
  add_key (keys, "Menu|<Shift>F10", menu_cb);
  gtk_widget_add_controller (GTK_WIDGET (self->tree), keys);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_kept, NULL, NULL));
  self->account_sorter = GTK_SORTER (gtk_custom_sorter_new (compare_accounts, NULL, NULL));
  self->plan_sorter = GTK_SORTER (gtk_custom_sorter_new (compare_plans, NULL, NULL));
}

/**
 * askwell_sidebar_set_session:
 * @self: a sidebar
 * @session: the session; set once
 */
void
askwell_sidebar_set_session (AskwellSidebar *self,
                             AskwellSession *session)
{
  g_return_if_fail (ASKWELL_IS_SIDEBAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  build_tree (self);
  g_signal_connect_object (askwell_session_get_library (session), "record-changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
}

static guint
find_row (AskwellSidebar *self,
          AskwellRecord  *record)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      g_autoptr (GObject) item = gtk_tree_list_row_get_item (row);
      g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (row);
      g_autoptr (GObject) owner = parent != NULL ? gtk_tree_list_row_get_item (parent) : NULL;

      if (item == G_OBJECT (record) && !ASKWELL_IS_AGENDA (owner))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * askwell_sidebar_select:
 * @self: a sidebar
 * @record: (nullable): the plan or account that is shown
 *
 * Unfolds what it is in, and selects it.
 */
void
askwell_sidebar_select (AskwellSidebar *self,
                        AskwellRecord  *record)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (ASKWELL_IS_SIDEBAR (self));

  if (self->rows == NULL)
    return;
  self->selecting = TRUE;
  if (record != NULL && ASKWELL_IS_PLAN (record))
    {
      guint owner = find_row (self, askwell_record_get_parent (record));
      g_autoptr (GtkTreeListRow) row = owner != GTK_INVALID_LIST_POSITION ? g_list_model_get_item (G_LIST_MODEL (self->rows), owner) : NULL;

      if (row != NULL)
        {
          gtk_tree_list_row_set_expanded (row, TRUE);
          askwell_store_load_async (askwell_session_get_store (self->session), askwell_record_get_parent (record), NULL, loaded_cb,
                                    g_object_ref (self));
        }
    }
  if (record != NULL)
    position = find_row (self, record);
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
}

void
askwell_sidebar_start_search (AskwellSidebar *self)
{
  g_return_if_fail (ASKWELL_IS_SIDEBAR (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * askwell_sidebar_get_words:
 * @self: a sidebar
 *
 * Returns: (transfer none): what is being searched for; "" when nothing is
 */
const char *
askwell_sidebar_get_words (AskwellSidebar *self)
{
  g_return_val_if_fail (ASKWELL_IS_SIDEBAR (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

/**
 * askwell_sidebar_ask_account:
 * @self: a sidebar
 *
 * Asks for the name of a new account.
 */
void
askwell_sidebar_ask_account (AskwellSidebar *self)
{
  g_return_if_fail (ASKWELL_IS_SIDEBAR (self));

  gtk_menu_button_popup (self->add_button);
  gtk_widget_grab_focus (GTK_WIDGET (self->new_account));
}

/**
 * askwell_sidebar_list_accounts:
 * @self: a sidebar that has a session
 *
 * Returns: (transfer full): the accounts by name, without those in the trash; kept up to date
 */
GListModel *
askwell_sidebar_list_accounts (AskwellSidebar *self)
{
  g_return_val_if_fail (ASKWELL_IS_SIDEBAR (self), NULL);

  return g_object_ref (self->accounts);
}
