/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "paper/askwell-flow.h"

#define N_FLOWS 150
#define EPSILON 0.05

static const char *const words[] = {
  "a",      "sell",     "understanding", "\n",     "\n\n",   " ",        "criteria", "Donaudampfschifffahrtsgesellschaftskapitän",
  "שלום",   "مرحبا",    "😀👩‍🔧",          "日本語", "e\xcc\x81", "<b>&amp;", "—",        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
};

/* Where a line was put, by row, cell and index */
typedef struct
{
  guint row, cell, index, page;
  double x, y, height;
  gboolean keep_next;
} Placed;

typedef struct
{
  GArray *placed; /* element-type Placed */
  guint page;
} Walk;

static void
place_cb (const AskwellFlowLine *line,
          guint                  row,
          guint                  cell,
          guint                  index,
          double                 x,
          double                 y,
          gpointer               data)
{
  Walk *walk = data;
  Placed placed = { row, cell, index, walk->page, x, y, line->height, line->keep_next };

  g_array_append_val (walk->placed, placed);
}

static GArray *
walk_pages (AskwellFlow *flow,
            guint        n_pages)
{
  Walk walk = { g_array_new (FALSE, FALSE, sizeof (Placed)), 0 };

  for (; walk.page < n_pages; walk.page++)
    askwell_flow_foreach_line (flow, walk.page, place_cb, &walk);
  return walk.placed;
}

static char *
make_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  int longest = g_rand_int_range (rand, 0, 20) == 0 ? 1500 : 40;

  for (int n = g_rand_int_range (rand, 0, longest); n > 0; n--)
    g_string_append_printf (text, "%s ", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static void
fill_cell (AskwellFlow *flow,
           GRand       *rand)
{
  for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    {
      g_autofree char *text = make_text (rand);

      askwell_flow_add_text (flow, (AskwellStyle) g_rand_int_range (rand, 0, ASKWELL_N_STYLES), (AskwellMark) g_rand_int_range (rand, 0, 5),
                             g_rand_int_range (rand, 0, 10), text, NULL);
      if (g_rand_int_range (rand, 0, 4) == 0)
        askwell_flow_add_writing (flow, (guint) g_rand_int_range (rand, 0, 5));
      if (g_rand_int_range (rand, 0, 8) == 0)
        askwell_flow_keep_next (flow);
    }
}

static AskwellFlow *
make_flow (PangoContext *context,
           GRand        *rand)
{
  AskwellFlow *flow = askwell_flow_new (context, g_rand_int_range (rand, 5, 600), g_rand_boolean (rand) ? 1.0 : 0.9);

  for (int n = g_rand_int_range (rand, 0, 25); n > 0; n--)
    {
      if (g_rand_int_range (rand, 0, 4) == 0)
        {
          askwell_flow_add_heading (flow, "Heading");
          continue;
        }
      askwell_flow_begin_row (flow, g_rand_int_range (rand, 0, 30), (AskwellRowFlags) g_rand_int_range (rand, 0, 8));
      if (g_rand_boolean (rand))
        {
          askwell_flow_begin_cell (flow, 0, 1);
          fill_cell (flow, rand);
          continue;
        }
      askwell_flow_begin_cell (flow, 0, 0.475);
      fill_cell (flow, rand);
      askwell_flow_begin_cell (flow, 0.525, 1);
      fill_cell (flow, rand);
    }
  return flow;
}

/* Each line once, in order, below the one before it, on its page. @whole: the lines on a page without end, in the same order. */
static void
check_pages (GArray *placed,
             GArray *whole,
             double  height)
{
  const Placed *last_of_cell[2] = { NULL, NULL };
  guint row = G_MAXUINT;
  double bottom = 0;
  guint page = 0;

  g_assert_cmpuint (placed->len, ==, whole->len);
  for (guint i = 0; i < placed->len; i++)
    {
      const Placed *line = &g_array_index (placed, Placed, i);
      const Placed *before;

      if (line->row != row)
        {
          if (row != G_MAXUINT)
            g_assert_cmpuint (line->row, >, row);
          row = line->row;
          last_of_cell[0] = last_of_cell[1] = NULL;
        }
      before = last_of_cell[line->cell];
      g_assert_cmpuint (line->index, ==, before != NULL ? before->index + 1 : 0);
      g_assert_cmpuint (line->page, >=, page);
      if (line->page != page)
        bottom = 0;
      page = line->page;
      bottom = MAX (bottom, line->y + line->height);

      g_assert_cmpfloat (line->y, >=, -EPSILON);
      g_assert_true (line->y + line->height <= height + EPSILON || line->y <= EPSILON);
      if (before != NULL && before->page == line->page)
        g_assert_cmpfloat (line->y, >=, before->y + before->height - EPSILON);
      /* What must not be parted is only where it fills a page by itself: then it began at the top. */
      if (before != NULL && before->page != line->page && before->keep_next)
        {
          gboolean from_top = FALSE;

          for (guint j = 0; j < i && !from_top; j++)
            {
              const Placed *other = &g_array_index (placed, Placed, j);

              from_top = other->row == line->row && other->cell == line->cell && other->page == before->page && other->y <= EPSILON;
            }
          g_assert_true (from_top);
        }
      last_of_cell[line->cell] = line;
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Placed *x = a, *y = b;

  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  if (x->cell != y->cell)
    return x->cell < y->cell ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

static void
test_random (void)
{
  PangoContext *context = askwell_flow_create_context ();

  for (guint i = 0; i < N_FLOWS; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      g_autoptr (AskwellFlow) flow = make_flow (context, rand);
      double height = g_rand_int_range (rand, 0, 3) == 0 ? g_rand_int_range (rand, 1, 60) : g_rand_int_range (rand, 60, 900);
      g_autoptr (GArray) whole = NULL;
      g_autoptr (GArray) placed = NULL;

      g_assert_cmpuint (askwell_flow_paginate (flow, 1e9), ==, 1);
      whole = walk_pages (flow, 1);
      placed = walk_pages (flow, askwell_flow_paginate (flow, height));
      check_pages (placed, whole, height);

      /* The same lines, whatever the page */
      g_array_sort (placed, compare_lines);
      g_array_sort (whole, compare_lines);
      for (guint j = 0; j < placed->len; j++)
        g_assert_cmpint (compare_lines (&g_array_index (placed, Placed, j), &g_array_index (whole, Placed, j)), ==, 0);
    }
  g_object_unref (context);
}

static AskwellFlow *
make_empty_flow (void)
{
  PangoContext *context = askwell_flow_create_context ();
  AskwellFlow *flow = askwell_flow_new (context, 300, 1.0);

  g_object_unref (context);
  return flow;
}

/* A heading is on the page of what it heads, wherever the page ends. */
static void
test_headings (void)
{
  g_autoptr (AskwellFlow) flow = make_empty_flow ();

  for (guint i = 0; i < 30; i++)
    {
      askwell_flow_add_heading (flow, "Heading");
      askwell_flow_add_row (flow, ASKWELL_STYLE_BODY, ASKWELL_MARK_BULLET, 3, "One line.");
    }
  for (guint height = 60; height < 400; height++)
    {
      g_autoptr (GArray) placed = walk_pages (flow, askwell_flow_paginate (flow, height));

      g_assert_cmpuint (placed->len, ==, 60);
      for (guint i = 0; i < placed->len; i += 2)
        g_assert_cmpuint (g_array_index (placed, Placed, i).page, ==, g_array_index (placed, Placed, i + 1).page);
    }
}

static void
test_empty (void)
{
  g_autoptr (AskwellFlow) flow = make_empty_flow ();

  g_assert_cmpuint (askwell_flow_paginate (flow, 100), ==, 1);
  g_assert_cmpfloat_with_epsilon (askwell_flow_get_room (flow), 100, EPSILON);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/flow/random", test_random);
  g_test_add_func ("/paper/flow/headings", test_headings);
  g_test_add_func ("/paper/flow/empty", test_empty);
  return g_test_run ();
}
