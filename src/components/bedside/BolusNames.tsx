import type { AdviceFrom } from '../../chart/fields.ts'
import { instantOf } from '../../time.ts'
import { whenText } from '../../wording.ts'
import { restrictionsText } from '../infusionWords.ts'
import { Banner } from '../ui/Banner.tsx'
import { useBedside } from './BedsideContext.ts'
import { RESTRICTION_WORDS } from './restrictionWords.ts'

/** The restrictions that stand against a bolus, each with the names that lift it for this order (BOL-1 to BOL-5, BOL-9). */
export function BolusNames({ orderSeq }: { orderSeq: number }) {
  const { chart, entries, now, zone } = useBedside()
  if (chart.restrictions.length === 0) return null
  const order = entries.find(({ seq }) => seq === orderSeq)
  const named = order && 'adviceFrom' in order ? order.adviceFrom : []
  const nameOf = (role: AdviceFrom['role']) => {
    const advice = named.findLast((each) => each.role === role)
    return advice
      ? `${role} ${advice.name}, ${whenText(instantOf(advice.at), now, zone)}`
      : `${role}: not recorded`
  }
  return (
    <Banner tone="stop" title="NO BOLUS stands on this chart">
      It is given only with the names that the restriction asks for. (BOL-9)
      <ul>
        {chart.restrictions.map((each) => {
          const { liftedBy, rule } = RESTRICTION_WORDS[each]
          const names = liftedBy.length === 0 ? 'nobody lifts it' : liftedBy.map(nameOf).join('; ')
          return (
            <li key={each}>
              {restrictionsText([each])} ({rule}): {names}
            </li>
          )
        })}
      </ul>
    </Banner>
  )
}
