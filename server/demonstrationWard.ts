import * as z from 'zod/mini'
import { fold } from '../src/chart/fold.ts'
import { type Instant, minuteOf, plusMinutes } from '../src/time.ts'
import type { Clock } from './clock.ts'
import type { Sender } from './commandDesk.ts'
import { demonstrationPinOf } from './demonstrationAccounts.ts'
import { type Cue, playScenario, type Stage } from './playScenario.ts'
import { scenario } from './scenario.ts'
import ceasedForBleed from './scenarios/ceasedForBleed.json' with { type: 'json' }
import collectionOverdue from './scenarios/collectionOverdue.json' with { type: 'json' }
import daily from './scenarios/daily.json' with { type: 'json' }
import estimatedWeight from './scenarios/estimatedWeight.json' with { type: 'json' }
import firstApttDue from './scenarios/firstApttDue.json' with { type: 'json' }
import noBolusStroke from './scenarios/noBolusStroke.json' with { type: 'json' }
import pendingSecondCheck from './scenarios/pendingSecondCheck.json' with { type: 'json' }
import prescribedNotStarted from './scenarios/prescribedNotStarted.json' with { type: 'json' }
import restartOverdue from './scenarios/restartOverdue.json' with { type: 'json' }
import resultWaiting from './scenarios/resultWaiting.json' with { type: 'json' }
import subTherapeutic from './scenarios/subTherapeutic.json' with { type: 'json' }
import therapeuticOnce from './scenarios/therapeuticOnce.json' with { type: 'json' }
import type { Services } from './services.ts'

const DEVICE = 'demonstration ward'

/** The patients of the demonstration ward. */
const patients = [
  prescribedNotStarted,
  firstApttDue,
  resultWaiting,
  pendingSecondCheck,
  therapeuticOnce,
  daily,
  subTherapeutic,
  restartOverdue,
  ceasedForBleed,
  estimatedWeight,
  noBolusStroke,
  collectionOverdue,
]

/**
 * Puts the demonstration's patients, or those told, on its wards, at times before the clinical clock. Every entry goes the
 * way of any other: through the command desk, with each signer's own PIN, recorded at its shifted time (whole minutes).
 */
export async function beginDemonstrationWard(
  services: Services,
  clock: Clock,
  told: readonly object[] = patients,
): Promise<void> {
  const anchor = plusMinutes(0 as Instant, minuteOf(clock.now()))
  const stage = deskStage(services)
  for (const patient of told) {
    await playScenario({ scenario: z.parse(scenario, patient), anchor, stage })
  }
}

/** The server's own desk as the stage of a scenario. */
function deskStage({ desk, accounts, store }: Services): Stage {
  async function senderOf({ userId, at }: Cue): Promise<Sender> {
    const by = await accounts.find(userId)
    if (!by) throw new Error(`nobody of the demonstration is called ${userId}`)
    return { by, device: DEVICE, clock: { now: () => at } }
  }

  return {
    pinOf: demonstrationPinOf,
    open: async (command, cue) => desk.open(command, await senderOf(cue)),
    carryOut: async (chartId, command, cue) => desk.carryOut(chartId, command, await senderOf(cue)),
    check: async (chartId, request, cue) => desk.check(chartId, request, await senderOf(cue)),
    async chart(chartId) {
      const record = await store.record(chartId)
      if (!record) throw new Error(`no chart ${chartId} on the demonstration ward`)
      return fold(record.entries)
    },
  }
}
