import {
  accountOf,
  demonstrationPeople,
  demonstrationPinOf,
} from '../../server/demonstrationAccounts.ts'
import type { Cue, Stage } from '../../server/playScenario.ts'
import { Refused } from '../../server/problems.ts'
import type { Chart } from '../../src/chart/chart.ts'
import { decide } from '../../src/chart/decide.ts'
import { decideCheck } from '../../src/chart/decideCountersign.ts'
import type { Decision } from '../../src/chart/decision.ts'
import type { Entry } from '../../src/chart/entries.ts'
import { fold } from '../../src/chart/fold.ts'
import type { Signer } from '../../src/chart/people.ts'
import type { Instant } from '../../src/time.ts'

/** The engine alone as the stage of a scenario: `decide` and `fold`, no server. Learning packages count from the anchor. */
export function engineStage(anchor: Instant): Stage {
  const entries: Entry[] = []

  function signerOf({ userId }: Cue): Signer {
    const person = demonstrationPeople.find((known) => known.userId === userId)
    if (!person) throw new Error(`nobody of the demonstration is called ${userId}`)
    const { name, role, competencies } = accountOf(person, anchor)
    return { userId, name, role, competencies, identity: 'confirmed' }
  }

  function settle(decision: Decision): Entry {
    if (decision.kind === 'refused') throw new Refused(decision.refusal)
    const entry = { ...decision.entry, hash: '' } as Entry
    entries.push(entry)
    if (decision.kind === 'mismatch') throw new Refused(decision.refusal)
    return entry
  }

  const chart = (): Chart => fold(entries)
  return {
    pinOf: demonstrationPinOf,
    open: async (command, cue) => settle(decide(null, command, signerOf(cue), cue.at)),
    carryOut: async (_, command, cue) => settle(decide(chart(), command, signerOf(cue), cue.at)),
    check: async (_, request, cue) => settle(decideCheck(chart(), request, signerOf(cue), cue.at)),
    chart: async () => chart(),
  }
}
