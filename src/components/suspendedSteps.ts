import type { Chart } from '../chart/chart.ts'
import type { DueItem } from '../chart/dueItem.ts'
import { type ActLink, actFor, READ_THE_PUMP } from './actFor.ts'
import { suspensionText } from './infusionWords.ts'
import type { Step } from './nextSteps.ts'

const STOP: ActLink = { slug: 'stop', label: 'STOP', command: 'ceaseInfusion' }
const CLEAR: ActLink = { slug: 'clear', label: 'Review', command: 'clearSuspension' }

/** While the infusion runs on under a suspected major bleed or head injury, STOP comes before everything (BLEED-0). */
export function stopSteps(due: readonly DueItem[], chart: Chart): Step[] {
  const asked = due.find(({ about, stopAdvised }) => about === 'suspension' && stopAdvised)
  if (!asked) return []
  return [
    {
      key: 'stop-now',
      title: stopTitle(asked, chart),
      when: null,
      reason: 'It is recorded; the infusion is not stopped yet.',
      moved: null,
      urgency: { tone: 'stop', icon: 'stop', word: 'Stop advised' },
      rules: ['BLEED-0', 'SIGN-5'],
      act: STOP,
      others: null,
    },
  ]
}

/** `STOP: suspected major bleeding`. */
export function stopTitle(item: DueItem, chart: Chart): string {
  return `STOP: ${reasonsOf(item, chart)}`
}

/** A suspension's item by its reasons: `MO reviews: fall not yet reviewed`. */
export function suspensionTitle(item: DueItem, chart: Chart): string {
  return `MO reviews: ${reasonsOf(item, chart)}`
}

function reasonsOf({ anchor }: DueItem, { suspensions }: Chart): string {
  return suspensions
    .filter(({ seq }) => seq === anchor.seq)
    .map(({ reason }) => suspensionText(reason))
    .join('; ')
}

/** Where a due item is dealt with on this chart: nothing is resumed while it is suspended (BLEED-0) or the rate unknown (CHART-1). */
export function actOn(item: DueItem, { suspensions, infusion }: Chart): ActLink {
  if (item.about !== 'interruption') return actFor(item)
  if (suspensions.length > 0) return CLEAR
  return infusion.rateUnconfirmed ? READ_THE_PUMP : actFor(item)
}
