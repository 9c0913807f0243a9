/** What bleeding, falls and adverse events ask for (OBS-1, BLEED-1, FALL-1, AE-1). */

import { OBSERVATION_TIMES } from '../protocols/care.ts'
import type { RuleId } from '../protocols/ruleId.ts'
import { APTT_TIMES, MO_TIMES } from '../protocols/ward.ts'
import { plusHours, plusMinutes } from '../time.ts'
import type { CareEvent } from './care.ts'
import type { Chart } from './chart.ts'
import type { Unstamped } from './dueItem.ts'
import { hasCome, type Now } from './hasCome.ts'

/** What waits for an MO's look, and the look for bleeding after a cease. */
export function dueBleeding(chart: Chart, now: Now): Unstamped[] {
  const waiting = chart.careEvents.filter(({ reviewedBy }) => reviewedBy === null)
  return [...waiting.map(review), ...observation(chart, now)]
}

const ASKED: Readonly<Record<CareEvent['about'], { rule: RuleId; minutes: number }>> = {
  'minor-bleeding': { rule: 'BLEED-1', minutes: MO_TIMES.minorBleedOverdueAfterMinutes },
  clots: { rule: 'OBS-1', minutes: MO_TIMES.minorBleedOverdueAfterMinutes },
  'adverse-event': { rule: 'AE-1', minutes: MO_TIMES.adverseEventOverdueAfterMinutes },
}

/** An MO looks at it: due at once (BLEED-1, OBS-1, AE-1). */
function review({ seq, at, about }: CareEvent): Unstamped {
  const { rule, minutes } = ASKED[about]
  return {
    kind: about === 'adverse-event' ? 'adverse-event' : 'mo-decision',
    dueAt: at,
    overdueAt: plusMinutes(at, minutes),
    owner: 'mo',
    rules: [rule],
    anchor: { seq, at },
    about,
  }
}

/** OBS-1: one look for bleeding after a cease, offered when its time comes; never overdue, done by any look since. */
function observation({ infusion, observations }: Chart, now: Now): Unstamped[] {
  const { cease, status } = infusion
  if (status !== 'ceased' || cease === null) return []
  const dueAt = plusHours(cease.at, OBSERVATION_TIMES.afterCeaseHours)
  const isEarly = !hasCome(plusMinutes(dueAt, -APTT_TIMES.soonBeforeMinutes), now)
  if (isEarly || observations.some(({ at }) => at > cease.at)) return []
  const anchor = { seq: cease.seq, at: cease.at }
  return [{ kind: 'observation', dueAt, overdueAt: null, owner: 'nurse', rules: ['OBS-1'], anchor }]
}
