/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "askwell-finding-look.h"

/* Tints keep a contrast of at least 7:1 with the text on both schemes; the lines at least 3:1 with the ground (WCAG 2.1, 1.4.3 and 1.4.11). */
typedef struct
{
  const char *light_ground;
  const char *light_line;
  const char *dark_ground;
  const char *dark_line;
  PangoUnderline underline;
  PangoOverline overline;
} Look;

static const Look looks[ASKWELL_N_FINDING_KINDS] = {
  [ASKWELL_FINDING_WANT] = { "#fdf0cc", "#9a6700", "#4a3a12", "#e5b94a", PANGO_UNDERLINE_ERROR, PANGO_OVERLINE_NONE },
  [ASKWELL_FINDING_TELL] = { "#dbeafb", "#1a5fb4", "#1d3553", "#78aeed", PANGO_UNDERLINE_SINGLE, PANGO_OVERLINE_NONE },
  [ASKWELL_FINDING_PERSUADE] = { "#fbe0d5", "#c01c28", "#54281c", "#ff8f6b", PANGO_UNDERLINE_DOUBLE, PANGO_OVERLINE_NONE },
  [ASKWELL_FINDING_CHASE] = { "#efe0f5", "#813d9c", "#41294d", "#cf9be6", PANGO_UNDERLINE_SINGLE, PANGO_OVERLINE_SINGLE },
};

static void
get_colours (AskwellFindingKind kind,
             GdkRGBA           *ground,
             GdkRGBA           *line)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  gdk_rgba_parse (ground, dark ? looks[kind].dark_ground : looks[kind].light_ground);
  gdk_rgba_parse (line, dark ? looks[kind].dark_line : looks[kind].light_line);
  if (adw_style_manager_get_high_contrast (style))
    gdk_rgba_parse (line, dark ? "#ffffff" : "#000000");
}

/**
 * askwell_finding_look_apply:
 * @tag: a tag
 * @kind: the kind of finding it is for
 *
 * Gives a tag the look of a kind in the colour scheme of now. The caller does so again when the scheme changes.
 */
void
askwell_finding_look_apply (GtkTextTag         *tag,
                            AskwellFindingKind  kind)
{
  GdkRGBA ground, line;

  g_return_if_fail (GTK_IS_TEXT_TAG (tag));

  get_colours (kind, &ground, &line);
  /* No "overline-rgba": GTK 4.8 frees a tag's twice. The line over the text has the colour of the text. */
  g_object_set (tag,
                "background-rgba", &ground,
                "underline", looks[kind].underline,
                "underline-rgba", &line,
                "overline", looks[kind].overline,
                NULL);
}

static void
insert (PangoAttrList  *attributes,
        PangoAttribute *attribute,
        guint           start,
        guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static guint16
to_pango (float component)
{
  return (guint16) (component * 65535.0f);
}

/**
 * askwell_finding_look_insert:
 * @attributes: attributes of a label's text
 * @kind: a kind of finding
 * @byte_start: first byte
 * @byte_end: one past the last byte
 *
 * The same look for text in a label.
 */
void
askwell_finding_look_insert (PangoAttrList      *attributes,
                             AskwellFindingKind  kind,
                             guint               byte_start,
                             guint               byte_end)
{
  GdkRGBA ground, line;

  get_colours (kind, &ground, &line);
  insert (attributes, pango_attr_background_new (to_pango (ground.red), to_pango (ground.green), to_pango (ground.blue)),
          byte_start, byte_end);
  insert (attributes, pango_attr_underline_new (looks[kind].underline), byte_start, byte_end);
  insert (attributes, pango_attr_underline_color_new (to_pango (line.red), to_pango (line.green), to_pango (line.blue)),
          byte_start, byte_end);
  if (looks[kind].overline != PANGO_OVERLINE_NONE)
    insert (attributes, pango_attr_overline_new (looks[kind].overline), byte_start, byte_end);
}
