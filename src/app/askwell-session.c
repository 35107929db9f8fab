/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <libxml/parser.h>

#include "askwell-session.h"

#include "askwell-undo.h"
#include "model/askwell-attendee.h"
#include "model/askwell-contact.h"

/*
 * What one opened library brings along: the store, the reader of phrasing, the bank of questions, the settings. The window's parts are given the
 * session and take from it what they need; none of them opens a file.
 *
 * The store opens on its own thread while the phrasebooks and the question bank are read on another, so that the window can be drawn meanwhile.
 * Until then get_reader() and get_bank() give NULL, and "reading-changed" is emitted when that changes, as well as whenever findings have to be
 * read anew: a rule turned off, a phrase ignored, a name added.
 */

struct _AskwellSession
{
  GObject parent_instance;

  AskwellStore *store;
  AskwellReader *reader;
  AskwellQuestionBank *bank;
  GSettings *settings;
  AskwellUndo *undo;
  GPtrArray *problems; /* element-type GError: personal phrasebooks and banks that were left out */

  char *change_label; /* of the change under way; NULL when none is */
  guint change_depth;

  guint reading_changed_id;
  guint opened : 1;
};

G_DEFINE_FINAL_TYPE (AskwellSession, askwell_session, G_TYPE_OBJECT)

enum
{
  READING_CHANGED,
  OPENED,
  CHANGE_MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  AskwellReader *reader;
  AskwellQuestionBank *bank;
  GPtrArray *problems;
  char *language;
} Knowledge;

static void
knowledge_free (Knowledge *knowledge)
{
  g_clear_object (&knowledge->reader);
  g_clear_object (&knowledge->bank);
  g_clear_pointer (&knowledge->problems, g_ptr_array_unref);
  g_clear_pointer (&knowledge->language, g_free);
  g_free (knowledge);
}

static gboolean
emit_reading_changed_cb (gpointer data)
{
  AskwellSession *self = data;

  self->reading_changed_id = 0;
  g_signal_emit (self, signals[READING_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
queue_reading_changed (AskwellSession *self)
{
  if (self->reading_changed_id == 0)
    self->reading_changed_id = g_idle_add (emit_reading_changed_cb, self);
}

/* Gives the reader the rules and phrases that the library and the settings turn off. */
static void
update_disabled (AskwellSession *self)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();
  g_autoptr (GPtrArray) phrases = g_ptr_array_new ();
  AskwellRecordList *ignores;

  if (self->reader == NULL)
    return;

  ignores = askwell_library_get_ignores (askwell_store_get_library (self->store));
  for (guint i = 0; i < askwell_record_list_get_size (ignores); i++)
    {
      AskwellIgnore *ignore = askwell_record_list_get (ignores, i);

      if (askwell_ignore_get_scope (ignore) == ASKWELL_IGNORE_SCOPE_RULE)
        g_ptr_array_add (rules, (gpointer) askwell_ignore_get_rule (ignore));
      else if (askwell_ignore_get_scope (ignore) == ASKWELL_IGNORE_SCOPE_PHRASE)
        g_ptr_array_add (phrases, (gpointer) askwell_ignore_get_phrase (ignore));
    }
  g_ptr_array_add (rules, NULL);
  g_ptr_array_add (phrases, NULL);
  askwell_reader_set_disabled (self->reader, (const char *const *) rules->pdata, (const char *const *) phrases->pdata);
  queue_reading_changed (self);
}

static void
update_language (AskwellSession *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, "phrasing-language");
  g_autoptr (GError) error = NULL;

  if (self->reader == NULL)
    return;
  if (!askwell_reader_set_language (self->reader, *language != '\0' ? language : NULL, &error))
    g_debug ("Phrasing language: %s", error->message);
  queue_reading_changed (self);
}

static void
read_knowledge (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Knowledge *knowledge = g_new0 (Knowledge, 1);
  g_autoptr (GFile) folder = g_file_new_build_filename (g_get_user_data_dir (), "askwell", NULL);
  g_autoptr (GFile) phrasebooks = g_file_get_child (folder, "phrasebooks");
  g_autoptr (GFile) banks = g_file_get_child (folder, "questions");
  g_autoptr (GPtrArray) broken_banks = NULL;
  g_autoptr (GError) error = NULL;

  knowledge->reader = askwell_reader_new ();
  knowledge->bank = askwell_question_bank_new ();
  if (!askwell_reader_add_shipped (knowledge->reader, &error) ||
      !askwell_question_bank_add_shipped (knowledge->bank, data, &error))
    {
      knowledge_free (knowledge);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  knowledge->problems = askwell_reader_add_folder (knowledge->reader, phrasebooks);
  broken_banks = askwell_question_bank_add_folder (knowledge->bank, banks);
  for (guint i = 0; i < broken_banks->len; i++)
    g_ptr_array_add (knowledge->problems, g_error_copy (g_ptr_array_index (broken_banks, i)));
  g_task_return_pointer (task, knowledge, (GDestroyNotify) knowledge_free);
}

static void
read_knowledge_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  AskwellSession *self = ASKWELL_SESSION (source);
  g_autoptr (GError) error = NULL;
  Knowledge *knowledge = g_task_propagate_pointer (G_TASK (result), &error);

  if (knowledge == NULL)
    {
      g_ptr_array_add (self->problems, g_steal_pointer (&error));
      return;
    }

  g_set_object (&self->reader, knowledge->reader);
  g_set_object (&self->bank, knowledge->bank);
  g_ptr_array_extend_and_steal (self->problems, g_steal_pointer (&knowledge->problems));
  knowledge_free (knowledge);
  update_language (self);
  update_disabled (self);
}

static void
record_cb (AskwellSession *self,
           AskwellRecord  *record)
{
  if (ASKWELL_IS_IGNORE (record))
    update_disabled (self);
  else if (ASKWELL_IS_CONTACT (record) || ASKWELL_IS_ACCOUNT (record))
    queue_reading_changed (self);
}

static void
record_removed_cb (AskwellSession    *self,
                   AskwellRecord     *record,
                   AskwellRecordList *list)
{
  record_cb (self, record);
}

static void
record_changed_cb (AskwellSession *self,
                   AskwellRecord  *record,
                   int             field)
{
  record_cb (self, record);
}

static void
askwell_session_dispose (GObject *object)
{
  AskwellSession *self = ASKWELL_SESSION (object);

  g_clear_handle_id (&self->reading_changed_id, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->reader);
  g_clear_object (&self->bank);
  g_clear_object (&self->settings);
  g_clear_object (&self->undo);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->change_label, g_free);

  G_OBJECT_CLASS (askwell_session_parent_class)->dispose (object);
}

static void
askwell_session_class_init (AskwellSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = askwell_session_dispose;

  /**
   * AskwellSession::reading-changed:
   *
   * Texts have to be read anew: the reader came, or what it is to leave alone changed.
   */
  signals[READING_CHANGED] =
      g_signal_new ("reading-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] =
      g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AskwellSession::change-made:
   * @self: the session
   * @label: what was done, in words for a person
   *
   * A change that the person should hear of, and may want to undo.
   */
  signals[CHANGE_MADE] = g_signal_new ("change-made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
askwell_session_init (AskwellSession *self)
{
  /* Before there are threads: the phrasebooks are parsed on one while the desktop's icons are on another. */
  xmlInitParser ();
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::phrasing-language", G_CALLBACK (update_language), self, G_CONNECT_SWAPPED);
}

AskwellSession *
askwell_session_new (GFile *database)
{
  AskwellSession *self;
  AskwellLibrary *library;

  g_return_val_if_fail (G_IS_FILE (database), NULL);

  self = g_object_new (ASKWELL_TYPE_SESSION, NULL);
  self->store = askwell_store_new (database);
  library = askwell_store_get_library (self->store);
  self->undo = askwell_undo_new (library);
  g_signal_connect_object (library, "record-added", G_CALLBACK (record_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "record-removed", G_CALLBACK (record_removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "record-changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static void
store_open_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GTask) task = data;
  AskwellSession *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  if (!askwell_store_open_finish (ASKWELL_STORE (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  self->opened = TRUE;
  update_disabled (self);
  g_signal_emit (self, signals[OPENED], 0);
  g_task_return_boolean (task, TRUE);
}

/**
 * askwell_session_open_async:
 * @self: a session
 * @callback: called when the library is open, or why it is not
 * @data: for @callback
 */
void
askwell_session_open_async (AskwellSession      *self,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_autoptr (GTask) knowledge = NULL;
  GTask *task;

  g_return_if_fail (ASKWELL_IS_SESSION (self));

  task = g_task_new (self, NULL, callback, data);
  askwell_store_open_async (self->store, NULL, store_open_cb, task);

  /* Opened once more, after what was wrong with the library was mended: the rest is there. */
  if (self->reader != NULL)
    return;
  knowledge = g_task_new (self, NULL, read_knowledge_cb, NULL);
  g_task_set_task_data (knowledge, g_strdup (g_get_language_names ()[0]), g_free);
  g_task_run_in_thread (knowledge, read_knowledge);
}

gboolean
askwell_session_open_finish (AskwellSession  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

AskwellStore *
askwell_session_get_store (AskwellSession *self)
{
  g_return_val_if_fail (ASKWELL_IS_SESSION (self), NULL);

  return self->store;
}

AskwellLibrary *
askwell_session_get_library (AskwellSession *self)
{
  g_return_val_if_fail (ASKWELL_IS_SESSION (self), NULL);

  return askwell_store_get_library (self->store);
}

/**
 * askwell_session_get_reader:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the reader; %NULL until the phrasebooks have been read
 */
AskwellReader *
askwell_session_get_reader (AskwellSession *self)
{
  g_return_val_if_fail (ASKWELL_IS_SESSION (self), NULL);

  return self->reader;
}

/**
 * askwell_session_get_bank:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the bank; %NULL until it has been read
 */
AskwellQuestionBank *
askwell_session_get_bank (AskwellSession *self)
{
  g_return_val_if_fail (ASKWELL_IS_SESSION (self), NULL);

  return self->bank;
}

/**
 * askwell_session_get_problems:
 * @self: a session
 *
 * Returns: (transfer none) (element-type GError): the personal phrasebooks and banks that were left out, and why
 */
GPtrArray *
askwell_session_get_problems (AskwellSession *self)
{
  g_return_val_if_fail (ASKWELL_IS_SESSION (self), NULL);

  return self->problems;
}

GSettings *
askwell_session_get_settings (AskwellSession *self)
{
  g_return_val_if_fail (ASKWELL_IS_SESSION (self), NULL);

  return self->settings;
}

gboolean
askwell_session_is_opened (AskwellSession *self)
{
  g_return_val_if_fail (ASKWELL_IS_SESSION (self), FALSE);

  return self->opened;
}

/**
 * askwell_session_dup_names:
 * @self: a session
 * @record: (nullable): a record of an account
 *
 * Returns: (transfer full) (nullable): the names of the account @record is part of, and of its contacts and attendees
 */
AskwellNames *
askwell_session_dup_names (AskwellSession *self,
                           AskwellRecord  *record)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  AskwellAccount *account;
  AskwellPlan *plan;

  g_return_val_if_fail (ASKWELL_IS_SESSION (self), NULL);

  if (record == NULL)
    return NULL;
  account = (AskwellAccount *) askwell_record_get_ancestor (record, ASKWELL_TYPE_ACCOUNT);
  plan = (AskwellPlan *) askwell_record_get_ancestor (record, ASKWELL_TYPE_PLAN);
  if (account == NULL)
    return NULL;

  g_ptr_array_add (names, (gpointer) askwell_account_get_name (account));
  for (guint i = 0; i < askwell_record_list_get_size (askwell_account_get_contacts (account)); i++)
    g_ptr_array_add (names, (gpointer) askwell_contact_get_name (
                                askwell_record_list_get (askwell_account_get_contacts (account), i)));
  if (plan != NULL)
    for (guint i = 0; i < askwell_record_list_get_size (askwell_plan_get_attendees (plan)); i++)
      g_ptr_array_add (names, (gpointer) askwell_attendee_get_name (
                                  askwell_record_list_get (askwell_plan_get_attendees (plan), i)));
  g_ptr_array_add (names, NULL);
  return askwell_names_new ((const char *const *) names->pdata);
}

/**
 * askwell_session_is_ignored:
 * @self: a session
 * @record: (nullable): the record whose text it is in
 * @phrase: the words found
 * @rule: the rule that found them
 *
 * Returns: whether the person asked to leave this finding alone
 */
gboolean
askwell_session_is_ignored (AskwellSession *self,
                            AskwellRecord  *record,
                            const char     *phrase,
                            const char     *rule)
{
  AskwellRecordList *ignores;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (ASKWELL_IS_SESSION (self), FALSE);

  ignores = askwell_library_get_ignores (askwell_session_get_library (self));
  if (record == NULL || askwell_record_list_get_size (ignores) == 0)
    return FALSE;

  folded = g_utf8_casefold (phrase, -1);
  for (guint i = 0; i < askwell_record_list_get_size (ignores); i++)
    {
      AskwellIgnore *ignore = askwell_record_list_get (ignores, i);
      g_autofree char *ignored = NULL;

      if (askwell_ignore_get_scope (ignore) != ASKWELL_IGNORE_SCOPE_HERE ||
          !g_str_equal (askwell_ignore_get_target (ignore), askwell_record_get_id (record)))
        continue;
      ignored = g_utf8_casefold (askwell_ignore_get_phrase (ignore), -1);
      if (g_str_equal (ignored, folded))
        return TRUE;
    }
  return FALSE;
}

/**
 * askwell_session_ignore:
 * @self: a session
 * @scope: how far it reaches
 * @record: (nullable): the record, for %ASKWELL_IGNORE_SCOPE_HERE
 * @phrase: the words
 * @rule: the rule
 *
 * Leaves a finding alone from now on. Preferences list what was ignored and can take it back.
 */
void
askwell_session_ignore (AskwellSession     *self,
                        AskwellIgnoreScope  scope,
                        AskwellRecord      *record,
                        const char         *phrase,
                        const char         *rule)
{
  g_autoptr (AskwellIgnore) ignore = askwell_ignore_new ();

  g_return_if_fail (ASKWELL_IS_SESSION (self));

  askwell_ignore_set_scope (ignore, scope);
  if (scope != ASKWELL_IGNORE_SCOPE_RULE)
    askwell_ignore_set_phrase (ignore, phrase);
  askwell_ignore_set_rule (ignore, rule);
  if (scope == ASKWELL_IGNORE_SCOPE_HERE && record != NULL)
    askwell_ignore_set_target (ignore, askwell_record_get_id (record));
  askwell_record_list_append (askwell_library_get_ignores (askwell_session_get_library (self)), ASKWELL_RECORD (ignore));
}

/**
 * askwell_session_begin_change:
 * @self: a session
 * @label: what is being done, in words for a person: "Question deleted"
 *
 * What happens to the library until askwell_session_end_change() is one step for Undo.
 */
void
askwell_session_begin_change (AskwellSession *self,
                              const char     *label)
{
  g_return_if_fail (ASKWELL_IS_SESSION (self));

  if (self->change_depth++ == 0)
    self->change_label = g_strdup (label);
  askwell_undo_begin (self->undo, label);
}

/**
 * askwell_session_end_change:
 * @self: a session
 * @announce: whether to tell the person, with a way to undo
 */
void
askwell_session_end_change (AskwellSession *self,
                            gboolean        announce)
{
  g_autofree char *label = NULL;

  g_return_if_fail (ASKWELL_IS_SESSION (self));
  g_return_if_fail (self->change_depth > 0);

  askwell_undo_end (self->undo);
  if (--self->change_depth > 0)
    return;
  label = g_steal_pointer (&self->change_label);
  if (announce)
    g_signal_emit (self, signals[CHANGE_MADE], 0, label);
}

/**
 * askwell_session_get_undo:
 * @self: a session
 *
 * Returns: (transfer none): what undoes changes of the library
 */
AskwellUndo *
askwell_session_get_undo (AskwellSession *self)
{
  g_return_val_if_fail (ASKWELL_IS_SESSION (self), NULL);

  return self->undo;
}
