import type { Concern, ConcernKind } from '../chart/concernsOf.ts'
import type { SuspensionReason } from '../chart/fields.ts'
import { CONCERN_TIMES } from '../protocols/ward.ts'
import { suspensionText } from './infusionWords.ts'

const HOURS = CONCERN_TIMES.subTherapeuticAfterHours

const WORDS: Readonly<Record<ConcernKind, string>> = {
  'wrong-bag': 'Wrong bag, or a bag in doubt',
  'platelet-fall': 'Platelets fell: alert',
  suspended: 'Suspended',
  stop: 'Stop',
  'sub-therapeutic': `Below target for ${HOURS} hours or more`,
  deviation: 'Deviation',
  overdue: 'Overdue',
  'estimated-weight': 'Weight is estimated',
  medicines: 'Other medicines',
}

/** What a concern is called, alone. */
export function concernTitle(kind: ConcernKind): string {
  return WORDS[kind]
}

/** A concern in words, with the agents or reasons that it is about. */
export function concernText({ kind, names }: Pick<Concern, 'kind' | 'names'>): string {
  if (kind === 'stop') return names.length === 0 ? 'Stopped' : 'A stop is advised'
  const about =
    kind === 'suspended' ? names.map((name) => suspensionText(name as SuspensionReason)) : names
  return about.length === 0 ? WORDS[kind] : `${WORDS[kind]}: ${about.join(', ')}`
}

/** Those whose definition is a local decision: said beside them. */
export const LOCAL_CONCERNS: ReadonlySet<ConcernKind> = new Set(['sub-therapeutic'])
