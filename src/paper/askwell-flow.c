/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-flow.h"

#include <string.h>

/*
 * The flow: what a sheet says, as lines, and on which page each line is
 *
 * A flow is a column of rows, a row is one or more cells side by side, a cell is a stack of lines: lines of text that Pango has broken, and lines to
 * write on. Everything is known as single lines before the first page is made, so pages are a matter of counting, and the rules of good pages are one
 * bit a line: "not parted from the next". A heading has it, the first and the last but one line of a paragraph have it, and the question above the
 * lines for its answer.
 *
 * A page takes rows while they fit. A row that does not is cut: of each of its cells the lines that fit stay, less those that must not be parted from
 * the first that goes. What is left begins the next page. Invariants, which the tests check against random flows: each line is on exactly one page;
 * lines of a cell keep their order; no line reaches below its page, unless it alone is higher than a page. A page that would stay empty because of
 * what must not be parted takes what fits all the same, so there is always progress.
 *
 * A limit: Pango takes time by the square of the length of a single word that is longer than a line; prose of any length is fine.
 *
 * Lengths are points. The layouts know nothing of a device (no hinting, no rounding), so that pages break alike on the screen, on paper and in a PDF.
 */

#define MAX_CELLS 2
#define EPSILON 0.01

#define MARK_INDENT 16.0
#define WRITING_HEIGHT 23.0
#define FONT_FAMILY "Cantarell, Inter, Noto Sans, Sans"

typedef struct
{
  double size;
  PangoWeight weight;
  float line_spacing;
  guint32 colour;
} StyleDescription;

static const StyleDescription styles[ASKWELL_N_STYLES] = {
  [ASKWELL_STYLE_KICKER] = { 10.0, PANGO_WEIGHT_BOLD, 1.1f, 0x1a5fb4 },
  [ASKWELL_STYLE_TITLE] = { 23.0, PANGO_WEIGHT_BOLD, 1.05f, 0x1d1d20 },
  [ASKWELL_STYLE_LEAD] = { 11.0, PANGO_WEIGHT_NORMAL, 1.15f, 0x3d3846 },
  [ASKWELL_STYLE_HEADING] = { 10.5, PANGO_WEIGHT_BOLD, 1.1f, 0x1a5fb4 },
  [ASKWELL_STYLE_AIM] = { 13.5, PANGO_WEIGHT_SEMIBOLD, 1.1f, 0x1d1d20 },
  [ASKWELL_STYLE_ASK] = { 12.5, PANGO_WEIGHT_NORMAL, 1.1f, 0x1d1d20 },
  [ASKWELL_STYLE_BODY] = { 10.5, PANGO_WEIGHT_NORMAL, 1.15f, 0x1d1d20 },
  [ASKWELL_STYLE_CAPTION] = { 9.0, PANGO_WEIGHT_NORMAL, 1.1f, 0x5e5c64 },
};

#define QUIET_COLOUR 0x5e5c64
#define RULE_COLOUR 0xb8b5b0
#define MARK_COLOUR 0x5e5c64

typedef struct
{
  double x;
  double width;
  GArray *lines; /* element-type AskwellFlowLine */
} Cell;

typedef struct
{
  double space;
  AskwellRowFlags flags;
  Cell cells[MAX_CELLS];
  guint n_cells;
} Row;

/* A row, or the part of it that is on one page. */
typedef struct
{
  guint row;
  guint page;
  double y;
  guint first[MAX_CELLS];
  guint n_lines[MAX_CELLS];
  guint begins : 1;
} Piece;

struct _AskwellFlow
{
  PangoContext *context;
  double width;
  double scale;

  GArray *rows;       /* element-type Row */
  GPtrArray *layouts; /* element-type PangoLayout: the lines live in them */
  GArray *pieces;     /* element-type Piece, in order */
  double page_height;
  double used; /* of the last page */
};

static void
row_clear (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    {
      GArray *lines = row->cells[i].lines;

      for (guint j = 0; j < lines->len; j++)
        if (g_array_index (lines, AskwellFlowLine, j).text != NULL)
          pango_layout_line_unref (g_array_index (lines, AskwellFlowLine, j).text);
      g_array_unref (lines);
    }
}

/**
 * askwell_flow_create_context:
 *
 * Returns: (transfer full): a context whose layouts are measured in points, the same for every device
 */
PangoContext *
askwell_flow_create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

/**
 * askwell_flow_create_layout:
 * @context: a context
 * @style: how the text looks
 * @scale: factor on its size
 *
 * Returns: (transfer full): an empty layout in that style
 */
PangoLayout *
askwell_flow_create_layout (PangoContext *context,
                            AskwellStyle  style,
                            double        scale)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, FONT_FAMILY);
  pango_font_description_set_size (font, (int) (styles[style].size * scale * PANGO_SCALE));
  pango_font_description_set_weight (font, styles[style].weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_line_spacing (layout, styles[style].line_spacing);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_font_description_free (font);
  return layout;
}

/**
 * askwell_flow_new:
 * @context: from askwell_flow_create_context()
 * @width: width of a page's text
 * @scale: factor on every size and space
 *
 * Returns: (transfer full): an empty flow
 */
AskwellFlow *
askwell_flow_new (PangoContext *context,
                  double        width,
                  double        scale)
{
  AskwellFlow *self = g_new0 (AskwellFlow, 1);

  self->context = g_object_ref (context);
  self->width = MAX (width, 1.0);
  self->scale = scale;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  return self;
}

void
askwell_flow_free (AskwellFlow *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->pieces);
  g_ptr_array_unref (self->layouts);
  g_object_unref (self->context);
  g_free (self);
}

double
askwell_flow_get_width (AskwellFlow *self)
{
  return self->width;
}

/* Building */

static Row *
get_row (AskwellFlow *self,
         guint        index)
{
  return &g_array_index (self->rows, Row, index);
}

static Cell *
get_last_cell (AskwellFlow *self)
{
  Row *row = get_row (self, self->rows->len - 1);

  g_assert (row->n_cells > 0);
  return &row->cells[row->n_cells - 1];
}

/**
 * askwell_flow_begin_row:
 * @self: a flow
 * @space: room above it
 * @flags: how pages treat it
 *
 * Begins a row. Its cells follow, and in each its lines.
 */
void
askwell_flow_begin_row (AskwellFlow     *self,
                        double           space,
                        AskwellRowFlags  flags)
{
  Row row = { .space = space * self->scale, .flags = flags };

  g_array_append_val (self->rows, row);
}

/**
 * askwell_flow_begin_cell:
 * @self: a flow
 * @start: where the cell begins, as a part of the width: 0 to 1
 * @end: where it ends
 */
void
askwell_flow_begin_cell (AskwellFlow *self,
                         double       start,
                         double       end)
{
  Row *row = get_row (self, self->rows->len - 1);
  Cell *cell = &row->cells[row->n_cells];

  g_assert (row->n_cells < MAX_CELLS);
  row->n_cells++;
  cell->x = start * self->width;
  cell->width = (end - start) * self->width;
  cell->lines = g_array_new (FALSE, TRUE, sizeof (AskwellFlowLine));
}

/**
 * askwell_flow_add_text:
 * @self: a flow
 * @style: how it looks
 * @mark: what stands before its first line
 * @space: room above it
 * @text: the text, of any number of paragraphs
 * @attributes: (nullable): what else it looks like in places
 *
 * Adds text to the cell begun last.
 */
void
askwell_flow_add_text (AskwellFlow   *self,
                       AskwellStyle   style,
                       AskwellMark    mark,
                       double         space,
                       const char    *text,
                       PangoAttrList *attributes)
{
  Cell *cell = get_last_cell (self);
  PangoLayout *layout = askwell_flow_create_layout (self->context, style, self->scale);
  double indent = mark != ASKWELL_MARK_NONE ? MIN (MARK_INDENT * self->scale, cell->width / 4) : 0;
  double available = MAX (cell->width - indent, 1.0);
  PangoLayoutIter *iter;
  guint first = cell->lines->len;

  g_ptr_array_add (self->layouts, layout);
  pango_layout_set_width (layout, (int) (available * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  if (attributes != NULL)
    pango_layout_set_attributes (layout, attributes);

  iter = pango_layout_get_iter (layout);
  do
    {
      AskwellFlowLine line = { .style = style, .width = cell->width };
      PangoLayoutLine *layout_line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle logical;
      gboolean right_to_left = pango_layout_line_get_resolved_direction (layout_line) == PANGO_DIRECTION_RTL;
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line.text = pango_layout_line_ref (layout_line);
      line.x = (double) logical.x / PANGO_SCALE + (right_to_left ? 0 : indent);
      line.height = (double) (bottom - top) / PANGO_SCALE;
      line.baseline = (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE;
      if (cell->lines->len == first)
        {
          line.space = space * self->scale;
          line.mark = mark;
          line.mark_x = right_to_left ? cell->width - indent * 0.6 : 0;
        }
      g_array_append_val (cell->lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  /* No first line alone at the foot of a page, no last line alone at the top of one */
  if (cell->lines->len - first >= 2)
    {
      g_array_index (cell->lines, AskwellFlowLine, first).keep_next = TRUE;
      g_array_index (cell->lines, AskwellFlowLine, cell->lines->len - 2).keep_next = TRUE;
    }
}

/* Lines to write on, in the cell begun last; the first is not parted from the text above it. */
void
askwell_flow_add_writing (AskwellFlow *self,
                          guint        n_lines)
{
  Cell *cell = get_last_cell (self);

  if (n_lines > 0 && cell->lines->len > 0)
    askwell_flow_keep_next (self);
  for (guint i = 0; i < n_lines; i++)
    {
      double indent = MARK_INDENT * self->scale;
      AskwellFlowLine line = { .style = ASKWELL_STYLE_BODY, .width = cell->width, .x = indent };

      line.height = WRITING_HEIGHT * self->scale;
      line.baseline = line.height - 1.0;
      g_array_append_val (cell->lines, line);
    }
}

/* The line added last stays with the one that comes next in its cell. */
void
askwell_flow_keep_next (AskwellFlow *self)
{
  Cell *cell = get_last_cell (self);

  g_assert (cell->lines->len > 0);
  g_array_index (cell->lines, AskwellFlowLine, cell->lines->len - 1).keep_next = TRUE;
}

/* A row that is nothing but a text over the whole width. */
void
askwell_flow_add_row (AskwellFlow  *self,
                      AskwellStyle  style,
                      AskwellMark   mark,
                      double        space,
                      const char   *text)
{
  askwell_flow_begin_row (self, space, ASKWELL_ROW_PLAIN);
  askwell_flow_begin_cell (self, 0, 1);
  askwell_flow_add_text (self, style, mark, 0, text, NULL);
}

/* The heading of a section over the whole width. */
void
askwell_flow_add_heading (AskwellFlow *self,
                          const char  *text)
{
  askwell_flow_begin_row (self, ASKWELL_SECTION_SPACE, ASKWELL_ROW_KEEP_NEXT | ASKWELL_ROW_RULE);
  askwell_flow_begin_cell (self, 0, 1);
  askwell_flow_add_text (self, ASKWELL_STYLE_HEADING, ASKWELL_MARK_NONE, 0, text, NULL);
}

static void
insert (PangoAttrList  *attributes,
        PangoAttribute *attribute,
        gsize           start,
        gsize           end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

void
askwell_flow_mark_quiet (PangoAttrList *attributes,
                         gsize          start,
                         gsize          end)
{
  guint16 red = ((QUIET_COLOUR >> 16) & 0xff) * 0x101;
  guint16 green = ((QUIET_COLOUR >> 8) & 0xff) * 0x101;
  guint16 blue = (QUIET_COLOUR & 0xff) * 0x101;

  insert (attributes, pango_attr_foreground_new (red, green, blue), start, end);
  insert (attributes, pango_attr_scale_new (0.9), start, end);
}

/* Pages */

static const AskwellFlowLine *
get_line (const Cell *cell,
          guint       index)
{
  return &g_array_index (cell->lines, AskwellFlowLine, index);
}

/* Height of @n lines of a cell from @first on; the space above the first does not count. */
static double
get_height (const Cell *cell,
            guint       first,
            guint       n)
{
  double height = 0;

  for (guint i = first; i < first + n; i++)
    height += get_line (cell, i)->height + (i > first ? get_line (cell, i)->space : 0);
  return height;
}

/* The least of a row that may stand at the foot of a page. */
static double
get_least_height (const Row *row)
{
  double least = 0;

  for (guint i = 0; i < row->n_cells; i++)
    {
      const Cell *cell = &row->cells[i];
      guint n = 0;

      while (n < cell->lines->len && get_line (cell, n)->keep_next)
        n++;
      least = MAX (least, get_height (cell, 0, MIN (n + 1, cell->lines->len)));
    }
  return least;
}

static double
get_row_height (const Row *row)
{
  double height = 0;

  for (guint i = 0; i < row->n_cells; i++)
    height = MAX (height, get_height (&row->cells[i], 0, row->cells[i].lines->len));
  return height;
}

/* What has to fit for row @index to begin on a page: with a heading, the beginning of what it heads. */
static double
get_needed (AskwellFlow *self,
            guint        index)
{
  double needed = 0;

  for (;; index++)
    {
      const Row *row = get_row (self, index);
      double whole = get_row_height (row);

      if ((row->flags & ASKWELL_ROW_KEEP_NEXT) && index + 1 < self->rows->len)
        {
          needed += whole + get_row (self, index + 1)->space;
          continue;
        }
      if ((row->flags & ASKWELL_ROW_TOGETHER) && needed + whole <= self->page_height)
        return needed + whole;
      return needed + get_least_height (row);
    }
}

/* How many lines of a cell, from @first on, @room takes. With @force at least one, and what must not be parted may be. */
static guint
take_lines (const Cell *cell,
            guint       first,
            double      room,
            gboolean    force)
{
  guint left = cell->lines->len - first;
  guint fitting = 0, n;
  double height = 0;

  for (; fitting < left; fitting++)
    {
      const AskwellFlowLine *line = get_line (cell, first + fitting);

      height += line->height + (fitting > 0 ? line->space : 0);
      if (height > room + EPSILON)
        break;
    }
  if (fitting == left)
    return left;

  for (n = fitting; n > 0 && get_line (cell, first + n - 1)->keep_next; n--)
    ;
  if (n == 0 && force)
    return MAX (fitting, 1);
  return n;
}

/* Fills @piece with what goes into @room. FALSE when the row should rather begin on the next page. */
static gboolean
take_piece (const Row *row,
            double     room,
            gboolean   at_top,
            Piece     *piece)
{
  gboolean waits = FALSE;
  guint n_taken = 0;

  for (guint pass = 0; pass < 2 && n_taken == 0; pass++)
    {
      waits = FALSE;
      for (guint i = 0; i < row->n_cells; i++)
        {
          const Cell *cell = &row->cells[i];

          piece->n_lines[i] = take_lines (cell, piece->first[i], room, pass > 0);
          n_taken += piece->n_lines[i];
          waits = waits || (piece->n_lines[i] == 0 && piece->first[i] < cell->lines->len);
        }
      if (!at_top)
        break;
    }
  return at_top || !waits;
}

/**
 * askwell_flow_paginate:
 * @self: a flow
 * @height: height of a page's text
 *
 * Puts every line on a page.
 *
 * Returns: the number of pages, at least 1
 */
guint
askwell_flow_paginate (AskwellFlow *self,
                       double       height)
{
  double y = 0;
  guint page = 0;

  g_return_val_if_fail (self != NULL, 1);

  self->page_height = height;
  g_array_set_size (self->pieces, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);
      Piece piece = { .row = i, .begins = TRUE };
      gboolean done = get_row_height (row) <= 0;

      while (!done)
        {
          gboolean at_top = y <= 0;
          double space = at_top ? 0 : row->space;
          double room = height - y - space;
          double taken = 0;

          if (!at_top && ((piece.begins && get_needed (self, i) > room + EPSILON) || !take_piece (row, room, FALSE, &piece)))
            {
              page++;
              y = 0;
              continue;
            }
          if (at_top)
            take_piece (row, room, TRUE, &piece);

          piece.page = page;
          piece.y = y + space;
          g_array_append_val (self->pieces, piece);

          done = TRUE;
          for (guint j = 0; j < row->n_cells; j++)
            {
              taken = MAX (taken, get_height (&row->cells[j], piece.first[j], piece.n_lines[j]));
              piece.first[j] += piece.n_lines[j];
              done = done && piece.first[j] == row->cells[j].lines->len;
            }
          piece.begins = FALSE;
          y += space + taken;
          if (!done)
            {
              page++;
              y = 0;
            }
        }
    }
  self->used = y;
  return page + 1;
}

/* What is left of the last page, below its last line. */
double
askwell_flow_get_room (AskwellFlow *self)
{
  return MAX (self->page_height - self->used, 0);
}

double
askwell_flow_get_writing_height (AskwellFlow *self)
{
  return WRITING_HEIGHT * self->scale;
}

static void
foreach_line_of_piece (AskwellFlow     *self,
                       const Piece     *piece,
                       AskwellFlowFunc  func,
                       gpointer         data)
{
  const Row *row = get_row (self, piece->row);

  for (guint i = 0; i < row->n_cells; i++)
    {
      double y = piece->y;

      for (guint j = piece->first[i]; j < piece->first[i] + piece->n_lines[i]; j++)
        {
          const AskwellFlowLine *line = get_line (&row->cells[i], j);

          if (j > piece->first[i])
            y += line->space;
          func (line, piece->row, i, j, row->cells[i].x, y, data);
          y += line->height;
        }
    }
}

/**
 * askwell_flow_foreach_line:
 * @self: a paginated flow
 * @page: a page, from 0
 * @func: (scope call): called for each line of the page
 * @data: data for @func
 */
void
askwell_flow_foreach_line (AskwellFlow     *self,
                           guint            page,
                           AskwellFlowFunc  func,
                           gpointer         data)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->page == page)
        foreach_line_of_piece (self, piece, func, data);
    }
}

/* Drawing */

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
    draw_mark (drawing->cairo, line->mark, x + line->mark_x, y + line->baseline, styles[line->style].size * drawing->scale);
  set_colour (drawing->cairo, styles[line->style].colour);
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
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      const Row *row = get_row (self, piece->row);

      if (piece->page != page)
        continue;
      if ((row->flags & ASKWELL_ROW_RULE) && piece->begins && piece->y > 0)
        draw_rule (cairo, 0, piece->y - MIN (row->space / 2, 7.0 * self->scale), self->width);
      foreach_line_of_piece (self, piece, draw_line, &drawing);
    }
}
