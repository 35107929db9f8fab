/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-row-drag.h"

typedef struct
{
  GtkWidget *row; /* borrowed; it outlives its controllers */
  AskwellSession *session;
  AskwellRecord *record;
  char *label;
} Drag;

static void
drag_free (gpointer  data,
           GClosure *closure)
{
  Drag *drag = data;

  g_object_unref (drag->session);
  g_object_unref (drag->record);
  g_free (drag->label);
  g_free (drag);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       data)
{
  return gdk_content_provider_new_typed (ASKWELL_TYPE_RECORD, ((Drag *) data)->record);
}

static void
begin_cb (GtkDragSource *source,
          GdkDrag       *drag,
          gpointer       data)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (((Drag *) data)->row);

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       data)
{
  Drag *drag = data;

  return askwell_row_drag_move_to (drag->session, g_value_get_object (value), drag->record, drag->label);
}

/**
 * askwell_row_drag_set_up:
 * @row: the row, which takes other records of the list dropped on it
 * @handle: the part of it to drag it by
 * @session: the session
 * @record: what @row shows
 * @label: what a move is called, in words for a person
 */
void
askwell_row_drag_set_up (GtkWidget      *row,
                         GtkWidget      *handle,
                         AskwellSession *session,
                         AskwellRecord  *record,
                         const char     *label)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (ASKWELL_TYPE_RECORD, GDK_ACTION_MOVE);
  Drag *drag = g_new0 (Drag, 1);

  drag->row = row;
  drag->session = g_object_ref (session);
  drag->record = g_object_ref (record);
  drag->label = g_strdup (label);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), drag);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), drag);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));

  g_signal_connect_data (target, "drop", G_CALLBACK (drop_cb), drag, drag_free, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/**
 * askwell_row_drag_move_to:
 * @session: the session
 * @record: (nullable): a record
 * @to: another record of the same list, whose place @record takes
 * @label: what is done, in words for a person
 *
 * Returns: whether it moved
 */
gboolean
askwell_row_drag_move_to (AskwellSession *session,
                          AskwellRecord  *record,
                          AskwellRecord  *to,
                          const char     *label)
{
  g_autoptr (AskwellSession) hold = NULL;
  g_autofree char *words = NULL;
  AskwellRecordList *list;
  guint index;

  g_return_val_if_fail (ASKWELL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (ASKWELL_IS_RECORD (to), FALSE);

  list = askwell_record_get_list (to);
  if (record == NULL || record == to || list == NULL || askwell_record_get_list (record) != list ||
      !askwell_record_list_index_of (list, to, &index))
    return FALSE;

  /* The row that called, and with it the session and the label it holds, may be gone after the move. */
  hold = g_object_ref (session);
  words = g_strdup (label);
  askwell_session_begin_change (hold, words);
  askwell_record_list_move (list, record, index);
  askwell_session_end_change (hold, FALSE);
  return TRUE;
}

/**
 * askwell_row_drag_move:
 * @session: the session
 * @record: a record
 * @step: how far towards the end; negative towards the start
 * @label: what is done, in words for a person
 *
 * Returns: whether it moved
 */
gboolean
askwell_row_drag_move (AskwellSession *session,
                       AskwellRecord  *record,
                       int             step,
                       const char     *label)
{
  AskwellRecordList *list = askwell_record_get_list (record);
  AskwellRecord *to;
  guint index;

  if (list == NULL || !askwell_record_list_index_of (list, record, &index) || (int) index + step < 0)
    return FALSE;
  to = askwell_record_list_get (list, (guint) ((int) index + step));
  return to != NULL && askwell_row_drag_move_to (session, record, to, label);
}
