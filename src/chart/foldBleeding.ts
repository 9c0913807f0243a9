/** What observations, falls and adverse events do to the chart. */
import { instantOf } from '../time.ts'
import { addCareEvent, type Draft, effectOf, type Handlers } from './draft.ts'
import type { EntryOf } from './entries.ts'
import { suspend } from './foldDose.ts'
import { isHeld, suspensionsBy } from './suspensionsBy.ts'

type Suspending = EntryOf<'observationRecorded' | 'fallRecorded' | 'adverseEventRecorded'>

function suspendBy(draft: Draft, entry: Suspending): void {
  for (const reason of suspensionsBy(entry, draft.infusion)) suspend(draft, reason, effectOf(entry))
}

export const bleedingHandlers = {
  observationRecorded(draft, entry) {
    const effect = effectOf(entry)
    draft.observations.push({ seq: entry.seq, at: effect.at })
    suspendBy(draft, entry)
    if (entry.bleeding === 'minor') minorBleeding(draft, entry)
    if (entry.clots === 'new-or-growing') addCareEvent(draft, 'clots', effect)
  },
  fallRecorded: suspendBy,
  adverseEventRecorded(draft, entry) {
    suspendBy(draft, entry)
    addCareEvent(draft, 'adverse-event', effectOf(entry))
  },
  eventReviewed(draft, entry) {
    draft.careEvents = draft.careEvents.map((event) =>
      event.seq === entry.eventSeq && event.reviewedBy === null
        ? { ...event, reviewedBy: entry.seq, isAdverse: entry.isAdverseEvent !== false }
        : event,
    )
  },
  stepTicked(draft, entry) {
    const { seq, by, guideline, step, aboutSeq, name = null, spokenAt } = entry
    draft.ticks.push({
      seq,
      at: instantOf(entry.happenedAt),
      by,
      guideline,
      step,
      aboutSeq,
      name,
      spokenAt: spokenAt === undefined ? null : instantOf(spokenAt),
    })
  },
} satisfies Handlers

/** At a hold it is asked of the MO's assessment, and one made before it no longer lets a restart stand (TIME-3). */
function minorBleeding(draft: Draft, entry: EntryOf<'observationRecorded'>): void {
  if (isHeld(draft.infusion)) draft.assessment = null
  else addCareEvent(draft, 'minor-bleeding', effectOf(entry))
}
