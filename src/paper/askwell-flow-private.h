/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "askwell-flow.h"

G_BEGIN_DECLS

#define ASKWELL_FLOW_MAX_CELLS 2

typedef struct
{
  double x;
  double width;
  GArray *lines; /* element-type AskwellFlowLine */
} AskwellFlowCell;

typedef struct
{
  double space;
  AskwellRowFlags flags;
  AskwellFlowCell cells[ASKWELL_FLOW_MAX_CELLS];
  guint n_cells;
} AskwellFlowRow;

/* A row, or the part of it that is on one page. */
typedef struct
{
  guint row;
  guint page;
  double y;
  guint first[ASKWELL_FLOW_MAX_CELLS];
  guint n_lines[ASKWELL_FLOW_MAX_CELLS];
  guint begins : 1;
} AskwellFlowPiece;

struct _AskwellFlow
{
  PangoContext *context;
  double width;
  double scale;

  GArray *rows;       /* element-type AskwellFlowRow */
  GPtrArray *layouts; /* element-type PangoLayout: the lines live in them */
  GArray *pieces;     /* element-type AskwellFlowPiece, in order */
  double page_height;
  double used; /* of the last page */
};

void    askwell_flow_foreach_line_of_piece (AskwellFlow            *self,
                                            const AskwellFlowPiece *piece,
                                            AskwellFlowFunc         func,
                                            gpointer                data);

double  askwell_style_get_size             (AskwellStyle            style);
guint32 askwell_style_get_colour           (AskwellStyle            style);

G_END_DECLS
