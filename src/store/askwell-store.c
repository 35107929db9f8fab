/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "askwell-store.h"

#include "askwell-database.h"
#include "model/askwell-ignore.h"
#include "model/askwell-objective.h"

/*
 * The store: between the library, which lives on the main thread, and its file, which only the store's own thread touches
 *
 * Down: the library tells of every change. The records concerned are gathered, each once, and after GATHER_MILLISECONDS at most their content of
 * that moment is copied into an AskwellChanges and given to the thread, which writes it in one transaction. There is one such write under way at a
 * time; what changes meanwhile waits for the next. A write that fails is kept and tried again, with growing pauses, and "error" says why; as nothing
 * overtakes it, the file never holds a later change without an earlier one.
 *
 * Up: rows are read by the thread and turned into records on the main thread, within askwell_library_begin_load() and end_load(), so that loading is
 * not mistaken for a change.
 *
 * Jobs are closures on a queue. The synchronous functions push the same job and wait for it; they need no main loop.
 */

#define GATHER_MILLISECONDS 400
#define RETRY_SECONDS_LEAST 1
#define RETRY_SECONDS_MOST 30
#define BACKUPS_KEPT 7

typedef struct _Job Job;
typedef void (*JobFunc) (AskwellStore *self,
                         Job          *job);

struct _Job
{
  JobFunc func;
  GTask *task; /* answered when done; NULL where somebody waits */

  char *element;
  char *id;
  char *words;
  guint limit;
  AskwellChanges *changes; /* borrowed from the store */

  gpointer result;
  GDestroyNotify free_result;
  GError *error;
  gboolean done;
  gboolean detached; /* nobody waits; freed when done */
};

struct _AskwellStore
{
  GObject parent_instance;

  GFile *file;
  AskwellLibrary *library;

  /* The main thread's */
  GHashTable *dirty;       /* AskwellRecord, owned: set */
  GPtrArray *removed;      /* element-type utf8: element and id in turn */
  AskwellChanges *writing; /* under way, or failed and to be tried again */
  GPtrArray *flushes;      /* element-type GTask: wait until all is written */
  GError *error;
  guint gather_id;
  guint retry_id;
  guint retry_seconds;
  guint batches;
  gboolean in_flight;
  gboolean opened;

  /* Shared */
  GThread *thread;
  GAsyncQueue *jobs; /* element-type Job */
  GMutex mutex;
  GCond cond;
  gboolean write_done; /* the write under way has come to an end, */
  GError *write_error; /* this one */

  /* The thread's */
  AskwellDatabase *database;
};

G_DEFINE_FINAL_TYPE (AskwellStore, askwell_store, G_TYPE_OBJECT)
G_DEFINE_QUARK (askwell-store-error-quark, askwell_store_error)

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_ERROR,
  PROP_SAVED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void start_write (AskwellStore *self);

static Job stop_job;

static void
job_free (Job *job)
{
  g_clear_object (&job->task);
  g_free (job->element);
  g_free (job->id);
  g_free (job->words);
  if (job->result != NULL && job->free_result != NULL)
    job->free_result (job->result);
  g_clear_error (&job->error);
  g_free (job);
}

/* The thread */

static gboolean
remove_source_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* Gives up a task where its callback runs. The task holds the store; were its last reference dropped here, the store would be finalized on the very
 * thread that it waits for to end. */
static void
give_up_task (GTask *task)
{
  GSource *source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, remove_source_cb, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
  g_source_unref (source);
}

static gpointer
run_jobs (gpointer data)
{
  AskwellStore *self = data;
  Job *job;

  while ((job = g_async_queue_pop (self->jobs)) != &stop_job)
    {
      job->func (self, job);
      if (job->task != NULL)
        {
          GTask *task = g_steal_pointer (&job->task);

          if (job->error != NULL)
            g_task_return_error (task, g_steal_pointer (&job->error));
          else
            g_task_return_pointer (task, g_steal_pointer (&job->result), job->free_result);
          give_up_task (task);
          job_free (job);
          continue;
        }
      if (job->detached)
        {
          if (job->error != NULL)
            g_warning ("%s", job->error->message);
          job_free (job);
          continue;
        }
      g_mutex_lock (&self->mutex);
      job->done = TRUE;
      g_cond_broadcast (&self->cond);
      g_mutex_unlock (&self->mutex);
    }
  g_clear_pointer (&self->database, askwell_database_close);
  return NULL;
}

static void
push (AskwellStore *self,
      Job          *job)
{
  if (self->thread == NULL)
    self->thread = g_thread_new ("askwell-store", run_jobs, self);
  g_async_queue_push (self->jobs, job);
}

/* Runs a job and waits for it. */
static gboolean
wait_for (AskwellStore *self,
          Job          *job,
          GError      **error)
{
  push (self, job);
  g_mutex_lock (&self->mutex);
  while (!job->done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);

  if (job->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&job->error));
  return FALSE;
}

static gboolean
has_database (AskwellStore *self,
              Job          *job)
{
  if (self->database != NULL)
    return TRUE;
  job->error = g_error_new_literal (ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_FAILED, _ ("The library is not open."));
  return FALSE;
}

static void
open_job (AskwellStore *self,
          Job          *job)
{
  g_autofree char *path = g_file_get_path (self->file);

  if (path == NULL)
    {
      job->error = g_error_new_literal (ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_FAILED, _ ("The library has to be on a disk of this computer."));
      return;
    }
  g_clear_pointer (&self->database, askwell_database_close);
  self->database = askwell_database_open (path, &job->error);
  if (self->database != NULL)
    job->result = askwell_database_load_start (self->database, &job->error);
  job->free_result = (GDestroyNotify) g_ptr_array_unref;
}

static void
load_job (AskwellStore *self,
          Job          *job)
{
  if (has_database (self, job))
    job->result = askwell_database_load (self->database, job->element, job->id, &job->error);
  job->free_result = (GDestroyNotify) g_ptr_array_unref;
}

static void
find_job (AskwellStore *self,
          Job          *job)
{
  if (has_database (self, job))
    job->result = askwell_database_find (self->database, job->id, &job->error);
  job->free_result = (GDestroyNotify) askwell_row_free;
}

static void
write_job (AskwellStore *self,
           Job          *job)
{
  GError *error = NULL;

  if (has_database (self, job))
    askwell_database_write (self->database, job->changes, &job->error);
  if (job->error != NULL)
    error = g_error_copy (job->error);
  g_mutex_lock (&self->mutex);
  self->write_done = TRUE;
  self->write_error = error;
  g_mutex_unlock (&self->mutex);
}

static void
wait_job (AskwellStore *self,
          Job          *job)
{
}

static void
search_job (AskwellStore *self,
            Job          *job)
{
  if (has_database (self, job))
    job->result = askwell_database_search (self->database, job->words, job->limit, &job->error);
  job->free_result = (GDestroyNotify) g_ptr_array_unref;
}

static void
backup_job (AskwellStore *self,
            Job          *job)
{
  if (has_database (self, job))
    askwell_database_backup (self->database, job->words, &job->error);
}

static void
verify_job (AskwellStore *self,
            Job          *job)
{
  if (has_database (self, job))
    job->result = askwell_database_verify (self->database, &job->error);
  job->free_result = (GDestroyNotify) g_ptr_array_unref;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
drop_old_backups (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "askwell-") && g_str_has_suffix (name, ".db"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i + BACKUPS_KEPT < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      g_unlink (path);
    }
}

/* One copy a day, made after the library is up */
static void
daily_backup_job (AskwellStore *self,
                  Job          *job)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *folder = g_build_filename (parent, "backups", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "askwell-%Y-%m-%d.db");
  g_autofree char *copy = g_build_filename (folder, name, NULL);

  if (self->database == NULL || askwell_database_is_empty (self->database) || g_file_test (copy, G_FILE_TEST_EXISTS))
    return;
  if (askwell_database_backup (self->database, copy, &job->error))
    drop_old_backups (folder);
}

/* From rows to records */

static void
adopt (AskwellStore *self,
       GPtrArray    *rows,
       AskwellRecord *parent)
{
  AskwellRecord *library = ASKWELL_RECORD (self->library);

  askwell_library_begin_load (self->library);
  for (guint i = 0; i < rows->len; i++)
    {
      AskwellRow *row = g_ptr_array_index (rows, i);
      g_autoptr (AskwellRecord) record = NULL;
      AskwellRecord *owner = library;
      AskwellRecordList *list;

      if (*row->parent != '\0')
        {
          if (parent != NULL && g_str_equal (askwell_record_get_id (parent), row->parent))
            owner = parent;
          else if (parent != NULL && ASKWELL_IS_PLAN (parent))
            owner = askwell_record_list_find (askwell_plan_get_objectives (ASKWELL_PLAN (parent)), row->parent);
          else
            owner = askwell_record_list_find (askwell_library_get_accounts (self->library), row->parent);
        }
      list = owner != NULL ? askwell_row_find_list (owner, row->type) : NULL;
      if (list == NULL || askwell_record_list_find (list, row->id) != NULL)
        continue;
      record = askwell_row_to_record (row);
      if (ASKWELL_IS_ACCOUNT (record) || ASKWELL_IS_PLAN (record))
        askwell_record_set_loaded (record, FALSE);
      askwell_record_list_insert_sorted (list, record);
    }
  if (parent != NULL)
    askwell_record_set_loaded (parent, TRUE);
  askwell_library_end_load (self->library);
}

/* From changes to rows */

static gboolean
has_changes (AskwellStore *self)
{
  return g_hash_table_size (self->dirty) > 0 || self->removed->len > 0;
}

static gboolean
is_saved (AskwellStore *self)
{
  return self->writing == NULL && !has_changes (self);
}

static void
take_error (AskwellStore *self,
            GError       *error)
{
  if (self->error == NULL && error == NULL)
    return;
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static AskwellChanges *
collect_changes (AskwellStore *self)
{
  AskwellChanges *changes = askwell_changes_new ();
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->dirty);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    if (askwell_record_get_root (record) == ASKWELL_RECORD (self->library))
      g_ptr_array_add (changes->rows, askwell_row_from_record (record));
  g_hash_table_remove_all (self->dirty);

  g_ptr_array_unref (changes->deleted);
  changes->deleted = g_steal_pointer (&self->removed);
  self->removed = g_ptr_array_new_with_free_func (g_free);
  return changes;
}

static gboolean
retry_cb (gpointer data)
{
  AskwellStore *self = data;

  self->retry_id = 0;
  start_write (self);
  return G_SOURCE_REMOVE;
}

static void
answer_flushes (AskwellStore *self,
                const GError *error)
{
  g_autoptr (GPtrArray) flushes = g_steal_pointer (&self->flushes);

  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < flushes->len; i++)
    {
      GTask *task = g_ptr_array_index (flushes, i);

      if (error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else
        g_task_return_boolean (task, TRUE);
    }
}

/* What a write came to; takes @error. */
static void
conclude_write (AskwellStore *self,
                GError       *error)
{
  self->in_flight = FALSE;
  if (error != NULL)
    {
      answer_flushes (self, error);
      take_error (self, error);
      self->retry_seconds = CLAMP (self->retry_seconds * 2, RETRY_SECONDS_LEAST, RETRY_SECONDS_MOST);
      g_clear_handle_id (&self->retry_id, g_source_remove);
      self->retry_id = g_timeout_add_seconds (self->retry_seconds, retry_cb, self);
      return;
    }

  g_clear_pointer (&self->writing, askwell_changes_free);
  self->retry_seconds = 0;
  take_error (self, NULL);
  if (has_changes (self) && self->flushes->len > 0)
    start_write (self);
  else if (is_saved (self))
    {
      answer_flushes (self, NULL);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED]);
    }
}

/* Looks whether the write under way has ended. Who waits for the disk need not turn the main loop for its answer. */
static void
take_outcome (AskwellStore *self)
{
  GError *error;
  gboolean done;

  g_mutex_lock (&self->mutex);
  done = self->write_done;
  error = g_steal_pointer (&self->write_error);
  self->write_done = FALSE;
  g_mutex_unlock (&self->mutex);
  if (done)
    conclude_write (self, error);
}

static void
write_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  take_outcome (ASKWELL_STORE (source));
}

static void
start_write (AskwellStore *self)
{
  Job *job;

  g_clear_handle_id (&self->gather_id, g_source_remove);
  if (self->in_flight || !self->opened)
    return;
  if (self->writing == NULL)
    {
      if (!has_changes (self))
        return;
      self->writing = collect_changes (self);
    }
  self->in_flight = TRUE;
  job = g_new0 (Job, 1);
  job->func = write_job;
  job->changes = self->writing;
  job->task = g_task_new (self, NULL, write_cb, NULL);
  push (self, job);
}

static gboolean
gather_cb (gpointer data)
{
  AskwellStore *self = data;

  self->gather_id = 0;
  start_write (self);
  return G_SOURCE_REMOVE;
}

static void
queue_write (AskwellStore *self)
{
  if (self->gather_id == 0 && self->batches == 0)
    self->gather_id = g_timeout_add (GATHER_MILLISECONDS, gather_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED]);
}

static void
mark_dirty (AskwellStore  *self,
            AskwellRecord *record)
{
  if (!ASKWELL_IS_LIBRARY (record) && !g_hash_table_contains (self->dirty, record))
    g_hash_table_add (self->dirty, g_object_ref (record));
}

/* A record comes with all that it owns. */
static void
mark_tree_dirty (AskwellStore  *self,
                 AskwellRecord *record)
{
  AskwellRecordClass *klass = ASKWELL_RECORD_GET_CLASS (record);

  mark_dirty (self, record);
  for (guint i = 0; i < klass->n_children; i++)
    {
      AskwellRecordList *list = askwell_record_get_children (record, klass->children[i].name);

      for (guint j = 0; j < askwell_record_list_get_size (list); j++)
        mark_tree_dirty (self, askwell_record_list_get (list, j));
    }
}

static void
record_added_cb (AskwellStore  *self,
                 AskwellRecord *record)
{
  /* Taken out and put in again, as when it moves: not deleted then */
  for (guint i = 0; i + 1 < self->removed->len; i += 2)
    if (g_str_equal (g_ptr_array_index (self->removed, i + 1), askwell_record_get_id (record)))
      {
        g_ptr_array_remove_range (self->removed, i, 2);
        break;
      }
  mark_tree_dirty (self, record);
  queue_write (self);
}

static void
record_removed_cb (AskwellStore      *self,
                   AskwellRecord     *record,
                   AskwellRecordList *list)
{
  g_ptr_array_add (self->removed, g_strdup (ASKWELL_RECORD_GET_CLASS (record)->element));
  g_ptr_array_add (self->removed, g_strdup (askwell_record_get_id (record)));
  queue_write (self);
}

static void
record_changed_cb (AskwellStore  *self,
                   AskwellRecord *record,
                   int            field)
{
  mark_dirty (self, record);
  queue_write (self);
}

/* GObject */

static void
askwell_store_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AskwellStore *self = ASKWELL_STORE (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_SAVED:
      g_value_set_boolean (value, is_saved (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
askwell_store_finalize (GObject *object)
{
  AskwellStore *self = ASKWELL_STORE (object);

  g_clear_handle_id (&self->gather_id, g_source_remove);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  if (self->thread != NULL)
    {
      g_async_queue_push (self->jobs, &stop_job);
      g_thread_join (self->thread);
    }
  g_async_queue_unref (self->jobs);
  g_clear_pointer (&self->writing, askwell_changes_free);
  g_clear_pointer (&self->dirty, g_hash_table_unref);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_pointer (&self->flushes, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_clear_object (&self->library);
  g_clear_object (&self->file);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);

  G_OBJECT_CLASS (askwell_store_parent_class)->finalize (object);
}

static void
askwell_store_class_init (AskwellStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = askwell_store_get_property;
  object_class->finalize = askwell_store_finalize;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, ASKWELL_TYPE_LIBRARY, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_SAVED] = g_param_spec_boolean ("saved", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
askwell_store_init (AskwellStore *self)
{
  self->dirty = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->removed = g_ptr_array_new_with_free_func (g_free);
  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
  self->jobs = g_async_queue_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);

  self->library = askwell_library_new ();
  g_signal_connect_object (self->library, "record-added", G_CALLBACK (record_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "record-removed", G_CALLBACK (record_removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "record-changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Public functions */

/**
 * askwell_store_get_default_file:
 *
 * Returns: (transfer full): the library of the person who runs the program
 */
GFile *
askwell_store_get_default_file (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "askwell", "askwell.db", NULL);
}

AskwellStore *
askwell_store_new (GFile *file)
{
  AskwellStore *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (ASKWELL_TYPE_STORE, NULL);
  self->file = g_object_ref (file);
  return self;
}

GFile *
askwell_store_get_file (AskwellStore *self)
{
  g_return_val_if_fail (ASKWELL_IS_STORE (self), NULL);

  return self->file;
}

AskwellLibrary *
askwell_store_get_library (AskwellStore *self)
{
  g_return_val_if_fail (ASKWELL_IS_STORE (self), NULL);

  return self->library;
}

/**
 * askwell_store_get_error:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): why what was typed last is not on disk at the moment
 */
const GError *
askwell_store_get_error (AskwellStore *self)
{
  g_return_val_if_fail (ASKWELL_IS_STORE (self), NULL);

  return self->error;
}

static void
conclude_open (AskwellStore *self,
               GPtrArray    *rows)
{
  Job *backup = g_new0 (Job, 1);

  adopt (self, rows, NULL);
  self->opened = TRUE;
  backup->func = daily_backup_job;
  backup->detached = TRUE;
  push (self, backup);
  if (has_changes (self))
    queue_write (self);
}

static Job *
job_new (JobFunc func)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  return job;
}

static Job *
job_new_async (AskwellStore       *self,
               JobFunc             func,
               GCancellable       *cancellable,
               GAsyncReadyCallback callback,
               gpointer            data,
               gpointer            tag)
{
  Job *job = job_new (func);

  job->task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (job->task, tag);
  return job;
}

void
askwell_store_open_async (AskwellStore       *self,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            data)
{
  g_return_if_fail (ASKWELL_IS_STORE (self));

  push (self, job_new_async (self, open_job, cancellable, callback, data, askwell_store_open_async));
}

gboolean
askwell_store_open_finish (AskwellStore *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  rows = g_task_propagate_pointer (G_TASK (result), error);
  if (rows == NULL)
    return FALSE;
  conclude_open (self, rows);
  return TRUE;
}

/**
 * askwell_store_open:
 * @self: a store
 * @error: ASKWELL_STORE_ERROR
 *
 * askwell_store_open_async() that waits.
 */
gboolean
askwell_store_open (AskwellStore *self,
                    GError      **error)
{
  Job *job;
  gboolean done;

  g_return_val_if_fail (ASKWELL_IS_STORE (self), FALSE);

  job = job_new (open_job);
  done = wait_for (self, job, error);
  if (done)
    conclude_open (self, job->result);
  job_free (job);
  return done;
}

static Job *
fill_load (Job           *job,
           AskwellRecord *record)
{
  job->element = g_strdup (ASKWELL_RECORD_GET_CLASS (record)->element);
  job->id = g_strdup (askwell_record_get_id (record));
  return job;
}

void
askwell_store_load_async (AskwellStore       *self,
                          AskwellRecord      *record,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            data)
{
  Job *job;

  g_return_if_fail (ASKWELL_IS_STORE (self));
  g_return_if_fail (ASKWELL_IS_ACCOUNT (record) || ASKWELL_IS_PLAN (record));

  if (askwell_record_is_loaded (record))
    {
      g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

      g_task_set_task_data (task, g_object_ref (record), g_object_unref);
      g_task_return_pointer (task, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
      return;
    }
  job = fill_load (job_new_async (self, load_job, cancellable, callback, data, askwell_store_load_async), record);
  g_task_set_task_data (job->task, g_object_ref (record), g_object_unref);
  push (self, job);
}

gboolean
askwell_store_load_finish (AskwellStore *self,
                           GAsyncResult *result,
                           GError      **error)
{
  AskwellRecord *record;
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  record = g_task_get_task_data (G_TASK (result));
  rows = g_task_propagate_pointer (G_TASK (result), error);
  if (rows == NULL)
    return FALSE;
  if (!askwell_record_is_loaded (record))
    adopt (self, rows, record);
  return TRUE;
}

/**
 * askwell_store_load:
 * @self: a store
 * @record: an account or a plan
 * @error: ASKWELL_STORE_ERROR
 *
 * askwell_store_load_async() that waits.
 */
gboolean
askwell_store_load (AskwellStore  *self,
                    AskwellRecord *record,
                    GError       **error)
{
  Job *job;
  gboolean done;

  g_return_val_if_fail (ASKWELL_IS_STORE (self), FALSE);
  g_return_val_if_fail (ASKWELL_IS_ACCOUNT (record) || ASKWELL_IS_PLAN (record), FALSE);

  if (askwell_record_is_loaded (record))
    return TRUE;
  job = fill_load (job_new (load_job), record);
  done = wait_for (self, job, error);
  if (done)
    adopt (self, job->result, record);
  job_free (job);
  return done;
}

/* The record that a row stands for, brought into memory where it is not yet; not its lists */
static AskwellRecord *
adopt_row (AskwellStore *self,
           AskwellRow   *row)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  AskwellRecordList *accounts = askwell_library_get_accounts (self->library);
  AskwellAccount *account;

  g_ptr_array_add (rows, row);
  adopt (self, rows, NULL);
  if (*row->parent == '\0')
    return askwell_record_list_find (accounts, row->id);
  account = askwell_record_list_find (accounts, row->parent);
  return account != NULL ? askwell_record_list_find (askwell_account_get_plans (account), row->id) : NULL;
}

/* A plan or account that is in memory, if only as a new one that was not written yet */
static AskwellRecord *
find_in_memory (AskwellStore *self,
                const char   *id)
{
  AskwellRecordList *accounts = askwell_library_get_accounts (self->library);

  for (guint i = 0; i < askwell_record_list_get_size (accounts); i++)
    {
      AskwellAccount *account = askwell_record_list_get (accounts, i);
      AskwellRecord *plan;

      if (g_str_equal (askwell_record_get_id (ASKWELL_RECORD (account)), id))
        return ASKWELL_RECORD (account);
      plan = askwell_record_list_find (askwell_account_get_plans (account), id);
      if (plan != NULL)
        return plan;
    }
  return NULL;
}

/**
 * askwell_store_find:
 * @self: a store
 * @id: id of an account or a plan
 * @error: ASKWELL_STORE_ERROR; none when there is no such record
 *
 * Returns: (transfer none) (nullable): the record, loaded
 */
AskwellRecord *
askwell_store_find (AskwellStore *self,
                    const char   *id,
                    GError      **error)
{
  AskwellRecord *record;

  g_return_val_if_fail (ASKWELL_IS_STORE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  record = find_in_memory (self, id);
  if (record == NULL)
    {
      Job *job = job_new (find_job);

      job->id = g_strdup (id);
      if (wait_for (self, job, error) && job->result != NULL)
        record = adopt_row (self, job->result);
      job_free (job);
    }
  if (record == NULL || !askwell_store_load (self, record, error))
    return NULL;
  return record;
}

static void
found_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (GTask) task = data;
  AskwellRecord *record = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_object_ref (record);
  if (askwell_store_load_finish (ASKWELL_STORE (source), result, &error))
    g_task_return_pointer (task, record, g_object_unref);
  else
    {
      g_object_unref (record);
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  AskwellStore *self = ASKWELL_STORE (source);
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AskwellRow) row = g_task_propagate_pointer (G_TASK (result), &error);
  AskwellRecord *record = row != NULL ? adopt_row (self, row) : NULL;

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (record == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    {
      GCancellable *cancellable = g_task_get_cancellable (task);

      askwell_store_load_async (self, record, cancellable, found_loaded_cb, g_steal_pointer (&task));
    }
}

void
askwell_store_find_async (AskwellStore       *self,
                          const char         *id,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            data)
{
  GTask *task;
  AskwellRecord *record;
  Job *job;

  g_return_if_fail (ASKWELL_IS_STORE (self));
  g_return_if_fail (id != NULL);

  task = g_task_new (self, cancellable, callback, data);
  record = find_in_memory (self, id);
  if (record != NULL)
    {
      askwell_store_load_async (self, record, cancellable, found_loaded_cb, task);
      return;
    }
  job = job_new_async (self, find_job, cancellable, found_cb, task, askwell_store_find_async);
  job->id = g_strdup (id);
  push (self, job);
}

/**
 * askwell_store_find_finish:
 * @self: a store
 * @result: the result
 * @error: ASKWELL_STORE_ERROR
 *
 * Returns: (transfer none) (nullable): the record, loaded
 */
AskwellRecord *
askwell_store_find_finish (AskwellStore *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_autoptr (AskwellRecord) record = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  /* Its list holds it. */
  record = g_task_propagate_pointer (G_TASK (result), error);
  return record;
}

/**
 * askwell_store_flush:
 * @self: a store
 * @error: why something is not on disk; it stays in memory and is tried again
 *
 * Writes what waits, and waits for the disk.
 */
gboolean
askwell_store_flush (AskwellStore *self,
                     GError      **error)
{
  g_return_val_if_fail (ASKWELL_IS_STORE (self), FALSE);

  if (!self->opened)
    return TRUE;
  g_clear_handle_id (&self->gather_id, g_source_remove);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  while (!is_saved (self))
    {
      GError *write_error = NULL;
      Job *job;

      if (self->in_flight)
        {
          job = job_new (wait_job);
          wait_for (self, job, NULL);
          job_free (job);
          take_outcome (self);
          continue;
        }
      if (self->writing == NULL)
        self->writing = collect_changes (self);
      self->in_flight = TRUE;
      job = job_new (write_job);
      job->changes = self->writing;
      wait_for (self, job, &write_error);
      job_free (job);
      take_outcome (self);
      if (write_error != NULL)
        {
          g_propagate_error (error, write_error);
          return FALSE;
        }
    }
  return TRUE;
}

void
askwell_store_flush_async (AskwellStore       *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            data)
{
  GTask *task;

  g_return_if_fail (ASKWELL_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, data);
  if (is_saved (self) || !self->opened)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  g_ptr_array_add (self->flushes, task);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  start_write (self);
}

gboolean
askwell_store_flush_finish (AskwellStore *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * askwell_store_begin_batch:
 * @self: a store
 *
 * What changes until askwell_store_end_batch() is written in one transaction. Batches nest.
 */
void
askwell_store_begin_batch (AskwellStore *self)
{
  g_return_if_fail (ASKWELL_IS_STORE (self));

  self->batches++;
  g_clear_handle_id (&self->gather_id, g_source_remove);
}

void
askwell_store_end_batch (AskwellStore *self)
{
  g_return_if_fail (ASKWELL_IS_STORE (self));
  g_return_if_fail (self->batches > 0);

  self->batches--;
  if (self->batches == 0 && has_changes (self))
    queue_write (self);
}

void
askwell_search_hit_free (AskwellSearchHit *self)
{
  g_free (self->plan_id);
  g_free (self->account_id);
  g_free (self->title);
  g_free (self->account);
  g_free (self->snippet);
  g_free (self);
}

void
askwell_store_search_async (AskwellStore       *self,
                            const char         *words,
                            guint               limit,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            data)
{
  Job *job;

  g_return_if_fail (ASKWELL_IS_STORE (self));
  g_return_if_fail (words != NULL);

  job = job_new_async (self, search_job, cancellable, callback, data, askwell_store_search_async);
  job->words = g_strdup (words);
  job->limit = limit;
  push (self, job);
}

GPtrArray *
askwell_store_search_finish (AskwellStore *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
wait_for_result (AskwellStore *self,
                 Job          *job,
                 GError      **error)
{
  gpointer result = NULL;

  if (wait_for (self, job, error))
    result = g_steal_pointer (&job->result);
  job_free (job);
  return result;
}

/**
 * askwell_store_search:
 * @self: a store
 * @words: words; the last may be the start of one
 * @limit: how many at most
 * @error: ASKWELL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type AskwellSearchHit): what was found, best first
 */
GPtrArray *
askwell_store_search (AskwellStore *self,
                      const char   *words,
                      guint         limit,
                      GError      **error)
{
  Job *job;

  g_return_val_if_fail (ASKWELL_IS_STORE (self), NULL);

  job = job_new (search_job);
  job->words = g_strdup (words);
  job->limit = limit;
  return wait_for_result (self, job, error);
}

gboolean
askwell_store_backup (AskwellStore *self,
                      GFile        *file,
                      GError      **error)
{
  Job *job;
  gboolean done;

  g_return_val_if_fail (ASKWELL_IS_STORE (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (!askwell_store_flush (self, error))
    return FALSE;
  job = job_new (backup_job);
  job->words = g_file_get_path (file);
  if (job->words == NULL)
    {
      g_set_error_literal (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_FAILED, _ ("A copy has to be on a disk of this computer."));
      job_free (job);
      return FALSE;
    }
  done = wait_for (self, job, error);
  job_free (job);
  return done;
}

GPtrArray *
askwell_store_verify (AskwellStore *self,
                      GError      **error)
{
  g_return_val_if_fail (ASKWELL_IS_STORE (self), NULL);

  return wait_for_result (self, job_new (verify_job), error);
}

/**
 * askwell_store_list_backups:
 * @file: a library's file
 *
 * Returns: (transfer full) (element-type GFile): the backups beside it, the newest first
 */
GPtrArray *
askwell_store_list_backups (GFile *file)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *parent = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *folder = parent != NULL ? g_build_filename (parent, "backups", NULL) : NULL;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "askwell-") && g_str_has_suffix (name, ".db"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = names->len; i-- > 0;)
    g_ptr_array_add (backups, g_file_new_build_filename (folder, g_ptr_array_index (names, i), NULL));
  return backups;
}

/**
 * askwell_store_set_aside:
 * @file: a library's file that is damaged or not ours
 * @error: why it stays where it is
 *
 * Renames a file, so that a library can be begun or restored in its place. Nothing of it is lost.
 *
 * Returns: (transfer full) (nullable): where it is now
 */
GFile *
askwell_store_set_aside (GFile   *file,
                         GError **error)
{
  static const char *const sides[] = { "", "-wal", "-shm" };
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *aside = g_strdup_printf ("%s.set-aside-%s", path, stamp);

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *from = g_strconcat (path, sides[i], NULL);
      g_autofree char *to = g_strconcat (aside, sides[i], NULL);

      if (g_rename (from, to) != 0 && (i == 0 || errno != ENOENT))
        {
          g_set_error (error, ASKWELL_STORE_ERROR, ASKWELL_STORE_ERROR_FAILED, _ ("“%s” cannot be renamed: %s"), from, g_strerror (errno));
          return NULL;
        }
    }
  return g_file_new_for_path (aside);
}
