CREATE TABLE "account" (
  id TEXT PRIMARY KEY NOT NULL,
  parent TEXT NOT NULL DEFAULT '',
  position REAL NOT NULL,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "industry" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "website" TEXT NOT NULL,
  "notes" TEXT NOT NULL,
  "deleted" INTEGER NOT NULL
);
CREATE TABLE "ignore" (
  id TEXT PRIMARY KEY NOT NULL,
  parent TEXT NOT NULL DEFAULT '',
  position REAL NOT NULL,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  "scope" TEXT NOT NULL,
  "phrase" TEXT NOT NULL,
  "rule" TEXT NOT NULL,
  "target" TEXT NOT NULL
);
CREATE TABLE "contact" (
  id TEXT PRIMARY KEY NOT NULL,
  parent TEXT NOT NULL REFERENCES "account" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "phone" TEXT NOT NULL,
  "notes" TEXT NOT NULL
);
CREATE INDEX contact_parent ON "contact" (parent);
CREATE TABLE "fact" (
  id TEXT PRIMARY KEY NOT NULL,
  parent TEXT NOT NULL REFERENCES "account" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "learned" INTEGER NOT NULL,
  "certainty" TEXT NOT NULL,
  "plan" TEXT NOT NULL,
  "unknown" TEXT NOT NULL
);
CREATE INDEX fact_parent ON "fact" (parent);
CREATE TABLE "unknown" (
  id TEXT PRIMARY KEY NOT NULL,
  parent TEXT NOT NULL REFERENCES "account" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "plan" TEXT NOT NULL,
  "answered_by" TEXT NOT NULL,
  "answered" INTEGER NOT NULL,
  "answer" TEXT NOT NULL
);
CREATE INDEX unknown_parent ON "unknown" (parent);
CREATE TABLE "plan" (
  id TEXT PRIMARY KEY NOT NULL,
  parent TEXT NOT NULL REFERENCES "account" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "length" INTEGER NOT NULL,
  "place" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "view" TEXT NOT NULL,
  "best_step" TEXT NOT NULL,
  "least_step" TEXT NOT NULL,
  "notes" TEXT NOT NULL,
  "previous" TEXT NOT NULL,
  "debriefed" INTEGER NOT NULL,
  "outcome" TEXT NOT NULL,
  "surprise" TEXT NOT NULL,
  "differently" TEXT NOT NULL,
  "deleted" INTEGER NOT NULL
);
CREATE INDEX plan_parent ON "plan" (parent);
CREATE TABLE "attendee" (
  id TEXT PRIMARY KEY NOT NULL,
  parent TEXT NOT NULL REFERENCES "plan" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  "contact" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "part" TEXT NOT NULL
);
CREATE INDEX attendee_parent ON "attendee" (parent);
CREATE TABLE "objective" (
  id TEXT PRIMARY KEY NOT NULL,
  parent TEXT NOT NULL REFERENCES "plan" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "learning" TEXT NOT NULL,
  "looks_at" TEXT NOT NULL,
  "applied" INTEGER NOT NULL
);
CREATE INDEX objective_parent ON "objective" (parent);
CREATE TABLE "question" (
  id TEXT PRIMARY KEY NOT NULL,
  parent TEXT NOT NULL REFERENCES "plan" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "bank" TEXT NOT NULL,
  "topic" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "unknown" TEXT NOT NULL,
  "asked" INTEGER NOT NULL,
  "answer" TEXT NOT NULL
);
CREATE INDEX question_parent ON "question" (parent);
CREATE TABLE "entry" (
  id TEXT PRIMARY KEY NOT NULL,
  parent TEXT NOT NULL REFERENCES "plan" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  "section" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "done" INTEGER NOT NULL,
  "due" INTEGER NOT NULL
);
CREATE INDEX entry_parent ON "entry" (parent);
CREATE TABLE "comment" (
  id TEXT PRIMARY KEY NOT NULL,
  parent TEXT NOT NULL REFERENCES "plan" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  "target" TEXT NOT NULL,
  "field" TEXT NOT NULL,
  "author" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "resolved" INTEGER NOT NULL
);
CREATE INDEX comment_parent ON "comment" (parent);
CREATE TABLE "version" (
  id TEXT PRIMARY KEY NOT NULL,
  parent TEXT NOT NULL REFERENCES "objective" (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position REAL NOT NULL,
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "learning" TEXT NOT NULL,
  "cause" TEXT NOT NULL
);
CREATE INDEX version_parent ON "version" (parent);
CREATE INDEX plan_start ON plan (start) WHERE deleted = 0 AND debriefed = 0;
CREATE TABLE document (
  number INTEGER PRIMARY KEY,
  owner TEXT UNIQUE NOT NULL
);
CREATE VIRTUAL TABLE search USING fts5 (title, text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4');
