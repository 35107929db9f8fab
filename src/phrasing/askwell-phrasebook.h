/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

#include "phrasing/askwell-inflection.h"
#include "phrasing/askwell-phrasing-enums.h"
#include "phrasing/askwell-tokens.h"

G_BEGIN_DECLS

#define ASKWELL_PHRASEBOOK_NAMESPACE "urn:askwell:phrasebook:1"

/* Classes of words that the engine itself looks at, whatever the language. A phrasebook defines them under these ids. */
typedef enum
{
  ASKWELL_ROLE_SELLER,     /* I, we */
  ASKWELL_ROLE_CUSTOMER,   /* they, the buyer */
  ASKWELL_ROLE_OTHER,      /* a subject that is neither */
  ASKWELL_ROLE_VERB,       /* forms that only a verb has: auxiliaries */
  ASKWELL_ROLE_NEGATION,   /* not, without */
  ASKWELL_ROLE_PAST,       /* last year, ago */
  ASKWELL_ROLE_LEARN,      /* understand, find out */
  ASKWELL_ROLE_WH,         /* what, how */
  ASKWELL_ROLE_CLAUSE,     /* opens a clause: that, if, because */
  ASKWELL_ROLE_DEAL,       /* order, quote: what the seller waits for */
  ASKWELL_ROLE_REPORT,     /* said, thinks: somebody else's words follow */
  ASKWELL_ROLE_FUNCTION,   /* small words by which the language is told */
  ASKWELL_N_ROLES,
} AskwellRole;

typedef struct
{
  char *id;
  char *message;
  AskwellFindingKind kind;
  gboolean off;
  gboolean personal; /* from a phrasebook of the person's own: its matches always count */
  gboolean general;  /* the rule of its kind for what no other rule names */
} AskwellRule;

typedef enum
{
  ASKWELL_ITEM_TOKENS, /* one token of these words or classes */
  ASKWELL_ITEM_GAP,    /* any tokens but sentence punctuation */
  ASKWELL_ITEM_OPEN,   /* the span begins */
  ASKWELL_ITEM_CLOSE,  /* the span ends */
} AskwellItemKind;

typedef struct
{
  AskwellItemKind kind;
  guint least; /* how often; for a gap: how many tokens */
  guint most;
  GArray *words; /* element-type guint32 */
  guint64 classes[ASKWELL_CLASS_WORDS];
  guint64 without[ASKWELL_CLASS_WORDS];
} AskwellItem;

typedef struct
{
  guint rule;
  GPtrArray *items; /* element-type AskwellItem */
} AskwellPattern;

typedef struct
{
  guint rule;
  char *text; /* marked with brackets where it has findings */
  gboolean counter;
} AskwellRuleExample;

typedef struct _AskwellPhrasebook AskwellPhrasebook;

/* The phrasebooks of one language, compiled. */
struct _AskwellPhrasebook
{
  char *language;
  AskwellSpelling spelling;
  AskwellInflection *inflection;

  GHashTable *class_indices;  /* id: index + 1 */
  GPtrArray *class_ids;       /* element-type utf8 */
  int roles[ASKWELL_N_ROLES]; /* index of the class, -1 for none */
  guint64 topical[ASKWELL_CLASS_WORDS]; /* the classes named topic-…: of use for what a note is about, not for how it is phrased */

  /* The dictionary: open addressing, a power of two */
  struct
  {
    guint32 word;
    guint32 used;
    guint64 classes[ASKWELL_CLASS_WORDS];
  } *dictionary;
  guint32 dictionary_mask;
  guint32 n_words;
  GHashTable *phrases; /* hash of the first word: GPtrArray of Phrase, longest first */

  GPtrArray *rules;    /* element-type AskwellRule */
  GHashTable *by_id;   /* id: index + 1 */
  GPtrArray *patterns; /* element-type AskwellPattern */
  GHashTable *patterns_by_word;                     /* hash: GArray of pattern indices */
  GArray *patterns_by_class[ASKWELL_MAX_CLASSES];   /* element-type guint */
  GPtrArray *examples; /* element-type AskwellRuleExample */

  GPtrArray *documents; /* element-type xmlDoc: what rewrites are read from */
};

AskwellPhrasebook *askwell_phrasebook_new          (const char         *language);
void               askwell_phrasebook_free         (AskwellPhrasebook  *self);
gboolean           askwell_phrasebook_add          (AskwellPhrasebook  *self,
                                                    xmlDoc             *document,
                                                    const char         *name,
                                                    gboolean            personal,
                                                    GError            **error);
void               askwell_phrasebook_compile      (AskwellPhrasebook  *self);
int                askwell_phrasebook_find_class   (AskwellPhrasebook  *self,
                                                    const char         *id);
int                askwell_phrasebook_find_rule    (AskwellPhrasebook  *self,
                                                    const char         *id);
guint              askwell_phrasebook_general_rule (AskwellPhrasebook  *self,
                                                    AskwellFindingKind  kind);
void               askwell_phrasebook_classify     (AskwellPhrasebook  *self,
                                                    GArray             *tokens);
gboolean           askwell_phrasebook_knows        (AskwellPhrasebook  *self,
                                                    guint32             word);

GResource         *askwell_phrasebook_get_resource (void);

/* Parses and validates. */
xmlDoc            *askwell_phrasebook_parse        (const char         *data,
                                                    gsize               length,
                                                    const char         *name,
                                                    gboolean            validate,
                                                    GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AskwellPhrasebook, askwell_phrasebook_free)

G_END_DECLS
