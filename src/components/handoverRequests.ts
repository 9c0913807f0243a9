import { dueItems } from '../chart/due.ts'
import type { DueItem } from '../chart/dueItem.ts'
import type { Person } from '../chart/people.ts'
import { anchorText } from './anchorWords.ts'
import { dueTitle, dueUrgency, dueWhen } from './dueWords.ts'
import type { HandoverInputs } from './handoverLines.ts'
import { nextSteps, type Step } from './nextSteps.ts'
import { OWNERS } from './ownerWords.ts'

/** One thing that is asked of whoever takes over: what, by when, whose, and why. */
export interface HandoverRequest {
  readonly key: string
  readonly what: string
  readonly when: string
  readonly who: string
  readonly why: string
  readonly urgency: Step['urgency']
}

/** R: everything that is due on the chart, the most urgent first, then what the course itself asks for. */
export function handoverRequests(inputs: HandoverInputs & { user: Person }): HandoverRequest[] {
  const { chart, now } = inputs
  const due = dueItems(chart, now).map((item) => dueRequest(item, inputs))
  return [...due, ...courseRequests(inputs)]
}

function dueRequest(item: DueItem, { entries, now, zone }: HandoverInputs): HandoverRequest {
  return {
    key: `${item.kind}-${item.anchor.seq}-${item.about ?? ''}`,
    what: dueTitle(item),
    when: dueWhen(item, now, zone),
    who: whoText(item, entries),
    why: anchorText(item, entries, now, zone),
    urgency: dueUrgency(item),
  }
}

/** Whose it is; what a first signer still owes is asked by their name. */
function whoText({ owner, kind, anchor }: DueItem, entries: HandoverInputs['entries']): string {
  if (owner !== 'first-signer') return OWNERS[owner]
  const signer = entries.find(({ seq }) => seq === anchor.seq)?.by?.name ?? 'Who did it'
  return kind === 'second-check' ? `${signer}, with a second person` : signer
}

/** A sentence that goes on from another: `Prescribed: 14 mL/hr.` as `prescribed: 14 mL/hr`. */
function clause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '')
}

/** Prescribing, starting, resuming: what no clock runs for, and so no rule of time stands behind. */
function courseRequests(inputs: HandoverInputs & { user: Person }): HandoverRequest[] {
  return nextSteps(inputs)
    .filter(({ rules }) => rules.length === 0)
    .map(({ key, title, reason, act, urgency }) => ({
      key,
      what: title,
      when: 'Next',
      who: act.command === 'prescribe' ? OWNERS.mo : OWNERS.nurse,
      why: clause(reason ?? 'as the course asks'),
      urgency,
    }))
}
