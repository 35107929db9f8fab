/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-pair-layout.h"

#define SPACING 12
#define LEAST_COLUMN 230

struct _AskwellPairLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (AskwellPairLayout, askwell_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
count_children (GtkWidget *widget)
{
  int n_children = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      n_children++;
  return n_children;
}

/* The width of each child in @width, and whether they stand side by side. */
static int
get_column (GtkWidget *widget,
            int        width,
            gboolean  *beside)
{
  int n_children = MAX (1, count_children (widget));
  int column = (width - (n_children - 1) * SPACING) / n_children;

  *beside = n_children == 1 || column >= LEAST_COLUMN;
  return *beside ? column : width;
}

static GtkSizeRequestMode
askwell_pair_layout_get_request_mode (GtkLayoutManager *manager,
                                      GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
askwell_pair_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  gboolean beside = TRUE;
  int column = -1;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    column = get_column (widget, for_size, &beside);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, orientation == GTK_ORIENTATION_VERTICAL ? column : -1, &child_minimum, &child_natural,
                          NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural += child_natural + (*natural > 0 ? SPACING : 0);
        }
      else if (beside)
        *natural = MAX (*natural, child_natural);
      else
        *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural;
}

static void
askwell_pair_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean beside;
  int column = get_column (widget, width, &beside);
  GtkAllocation area = { from_right ? width - column : 0, 0, column, height };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      if (!beside)
        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, NULL, &area.height, NULL, NULL);
      gtk_widget_size_allocate (child, &area, -1);
      if (beside)
        area.x += from_right ? -(column + SPACING) : column + SPACING;
      else
        area.y += area.height + SPACING;
    }
}

static void
askwell_pair_layout_class_init (AskwellPairLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = askwell_pair_layout_get_request_mode;
  layout_class->measure = askwell_pair_layout_measure;
  layout_class->allocate = askwell_pair_layout_allocate;
}

static void
askwell_pair_layout_init (AskwellPairLayout *self)
{
}
