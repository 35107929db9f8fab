/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "askwell-text-field.h"

#include "askwell-finding-hover.h"
#include "paper/askwell-format.h"

/*
 * The one editor of text in the program. What is typed goes to the record's field at each change, and from there to the store; a change that
 * comes from elsewhere (undo, the next window, an import) comes back the same way, and only the part of the text that differs is replaced, so that
 * the cursor and the findings stay where they are.
 *
 * Copying a text of a megabyte at each key would be felt: one over LARGE_TEXT bytes is handed to the record when the typing pauses for
 * LARGE_TEXT_MILLISECONDS, when the focus leaves, and before the field shows another record.
 */

#define LARGE_TEXT 65536
#define LARGE_TEXT_MILLISECONDS 250

struct _AskwellTextField
{
  GtkTextView parent_instance;

  AskwellSession *session;
  AskwellRecord *record;
  guint field; /* index in the record's table */
  gulong record_handler;

  AskwellHighlighter *highlighter;
  AskwellFindingHover *hover;

  char *placeholder;
  char *label;
  char *description; /* of the finding at the cursor; NULL for none */
  PangoLayout *placeholder_layout;
  guint store_id; /* a large text waits to be handed to the record */

  guint single : 1;
  guint checked : 1;
  guint one_line : 1; /* the record's field cannot hold line ends */
  guint loading : 1;  /* the buffer is being filled from the record */
  guint storing : 1;  /* and the other way round */
};

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

static GtkTextBuffer *
get_buffer (AskwellTextField *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
store_text (AskwellTextField *self)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->store_id, g_source_remove);
  if (self->record == NULL)
    return;
  text = askwell_text_field_dup_text (self);
  self->storing = TRUE;
  askwell_record_set_text (self->record, self->field, text);
  self->storing = FALSE;
}

static void
store_waiting_text (AskwellTextField *self)
{
  if (self->store_id != 0)
    store_text (self);
}

static gboolean
store_cb (gpointer data)
{
  AskwellTextField *self = data;

  self->store_id = 0;
  store_text (self);
  return G_SOURCE_REMOVE;
}

/* Puts @text in the place of @shown, leaving alone what they begin and end with in common. */
static void
replace_text (AskwellTextField *self,
              const char       *shown,
              const char       *text)
{
  GtkTextBuffer *buffer = get_buffer (self);
  const char *shown_end = shown + strlen (shown);
  const char *text_end = text + strlen (text);
  const char *from = shown, *with = text;
  GtkTextIter start, end;

  while (*from != '\0' && *from == *with)
    {
      from++;
      with++;
    }
  while (from > shown && (*from & 0xC0) == 0x80)
    {
      from--;
      with--;
    }
  while (shown_end > from && text_end > with && shown_end[-1] == text_end[-1])
    {
      shown_end--;
      text_end--;
    }
  while ((*shown_end & 0xC0) == 0x80)
    {
      shown_end++;
      text_end++;
    }

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_utf8_strlen (shown, from - shown));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) g_utf8_strlen (shown, shown_end - shown));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, with, (int) (text_end - with));
}

static void
load_text (AskwellTextField *self)
{
  const char *text = self->record != NULL ? askwell_record_get_text (self->record, self->field) : "";
  g_autofree char *shown = NULL;

  if (self->storing)
    return;
  shown = askwell_text_field_dup_text (self);
  if (g_str_equal (text, shown))
    return;

  g_clear_handle_id (&self->store_id, g_source_remove);
  self->loading = TRUE;
  gtk_text_buffer_begin_irreversible_action (get_buffer (self));
  replace_text (self, shown, text);
  gtk_text_buffer_end_irreversible_action (get_buffer (self));
  self->loading = FALSE;
}

static void
insert_text_cb (AskwellTextField *self,
                GtkTextIter      *where,
                const char       *text,
                int               length,
                GtkTextBuffer    *buffer)
{
  g_autofree char *given = NULL;
  g_autofree char *clean = NULL;

  if (!self->one_line)
    return;
  given = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  clean = askwell_record_clean_text (given, TRUE);
  if (g_str_equal (given, clean))
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, where, clean, -1);
}

static void
buffer_changed_cb (AskwellTextField *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->loading || self->record == NULL)
    return;
  if (gtk_text_buffer_get_char_count (get_buffer (self)) <= LARGE_TEXT)
    store_text (self);
  else
    {
      g_clear_handle_id (&self->store_id, g_source_remove);
      self->store_id = g_timeout_add (LARGE_TEXT_MILLISECONDS, store_cb, self);
    }
}

/* What a screen reader says of the place the cursor is at: the finding there, and why it is one. */
static void
update_description (AskwellTextField *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autofree char *description = NULL;
  AskwellFinding finding;
  GtkTextIter iter;

  if (self->highlighter == NULL)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (askwell_highlighter_find_at (self->highlighter, &iter, &finding))
    /* Translators: a kind of finding, and why it is marked */
    description = g_strdup_printf (_ ("%s: %s"), askwell_format_finding_kind (finding.kind), finding.message);
  if (g_strcmp0 (description, self->description) == 0)
    return;
  g_free (self->description);
  self->description = g_steal_pointer (&description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->description != NULL ? self->description : "", -1);
}

static void
findings_changed_cb (AskwellTextField *self)
{
  update_description (self);
  g_signal_emit (self, signals[FINDINGS_CHANGED], 0);
}

/* The field is as high as its text; what is on screen is the part of it that the page, scrolled, shows. */
static gboolean
get_visible_lines (guint    *first,
                   guint    *last,
                   gpointer  data)
{
  AskwellTextField *self = data;
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkTextIter top, bottom;
  graphene_rect_t bounds;
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int from = 0, to = height;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  if (page != NULL && gtk_widget_compute_bounds (GTK_WIDGET (self), page, &bounds))
    {
      from = MAX (0, (int) -bounds.origin.y);
      to = MIN (height, gtk_widget_get_height (page) - (int) bounds.origin.y);
      if (from >= to)
        return FALSE;
    }
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &top, from, NULL);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &bottom, to, NULL);
  *first = (guint) gtk_text_iter_get_line (&top);
  *last = (guint) gtk_text_iter_get_line (&bottom);
  return TRUE;
}

static void
update_highlighter (AskwellTextField *self)
{
  if (!self->checked || self->session == NULL || self->highlighter != NULL)
    return;
  self->highlighter = askwell_highlighter_new (get_buffer (self), self->session);
  askwell_highlighter_set_record (self->highlighter, self->record);
  askwell_highlighter_set_visible_func (self->highlighter, get_visible_lines, self);
  self->hover = askwell_finding_hover_new (GTK_TEXT_VIEW (self), self->highlighter, self->session);
  askwell_finding_hover_set_record (self->hover, self->record);
  g_signal_connect_object (self->highlighter, "changed", G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "notify::cursor-position", G_CALLBACK (update_description), self, G_CONNECT_SWAPPED);
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
  if (key == GDK_KEY_BackSpace && held == 0 && self->single && gtk_text_buffer_get_char_count (get_buffer (self)) == 0)
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
  store_waiting_text (self);
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

/* A text view that has not laid out its lines yet asks for no height; one that is given none never lays them out. */
static void
askwell_text_field_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  GTK_WIDGET_CLASS (askwell_text_field_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      PangoContext *context = gtk_widget_get_pango_context (widget);
      PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
      int line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

      pango_font_metrics_unref (metrics);
      *minimum = MAX (*minimum, line);
      *natural = MAX (*natural, line);
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
  if (self->hover != NULL)
    askwell_finding_hover_present (self->hover);
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

  if (self->record != NULL)
    store_waiting_text (self);
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
  gtk_text_buffer_set_enable_undo (get_buffer (self), TRUE);

  g_signal_connect_object (get_buffer (self), "insert-text", G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);

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

  store_waiting_text (self);
  if (self->record != NULL)
    g_clear_signal_handler (&self->record_handler, self->record);

  self->one_line = FALSE;
  g_set_object (&self->record, record);
  if (record != NULL)
    {
      g_autofree char *signal = g_strdup_printf ("notify::%s", field);
      int index = askwell_record_find_field (ASKWELL_RECORD_GET_CLASS (record), field);

      g_return_if_fail (index >= 0);
      self->field = (guint) index;
      self->one_line = ASKWELL_RECORD_GET_CLASS (record)->fields[index].kind != ASKWELL_FIELD_TEXT;
      self->record_handler = g_signal_connect_swapped (record, signal, G_CALLBACK (load_text), self);
    }
  load_text (self);
  if (self->highlighter != NULL)
    {
      askwell_highlighter_set_record (self->highlighter, record);
      askwell_finding_hover_set_record (self->hover, record);
    }
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
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                      placeholder != NULL ? placeholder : "", -1);
      update_label (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACEHOLDER]);
    }
}

/**
 * askwell_text_field_go_to_finding:
 * @self: a text field
 * @backward: whether towards the start
 *
 * Selects the next finding after the cursor, or the one before it.
 *
 * Returns: whether there is one
 */
gboolean
askwell_text_field_go_to_finding (AskwellTextField *self,
                                  gboolean          backward)
{
  GtkTextBuffer *buffer = get_buffer (self);
  AskwellFinding finding;
  GtkTextIter iter;

  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), FALSE);

  if (self->highlighter == NULL)
    return FALSE;
  askwell_highlighter_settle (self->highlighter);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  /* A finding that begins at the cursor has been gone to already if it is selected. */
  if (!backward && !gtk_text_buffer_get_has_selection (buffer) && askwell_highlighter_find_at (self->highlighter, &iter, &finding) &&
      (int) finding.start == gtk_text_iter_get_offset (&iter))
    {
      askwell_text_field_select (self, finding.start, finding.end);
      return TRUE;
    }
  if (!askwell_highlighter_find_next (self->highlighter, &iter, backward, &finding))
    return FALSE;
  askwell_text_field_select (self, finding.start, finding.end);
  return TRUE;
}

/**
 * askwell_text_field_go_to_end_finding:
 * @self: a text field
 * @backward: whether coming from behind
 *
 * Selects the first finding of the text, or the last.
 *
 * Returns: whether there is one
 */
gboolean
askwell_text_field_go_to_end_finding (AskwellTextField *self,
                                      gboolean          backward)
{
  AskwellFinding finding;
  guint n_findings;

  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), FALSE);

  if (self->highlighter == NULL)
    return FALSE;
  askwell_highlighter_settle (self->highlighter);
  n_findings = askwell_highlighter_get_n_findings (self->highlighter);
  if (n_findings == 0 || !askwell_highlighter_get_nth (self->highlighter, backward ? n_findings - 1 : 0, &finding))
    return FALSE;
  askwell_text_field_select (self, finding.start, finding.end);
  return TRUE;
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
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter from, to;

  g_return_if_fail (ASKWELL_IS_TEXT_FIELD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) end);
  gtk_text_buffer_select_range (buffer, &from, &to);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
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
  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), FALSE);

  return self->hover != NULL && askwell_finding_hover_show (self->hover);
}

/**
 * askwell_text_field_get_hover:
 * @self: a text field
 *
 * Returns: (transfer none) (nullable): what shows its findings, when it is checked
 */
AskwellFindingHover *
askwell_text_field_get_hover (AskwellTextField *self)
{
  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), NULL);

  return self->hover;
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
  gtk_text_buffer_get_end_iter (get_buffer (self), &end);
  gtk_text_buffer_place_cursor (get_buffer (self), &end);
}

/**
 * askwell_text_field_get_field:
 * @self: a text field
 *
 * Returns: index of the record's field that is edited
 */
guint
askwell_text_field_get_field (AskwellTextField *self)
{
  g_return_val_if_fail (ASKWELL_IS_TEXT_FIELD (self), 0);

  return self->field;
}
