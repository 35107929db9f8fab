/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "askwell-reading-private.h"

struct _AskwellReading
{
  GArray *findings; /* element-type AskwellFinding */
  AskwellMode mode;
  AskwellTopic topics[3];
  guint n_topics;
};

G_DEFINE_BOXED_TYPE (AskwellReading, askwell_reading, askwell_reading_ref, askwell_reading_unref)

/**
 * askwell_reading_new:
 * @findings: (transfer full) (element-type AskwellFinding): in the order of the text
 * @mode: the mode
 * @topics: (array length=n_topics): topics, the most important first
 * @n_topics: how many; the first three are kept
 *
 * Returns: (transfer full): a reading
 */
AskwellReading *
askwell_reading_new (GArray             *findings,
                     AskwellMode         mode,
                     const AskwellTopic *topics,
                     guint               n_topics)
{
  AskwellReading *self = g_atomic_rc_box_new0 (AskwellReading);

  self->findings = findings;
  self->mode = mode;
  self->n_topics = MIN (n_topics, G_N_ELEMENTS (self->topics));
  for (guint i = 0; i < self->n_topics; i++)
    self->topics[i] = topics[i];
  return self;
}

static void
reading_clear (gpointer data)
{
  AskwellReading *self = data;

  g_clear_pointer (&self->findings, g_array_unref);
}

AskwellReading *
askwell_reading_ref (AskwellReading *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
askwell_reading_unref (AskwellReading *self)
{
  g_atomic_rc_box_release_full (self, reading_clear);
}

/**
 * askwell_reading_get_findings:
 * @self: a reading
 * @n_findings: (out): how many
 *
 * Returns: (transfer none) (array length=n_findings): the findings, in the order of the text
 */
const AskwellFinding *
askwell_reading_get_findings (AskwellReading *self,
                              guint          *n_findings)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_findings != NULL, NULL);

  *n_findings = self->findings->len;
  return (const AskwellFinding *) self->findings->data;
}

AskwellMode
askwell_reading_get_mode (AskwellReading *self)
{
  g_return_val_if_fail (self != NULL, ASKWELL_MODE_NEUTRAL);

  return self->mode;
}

/**
 * askwell_reading_get_topics:
 * @self: a reading
 * @n_topics: (out): how many, at most three
 *
 * Returns: (transfer none) (array length=n_topics): what the text is about, the most important first
 */
const AskwellTopic *
askwell_reading_get_topics (AskwellReading *self,
                            guint          *n_topics)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_topics != NULL, NULL);

  *n_topics = self->n_topics;
  return self->topics;
}

/**
 * askwell_rewrite_new:
 * @text: (transfer full): the learning form
 * @looks_at: what it looks at
 *
 * Returns: (transfer full): a rewrite
 */
AskwellRewrite *
askwell_rewrite_new (char       *text,
                     const char *looks_at)
{
  AskwellRewrite *self = g_new0 (AskwellRewrite, 1);

  self->text = text;
  self->looks_at = g_strdup (looks_at);
  return self;
}

void
askwell_rewrite_free (AskwellRewrite *self)
{
  g_free (self->text);
  g_free (self->looks_at);
  g_free (self);
}
