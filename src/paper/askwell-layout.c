/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "askwell-layout.h"

/*
 * Pages from a list of blocks
 *
 * A block is a text in one of a few styles, with a marker before it, or two texts side by side, or room to write. Pagination lays every text out with
 * Pango once for the width of the page and then deals lines to pages: a line that does not fit opens the next page, so nothing is lost or clipped,
 * however long a text is. A heading is kept with what follows it. What stands on a page is remembered as pieces (which lines of which block, where),
 * and drawing a page draws its pieces.
 *
 * Text is laid out for a print resolution without hinting, so that it comes out the same on a screen, on paper and in a PDF.
 */

#define MARKER_WIDTH 18.0
#define PAIR_GAP 18.0
#define FOOTER_HEIGHT 24.0
#define LINE_HEIGHT 22.0

typedef enum
{
  BLOCK_TEXT,
  BLOCK_PAIR,
  BLOCK_SPACE,
  BLOCK_LINES,
  BLOCK_RULE,
} BlockKind;

typedef struct
{
  BlockKind kind;
  AskwellStyle style;
  AskwellMarker marker;
  guint number;
  char *text[2];
  PangoAttrList *attributes[2];
  double height; /* of a space */
  guint n_lines; /* to write on */
  PangoLayout *layout[2];
} Block;

typedef struct
{
  guint block;
  guint first; /* line */
  guint last;  /* one past the last line */
  double y;
  guint page;
} Piece;

struct _AskwellLayout
{
  GPtrArray *blocks; /* element-type Block */
  GArray *pieces;    /* element-type Piece */
  char *footer;
  PangoContext *context;
  double width, height, margin;
  guint n_pages;
};

typedef struct
{
  const char *font;
  double before; /* space above */
  double grey;
} Look;

static const Look looks[ASKWELL_N_STYLES] = {
  [ASKWELL_STYLE_TITLE] = { "Cantarell, Sans Bold 22", 0, 0 },
  [ASKWELL_STYLE_HEADING] = { "Cantarell, Sans Bold 11", 16, 0.25 },
  [ASKWELL_STYLE_BODY] = { "Cantarell, Sans 11", 4, 0 },
  [ASKWELL_STYLE_LARGE] = { "Cantarell, Sans 13", 7, 0 },
  [ASKWELL_STYLE_CAPTION] = { "Cantarell, Sans 9", 1, 0.4 },
};

static void
block_free (gpointer data)
{
  Block *block = data;

  for (guint i = 0; i < 2; i++)
    {
      g_free (block->text[i]);
      g_clear_pointer (&block->attributes[i], pango_attr_list_unref);
      g_clear_object (&block->layout[i]);
    }
  g_free (block);
}

/**
 * askwell_layout_new:
 * @footer: what stands at the foot of every page, before its number
 *
 * Returns: (transfer full): an empty layout
 */
AskwellLayout *
askwell_layout_new (const char *footer)
{
  AskwellLayout *self = g_new0 (AskwellLayout, 1);
  PangoFontMap *fonts = pango_cairo_font_map_get_default ();
  cairo_font_options_t *options = cairo_font_options_create ();

  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  self->footer = g_strdup (footer);
  self->context = pango_font_map_create_context (fonts);
  pango_cairo_context_set_resolution (self->context, 72);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  return self;
}

void
askwell_layout_free (AskwellLayout *self)
{
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->pieces);
  g_free (self->footer);
  g_object_unref (self->context);
  g_free (self);
}

static Block *
add_block (AskwellLayout *self,
           BlockKind      kind,
           AskwellStyle   style)
{
  Block *block = g_new0 (Block, 1);

  block->kind = kind;
  block->style = style;
  g_ptr_array_add (self->blocks, block);
  return block;
}

/**
 * askwell_layout_add:
 * @self: a layout
 * @style: how it looks
 * @marker: what stands before it
 * @number: for %ASKWELL_MARKER_NUMBER
 * @text: the text
 * @attributes: (nullable): Pango attributes for parts of it
 */
void
askwell_layout_add (AskwellLayout *self,
                    AskwellStyle   style,
                    AskwellMarker  marker,
                    guint          number,
                    const char    *text,
                    PangoAttrList *attributes)
{
  Block *block = add_block (self, BLOCK_TEXT, style);

  block->marker = marker;
  block->number = number;
  block->text[0] = g_strdup (text);
  if (attributes != NULL)
    block->attributes[0] = pango_attr_list_ref (attributes);
}

void
askwell_layout_add_pair (AskwellLayout *self,
                         AskwellStyle   style,
                         const char    *left,
                         PangoAttrList *left_attributes,
                         const char    *right,
                         PangoAttrList *right_attributes)
{
  Block *block = add_block (self, BLOCK_PAIR, style);

  block->text[0] = g_strdup (left);
  block->text[1] = g_strdup (right);
  if (left_attributes != NULL)
    block->attributes[0] = pango_attr_list_ref (left_attributes);
  if (right_attributes != NULL)
    block->attributes[1] = pango_attr_list_ref (right_attributes);
}

void
askwell_layout_add_space (AskwellLayout *self,
                          double         height)
{
  add_block (self, BLOCK_SPACE, ASKWELL_STYLE_BODY)->height = height;
}

/**
 * askwell_layout_add_lines:
 * @self: a layout
 * @n_lines: how many lines to write on
 */
void
askwell_layout_add_lines (AskwellLayout *self,
                          guint          n_lines)
{
  add_block (self, BLOCK_LINES, ASKWELL_STYLE_BODY)->n_lines = n_lines;
}

void
askwell_layout_add_rule (AskwellLayout *self)
{
  add_block (self, BLOCK_RULE, ASKWELL_STYLE_BODY);
}

/* Pagination */

static double
get_indent (const Block *block)
{
  return block->kind == BLOCK_TEXT && block->marker != ASKWELL_MARKER_NONE ? MARKER_WIDTH : 0;
}

static double
get_text_width (AskwellLayout *self,
                const Block   *block)
{
  double width = self->width - 2 * self->margin;

  if (block->kind == BLOCK_PAIR)
    return (width - PAIR_GAP) / 2;
  return width - get_indent (block);
}

static void
lay_out (AskwellLayout *self,
         Block         *block)
{
  PangoFontDescription *font = pango_font_description_from_string (looks[block->style].font);

  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&block->layout[i]);
      if (block->text[i] == NULL)
        continue;
      block->layout[i] = pango_layout_new (self->context);
      pango_layout_set_font_description (block->layout[i], font);
      pango_layout_set_wrap (block->layout[i], PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (block->layout[i], MAX (1, (int) (get_text_width (self, block) * PANGO_SCALE)));
      pango_layout_set_text (block->layout[i], block->text[i], -1);
      if (block->attributes[i] != NULL)
        pango_layout_set_attributes (block->layout[i], block->attributes[i]);
    }
  pango_font_description_free (font);
}

static guint
count_lines (const Block *block)
{
  int n = 0;

  switch (block->kind)
    {
    case BLOCK_TEXT:
    case BLOCK_PAIR:
      for (guint i = 0; i < 2; i++)
        if (block->layout[i] != NULL)
          n = MAX (n, pango_layout_get_line_count (block->layout[i]));
      return (guint) n;
    case BLOCK_LINES:
      return block->n_lines;
    case BLOCK_SPACE:
    case BLOCK_RULE:
    default:
      return 1;
    }
}

static double
get_layout_line_height (PangoLayout *layout,
                        guint        line)
{
  PangoLayoutLine *l = layout != NULL ? pango_layout_get_line_readonly (layout, (int) line) : NULL;
  PangoRectangle logical;

  if (l == NULL)
    return 0;
  pango_layout_line_get_extents (l, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

static double
get_line_height (const Block *block,
                 guint        line)
{
  switch (block->kind)
    {
    case BLOCK_TEXT:
    case BLOCK_PAIR:
      return MAX (get_layout_line_height (block->layout[0], line), get_layout_line_height (block->layout[1], line));
    case BLOCK_LINES:
      return LINE_HEIGHT;
    case BLOCK_RULE:
      return 9;
    case BLOCK_SPACE:
    default:
      return block->height;
    }
}

static double
get_space_before (const Block *block)
{
  return block->kind == BLOCK_TEXT || block->kind == BLOCK_PAIR ? looks[block->style].before : 0;
}

/* What has to fit with the first line of a block: of a heading also the first line of what comes after. */
static double
get_needed (AskwellLayout *self,
            guint          index)
{
  const Block *block = g_ptr_array_index (self->blocks, index);
  double needed = get_line_height (block, 0);

  if (block->style == ASKWELL_STYLE_HEADING && index + 1 < self->blocks->len)
    {
      const Block *next = g_ptr_array_index (self->blocks, index + 1);

      needed += get_space_before (next) + get_line_height (next, 0);
    }
  return needed;
}

/**
 * askwell_layout_paginate:
 * @self: a layout
 * @width: of the page
 * @height: of the page
 * @margin: on all sides
 *
 * Returns: how many pages, at least 1
 */
guint
askwell_layout_paginate (AskwellLayout *self,
                         double         width,
                         double         height,
                         double         margin)
{
  double bottom = height - margin - FOOTER_HEIGHT, y = margin;
  guint page = 0;

  self->width = width;
  self->height = height;
  self->margin = margin;
  g_array_set_size (self->pieces, 0);
  for (guint i = 0; i < self->blocks->len; i++)
    lay_out (self, g_ptr_array_index (self->blocks, i));

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (self->blocks, i);
      guint n_lines = count_lines (block);
      double before = y > margin ? get_space_before (block) : 0;
      Piece piece;

      if (y > margin && y + before + get_needed (self, i) > bottom)
        {
          page++;
          y = margin;
          before = 0;
        }
      if (block->kind == BLOCK_SPACE && y <= margin)
        continue;
      y += before;
      piece = (Piece){ i, 0, 0, y, page };
      for (guint line = 0; line < n_lines; line++)
        {
          double line_height = get_line_height (block, line);

          if (y + line_height > bottom && y > margin)
            {
              if (piece.last > piece.first)
                g_array_append_val (self->pieces, piece);
              page++;
              y = margin;
              piece = (Piece){ i, line, line, y, page };
            }
          y += line_height;
          piece.last = line + 1;
        }
      if (piece.last > piece.first)
        g_array_append_val (self->pieces, piece);
    }
  self->n_pages = page + 1;
  return self->n_pages;
}

/* Drawing */

static void
draw_lines_of (cairo_t     *cairo,
               PangoLayout *layout,
               const Block *block,
               const Piece *piece,
               double       x)
{
  double y = piece->y;
  double width = (double) pango_layout_get_width (layout) / PANGO_SCALE;

  for (guint line = piece->first; line < piece->last; line++)
    {
      PangoLayoutLine *l = pango_layout_get_line_readonly (layout, (int) line);
      PangoRectangle logical;
      double left = x;

      if (l == NULL)
        break;
      pango_layout_line_get_extents (l, NULL, &logical);
      if (pango_layout_line_get_resolved_direction (l) == PANGO_DIRECTION_RTL)
        left = x + width - (double) logical.width / PANGO_SCALE;
      cairo_move_to (cairo, left, y - (double) logical.y / PANGO_SCALE);
      pango_cairo_show_layout_line (cairo, l);
      y += get_line_height (block, line);
    }
}

static void
draw_text (AskwellLayout *self,
           cairo_t       *cairo,
           const char    *font_name,
           const char    *text,
           double         x,
           double         y)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (font_name);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cairo, x, y);
  pango_cairo_show_layout (cairo, layout);
}

static void
draw_marker (AskwellLayout *self,
             cairo_t       *cairo,
             const Block   *block,
             const Piece   *piece)
{
  double line_height = get_line_height (block, 0), x = self->margin, size = 9;
  double top = piece->y + (line_height - size) / 2;
  g_autofree char *number = NULL;

  if (piece->first > 0)
    return;
  cairo_set_line_width (cairo, 0.8);
  switch (block->marker)
    {
    case ASKWELL_MARKER_TICKED:
      cairo_move_to (cairo, x + 1, top + size / 2);
      cairo_line_to (cairo, x + size / 2.5, top + size - 1);
      cairo_line_to (cairo, x + size - 0.5, top + 1);
      cairo_set_line_width (cairo, 1.4);
      cairo_stroke (cairo);
      break;
    case ASKWELL_MARKER_BOX:
      cairo_rectangle (cairo, x + 0.5, top, size, size);
      cairo_stroke (cairo);
      break;
    case ASKWELL_MARKER_BULLET:
      cairo_arc (cairo, x + 4, piece->y + line_height / 2, 1.7, 0, 2 * G_PI);
      cairo_fill (cairo);
      break;
    case ASKWELL_MARKER_QUESTION:
      draw_text (self, cairo, "Cantarell, Sans Bold 11", "?", x + 1, piece->y);
      break;
    case ASKWELL_MARKER_NUMBER:
      number = g_strdup_printf ("%u", block->number);
      draw_text (self, cairo, "Cantarell, Sans Bold 11", number, x, piece->y + (line_height - 14) / 2);
      break;
    case ASKWELL_MARKER_NONE:
    default:
      break;
    }
}

static void
draw_piece (AskwellLayout *self,
            cairo_t       *cairo,
            const Piece   *piece)
{
  const Block *block = g_ptr_array_index (self->blocks, piece->block);
  double grey = looks[block->style].grey, right = self->width - self->margin;

  cairo_set_source_rgb (cairo, grey, grey, grey);
  switch (block->kind)
    {
    case BLOCK_TEXT:
      draw_lines_of (cairo, block->layout[0], block, piece, self->margin + get_indent (block));
      draw_marker (self, cairo, block, piece);
      break;
    case BLOCK_PAIR:
      draw_lines_of (cairo, block->layout[0], block, piece, self->margin);
      draw_lines_of (cairo, block->layout[1], block, piece, self->margin + get_text_width (self, block) + PAIR_GAP);
      break;
    case BLOCK_LINES:
      cairo_set_source_rgb (cairo, 0.7, 0.7, 0.7);
      cairo_set_line_width (cairo, 0.5);
      for (guint line = piece->first; line < piece->last; line++)
        {
          double y = piece->y + (line - piece->first + 1) * LINE_HEIGHT - 3;

          cairo_move_to (cairo, self->margin + MARKER_WIDTH, y);
          cairo_line_to (cairo, right, y);
        }
      cairo_stroke (cairo);
      break;
    case BLOCK_RULE:
      cairo_set_source_rgb (cairo, 0.75, 0.75, 0.75);
      cairo_set_line_width (cairo, 0.6);
      cairo_move_to (cairo, self->margin, piece->y + 6);
      cairo_line_to (cairo, right, piece->y + 6);
      cairo_stroke (cairo);
      break;
    case BLOCK_SPACE:
    default:
      break;
    }
}

static void
draw_footer (AskwellLayout *self,
             cairo_t       *cairo,
             guint          page)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (looks[ASKWELL_STYLE_CAPTION].font);
  /* Translators: at the foot of a printed page: its number, and how many there are */
  g_autofree char *number = g_strdup_printf (_ ("%u of %u"), page + 1, self->n_pages);
  g_autoptr (GString) text = g_string_new (self->footer);
  double y = self->height - self->margin - FOOTER_HEIGHT / 2;

  if (self->n_pages > 1)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", number);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, MAX (1, (int) ((self->width - 2 * self->margin) * PANGO_SCALE)));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_text (layout, text->str, -1);
  cairo_set_source_rgb (cairo, 0.4, 0.4, 0.4);
  cairo_move_to (cairo, self->margin, y);
  pango_cairo_show_layout (cairo, layout);
}

/**
 * askwell_layout_draw_page:
 * @self: a layout that was paginated
 * @cairo: where to; its unit is the point
 * @page: from 0
 */
void
askwell_layout_draw_page (AskwellLayout *self,
                          cairo_t       *cairo,
                          guint          page)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->page == page)
        draw_piece (self, cairo, piece);
    }
  draw_footer (self, cairo, page);
}
