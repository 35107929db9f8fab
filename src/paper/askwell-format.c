/* SPDX-FileCopyrightText: The Askwell authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "askwell-format.h"

#include "model/askwell-account.h"
#include "model/askwell-attendee.h"
#include "model/askwell-contact.h"

const char *
askwell_format_finding_kind (AskwellFindingKind kind)
{
  switch (kind)
    {
    case ASKWELL_FINDING_WANT:
      return _ ("What I want");
    case ASKWELL_FINDING_TELL:
      return _ ("Telling");
    case ASKWELL_FINDING_PERSUADE:
      return _ ("Persuading");
    case ASKWELL_FINDING_CHASE:
      return _ ("Chasing");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
askwell_format_mode (AskwellMode mode)
{
  switch (mode)
    {
    case ASKWELL_MODE_NEUTRAL:
      /* Translators: a note that neither sells nor asks: a fact, an arrangement */
      return _ ("neutral");
    case ASKWELL_MODE_LEARNING:
      /* Translators: a note that aims to learn about the customer */
      return _ ("learning");
    case ASKWELL_MODE_SELLING:
      /* Translators: a note about what the seller wants */
      return _ ("selling");
    default:
      g_return_val_if_reached ("");
    }
}

typedef struct
{
  const char *token;
  const char *words;
} Word;

static const char *
look_up (const Word *words,
         gsize       n_words,
         const char *token)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].token, token) == 0)
      return _ (words[i].words);
  return token != NULL ? token : "";
}

const char *
askwell_format_topic (const char *nick)
{
  static const Word topics[] = {
    { "decision", N_ ("Decision") },
    { "stakeholders", N_ ("People") },
    { "criteria", N_ ("Criteria") },
    { "incumbent", N_ ("Present supplier") },
    { "needs", N_ ("Needs") },
    { "impact", N_ ("Effect") },
    { "budget", N_ ("Budget") },
    { "timing", N_ ("Timing") },
    { "risk", N_ ("Doubts") },
    { "relationship", N_ ("Relationship") },
    { "growth", N_ ("Growth") },
    { "evaluation", N_ ("Evaluation") },
    { "access", N_ ("Access") },
    { "service", N_ ("Service") },
    { "success", N_ ("Success") },
    { "next-step", N_ ("Next step") },
  };

  return look_up (topics, G_N_ELEMENTS (topics), nick);
}

const char *
askwell_format_looks_at (const char *looks_at)
{
  static const Word aspects[] = {
    { "obstacle", N_ ("looks at the obstacle") },
    { "motive", N_ ("looks at the motive") },
    { "criteria", N_ ("looks at their criteria") },
    { "view", N_ ("looks at how they see it") },
    { "effect", N_ ("looks at the effect on them") },
    { "people", N_ ("looks at the people involved") },
    { "timing", N_ ("looks at their timing") },
    { "needs", N_ ("looks at their needs") },
    { "process", N_ ("looks at how they decide") },
    { "value", N_ ("looks at what it is worth to them") },
    { "risk", N_ ("looks at their doubts") },
    { "budget", N_ ("looks at the money, from their side") },
    { "incumbent", N_ ("looks at what they have now") },
    { "experience", N_ ("looks at their experience") },
    { "change", N_ ("looks at what is changing for them") },
    { "success", N_ ("looks at what success is to them") },
    { "next-step", N_ ("looks at what would help them next") },
  };
  static const Word none = { "", "" };

  if (looks_at == NULL || *looks_at == '\0')
    return none.words;
  return look_up (aspects, G_N_ELEMENTS (aspects), looks_at);
}

const char *
askwell_format_call_kind (AskwellCallKind kind)
{
  switch (kind)
    {
    case ASKWELL_CALL_KIND_FIRST:
      return _ ("First call");
    case ASKWELL_CALL_KIND_FOLLOW_UP:
      return _ ("Follow-up");
    case ASKWELL_CALL_KIND_REVIEW:
      return _ ("Review");
    case ASKWELL_CALL_KIND_RENEWAL:
      return _ ("Renewal");
    case ASKWELL_CALL_KIND_RECOVERY:
      /* Translators: a call after something went wrong, or to win trust back */
      return _ ("Recovery");
    case ASKWELL_CALL_KIND_REFERRAL:
      return _ ("Referral");
    case ASKWELL_CALL_KIND_OTHER:
    default:
      /* Translators: kind of call */
      return _ ("Other");
    }
}

const char *
askwell_format_certainty (AskwellCertainty certainty)
{
  return certainty == ASKWELL_CERTAINTY_GUESS ? _ ("guess") : _ ("fact");
}

const char *
askwell_format_unknown_state (AskwellUnknownState state)
{
  switch (state)
    {
    case ASKWELL_UNKNOWN_STATE_ASKED:
      /* Translators: state of something still to be learned */
      return _ ("asked");
    case ASKWELL_UNKNOWN_STATE_ANSWERED:
      /* Translators: state of something still to be learned */
      return _ ("answered");
    case ASKWELL_UNKNOWN_STATE_DROPPED:
      /* Translators: state of something that need not be learned any more */
      return _ ("no longer matters");
    case ASKWELL_UNKNOWN_STATE_OPEN:
    default:
      /* Translators: state of something still to be learned */
      return _ ("open");
    }
}

const char *
askwell_format_outcome (AskwellOutcome outcome)
{
  switch (outcome)
    {
    case ASKWELL_OUTCOME_STEP_TAKEN:
      return _ ("They agreed to a step of their own");
    case ASKWELL_OUTCOME_STILL_OPEN:
      return _ ("Friendly, nothing agreed yet");
    case ASKWELL_OUTCOME_NOT_NOW:
      return _ ("No, or not now");
    case ASKWELL_OUTCOME_NONE:
    default:
      return _ ("Not said");
    }
}

static char *
format_local (gint64      seconds,
              const char *this_year,
              const char *other_year)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (seconds);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (when == NULL || seconds == 0)
    return g_strdup ("");
  return g_date_time_format (when, g_date_time_get_year (when) == g_date_time_get_year (now) ? this_year : other_year);
}

/**
 * askwell_format_day:
 * @seconds: since 1970 UTC; 0 gives ""
 *
 * Returns: (transfer full): a local day in short words, with the year only when it is another year
 */
char *
askwell_format_day (gint64 seconds)
{
  /* Translators: strftime formats: a day of this year, such as "Tue 24 Nov"; and of another year */
  return format_local (seconds, _ ("%a %-d %b"), _ ("%-d %b %Y"));
}

char *
askwell_format_day_and_time (gint64 seconds)
{
  /* Translators: strftime formats: a time in this year, such as "Tue 24 Nov, 10:00"; and in another year */
  return format_local (seconds, _ ("%a %-d %b, %H:%M"), _ ("%-d %b %Y, %H:%M"));
}

/**
 * askwell_format_when:
 * @plan: a plan
 *
 * Returns: (transfer full): when the call is and how long it takes, or "" when neither is known
 */
char *
askwell_format_when (AskwellPlan *plan)
{
  g_autofree char *when = askwell_format_day_and_time (askwell_plan_get_start (plan));
  int minutes = askwell_plan_get_length (plan);

  if (minutes <= 0)
    return g_steal_pointer (&when);
  if (*when == '\0')
    /* Translators: length of a call, in minutes */
    return g_strdup_printf (_ ("%d min"), minutes);
  /* Translators: when a call is, and its length in minutes */
  return g_strdup_printf (_ ("%s · %d min"), when, minutes);
}

/**
 * askwell_format_attendee_name:
 * @attendee: an attendee
 *
 * Returns: (transfer none): the name of the contact that attends, as it is now, or else the name that was written down
 */
const char *
askwell_format_attendee_name (AskwellAttendee *attendee)
{
  AskwellAccount *account = (AskwellAccount *) askwell_record_get_ancestor (ASKWELL_RECORD (attendee), ASKWELL_TYPE_ACCOUNT);
  AskwellContact *contact = NULL;

  if (account != NULL && *askwell_attendee_get_contact (attendee) != '\0')
    contact = askwell_record_list_find (askwell_account_get_contacts (account), askwell_attendee_get_contact (attendee));
  return contact != NULL ? askwell_contact_get_name (contact) : askwell_attendee_get_name (attendee);
}

/**
 * askwell_format_attendees:
 * @plan: a plan
 *
 * Returns: (transfer full): who will be at the call, with their parts; "" for nobody yet
 */
char *
askwell_format_attendees (AskwellPlan *plan)
{
  AskwellRecordList *attendees = askwell_plan_get_attendees (plan);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < askwell_record_list_get_size (attendees); i++)
    {
      AskwellAttendee *attendee = askwell_record_list_get (attendees, i);
      const char *name = askwell_format_attendee_name (attendee);
      const char *part = askwell_attendee_get_part (attendee);

      if (*name == '\0')
        continue;
      if (words->len > 0)
        g_string_append (words, ", ");
      if (*part != '\0')
        g_string_append_printf (words, "%s (%s)", name, part);
      else
        g_string_append (words, name);
    }
  return g_string_free (words, FALSE);
}

/* A title for a list; something has to stand there also when it is empty. */
char *
askwell_format_title (const char *title)
{
  return g_strdup (title != NULL && *title != '\0' ? title : _ ("Untitled"));
}
