/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwellctl-library.h"
#include "askwellctl.h"
#include "paper/askwell-sheet.h"

static gboolean
parse_sheet (const char       *word,
             AskwellSheetKind *kind)
{
  static const struct
  {
    const char *word;
    AskwellSheetKind kind;
  } sheets[] = { { "call", ASKWELL_SHEET_CALL }, { "review", ASKWELL_SHEET_REVIEW }, { "ledger", ASKWELL_SHEET_LEDGER } };

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (g_str_equal (word, sheets[i].word))
      {
        *kind = sheets[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* What the sheet is made of: a plan, or for the ledger an account, also when the id is that of one of its plans. NULL: a line was printed. */
static AskwellRecord *
find_record (AskwellStore    *store,
             const char      *id,
             AskwellSheetKind kind)
{
  g_autoptr (GError) error = NULL;
  AskwellRecord *record = askwell_store_find (store, id, &error);
  AskwellRecord *account = record != NULL ? askwell_record_get_ancestor (record, ASKWELL_TYPE_ACCOUNT) : NULL;

  if (error == NULL && account != NULL)
    askwell_store_load (store, account, &error);
  if (error != NULL)
    askwellctl_trouble ("print", "%s", error->message);
  else if (record == NULL)
    askwellctl_trouble ("print", _ ("there is no account or plan with the id “%s”"), id);
  else if (kind == ASKWELL_SHEET_LEDGER)
    return account;
  else if (!ASKWELL_IS_PLAN (record))
    askwellctl_trouble ("print", _ ("“%s” is an account; this sheet is made of a plan"), id);
  else
    return record;
  return NULL;
}

int
askwellctl_print (int    argc,
                  char **argv)
{
  g_autofree char *database = NULL;
  g_autofree char *output = NULL;
  g_autofree char *sheet_word = NULL;
  g_autoptr (AskwellStore) store = NULL;
  g_autoptr (AskwellReader) reader = NULL;
  g_autoptr (AskwellSheet) sheet = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  AskwellSheetKind kind = ASKWELL_SHEET_CALL;
  AskwellRecord *record;
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &database, N_ ("Library to read, instead of your own"), N_ ("FILE") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &sheet_word, N_ ("call, review or ledger"), N_ ("SHEET") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("The PDF to write"), N_ ("FILE") },
    { NULL },
  };

  if (!askwellctl_parse ("print", _ ("Makes a PDF of the plan or account with this id."), entries, &argc, &argv))
    return ASKWELLCTL_TROUBLE;
  if (sheet_word != NULL && !parse_sheet (sheet_word, &kind))
    return askwellctl_trouble ("print", _ ("there is no sheet “%s”; there are call, review and ledger"), sheet_word);
  if (output == NULL)
    return askwellctl_trouble ("print", "%s", _ ("where to? Say --output=FILE.pdf"));
  if (argc != 2)
    return askwellctl_trouble ("print", "%s", argc < 2 ? _ ("of which plan or account? Say its id") : _ ("one id at a time"));

  store = askwellctl_open_library ("print", database, FALSE);
  if (store == NULL)
    return ASKWELLCTL_TROUBLE;
  record = find_record (store, argv[1], kind);
  if (record == NULL)
    return ASKWELLCTL_TROUBLE;

  if (kind == ASKWELL_SHEET_REVIEW)
    {
      reader = askwell_reader_new ();
      if (!askwell_reader_add_shipped (reader, &error))
        return askwellctl_trouble ("print", "%s", error->message);
    }
  sheet = askwell_sheet_new (kind, record, reader);
  file = g_file_new_for_commandline_arg (output);
  if (!askwell_sheet_write_pdf (sheet, file, &error))
    return askwellctl_trouble ("print", "%s", error->message);
  return ASKWELLCTL_OK;
}
