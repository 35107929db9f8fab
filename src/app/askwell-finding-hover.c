/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-finding-hover.h"

#include "askwell-finding-popover.h"

/*
 * A popover that came because the pointer rests on a finding, or because it was clicked, takes no focus: the person goes on typing, and it goes away
 * with the first key, or when the pointer leaves both the finding and the popover for a moment. One that was asked for from the keyboard takes the
 * focus, and Escape gives it back.
 */

#define HOVER_MILLISECONDS 450
#define LEAVE_MILLISECONDS 300

struct _AskwellFindingHover
{
  GObject parent_instance;

  GtkTextView *view; /* borrowed; it owns us */
  AskwellHighlighter *highlighter;
  AskwellSession *session;
  AskwellRecord *record;

  GtkWidget *popover; /* NULL while none is shown, but for a moment after it closed */
  guint start;        /* of the finding it is about */
  guint hover_id;
  guint leave_id;
  guint drop_id;
  int x, y;
};

G_DEFINE_FINAL_TYPE (AskwellFindingHover, askwell_finding_hover, G_TYPE_OBJECT)

static gboolean
find_at_point (AskwellFindingHover *self,
               int                  x,
               int                  y,
               AskwellFinding      *finding)
{
  GtkTextIter iter;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x, y, &x, &y);
  return gtk_text_view_get_iter_at_location (self->view, &iter, x, y) &&
         askwell_highlighter_find_at (self->highlighter, &iter, finding);
}

/* The shadow of a popover may take the pointer away from a finding on which it still rests. */
static gboolean
pointer_rests (AskwellFindingHover *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self->view));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self->view)));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;
  AskwellFinding finding;
  double x, y, shift_x, shift_y;

  if (surface == NULL || pointer == NULL || !gdk_surface_get_device_position (surface, pointer, &x, &y, NULL))
    return FALSE;
  gtk_native_get_surface_transform (native, &shift_x, &shift_y);
  return gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self->view), x - shift_x, y - shift_y, &x, &y) &&
         find_at_point (self, (int) x, (int) y, &finding) && finding.start == self->start;
}

static gboolean
leave_timeout_cb (gpointer data)
{
  AskwellFindingHover *self = data;

  if (pointer_rests (self))
    return G_SOURCE_CONTINUE;
  self->leave_id = 0;
  askwell_finding_hover_hide (self);
  return G_SOURCE_REMOVE;
}

static void
begin_leaving (AskwellFindingHover *self)
{
  if (self->popover != NULL && !gtk_popover_get_autohide (GTK_POPOVER (self->popover)) && self->leave_id == 0)
    self->leave_id = g_timeout_add (LEAVE_MILLISECONDS, leave_timeout_cb, self);
}

static void
stop_leaving (AskwellFindingHover *self)
{
  g_clear_handle_id (&self->leave_id, g_source_remove);
}

/* GTK 4.8 may keep a popover that had the focus; ours lets go of what it holds all the same. */
static void
drop_popover (AskwellFindingHover *self)
{
  g_autoptr (GtkWidget) hold = NULL;

  g_clear_handle_id (&self->drop_id, g_source_remove);
  stop_leaving (self);
  if (self->popover == NULL)
    return;
  hold = g_object_ref (g_steal_pointer (&self->popover));
  gtk_widget_unparent (hold);
  g_object_run_dispose (G_OBJECT (hold));
}

static gboolean
drop_cb (gpointer data)
{
  AskwellFindingHover *self = data;

  self->drop_id = 0;
  drop_popover (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: a popover that has the focus is not done with it yet. */
static void
closed_cb (AskwellFindingHover *self)
{
  stop_leaving (self);
  if (self->drop_id == 0)
    self->drop_id = g_idle_add (drop_cb, self);
}

static void
show (AskwellFindingHover  *self,
      const AskwellFinding *finding,
      gboolean              take_focus)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GdkRectangle area, last;
  GtkTextIter start, end;

  drop_popover (self);

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) finding->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) finding->end);
  gtk_text_view_get_iter_location (self->view, &start, &area);
  gtk_text_view_get_iter_location (self->view, &end, &last);
  area.width = MAX (1, last.y == area.y ? ABS (last.x - area.x) : area.width);
  if (last.y == area.y)
    area.x = MIN (area.x, last.x);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, area.x, area.y, &area.x, &area.y);

  self->start = finding->start;
  self->popover = askwell_finding_popover_new (self->session, self->record, finding, buffer);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), take_focus);
  g_signal_connect_object (motion, "enter", G_CALLBACK (stop_leaving), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (begin_leaving), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->popover, motion);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->view));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gboolean
hover_cb (gpointer data)
{
  AskwellFindingHover *self = data;
  AskwellFinding finding;

  self->hover_id = 0;
  if (self->popover == NULL && find_at_point (self, self->x, self->y, &finding))
    show (self, &finding, FALSE);
  return G_SOURCE_REMOVE;
}

static void
motion_cb (AskwellFindingHover *self,
           double               x,
           double               y)
{
  AskwellFinding finding;

  if (ABS ((int) x - self->x) + ABS ((int) y - self->y) < 2)
    return;
  self->x = (int) x;
  self->y = (int) y;
  g_clear_handle_id (&self->hover_id, g_source_remove);
  if (self->popover == NULL)
    self->hover_id = g_timeout_add (HOVER_MILLISECONDS, hover_cb, self);
  else if (find_at_point (self, self->x, self->y, &finding) && finding.start == self->start)
    stop_leaving (self);
  else
    begin_leaving (self);
}

static void
leave_cb (AskwellFindingHover *self)
{
  g_clear_handle_id (&self->hover_id, g_source_remove);
  begin_leaving (self);
}

static void
released_cb (AskwellFindingHover *self,
             int                  n_press,
             double               x,
             double               y)
{
  GtkTextIter start, end;
  AskwellFinding finding;

  if (n_press != 1 || gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (self->view), &start, &end))
    return;
  g_clear_handle_id (&self->hover_id, g_source_remove);
  if (find_at_point (self, (int) x, (int) y, &finding))
    show (self, &finding, FALSE);
}

static void
askwell_finding_hover_dispose (GObject *object)
{
  AskwellFindingHover *self = ASKWELL_FINDING_HOVER (object);

  g_clear_handle_id (&self->hover_id, g_source_remove);
  drop_popover (self);
  g_clear_object (&self->highlighter);
  g_clear_object (&self->session);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (askwell_finding_hover_parent_class)->dispose (object);
}

static void
askwell_finding_hover_class_init (AskwellFindingHoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = askwell_finding_hover_dispose;
}

static void
askwell_finding_hover_init (AskwellFindingHover *self)
{
}

/**
 * askwell_finding_hover_new:
 * @view: a text view; must outlive the result
 * @highlighter: of its buffer
 * @session: the session
 *
 * Returns: (transfer full): what shows the findings of @view
 */
AskwellFindingHover *
askwell_finding_hover_new (GtkTextView        *view,
                           AskwellHighlighter *highlighter,
                           AskwellSession     *session)
{
  AskwellFindingHover *self = g_object_new (ASKWELL_TYPE_FINDING_HOVER, NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->view = view;
  self->highlighter = g_object_ref (highlighter);
  self->session = g_object_ref (session);

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), motion);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  return self;
}

void
askwell_finding_hover_set_record (AskwellFindingHover *self,
                                  AskwellRecord       *record)
{
  g_return_if_fail (ASKWELL_IS_FINDING_HOVER (self));

  askwell_finding_hover_hide (self);
  g_set_object (&self->record, record);
}

/**
 * askwell_finding_hover_show:
 * @self: a finding hover
 *
 * Opens the popover of the finding at the cursor, and gives it the focus.
 *
 * Returns: whether there is one
 */
gboolean
askwell_finding_hover_show (AskwellFindingHover *self)
{
  GtkTextBuffer *buffer;
  AskwellFinding finding;
  GtkTextIter iter;

  g_return_val_if_fail (ASKWELL_IS_FINDING_HOVER (self), FALSE);

  buffer = gtk_text_view_get_buffer (self->view);
  askwell_highlighter_settle (self->highlighter);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (!askwell_highlighter_find_at (self->highlighter, &iter, &finding))
    return FALSE;
  show (self, &finding, TRUE);
  return TRUE;
}

void
askwell_finding_hover_hide (AskwellFindingHover *self)
{
  g_return_if_fail (ASKWELL_IS_FINDING_HOVER (self));

  g_clear_handle_id (&self->hover_id, g_source_remove);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* For the view's size_allocate. */
void
askwell_finding_hover_present (AskwellFindingHover *self)
{
  g_return_if_fail (ASKWELL_IS_FINDING_HOVER (self));

  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

/**
 * askwell_finding_hover_get_popover:
 * @self: a finding hover
 *
 * Returns: (transfer none) (nullable): the popover that is shown
 */
GtkWidget *
askwell_finding_hover_get_popover (AskwellFindingHover *self)
{
  g_return_val_if_fail (ASKWELL_IS_FINDING_HOVER (self), NULL);

  return self->popover;
}
