/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "model/askwell-account.h"
#include "model/askwell-plan.h"
#include "phrasing/askwell-reader.h"

G_BEGIN_DECLS

#define ASKWELL_TYPE_SHEET (askwell_sheet_get_type ())
G_DECLARE_FINAL_TYPE (AskwellSheet, askwell_sheet, ASKWELL, SHEET, GObject)

/* Pages drawn on cairo with Pango; lengths are points (1/72 inch). The records must be loaded. */

typedef enum
{
  ASKWELL_SHEET_CALL,   /* the plan on one page: big type, questions first */
  ASKWELL_SHEET_REVIEW, /* objectives before and after, side by side */
  ASKWELL_SHEET_LEDGER, /* what an account has taught us, and what is open */
} AskwellSheetKind;

/* @record: a plan for call and review, an account for the ledger. @reader may be NULL: no marks then. */
AskwellSheet *askwell_sheet_new          (AskwellSheetKind  kind,
                                          AskwellRecord    *record,
                                          AskwellReader    *reader);
const char   *askwell_sheet_get_title    (AskwellSheet     *self);
/* Lays the sheet out for pages of this size with these margins on all sides; returns the number of pages. */
guint         askwell_sheet_paginate     (AskwellSheet     *self,
                                          double            width,
                                          double            height,
                                          double            margin);
void          askwell_sheet_draw_page    (AskwellSheet     *self,
                                          cairo_t          *cairo,
                                          guint             page);
/* A4 or Letter by the locale. Written to a temporary file and renamed: a half-written PDF never stands under @file. */
gboolean      askwell_sheet_write_pdf    (AskwellSheet     *self,
                                          GFile            *file,
                                          GError          **error);

G_END_DECLS
