/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-flow-private.h"

/* Drawing the lines of a page, with the marks before them and the rules between sections. */

#define RULE_COLOUR 0xb8b5b0
#define MARK_COLOUR 0x5e5c64

static void
set_colour (cairo_t *cairo,
            guint32  colour)
{
  cairo_set_source_rgb (cairo, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static void
draw_mark (cairo_t     *cairo,
           AskwellMark  mark,
           double       x,
           double       baseline,
           double       size)
{
  double side = size * 0.72;

  /* Text leaves a current point behind, and an arc would be joined to it. */
  cairo_new_path (cairo);
  set_colour (cairo, MARK_COLOUR);
  if (mark == ASKWELL_MARK_BULLET)
    {
      cairo_arc (cairo, x + size * 0.3, baseline - size * 0.34, size * 0.17, 0, 2 * G_PI);
      cairo_fill (cairo);
      return;
    }

  cairo_set_line_width (cairo, 0.8);
  cairo_rectangle (cairo, x + 0.4, baseline - side, side, side);
  cairo_stroke (cairo);
  if (mark == ASKWELL_MARK_TICKED_BOX)
    {
      cairo_set_line_width (cairo, 1.2);
      cairo_move_to (cairo, x + 0.4 + side * 0.2, baseline - side * 0.5);
      cairo_line_to (cairo, x + 0.4 + side * 0.42, baseline - side * 0.25);
      cairo_line_to (cairo, x + 0.4 + side * 0.82, baseline - side * 0.8);
      cairo_stroke (cairo);
    }
}

static void
draw_rule (cairo_t *cairo,
           double   x,
           double   y,
           double   width)
{
  set_colour (cairo, RULE_COLOUR);
  cairo_new_path (cairo);
  cairo_set_line_width (cairo, 0.6);
  cairo_move_to (cairo, x, y);
  cairo_line_to (cairo, x + width, y);
  cairo_stroke (cairo);
}

typedef struct
{
  cairo_t *cairo;
  double scale;
} Drawing;

static void
draw_line (const AskwellFlowLine *line,
           guint                  row,
           guint                  cell,
           guint                  index,
           double                 x,
           double                 y,
           gpointer               data)
{
  Drawing *drawing = data;

  if (line->text == NULL)
    {
      draw_rule (drawing->cairo, x + line->x, y + line->baseline, line->width - line->x);
      return;
    }
  if (line->mark > ASKWELL_MARK_INDENT)
    draw_mark (drawing->cairo, line->mark, x + line->mark_x, y + line->baseline, askwell_style_get_size (line->style) * drawing->scale);
  set_colour (drawing->cairo, askwell_style_get_colour (line->style));
  cairo_move_to (drawing->cairo, x + line->x, y + line->baseline);
  pango_cairo_show_layout_line (drawing->cairo, line->text);
}

/**
 * askwell_flow_draw_page:
 * @self: a paginated flow
 * @cairo: where the corner of the page's text is the origin
 * @page: a page, from 0
 */
void
askwell_flow_draw_page (AskwellFlow *self,
                        cairo_t     *cairo,
                        guint        page)
{
  Drawing drawing = { cairo, self->scale };

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const AskwellFlowPiece *piece = &g_array_index (self->pieces, AskwellFlowPiece, i);
      const AskwellFlowRow *row = &g_array_index (self->rows, AskwellFlowRow, piece->row);

      if (piece->page != page)
        continue;
      if ((row->flags & ASKWELL_ROW_RULE) && piece->begins && piece->y > 0)
        draw_rule (cairo, 0, piece->y - MIN (row->space / 2, 7.0 * self->scale), self->width);
      askwell_flow_foreach_line_of_piece (self, piece, draw_line, &drawing);
    }
}
