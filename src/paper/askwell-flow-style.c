/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-flow-private.h"

/* How text looks on paper: sizes in points, colours that a copy in black and white keeps apart from the ground. */

#define FONT_FAMILY "Cantarell, Inter, Noto Sans, Sans"
#define QUIET_COLOUR 0x5e5c64

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

double
askwell_style_get_size (AskwellStyle style)
{
  return styles[style].size;
}

guint32
askwell_style_get_colour (AskwellStyle style)
{
  return styles[style].colour;
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
