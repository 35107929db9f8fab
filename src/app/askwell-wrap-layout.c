/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-wrap-layout.h"

struct _AskwellWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (AskwellWrapLayout, askwell_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The width of a child on a line of @width; one that is wider than the line has to make do with less, but not with less than it can. */
static int
get_child_width (GtkWidget *child,
                 int        width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, width));
}

/* The children from @first that fit on one line. Returns the first of the next line. */
static GtkWidget *
measure_line (AskwellWrapLayout *self,
              GtkWidget         *first,
              int                width,
              int               *height)
{
  GtkWidget *child;
  int left = width;

  *height = 0;
  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = get_child_width (child, width);
      if (*height > 0 && child_width > left)
        return child;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL, NULL);
      *height = MAX (*height, child_height);
      left -= child_width + self->spacing;
    }
  return NULL;
}

static GtkSizeRequestMode
askwell_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                      GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
askwell_wrap_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  AskwellWrapLayout *self = ASKWELL_WRAP_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (; child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          int child_minimum, child_natural;

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
          *minimum = MAX (*minimum, child_minimum);
          *natural += child_natural + (*natural > 0 ? self->spacing : 0);
        }
      return;
    }

  while (child != NULL)
    {
      int height;

      child = measure_line (self, child, for_size < 0 ? G_MAXINT / 2 : for_size, &height);
      *natural += height + (*natural > 0 ? self->spacing : 0);
    }
  *minimum = *natural;
}

static void
askwell_wrap_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  AskwellWrapLayout *self = ASKWELL_WRAP_LAYOUT (manager);
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      int line_height, x = 0;
      GtkWidget *next = measure_line (self, child, width, &line_height);

      for (; child != next; child = gtk_widget_get_next_sibling (child))
        {
          GtkAllocation area = { x, y, 0, line_height };

          if (!gtk_widget_should_layout (child))
            continue;
          area.width = get_child_width (child, width);
          if (from_right)
            area.x = width - x - area.width;
          gtk_widget_size_allocate (child, &area, -1);
          x += area.width + self->spacing;
        }
      y += line_height + self->spacing;
    }
}

static void
askwell_wrap_layout_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, ASKWELL_WRAP_LAYOUT (object)->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_wrap_layout_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      ASKWELL_WRAP_LAYOUT (object)->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_wrap_layout_class_init (AskwellWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = askwell_wrap_layout_get_property;
  object_class->set_property = askwell_wrap_layout_set_property;
  layout_class->get_request_mode = askwell_wrap_layout_get_request_mode;
  layout_class->measure = askwell_wrap_layout_measure;
  layout_class->allocate = askwell_wrap_layout_allocate;

  properties[PROP_SPACING] =
      g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT / 4, 6, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
askwell_wrap_layout_init (AskwellWrapLayout *self)
{
  self->spacing = 6;
}

GtkLayoutManager *
askwell_wrap_layout_new (void)
{
  return g_object_new (ASKWELL_TYPE_WRAP_LAYOUT, NULL);
}
