/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "askwellctl-input.h"
#include "askwellctl-library.h"
#include "askwellctl.h"
#include "paper/askwell-sheet.h"

static const struct
{
  const char *name;
  AskwellSheetKind kind;
} sheets[] = {
  { "call", ASKWELL_SHEET_CALL },
  { "review", ASKWELL_SHEET_REVIEW },
  { "ledger", ASKWELL_SHEET_LEDGER },
};

int
askwellctl_print (int    argc,
                  char **argv)
{
  g_autofree char *database = NULL;
  g_autofree char *sheet_name = NULL;
  g_autofree char *output = NULL;
  g_autoptr (AskwellStore) store = NULL;
  g_autoptr (AskwellReader) reader = NULL;
  g_autoptr (AskwellSheet) sheet = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  AskwellctlNoteOptions options = { 0 };
  AskwellRecord *record, *account;
  int kind = -1;
  const GOptionEntry entries[] = {
    ASKWELLCTL_DATABASE_OPTION (&database),
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &sheet_name, N_ ("call, review or ledger"), N_ ("SHEET") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("PDF to write"), N_ ("FILE") },
    { NULL },
  };

  if (!askwellctl_parse ("print", _ ("ID  Writes a plan, or an account’s ledger, as PDF."), entries, &argc, &argv))
    return ASKWELLCTL_TROUBLE;
  if (argc != 2 || output == NULL)
    return askwellctl_trouble ("print", "%s", _ ("give --output=FILE and the id of one plan or account"));
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (sheet_name != NULL && g_str_equal (sheets[i].name, sheet_name))
      kind = (int) sheets[i].kind;
  if (sheet_name != NULL && kind < 0)
    return askwellctl_trouble ("print", _ ("--sheet is “call”, “review” or “ledger”, not “%s”"), sheet_name);
  store = askwellctl_open_store ("print", database, FALSE);
  if (store == NULL)
    return ASKWELLCTL_TROUBLE;

  record = askwell_store_find (store, argv[1], &error);
  if (record == NULL)
    return askwellctl_trouble ("print", "%s", error != NULL ? error->message : _ ("there is no account or plan with that id"));
  account = askwell_record_get_ancestor (record, ASKWELL_TYPE_ACCOUNT);
  if (!askwell_store_load (store, account, &error))
    return askwellctl_trouble ("print", "%s", error->message);
  if (kind < 0)
    kind = ASKWELL_IS_PLAN (record) ? ASKWELL_SHEET_CALL : ASKWELL_SHEET_LEDGER;
  if (kind == ASKWELL_SHEET_LEDGER)
    record = account;
  else if (!ASKWELL_IS_PLAN (record))
    return askwellctl_trouble ("print", "%s", _ ("an account has a ledger; the other sheets are a plan’s"));

  reader = askwellctl_open_reader ("print", &options);
  if (reader == NULL)
    return ASKWELLCTL_TROUBLE;
  sheet = askwell_sheet_new ((AskwellSheetKind) kind, record, reader);
  file = g_file_new_for_commandline_arg (output);
  if (!askwell_sheet_write_pdf (sheet, file, &error))
    return askwellctl_trouble ("print", "%s", error->message);
  return ASKWELLCTL_OK;
}
