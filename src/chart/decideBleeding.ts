/** Observations, falls, adverse events and the steps of their guidelines (OBS-1, BLEED-0, BLEED-1, FALL-1, AE-1). */
import { STATED_TIMES } from '../protocols/ward.ts'
import { instantOf, minutesBetween } from '../time.ts'
import { type Ask, firstRefusal, type RulesFor, statedAt } from './ask.ts'
import type { Refusal } from './decision.ts'
import { type OpenStep, openGuidelines } from './openGuidelines.ts'
import { nameOf } from './people.ts'
import { refuse } from './refuse.ts'
import { wholeMinutes } from './samples.ts'

/** What was seen is never refused for what is missing about it. */
const alwaysTaken = () => null

export const bleedingRules: RulesFor<
  'recordObservation' | 'recordFall' | 'recordAdverseEvent' | 'tickStep' | 'reviewEvent'
> = {
  recordObservation: alwaysTaken,
  recordFall: alwaysTaken,
  recordAdverseEvent: alwaysTaken,
  tickStep,
  reviewEvent,
}

function tickStep({ chart, command, at }: Ask<'tickStep'>): Refusal | null {
  const { guideline, aboutSeq, step } = command
  const open = openGuidelines(chart).find(
    (each) => each.guideline === guideline && each.aboutSeq === aboutSeq,
  )
  if (!open) return refuse('guideline-not-open', { guideline, aboutSeq })
  const asked = open.steps.find(({ step: { id } }) => id === step)
  if (!asked) return refuse('no-such-step', { step })
  return firstRefusal([
    () => doneRefusal(asked),
    () => (asked.step.asks === null ? null : namedRefusal(command)),
    () => futureRefusal(command.spokenAt, at),
  ])
}

function doneRefusal({ step, done }: OpenStep): Refusal | null {
  if (done) return refuse('step-done-already', { name: nameOf(done.by), since: done.at })
  return step.isTheCease ? refuse('step-is-the-cease', {}) : null
}

function namedRefusal({ name, spokenAt }: Ask<'tickStep'>['command']): Refusal | null {
  return name === undefined || spokenAt === undefined ? refuse('step-needs-name', {}) : null
}

function futureRefusal(stated: string | undefined, now: Ask['at']): Refusal | null {
  if (stated === undefined) return null
  return minutesBetween(now, instantOf(stated)) > STATED_TIMES.futureByMinutes
    ? refuse('in-the-future', { stated })
    : null
}

function reviewEvent(ask: Ask<'reviewEvent'>): Refusal | null {
  const { chart, command } = ask
  const events = chart.careEvents.filter(({ seq }) => seq === command.eventSeq)
  const [event] = events
  if (!event) return refuse('no-such-event', { eventSeq: command.eventSeq })
  if (events.every(({ reviewedBy }) => reviewedBy !== null)) {
    return refuse('event-reviewed-already', {})
  }
  return wholeMinutes(event.at, statedAt(ask)) < 0
    ? refuse('reviewed-before-event', { since: event.at })
    : null
}
