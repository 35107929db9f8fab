/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-text-field-private.h"

#define LONGEST_MEASURED 20000
#define USUAL_WIDTH 400

G_DEFINE_FINAL_TYPE (AskwellTextField, askwell_text_field, GTK_TYPE_TEXT_VIEW)

enum
{
  PROP_0,
  PROP_PLACEHOLDER,
  PROP_LABEL,
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

GtkTextBuffer *
askwell_text_field_get_buffer (AskwellTextField *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

void
askwell_text_field_tell_findings (AskwellTextField *self)
{
  g_signal_emit (self, signals[FINDINGS_CHANGED], 0);
}

static gboolean
key_pressed_cb (AskwellTextField      *self,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                GtkEventControllerKey *keys)
{
  const GdkModifierType held = modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);

  if (self->hover != NULL)
    askwell_finding_hover_hide (self->hover);

  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    {
      if (!self->single || held != 0)
        return GDK_EVENT_PROPAGATE;
      /* Enter may be what ends a word that is being composed. */
      if (!gtk_text_view_im_context_filter_keypress (GTK_TEXT_VIEW (self),
                                                     gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (keys))))
        g_signal_emit (self, signals[ACTIVATE], 0);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_BackSpace && held == 0 && self->single && gtk_text_buffer_get_char_count (askwell_text_field_get_buffer (self)) == 0)
    {
      if (!gtk_text_view_im_context_filter_keypress (GTK_TEXT_VIEW (self),
                                                     gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (keys))))
        g_signal_emit (self, signals[RUB_OUT], 0);
      return GDK_EVENT_STOP;
    }
  /* The text view itself takes this for its emoji chooser; where there is a finding, the finding is meant. */
  if (key == GDK_KEY_period && held == GDK_CONTROL_MASK)
    return askwell_text_field_show_finding (self);
  return GDK_EVENT_PROPAGATE;
}

static void
focus_leave_cb (AskwellTextField *self)
{
  askwell_text_field_store_waiting_text (self);
  if (self->highlighter != NULL)
    askwell_highlighter_settle (self->highlighter);
}

static void
update_label (AskwellTextField *self)
{
  const char *label = self->label != NULL ? self->label : self->placeholder;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : "", -1);
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

  if (self->placeholder != NULL && gtk_text_buffer_get_char_count (askwell_text_field_get_buffer (self)) == 0)
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
      gtk_text_buffer_get_start_iter (askwell_text_field_get_buffer (self), &start);
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

/* The height of the text in lines of @width. */
static int
measure_text (AskwellTextField *self,
              int               width)
{
  g_autofree char *text = askwell_text_field_dup_text (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  int available = width - gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) - gtk_text_view_get_right_margin (GTK_TEXT_VIEW (self));
  int height = gtk_text_view_get_top_margin (GTK_TEXT_VIEW (self)) + gtk_text_view_get_bottom_margin (GTK_TEXT_VIEW (self));
  const char *paragraph = text;
  gboolean last;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (1, available) * PANGO_SCALE);
  do
    {
      int end, next, line_height;

      pango_find_paragraph_boundary (paragraph, -1, &end, &next);
      pango_layout_set_text (layout, paragraph, end);
      pango_layout_get_pixel_size (layout, NULL, &line_height);
      height += line_height;
      last = next == end;
      paragraph += next;
    }
  while (!last);
  return height;
}

static GtkSizeRequestMode
askwell_text_field_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/*
 * A text view gives as its height that of the lines as it laid them out last, in whatever width that was; of one that was never shown it is none, and
 * of one that was shown first in no width it may stay at one letter a line. So the height of a text of ordinary length is measured here. A long text
 * has been on screen before it became long.
 */
static void
askwell_text_field_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  AskwellTextField *self = ASKWELL_TEXT_FIELD (widget);

  GTK_WIDGET_CLASS (askwell_text_field_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation != GTK_ORIENTATION_VERTICAL || gtk_text_buffer_get_char_count (askwell_text_field_get_buffer (self)) > LONGEST_MEASURED)
    return;
  /* Without a width the text is taken to be one line a paragraph, which a card never gets. */
  if (for_size < 0)
    for_size = gtk_widget_get_width (widget) > 0 ? gtk_widget_get_width (widget) : USUAL_WIDTH;
  if (self->measured_width != for_size)
    {
      self->measured_width = for_size;
      self->measured_height = measure_text (self, for_size);
    }
  *minimum = *natural = self->measured_height;
}

static void
askwell_text_field_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  AskwellTextField *self = ASKWELL_TEXT_FIELD (widget);

  GTK_WIDGET_CLASS (askwell_text_field_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->hover != NULL)
    askwell_finding_hover_present (self->hover);
}

static void
askwell_text_field_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  g_clear_object (&ASKWELL_TEXT_FIELD (widget)->placeholder_layout);
  ASKWELL_TEXT_FIELD (widget)->measured_width = 0;
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
    case PROP_LABEL:
      g_value_set_string (value, self->label);
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
    case PROP_LABEL:
      g_free (self->label);
      self->label = g_value_dup_string (value);
      update_label (self);
      break;
    case PROP_SINGLE:
      self->single = g_value_get_boolean (value);
      break;
    case PROP_CHECKED:
      self->checked = g_value_get_boolean (value);
      askwell_text_field_update_highlighter (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_text_field_dispose (GObject *object)
{
  AskwellTextField *self = ASKWELL_TEXT_FIELD (object);

  if (self->record != NULL)
    askwell_text_field_store_waiting_text (self);
  if (self->hover != NULL)
    g_object_run_dispose (G_OBJECT (self->hover));
  g_clear_object (&self->hover);
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
  g_free (self->label);
  g_free (self->description);

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
  widget_class->get_request_mode = askwell_text_field_get_request_mode;
  widget_class->measure = askwell_text_field_measure;
  widget_class->size_allocate = askwell_text_field_size_allocate;
  widget_class->css_changed = askwell_text_field_css_changed;

  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* What a screen reader calls it; the placeholder when not set. */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SINGLE] = g_param_spec_boolean ("single", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHECKED] = g_param_spec_boolean ("checked", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RUB_OUT] = g_signal_new ("rub-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FINDINGS_CHANGED] =
      g_signal_new ("findings-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "text.show-finding", NULL, show_finding_action);
  gtk_widget_class_set_css_name (widget_class, "textview");
}

static void
askwell_text_field_init (AskwellTextField *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "text-field");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  gtk_text_buffer_set_enable_undo (askwell_text_field_get_buffer (self), TRUE);

  g_signal_connect_object (askwell_text_field_get_buffer (self), "insert-text", G_CALLBACK (askwell_text_field_insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (askwell_text_field_get_buffer (self), "changed", G_CALLBACK (askwell_text_field_buffer_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  g_menu_append (menu, _ ("_Explain What Is Marked Here"), "text.show-finding");
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self), G_MENU_MODEL (menu));
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
    askwell_text_field_update_highlighter (self);
}

char *
askwell_text_field_dup_text (AskwellTextField *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), NULL);

  gtk_text_buffer_get_bounds (askwell_text_field_get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (askwell_text_field_get_buffer (self), &start, &end, TRUE);
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
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                      placeholder != NULL ? placeholder : "", -1);
      update_label (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACEHOLDER]);
    }
}

/**
 * askwell_text_field_select:
 * @self: a text field
 * @start: first code point
 * @end: one past the last code point
 *
 * Gives it the focus, with that part of its text selected.
 */
void
askwell_text_field_select (AskwellTextField *self,
                           guint             start,
                           guint             end)
{
  GtkTextBuffer *buffer = askwell_text_field_get_buffer (self);
  GtkTextIter from, to;

  g_return_if_fail (ASKWELL_IS_TEXT_FIELD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) end);
  gtk_text_buffer_select_range (buffer, &from, &to);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}

/**
 * askwell_text_field_grab_end:
 * @self: a text field
 *
 * Gives it the focus, with the cursor behind the text.
 */
void
askwell_text_field_grab_end (AskwellTextField *self)
{
  GtkTextIter end;

  g_return_if_fail (ASKWELL_IS_TEXT_FIELD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_text_buffer_get_end_iter (askwell_text_field_get_buffer (self), &end);
  gtk_text_buffer_place_cursor (askwell_text_field_get_buffer (self), &end);
}
