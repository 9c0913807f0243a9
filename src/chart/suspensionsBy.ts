/** What an observation, a fall or an adverse event suspends (BLEED-0). */
import type { Infusion } from './chart.ts'
import type { UnhashedEntry } from './entries.ts'
import { emergencies, type SuspensionReason } from './fields.ts'

/** The suspensions that an entry opens on the infusion as it stands; an entry of any other kind opens none here. */
export function suspensionsBy(
  entry: UnhashedEntry,
  infusion: Pick<Infusion, 'stop'>,
): readonly SuspensionReason[] {
  switch (entry.kind) {
    case 'observationRecorded':
      if (entry.bleeding === 'major-suspected') return ['suspected-major-bleed']
      return entry.bleeding === 'minor' && isHeld(infusion) ? ['bleeding-at-hold'] : []
    case 'fallRecorded':
      // Nobody has ruled it out: counted as evidence, as every question without an answer is.
      return entry.headInjury === 'none-seen' ? ['fall'] : ['fall', 'head-injury']
    case 'adverseEventRecorded':
      return emergencies.filter((reason) => reason === entry.event)
    default:
      return []
  }
}

/** A stop by the nomogram counts down its hold. */
export function isHeld({ stop }: Pick<Infusion, 'stop'>): boolean {
  return stop !== null && stop.restartNotBefore !== null
}
