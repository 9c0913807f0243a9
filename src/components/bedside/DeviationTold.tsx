import type { Deviation } from '../../chart/fields.ts'
import type { PersonOnEntry } from '../../chart/people.ts'
import type { Instant } from '../../time.ts'
import { whenText } from '../../wording.ts'
import { untilText } from '../prescribingWords.ts'
import { useBedside } from './BedsideContext.ts'

interface DeviationToldProps {
  deviation: Deviation
  by: PersonOnEntry
  at: Instant
}

/** A deviation in words: who, for whom, why, what to do, until when (DEV-1). */
export function DeviationTold({ deviation, by, at }: DeviationToldProps) {
  const { now, zone } = useBedside()
  const { reason, instructions, amo } = deviation
  return (
    <dl>
      <dt>Instructions</dt>
      <dd>
        <strong>{instructions}</strong>
      </dd>
      <dt>Why</dt>
      <dd>{reason}</dd>
      <dt>By</dt>
      <dd>
        {by.name} ({by.role}){amo !== undefined && ` for ${amo} (AMO)`}, {whenText(at, now, zone)}
      </dd>
      <dt>Holds</dt>
      <dd>{untilText(deviation, now, zone)}</dd>
    </dl>
  )
}
