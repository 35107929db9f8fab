/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-text-section.h"

#include "askwell-comments.h"

struct _AskwellTextSection
{
  GtkBox parent_instance;

  GtkLabel *title_label;
  AskwellTextField *field;
  AskwellComments *comments;

  char *field_name;
  AskwellPlan *plan;
  gulong plan_handler;
};

G_DEFINE_FINAL_TYPE (AskwellTextSection, askwell_text_section, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_PLACEHOLDER,
  PROP_FIELD,
  PROP_CHECKED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (AskwellTextSection *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
comment_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  AskwellTextSection *self = ASKWELL_TEXT_SECTION (widget);

  if (self->plan != NULL)
    askwell_comments_add (self->comments);
}

static void
askwell_text_section_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  AskwellTextSection *self = ASKWELL_TEXT_SECTION (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title_label));
      break;
    case PROP_PLACEHOLDER:
      g_object_get_property (G_OBJECT (self->field), "placeholder", value);
      break;
    case PROP_FIELD:
      g_value_set_string (value, self->field_name);
      break;
    case PROP_CHECKED:
      g_object_get_property (G_OBJECT (self->field), "checked", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_text_section_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  AskwellTextSection *self = ASKWELL_TEXT_SECTION (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->title_label, g_value_get_string (value));
      g_object_set_property (G_OBJECT (self->field), "label", value);
      break;
    case PROP_PLACEHOLDER:
      g_object_set_property (G_OBJECT (self->field), "placeholder", value);
      break;
    case PROP_FIELD:
      g_free (self->field_name);
      self->field_name = g_value_dup_string (value);
      break;
    case PROP_CHECKED:
      g_object_set_property (G_OBJECT (self->field), "checked", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_text_section_dispose (GObject *object)
{
  AskwellTextSection *self = ASKWELL_TEXT_SECTION (object);

  if (self->plan != NULL)
    g_clear_signal_handler (&self->plan_handler, self->plan);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (askwell_text_section_parent_class)->dispose (object);
}

static void
askwell_text_section_finalize (GObject *object)
{
  g_free (ASKWELL_TEXT_SECTION (object)->field_name);

  G_OBJECT_CLASS (askwell_text_section_parent_class)->finalize (object);
}

static void
askwell_text_section_class_init (AskwellTextSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = askwell_text_section_get_property;
  object_class->set_property = askwell_text_section_set_property;
  object_class->dispose = askwell_text_section_dispose;
  object_class->finalize = askwell_text_section_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  properties[PROP_CHECKED] = g_param_spec_boolean ("checked", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "section.comment", NULL, comment_action);

  g_type_ensure (ASKWELL_TYPE_TEXT_FIELD);
  g_type_ensure (ASKWELL_TYPE_COMMENTS);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/text-section.ui");
  gtk_widget_class_bind_template_child (widget_class, AskwellTextSection, title_label);
  gtk_widget_class_bind_template_child (widget_class, AskwellTextSection, field);
  gtk_widget_class_bind_template_child (widget_class, AskwellTextSection, comments);
}

static void
askwell_text_section_init (AskwellTextSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * askwell_text_section_bind:
 * @self: a text section
 * @session: (nullable): the session
 * @plan: (nullable): the plan whose field it shows
 */
void
askwell_text_section_bind (AskwellTextSection *self,
                           AskwellSession     *session,
                           AskwellPlan        *plan)
{
  g_return_if_fail (ASKWELL_IS_TEXT_SECTION (self));
  g_return_if_fail (self->field_name != NULL);

  if (self->plan != NULL)
    g_clear_signal_handler (&self->plan_handler, self->plan);
  g_set_object (&self->plan, plan);
  askwell_text_field_set_session (self->field, session);
  askwell_text_field_bind (self->field, (AskwellRecord *) plan, self->field_name);
  askwell_comments_bind (self->comments, session, plan, (AskwellRecord *) plan, self->field_name);
  if (plan != NULL)
    {
      g_autofree char *signal = g_strdup_printf ("notify::%s", self->field_name);

      self->plan_handler = g_signal_connect_swapped (plan, signal, G_CALLBACK (changed_cb), self);
    }
}

AskwellTextField *
askwell_text_section_get_field (AskwellTextSection *self)
{
  g_return_val_if_fail (ASKWELL_IS_TEXT_SECTION (self), NULL);

  return self->field;
}

/**
 * askwell_text_section_is_empty:
 * @self: a text section
 *
 * Returns: whether the plan has neither text nor a comment there
 */
gboolean
askwell_text_section_is_empty (AskwellTextSection *self)
{
  int field;

  g_return_val_if_fail (ASKWELL_IS_TEXT_SECTION (self), TRUE);

  if (self->plan == NULL)
    return TRUE;
  field = askwell_record_find_field (ASKWELL_RECORD_GET_CLASS (self->plan), self->field_name);
  return *askwell_record_get_text (ASKWELL_RECORD (self->plan), (guint) field) == '\0' &&
         !gtk_widget_get_visible (GTK_WIDGET (self->comments));
}
