/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <langinfo.h>

#include "askwell-sheet-private.h"

#include "paper/askwell-format.h"

/*
 * A sheet: a plan or an account as pages
 *
 * askwell-sheet-call.c, -review.c and -ledger.c say what is on each kind of sheet, askwell-flow.c which line is on which page; here are the page itself
 * with its footer, and the PDF. A call sheet should be one page, so it is tried with much room for the answers first, then with less, then in smaller
 * type; what needs more than a page even so gets the room and the type that are good to use, and as many pages as it takes.
 *
 * A PDF is made in memory before a byte of it goes to the file, and the file is replaced as a whole.
 */

#define FOOTER_HEIGHT 24.0
#define PDF_MARGIN 48.0

struct _AskwellSheet
{
  GObject parent_instance;

  AskwellSheetKind kind;
  AskwellRecord *record;
  AskwellReader *reader; /* nullable */
  char *title;

  PangoContext *context;
  AskwellFlow *flow;
  double width;
  double height;
  double margin;
  guint n_pages;
};

G_DEFINE_FINAL_TYPE (AskwellSheet, askwell_sheet, G_TYPE_OBJECT)

/* Pieces the sheets share */

char *
askwell_sheet_join (const char *first,
                    ...)
{
  GString *joined = g_string_new (NULL);
  va_list args;

  va_start (args, first);
  for (const char *part = first; part != NULL; part = va_arg (args, const char *))
    {
      if (*part == '\0')
        continue;
      if (joined->len > 0)
        g_string_append (joined, " · ");
      g_string_append (joined, part);
    }
  va_end (args);
  return g_string_free (joined, FALSE);
}

void
askwell_sheet_add_head (AskwellFlow *flow,
                        const char  *kicker,
                        const char  *title,
                        const char  *lead)
{
  askwell_flow_begin_row (flow, 0, ASKWELL_ROW_PLAIN);
  askwell_flow_begin_cell (flow, 0, 1);
  if (*kicker != '\0')
    {
      askwell_flow_add_text (flow, ASKWELL_STYLE_KICKER, ASKWELL_MARK_NONE, 0, kicker, NULL);
      askwell_flow_keep_next (flow);
    }
  askwell_flow_add_text (flow, ASKWELL_STYLE_TITLE, ASKWELL_MARK_NONE, 2, title, NULL);
  if (*lead != '\0')
    askwell_flow_add_text (flow, ASKWELL_STYLE_LEAD, ASKWELL_MARK_NONE, 4, lead, NULL);
}

static const char *
get_account_name (AskwellRecord *record)
{
  AskwellRecord *account = askwell_record_get_ancestor (record, ASKWELL_TYPE_ACCOUNT);

  return account != NULL ? askwell_account_get_name (ASKWELL_ACCOUNT (account)) : "";
}

static char *
make_title (AskwellSheet *self)
{
  g_autofree char *title = NULL;
  const char *account;

  if (self->kind == ASKWELL_SHEET_LEDGER)
    {
      title = askwell_format_title (askwell_account_get_name (ASKWELL_ACCOUNT (self->record)));
      /* Translators: title of a sheet; %s is the name of an account */
      return g_strdup_printf (_ ("%s · what we have learned"), title);
    }

  account = get_account_name (self->record);
  title = askwell_format_title (askwell_plan_get_title (ASKWELL_PLAN (self->record)));
  if (self->kind == ASKWELL_SHEET_REVIEW)
    return askwell_sheet_join (title, account, _ ("before and after"), NULL);
  return askwell_sheet_join (title, account, NULL);
}

static AskwellFlow *
build (AskwellSheet *self,
       double        scale,
       guint         writing_lines)
{
  AskwellFlow *flow = askwell_flow_new (self->context, self->width - 2 * self->margin, scale);

  switch (self->kind)
    {
    case ASKWELL_SHEET_CALL:
      askwell_sheet_build_call (flow, ASKWELL_PLAN (self->record), writing_lines);
      break;
    case ASKWELL_SHEET_REVIEW:
      askwell_sheet_build_review (flow, ASKWELL_PLAN (self->record), self->reader);
      break;
    case ASKWELL_SHEET_LEDGER:
      askwell_sheet_build_ledger (flow, ASKWELL_ACCOUNT (self->record));
      break;
    default:
      g_assert_not_reached ();
    }
  return flow;
}

static void
askwell_sheet_finalize (GObject *object)
{
  AskwellSheet *self = ASKWELL_SHEET (object);

  g_clear_object (&self->record);
  g_clear_object (&self->reader);
  g_clear_object (&self->context);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->flow, askwell_flow_free);

  G_OBJECT_CLASS (askwell_sheet_parent_class)->finalize (object);
}

static void
askwell_sheet_class_init (AskwellSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = askwell_sheet_finalize;
}

static void
askwell_sheet_init (AskwellSheet *self)
{
  self->context = askwell_flow_create_context ();
}

/**
 * askwell_sheet_new:
 * @kind: which sheet
 * @record: a plan for the call and the review sheet, an account for the ledger; loaded, and a plan's account too
 * @reader: (nullable): marks what it finds in the objectives of a review sheet
 *
 * Returns: (transfer full): a sheet that shows @record as it is when the sheet is paginated
 */
AskwellSheet *
askwell_sheet_new (AskwellSheetKind  kind,
                   AskwellRecord    *record,
                   AskwellReader    *reader)
{
  AskwellSheet *self;

  g_return_val_if_fail (kind == ASKWELL_SHEET_LEDGER ? ASKWELL_IS_ACCOUNT (record) : ASKWELL_IS_PLAN (record), NULL);
  g_return_val_if_fail (reader == NULL || ASKWELL_IS_READER (reader), NULL);

  self = g_object_new (ASKWELL_TYPE_SHEET, NULL);
  self->kind = kind;
  self->record = g_object_ref (record);
  self->reader = reader != NULL ? g_object_ref (reader) : NULL;
  self->title = make_title (self);
  return self;
}

/**
 * askwell_sheet_get_title:
 * @self: a sheet
 *
 * Returns: (transfer none): what it is of, in a line: for the print job, the PDF and the foot of each page
 */
const char *
askwell_sheet_get_title (AskwellSheet *self)
{
  g_return_val_if_fail (ASKWELL_IS_SHEET (self), NULL);

  return self->title;
}

/**
 * askwell_sheet_paginate:
 * @self: a sheet
 * @width: width of the page, points
 * @height: its height, points
 * @margin: left free on all four sides, points
 *
 * Lays the sheet out.
 *
 * Returns: the number of pages, at least 1
 */
guint
askwell_sheet_paginate (AskwellSheet *self,
                        double        width,
                        double        height,
                        double        margin)
{
  /* From the best to use to what is just good enough; the last is for what does not fit on one page anyway. */
  static const struct
  {
    double scale;
    guint writing_lines;
  } tries[] = { { 1.0, 2 }, { 1.0, 1 }, { 0.95, 1 }, { 0.9, 1 }, { 0.85, 1 }, { 1.0, 2 } };
  guint n_tries = self->kind == ASKWELL_SHEET_CALL ? G_N_ELEMENTS (tries) : 1;
  double text_height;

  g_return_val_if_fail (ASKWELL_IS_SHEET (self), 0);

  self->width = width;
  self->height = height;
  self->margin = margin;
  text_height = MAX (height - 2 * margin - FOOTER_HEIGHT, 1.0);

  for (guint i = 0; i < n_tries; i++)
    {
      g_clear_pointer (&self->flow, askwell_flow_free);
      self->flow = build (self, tries[i].scale, tries[i].writing_lines);
      self->n_pages = askwell_flow_paginate (self->flow, text_height);
      if (self->n_pages == 1)
        break;
    }

  if (self->kind == ASKWELL_SHEET_CALL)
    {
      askwell_sheet_fill_with_notes (self->flow);
      self->n_pages = askwell_flow_paginate (self->flow, text_height);
    }
  return self->n_pages;
}

static void
draw_text (AskwellSheet  *self,
           cairo_t       *cairo,
           const char    *text,
           double         x,
           double         width,
           PangoAlignment alignment)
{
  g_autoptr (PangoLayout) layout = askwell_flow_create_layout (self->context, ASKWELL_STYLE_CAPTION, 1.0);

  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (MAX (width, 1.0) * PANGO_SCALE));
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cairo, x, self->height - self->margin - FOOTER_HEIGHT + 10.0);
  pango_cairo_show_layout (cairo, layout);
}

static void
draw_footer (AskwellSheet *self,
             cairo_t      *cairo,
             guint         page)
{
  double width = self->width - 2 * self->margin;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* Translators: strftime format of a day with its year, such as "24 Nov 2026" */
  g_autofree char *day = g_date_time_format (now, _ ("%-d %b %Y"));
  /* Translators: at the foot of a sheet: which page, and of how many */
  g_autofree char *number = g_strdup_printf (_ ("page %u of %u"), page + 1, self->n_pages);
  g_autofree char *right = askwell_sheet_join (day, number, NULL);

  cairo_set_source_rgb (cairo, 0.37, 0.36, 0.39);
  draw_text (self, cairo, self->title, self->margin, width * 0.68, PANGO_ALIGN_LEFT);
  draw_text (self, cairo, right, self->margin + width * 0.7, width * 0.3, PANGO_ALIGN_RIGHT);
}

/**
 * askwell_sheet_draw_page:
 * @self: a paginated sheet
 * @cairo: a context whose unit is the point and whose origin is the corner of the page
 * @page: a page, from 0
 */
void
askwell_sheet_draw_page (AskwellSheet *self,
                         cairo_t      *cairo,
                         guint         page)
{
  g_return_if_fail (ASKWELL_IS_SHEET (self));
  g_return_if_fail (self->flow != NULL && page < self->n_pages);

  cairo_save (cairo);
  cairo_translate (cairo, self->margin, self->margin);
  askwell_flow_draw_page (self->flow, cairo, page);
  cairo_restore (cairo);

  cairo_save (cairo);
  draw_footer (self, cairo, page);
  cairo_restore (cairo);
}

/* The paper of the locale, in points: A4 where it does not say. */
static void
get_paper (double *width,
           double *height)
{
  *width = 210.0 / 25.4 * 72.0;
  *height = 297.0 / 25.4 * 72.0;
#ifdef _NL_PAPER_WIDTH
  {
    /* glibc gives the number itself instead of a pointer. */
    int millimetres_wide = GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_WIDTH));
    int millimetres_high = GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_HEIGHT));

    if (millimetres_wide == 216 && millimetres_high == 279)
      {
        *width = 8.5 * 72.0;
        *height = 11.0 * 72.0;
      }
  }
#endif
}

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
render_pdf (AskwellSheet *self,
            GError      **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;
  cairo_t *cairo;
  guint n_pages;

  get_paper (&width, &height);
  n_pages = askwell_sheet_paginate (self, width, height, PDF_MARGIN);

  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Askwell " PACKAGE_VERSION);
  cairo = cairo_create (surface);
  for (guint i = 0; i < n_pages; i++)
    {
      askwell_sheet_draw_page (self, cairo, i);
      cairo_show_page (cairo);
    }
  status = cairo_status (cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_byte_array_unref (bytes);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The pages could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * askwell_sheet_write_pdf:
 * @self: a sheet
 * @file: where to; what is there is replaced once the new file is whole
 * @error: return location for a #GError of the domain %G_IO_ERROR
 *
 * Writes the sheet as a PDF, A4 or Letter by the locale.
 *
 * Returns: whether that worked; when not, what stood under @file still does
 */
gboolean
askwell_sheet_write_pdf (AskwellSheet *self,
                         GFile        *file,
                         GError      **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (ASKWELL_IS_SHEET (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_parse_name (file);
  bytes = render_pdf (self, error);
  if (bytes == NULL)
    return FALSE;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);
  if (stream == NULL)
    {
      g_prefix_error (error, _ ("“%s” could not be written: "), name);
      return FALSE;
    }
  if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL, error))
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();

      /* Closing a cancelled stream throws its temporary file away. */
      g_cancellable_cancel (cancellable);
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, NULL);
      g_prefix_error (error, _ ("“%s” could not be written: "), name);
      return FALSE;
    }
  if (!g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
    {
      g_prefix_error (error, _ ("“%s” could not be written: "), name);
      return FALSE;
    }
  return TRUE;
}
