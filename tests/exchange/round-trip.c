/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "exchange-fixture.h"
#include "model/askwell-comment.h"
#include "model/askwell-contact.h"
#include "model/askwell-entry.h"
#include "model/askwell-fact.h"
#include "model/askwell-ignore.h"
#include "model/askwell-objective.h"
#include "model/askwell-question.h"
#include "model/askwell-unknown.h"

#include <string.h>

#define N_LIBRARIES 25

/* What XML, line ends, scripts and indentation make difficult. */
static const char *const pieces[] = {
  "a", "I want to", " ", "  ", "\t", "\n", "\n\n", "\r\n", "<", ">", "&", "\"", "'", "&amp;", "]]>", "<!--", "<?x?>", "é", "e\xcc\x81", "’", "—", "😀",
  "👩‍🔧", "עברית", "العربية", "日本語", "\xc2\x85", "\xc2\xad", "\xef\xbb\xbf", "\xf0\x9f\xbf\xbe", "\x7f", "0", "word ",
};

static char *
make_text (GRand *rand)
{
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 1, 30); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static gint64
make_time (GRand *rand)
{
  return 1 + (gint64) (g_rand_double (rand) * 4e9);
}

/* Every field filled, so that one that were forgotten would show. */
static void
fill (AskwellRecord *record,
      GRand         *rand)
{
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    switch (klass->fields[i].kind)
      {
      case ASKWELL_FIELD_STRING:
      case ASKWELL_FIELD_TEXT:
        {
          g_autofree char *text = make_text (rand);

          askwell_record_set_text (record, i, text);
        }
        break;
      case ASKWELL_FIELD_REFERENCE:
        {
          g_autofree char *id = g_strdup_printf ("ref-%u", g_rand_int (rand));

          askwell_record_set_text (record, i, id);
        }
        break;
      case ASKWELL_FIELD_ENUM:
        {
          g_autoptr (GTypeClass) enum_class = g_type_class_ref (klass->fields[i].enum_type ());
          guint value = (guint) g_rand_int_range (rand, 0, (gint32) G_ENUM_CLASS (enum_class)->n_values);

          askwell_record_set_number (record, i, G_ENUM_CLASS (enum_class)->values[value].value);
        }
        break;
      case ASKWELL_FIELD_TIME:
        /* What lies in the trash for long is thrown away when a library is opened. */
        if (g_str_equal (klass->fields[i].name, "deleted"))
          askwell_record_set_number (record, i, g_rand_boolean (rand) ? g_get_real_time () / G_USEC_PER_SEC : 0);
        else
          askwell_record_set_number (record, i, make_time (rand));
        break;
      case ASKWELL_FIELD_INT:
      case ASKWELL_FIELD_BOOLEAN:
      default:
        askwell_record_set_number (record, i, g_rand_int_range (rand, -5, 500));
        break;
      }
}

static AskwellRecord *
make_tree (GType  type,
           GRand *rand)
{
  g_autofree char *id = g_strdup_printf ("%08x-%u", g_rand_int (rand), g_rand_int (rand));
  AskwellRecord *record = g_object_new (type, "id", id, "created", make_time (rand), "modified", make_time (rand), NULL);
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (record);

  fill (record, rand);
  for (guint i = 0; i < klass->n_children; i++)
    for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
      {
        g_autoptr (AskwellRecord) child = make_tree (klass->children[i].type (), rand);

        askwell_record_list_append (askwell_record_get_children (record, klass->children[i].name), child);
      }
  return record;
}

static void
test_random (Fixture      *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < N_LIBRARIES; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      g_autofree char *first_name = g_strdup_printf ("first-%u.db", i);
      g_autofree char *second_name = g_strdup_printf ("second-%u.db", i);
      g_autoptr (AskwellStore) first = fixture_open (fixture, first_name);
      g_autoptr (AskwellStore) second = fixture_open (fixture, second_name);
      AskwellRecord *library = ASKWELL_RECORD (askwell_store_get_library (first));
      AskwellImportCounts counts;
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *reopened = NULL;

      for (int n = g_rand_int_range (rand, 0, 5); n > 0; n--)
        {
          g_autoptr (AskwellRecord) account = make_tree (ASKWELL_TYPE_ACCOUNT, rand);
          g_autoptr (AskwellRecord) ignore = make_tree (ASKWELL_TYPE_IGNORE, rand);

          askwell_record_list_append (askwell_record_get_children (library, "accounts"), account);
          askwell_record_list_append (askwell_record_get_children (library, "ignores"), ignore);
        }
      askwell_store_flush (first, &error);
      g_assert_no_error (error);

      before = export_text (first, NULL);
      import_text (second, before, -1, FALSE, &counts, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (counts.accounts_changed + counts.accounts_unchanged + counts.plans_changed + counts.plans_unchanged, ==, 0);
      after = export_text (second, NULL);
      g_assert_cmpstr (after, ==, before);

      g_clear_object (&second);
      second = fixture_open (fixture, second_name);
      reopened = export_text (second, NULL);
      g_assert_cmpstr (reopened, ==, before);
    }
}

/* A text longer than libxml2 takes unless it is told to */
static void
test_long_text (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (AskwellStore) first = fixture_open (fixture, "first.db");
  g_autoptr (AskwellStore) second = fixture_open (fixture, "second.db");
  AskwellRecord *account = askwell_record_list_add (askwell_library_get_accounts (askwell_store_get_library (first)));
  g_autofree char *text = g_strnfill (11 * 1024 * 1024, 'x');
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  askwell_account_set_notes (ASKWELL_ACCOUNT (account), text);
  before = export_text (first, NULL);
  import_text (second, before, -1, FALSE, NULL, &error);
  g_assert_no_error (error);
  after = export_text (second, NULL);
  g_assert_true (g_str_equal (before, after));
}

static gpointer
add (gpointer    parent,
     const char *list,
     GType       type,
     const char *id,
     const char *first_property,
     ...)
{
  AskwellRecord *record = g_object_new (type, "id", id, "created", (gint64) 1700000000, "modified", (gint64) 1700000001, NULL);
  va_list args;

  va_start (args, first_property);
  g_object_set_valist (G_OBJECT (record), first_property, args);
  va_end (args);
  askwell_record_list_append (askwell_record_get_children (parent, list), record);
  g_object_unref (record);
  return record;
}

/* The bytes themselves, which people and other programs rely on. */
static void
test_golden (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (AskwellStore) store = fixture_open (fixture, "golden.db");
  AskwellLibrary *library = askwell_store_get_library (store);
  g_autofree char *golden = read_source ("golden.xml");
  g_autofree char *text = NULL;
  gpointer account, plan, objective;

  account = add (library, "accounts", ASKWELL_TYPE_ACCOUNT, "a-1", "name", "Harbour & Mills <1>", "notes", "two\nlines, “quoted”", NULL);
  add (account, "contacts", ASKWELL_TYPE_CONTACT, "c-1", "name", "Dana \"D\" Ortiz", "role", "Buyer", NULL);
  add (account, "facts", ASKWELL_TYPE_FACT, "f-1", "text", "They lease.", "source", "Dana", "learned", (gint64) 1690000000, "certainty",
       ASKWELL_CERTAINTY_GUESS, "plan", "p-1", NULL);
  add (account, "unknowns", ASKWELL_TYPE_UNKNOWN, "u-1", "text", "Who signs?", "state", ASKWELL_UNKNOWN_STATE_ASKED, NULL);
  plan = add (account, "plans", ASKWELL_TYPE_PLAN, "p-1", "title", "Renewal", "start", (gint64) 1700003600, "length", 45, "kind",
              ASKWELL_CALL_KIND_FOLLOW_UP, "best-step", "  They invite us.  ", NULL);
  objective = add (plan, "objectives", ASKWELL_TYPE_OBJECTIVE, "o-1", "text", "Get them to sign", "looks-at", "obstacle", NULL);
  add (objective, "versions", askwell_record_type_for_element ("version"), "v-1", "text", "Sign!", NULL);
  add (plan, "questions", ASKWELL_TYPE_QUESTION, "q-1", "text", "What is in the way?", "asked", TRUE, NULL);
  add (plan, "entries", ASKWELL_TYPE_ENTRY, "e-1", "section", ASKWELL_SECTION_MY_PROMISE, "text", "Log", NULL);
  add (plan, "comments", ASKWELL_TYPE_COMMENT, "k-1", "target", "o-1", "text", "😀", "resolved", TRUE, NULL);
  add (library, "ignores", ASKWELL_TYPE_IGNORE, "i-1", "scope", 2, "rule", "en.want.strong", NULL);

  text = export_text (store, NULL);
  g_assert_cmpstr (text, ==, golden);
}

static void
test_some (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (AskwellStore) store = fixture_open (fixture, "some.db");
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *golden = read_source ("golden.xml");
  g_autofree char *plan = NULL;
  g_autoptr (GError) error = NULL;
  AskwellRecord *second;

  import_text (store, golden, -1, FALSE, NULL, &error);
  g_assert_no_error (error);
  second = add (askwell_store_get_library (store), "accounts", ASKWELL_TYPE_ACCOUNT, "a-2", "name", "Other", NULL);
  add (second, "plans", ASKWELL_TYPE_PLAN, "p-2", "title", "Elsewhere", NULL);

  plan = export_text (store, (const char *const[]){ "p-1", NULL });
  g_assert_nonnull (strstr (plan, "id=\"a-1\""));
  g_assert_nonnull (strstr (plan, "id=\"p-1\""));
  g_assert_null (strstr (plan, "a-2"));
  g_assert_null (strstr (plan, "i-1"));

  askwell_exchange_export (store, (const char *const[]){ "p-1", "nobody", NULL }, stream, NULL, &error);
  g_assert_error (error, ASKWELL_EXCHANGE_ERROR, ASKWELL_EXCHANGE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "nobody"));
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/exchange/round-trip/random", Fixture, NULL, fixture_set_up, test_random, fixture_tear_down);
  g_test_add ("/exchange/round-trip/long-text", Fixture, NULL, fixture_set_up, test_long_text, fixture_tear_down);
  g_test_add ("/exchange/round-trip/golden", Fixture, NULL, fixture_set_up, test_golden, fixture_tear_down);
  g_test_add ("/exchange/round-trip/some", Fixture, NULL, fixture_set_up, test_some, fixture_tear_down);
  return g_test_run ();
}
