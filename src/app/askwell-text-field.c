/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-finding-popover.h"
#include "askwell-text-field.h"

/*
 * The one editor of text in the program. What is typed goes to the record's field at each change, and from there to the store; a change that
 * comes from elsewhere (undo, the next window, an import) comes back the same way. The text is compared before either is set, so the two do not
 * chase each other.
 */

struct _AskwellTextField
{
  GtkTextView parent_instance;

  AskwellSession *session;
  AskwellRecord *record;
  guint field; /* index in the record's table */
  gulong record_handler;

  AskwellHighlighter *highlighter;
  GtkWidget *popover; /* of the finding that is shown; NULL while none is */
  guint hover_id;
  int hover_x, hover_y;

  char *placeholder;
  PangoLayout *placeholder_layout;

  guint single : 1;
  guint checked : 1;
  guint loading : 1; /* the buffer is being filled from the record */
};

G_DEFINE_FINAL_TYPE (AskwellTextField, askwell_text_field, GTK_TYPE_TEXT_VIEW)

#define HOVER_MILLISECONDS 450

enum
{
  PROP_0,
  PROP_PLACEHOLDER,
  PROP_SINGLE,
  PROP_CHECKED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  ACTIVATE,
  RUB_OUT,
  FINDINGS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (AskwellTextField *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
load_text (AskwellTextField *self)
{
  const char *text = self->record != NULL ? askwell_record_get_text (self->record, self->field) : "";
  g_autofree char *shown = askwell_text_field_dup_text (self);
  g_autofree char *clean = askwell_record_clean_text (shown, FALSE);

  if (g_str_equal (text, shown) || (self->record != NULL && g_str_equal (text, clean)))
    return;

  self->loading = TRUE;
  gtk_text_buffer_begin_irreversible_action (get_buffer (self));
  gtk_text_buffer_set_text (get_buffer (self), text, -1);
  gtk_text_buffer_end_irreversible_action (get_buffer (self));
  self->loading = FALSE;
}

static void
buffer_changed_cb (AskwellTextField *self)
{
  g_autofree char *text = NULL;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->loading || self->record == NULL)
    return;
  text = askwell_text_field_dup_text (self);
  askwell_record_set_text (self->record, self->field, text);
}

static void
findings_changed_cb (AskwellTextField *self)
{
  g_signal_emit (self, signals[FINDINGS_CHANGED], 0);
}

static void
update_highlighter (AskwellTextField *self)
{
  if (!self->checked || self->session == NULL || self->highlighter != NULL)
    return;
  self->highlighter = askwell_highlighter_new (get_buffer (self), self->session);
  askwell_highlighter_set_record (self->highlighter, self->record);
  g_signal_connect_object (self->highlighter, "changed", G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
}

/* The popover of a finding */

static void
popover_closed_cb (AskwellTextField *self)
{
  GtkWidget *popover = g_steal_pointer (&self->popover);

  if (popover != NULL)
    gtk_widget_unparent (popover);
}

static void
show_popover (AskwellTextField     *self,
              const AskwellFinding *finding,
              gboolean              take_focus)
{
  GdkRectangle area, last;
  GtkTextIter start, end;

  if (self->popover != NULL)
    popover_closed_cb (self);

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &start, (int) finding->start);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &end, (int) finding->end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &start, &area);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &end, &last);
  if (last.y == area.y)
    area.width = MAX (1, last.x - area.x);
  else
    area.width = MAX (1, area.width);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, area.x, area.y, &area.x, &area.y);

  self->popover = askwell_finding_popover_new (self->session, self->record, self->field, finding, get_buffer (self));
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), take_focus);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gboolean
find_at_point (AskwellTextField *self,
               int               x,
               int               y,
               AskwellFinding   *finding)
{
  GtkTextIter iter;

  if (self->highlighter == NULL)
    return FALSE;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &x, &y);
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, x, y))
    return FALSE;
  return askwell_highlighter_find_at (self->highlighter, &iter, finding);
}

static gboolean
hover_cb (gpointer data)
{
  AskwellTextField *self = data;
  AskwellFinding finding;

  self->hover_id = 0;
  if (self->popover == NULL && find_at_point (self, self->hover_x, self->hover_y, &finding))
    show_popover (self, &finding, FALSE);
  return G_SOURCE_REMOVE;
}

static void
motion_cb (AskwellTextField *self,
           double            x,
           double            y)
{
  if (ABS ((int) x - self->hover_x) + ABS ((int) y - self->hover_y) < 2)
    return;
  self->hover_x = (int) x;
  self->hover_y = (int) y;
  g_clear_handle_id (&self->hover_id, g_source_remove);
  if (self->highlighter != NULL && self->popover == NULL)
    self->hover_id = g_timeout_add (HOVER_MILLISECONDS, hover_cb, self);
}

static void
leave_cb (AskwellTextField *self)
{
  g_clear_handle_id (&self->hover_id, g_source_remove);
}

static void
released_cb (AskwellTextField *self,
             int               n_press,
             double            x,
             double            y)
{
  AskwellFinding finding;
  GtkTextIter start, end;

  if (n_press != 1 || gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return;
  if (find_at_point (self, (int) x, (int) y, &finding))
    show_popover (self, &finding, TRUE);
}

static gboolean
key_pressed_cb (AskwellTextField *self,
                guint             key,
                guint             code,
                GdkModifierType   modifiers)
{
  const GdkModifierType control = GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK;

  if (self->popover != NULL && !gtk_popover_get_autohide (GTK_POPOVER (self->popover)))
    gtk_popover_popdown (GTK_POPOVER (self->popover));

  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && self->single && (modifiers & control) == 0)
    {
      g_signal_emit (self, signals[ACTIVATE], 0);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_BackSpace && (modifiers & control) == 0 && gtk_text_buffer_get_char_count (get_buffer (self)) == 0)
    {
      g_signal_emit (self, signals[RUB_OUT], 0);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
focus_leave_cb (AskwellTextField *self)
{
  if (self->highlighter != NULL)
    askwell_highlighter_settle (self->highlighter);
}

static void
show_finding_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  askwell_text_field_show_finding (ASKWELL_TEXT_FIELD (widget));
}

/* Widget */

static void
askwell_text_field_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  AskwellTextField *self = ASKWELL_TEXT_FIELD (widget);

  GTK_WIDGET_CLASS (askwell_text_field_parent_class)->snapshot (widget, snapshot);

  if (self->placeholder != NULL && gtk_text_buffer_get_char_count (get_buffer (self)) == 0)
    {
      GdkRectangle location;
      GtkTextIter start;
      GdkRGBA colour;
      int x, y;

      if (self->placeholder_layout == NULL)
        self->placeholder_layout = gtk_widget_create_pango_layout (widget, self->placeholder);
      pango_layout_set_width (self->placeholder_layout,
                              MAX (1, gtk_widget_get_width (widget) - gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self))) *
                                  PANGO_SCALE);
      pango_layout_set_height (self->placeholder_layout, -1);
      pango_layout_set_ellipsize (self->placeholder_layout, PANGO_ELLIPSIZE_END);
      gtk_text_buffer_get_start_iter (get_buffer (self), &start);
      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &start, &location);
      gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, location.x, location.y, &x, &y);
      gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
      colour.alpha *= 0.55f;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
      gtk_snapshot_append_layout (snapshot, self->placeholder_layout, &colour);
      gtk_snapshot_restore (snapshot);
    }
}

static void
askwell_text_field_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  AskwellTextField *self = ASKWELL_TEXT_FIELD (widget);

  GTK_WIDGET_CLASS (askwell_text_field_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
askwell_text_field_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  g_clear_object (&ASKWELL_TEXT_FIELD (widget)->placeholder_layout);
  GTK_WIDGET_CLASS (askwell_text_field_parent_class)->css_changed (widget, change);
}

static void
askwell_text_field_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  AskwellTextField *self = ASKWELL_TEXT_FIELD (object);

  switch (prop_id)
    {
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_SINGLE:
      g_value_set_boolean (value, self->single);
      break;
    case PROP_CHECKED:
      g_value_set_boolean (value, self->checked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_text_field_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  AskwellTextField *self = ASKWELL_TEXT_FIELD (object);

  switch (prop_id)
    {
    case PROP_PLACEHOLDER:
      askwell_text_field_set_placeholder (self, g_value_get_string (value));
      break;
    case PROP_SINGLE:
      self->single = g_value_get_boolean (value);
      break;
    case PROP_CHECKED:
      self->checked = g_value_get_boolean (value);
      update_highlighter (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_text_field_dispose (GObject *object)
{
  AskwellTextField *self = ASKWELL_TEXT_FIELD (object);

  g_clear_handle_id (&self->hover_id, g_source_remove);
  if (self->popover != NULL)
    popover_closed_cb (self);
  g_clear_object (&self->highlighter);
  if (self->record != NULL)
    g_clear_signal_handler (&self->record_handler, self->record);
  g_clear_object (&self->record);
  g_clear_object (&self->session);
  g_clear_object (&self->placeholder_layout);

  G_OBJECT_CLASS (askwell_text_field_parent_class)->dispose (object);
}

static void
askwell_text_field_finalize (GObject *object)
{
  AskwellTextField *self = ASKWELL_TEXT_FIELD (object);

  g_free (self->placeholder);

  G_OBJECT_CLASS (askwell_text_field_parent_class)->finalize (object);
}

static void
askwell_text_field_class_init (AskwellTextFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = askwell_text_field_get_property;
  object_class->set_property = askwell_text_field_set_property;
  object_class->dispose = askwell_text_field_dispose;
  object_class->finalize = askwell_text_field_finalize;
  widget_class->snapshot = askwell_text_field_snapshot;
  widget_class->size_allocate = askwell_text_field_size_allocate;
  widget_class->css_changed = askwell_text_field_css_changed;

  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SINGLE] = g_param_spec_boolean ("single", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHECKED] = g_param_spec_boolean ("checked", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RUB_OUT] = g_signal_new ("rub-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FINDINGS_CHANGED] =
      g_signal_new ("findings-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "text.show-finding", NULL, show_finding_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_period, GDK_CONTROL_MASK, "text.show-finding", NULL);
  gtk_widget_class_set_css_name (widget_class, "textview");
}

static void
askwell_text_field_init (AskwellTextField *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "text-field");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  gtk_text_buffer_set_enable_undo (get_buffer (self), TRUE);

  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
askwell_text_field_new (void)
{
  return g_object_new (ASKWELL_TYPE_TEXT_FIELD, NULL);
}

void
askwell_text_field_set_session (AskwellTextField *self,
                                AskwellSession   *session)
{
  g_return_if_fail (ASKWELL_IS_TEXT_FIELD (self));

  if (g_set_object (&self->session, session))
    update_highlighter (self);
}

/**
 * askwell_text_field_bind:
 * @self: a text field
 * @record: (nullable): the record to edit
 * @field: name of the field of it that holds the text
 */
void
askwell_text_field_bind (AskwellTextField *self,
                         AskwellRecord    *record,
                         const char       *field)
{
  g_return_if_fail (ASKWELL_IS_TEXT_FIELD (self));

  if (self->record != NULL)
    g_clear_signal_handler (&self->record_handler, self->record);
  if (self->highlighter != NULL)
    askwell_highlighter_settle (self->highlighter);

  g_set_object (&self->record, record);
  if (record != NULL)
    {
      g_autofree char *signal = g_strdup_printf ("notify::%s", field);
      int index = askwell_record_find_field (ASKWELL_RECORD_GET_CLASS (record), field);

      g_return_if_fail (index >= 0);
      self->field = (guint) index;
      self->record_handler = g_signal_connect_swapped (record, signal, G_CALLBACK (load_text), self);
    }
  load_text (self);
  if (self->highlighter != NULL)
    askwell_highlighter_set_record (self->highlighter, record);
}

AskwellRecord *
askwell_text_field_get_record (AskwellTextField *self)
{
  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), NULL);

  return self->record;
}

AskwellHighlighter *
askwell_text_field_get_highlighter (AskwellTextField *self)
{
  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), NULL);

  return self->highlighter;
}

char *
askwell_text_field_dup_text (AskwellTextField *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), NULL);

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);
}

/**
 * askwell_text_field_set_placeholder:
 * @self: a text field
 * @placeholder: (nullable): what stands there while it is empty; also its name for a screen reader
 */
void
askwell_text_field_set_placeholder (AskwellTextField *self,
                                    const char       *placeholder)
{
  g_return_if_fail (ASKWELL_IS_TEXT_FIELD (self));

  if (g_strcmp0 (self->placeholder, placeholder) != 0)
    {
      g_free (self->placeholder);
      self->placeholder = g_strdup (placeholder);
      g_clear_object (&self->placeholder_layout);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      placeholder != NULL ? placeholder : "", -1);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACEHOLDER]);
    }
}

/**
 * askwell_text_field_go_to_finding:
 * @self: a text field
 * @backward: whether towards the start
 *
 * Puts the cursor on the next finding after it, or the one before.
 *
 * Returns: whether there is one
 */
gboolean
askwell_text_field_go_to_finding (AskwellTextField *self,
                                  gboolean          backward)
{
  GtkTextBuffer *buffer = get_buffer (self);
  AskwellFinding finding;
  GtkTextIter iter, end;
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (self));

  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), FALSE);

  if (self->highlighter == NULL)
    return FALSE;
  askwell_highlighter_settle (self->highlighter);

  if (focused)
    {
      gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
      if (!askwell_highlighter_find_next (self->highlighter, &iter, backward, &finding))
        return FALSE;
    }
  else
    {
      guint n_findings = askwell_highlighter_get_n_findings (self->highlighter);

      if (n_findings == 0 || !askwell_highlighter_get_nth (self->highlighter, backward ? n_findings - 1 : 0, &finding))
        return FALSE;
    }

  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) finding.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) finding.end);
  gtk_text_buffer_select_range (buffer, &iter, &end);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
  return TRUE;
}

/**
 * askwell_text_field_show_finding:
 * @self: a text field
 *
 * Opens the popover of the finding at the cursor.
 *
 * Returns: whether there is one
 */
gboolean
askwell_text_field_show_finding (AskwellTextField *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  AskwellFinding finding;
  GtkTextIter iter;

  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), FALSE);

  if (self->highlighter == NULL)
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (!askwell_highlighter_find_at (self->highlighter, &iter, &finding))
    return FALSE;
  show_popover (self, &finding, TRUE);
  return TRUE;
}
