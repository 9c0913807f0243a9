import { type Caution, cautionsOn } from '../../chart/cautionsOn.ts'
import { passesInitialMaximum } from '../../chart/passesInitialMaximum.ts'
import { protocolOf, type ResultView } from '../../chart/results.ts'
import { APTT_LIMITS } from '../../protocols/ward.ts'
import { unitsPerHourText } from '../../wording.ts'
import { Banner } from '../ui/Banner.tsx'
import { useBedside } from './BedsideContext.ts'

const WORDS: Record<Caution['code'], { title: string; detail: string }> = {
  'baseline-prolonged': {
    title: 'The baseline APTT is already above the lower target',
    detail: 'The APTT may not measure heparin in this patient. Ask haematology.',
  },
  'site-not-known': {
    title: 'The sample site is not known',
    detail: 'A sample from the heparin line or limb reads too long. Ask where it was taken.',
  },
  'repeat-from-other-limb': {
    title: 'Stop as advised, and repeat the APTT from the other limb',
    detail: 'The repeat tells a long APTT from a sample that the line has changed.',
  },
  'late-tube': {
    title: `Resulted more than ${APTT_LIMITS.lateTubeHours} hours after collection`,
    detail: 'An unseparated sample on heparin can read falsely low. Ask the laboratory.',
  },
  jump: {
    title: `More than ${APTT_LIMITS.jumpSeconds} seconds from the last usable result`,
    detail:
      'Read the report again and ask where the sample was taken. A stop never waits for that.',
  },
}

/** What speaks for a second look at a result before it is acted on; none of it holds anything back (NOMO-12 to 14, 18). */
export function Cautions({ view }: { view: ResultView }) {
  const { chart, now } = useBedside()
  return (
    <>
      {cautionsOn(chart, view.result, now).map(({ code, rules }) => (
        <Banner key={code} tone="soon" title={WORDS[code].title}>
          {WORDS[code].detail} ({rules.join(', ')})
        </Banner>
      ))}
      <InitialMaximum view={view} />
    </>
  )
}

/** NOMO-4: the initial maximum caps no later increase; passing it is said once. */
function InitialMaximum({ view: { advice } }: { view: ResultView }) {
  const { chart } = useBedside()
  const max = protocolOf(chart)?.infusion.maxUnitsPerHour ?? null
  if (advice?.kind !== 'change' || max === null) return null
  if (!passesInitialMaximum(chart, advice.newRateMlPerHour)) return null
  return (
    <Banner tone="soon" title={`This passes ${unitsPerHourText(max)}, the most to start with`}>
      The procedure caps the starting rate only, not a later increase. Local decision: it is said
      once for a prescription. (NOMO-4)
    </Banner>
  )
}
