/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-flow-private.h"

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

#define EPSILON 0.01

#define MARK_INDENT 16.0
#define WRITING_HEIGHT 23.0

static void
row_clear (gpointer data)
{
  AskwellFlowRow *row = data;

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
  self->rows = g_array_new (FALSE, FALSE, sizeof (AskwellFlowRow));
  g_array_set_clear_func (self->rows, row_clear);
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (AskwellFlowPiece));
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

/* Building */

static AskwellFlowRow *
get_row (AskwellFlow *self,
         guint        index)
{
  return &g_array_index (self->rows, AskwellFlowRow, index);
}

static AskwellFlowCell *
get_last_cell (AskwellFlow *self)
{
  AskwellFlowRow *row = get_row (self, self->rows->len - 1);

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
  AskwellFlowRow row = { .space = space * self->scale, .flags = flags };

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
  AskwellFlowRow *row = get_row (self, self->rows->len - 1);
  AskwellFlowCell *cell = &row->cells[row->n_cells];

  g_assert (row->n_cells < ASKWELL_FLOW_MAX_CELLS);
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
  AskwellFlowCell *cell = get_last_cell (self);
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
  AskwellFlowCell *cell = get_last_cell (self);

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
  AskwellFlowCell *cell = get_last_cell (self);

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

/* Pages */

static const AskwellFlowLine *
get_line (const AskwellFlowCell *cell,
          guint                  index)
{
  return &g_array_index (cell->lines, AskwellFlowLine, index);
}

/* Height of @n lines of a cell from @first on; the space above the first does not count. */
static double
get_height (const AskwellFlowCell *cell,
            guint                  first,
            guint                  n)
{
  double height = 0;

  for (guint i = first; i < first + n; i++)
    height += get_line (cell, i)->height + (i > first ? get_line (cell, i)->space : 0);
  return height;
}

/* The least of a row that may stand at the foot of a page. */
static double
get_least_height (const AskwellFlowRow *row)
{
  double least = 0;

  for (guint i = 0; i < row->n_cells; i++)
    {
      const AskwellFlowCell *cell = &row->cells[i];
      guint n = 0;

      while (n < cell->lines->len && get_line (cell, n)->keep_next)
        n++;
      least = MAX (least, get_height (cell, 0, MIN (n + 1, cell->lines->len)));
    }
  return least;
}

static double
get_row_height (const AskwellFlowRow *row)
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
      const AskwellFlowRow *row = get_row (self, index);
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
take_lines (const AskwellFlowCell *cell,
            guint                  first,
            double                 room,
            gboolean               force)
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
take_piece (const AskwellFlowRow *row,
            double                room,
            gboolean              at_top,
            AskwellFlowPiece     *piece)
{
  gboolean waits = FALSE;
  guint n_taken = 0;

  for (guint pass = 0; pass < 2 && n_taken == 0; pass++)
    {
      waits = FALSE;
      for (guint i = 0; i < row->n_cells; i++)
        {
          const AskwellFlowCell *cell = &row->cells[i];

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
      const AskwellFlowRow *row = get_row (self, i);
      AskwellFlowPiece piece = { .row = i, .begins = TRUE };
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

void
askwell_flow_foreach_line_of_piece (AskwellFlow            *self,
                                    const AskwellFlowPiece *piece,
                                    AskwellFlowFunc         func,
                                    gpointer                data)
{
  const AskwellFlowRow *row = get_row (self, piece->row);

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
      const AskwellFlowPiece *piece = &g_array_index (self->pieces, AskwellFlowPiece, i);

      if (piece->page == page)
        askwell_flow_foreach_line_of_piece (self, piece, func, data);
    }
}
