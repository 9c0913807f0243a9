import { weighed } from './patients.ts'
import type { Course } from './test.ts'

type Step = Course['steps'][number]

/** When the infusion of `fourDays` started, by the pump. */
const START_DAYS_BEFORE = 20
const MINUTES_PER_HOUR = 60
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR

/** So many hours and minutes after the start, told from the story's clock. */
function after(hours: number, minutes = 0): string {
  const before = START_DAYS_BEFORE * MINUTES_PER_DAY - hours * MINUTES_PER_HOUR - minutes
  const days = Math.floor(before / MINUTES_PER_DAY)
  const rest = before % MINUTES_PER_DAY
  return `-${days}d${Math.floor(rest / MINUTES_PER_HOUR)}h${rest % MINUTES_PER_HOUR}m`
}

type Time = readonly [hours: number, minutes?: number]

interface Kept {
  readonly collected: Time
  readonly text: string
  readonly entered: Time
  readonly second: Time
}

/** A therapeutic sample: its result and "no change" in one minute, the blind check later. */
function kept({ collected, text, entered, second }: Kept, rate: number): Step[] {
  return [
    ...sample(collected, text, entered),
    { at: after(...entered), by: 'rn.adams', does: 'keepRate' },
    {
      at: after(...second),
      by: 'rn.baker',
      does: 'countersign',
      checkedResultText: text,
      checkedRateMlPerHour: rate,
    },
  ]
}

function sample(collected: Time, text: string, entered: Time): Step[] {
  return [
    {
      at: after(...collected),
      by: 'rn.adams',
      does: 'recordCollection',
      site: 'away-from-heparin',
    },
    { at: after(...entered), by: 'rn.adams', does: 'recordResult', text },
  ]
}

/** Both signatures of an act of two, with the check between them. */
function both(first: Time, second: Time, act: Omit<Step, 'at' | 'by'>, figures: object): Step[] {
  const rate = 'newRateMlPerHour' in act ? act['newRateMlPerHour'] : act['rateMlPerHour']
  const checked = { checkedRateMlPerHour: rate, ...figures }
  return [
    { at: after(...first), by: 'rn.adams', ...act } as Step,
    { at: after(...second), by: 'rn.baker', does: 'check', ...checked },
    { at: after(...second), by: 'rn.baker', does: 'countersign', pumpReadBackMlPerHour: rate },
  ]
}

function reviewed(hours: number): Step {
  return {
    at: after(hours),
    by: 'mo.chen',
    does: 'reviewInfusion',
    effect: 'As wanted',
    bleeding: 'none',
    clots: 'none',
    orderStands: true,
  }
}

function counted(collected: Time, platelets: number): Step {
  return {
    at: after(...collected),
    by: 'rn.adams',
    does: 'recordBloods',
    collectedAt: after(...collected),
    plateletsE9PerL: platelets,
  }
}

const bag = { units: 25000, volumeMl: 250 }

/**
 * A VTE course of 96 hours, 20 days before the story's clock, whose audit figures are known by hand: seven samples, one
 * change, one stop of 90 minutes kept by 10 minutes, five times no change, a cease. What goes wrong: the second APTT is
 * collected 41 minutes late, the third's result is entered after 2 h 30 min, the last "no change" is checked after 75 min.
 */
export function fourDays(): Course {
  const { chart } = weighed({ surname: 'Fourdays', mrn: '7300096', kg: 75 })
  return {
    chart: { ...chart, at: after(-3) },
    steps: [
      { at: after(-2, -50), by: 'rn.adams', does: 'recordWeight', kg: 75, method: 'measured' },
      counted([-2, -30], 240),
      {
        at: after(-1),
        by: 'mo.chen',
        does: 'prescribe',
        indication: 'Pulmonary embolism',
        protocol: 'vte',
        bolusUnits: null,
        rateMlPerHour: 14,
        reason: 'A bolus was given before transfer',
        restrictions: [],
        contraindications: [],
        adviceFrom: [],
      },
      ...both([0, -5], [0], { does: 'startInfusion', rateMlPerHour: 14, bag }, {}),
      ...sample([6, 10], '100.0', [7]),
      ...both(
        [7, 5],
        [7, 9],
        { does: 'changeRate', newRateMlPerHour: 12 },
        { checkedResultText: '100.0' },
      ),
      ...kept({ collected: [13, 50], text: '60.0', entered: [14, 50], second: [15] }, 12),
      ...kept({ collected: [20], text: '62.0', entered: [22, 30], second: [22, 40] }, 12),
      reviewed(23),
      ...sample([44], '110.0', [45]),
      { at: after(45, 10), by: 'rn.adams', does: 'stopInfusion', reason: 'nomogram' },
      { at: after(45, 20), by: 'rn.baker', does: 'countersign' },
      { at: after(46), by: 'mo.chen', does: 'assessBleeding', finding: 'none', plan: 'restart' },
      reviewed(46),
      ...both([46, 45], [46, 50], { does: 'restartInfusion', rateMlPerHour: 10 }, {}),
      ...kept({ collected: [52, 50], text: '58.0', entered: [53, 30], second: [53, 40] }, 10),
      ...kept({ collected: [58, 50], text: '64.0', entered: [59, 30], second: [59, 40] }, 10),
      reviewed(69),
      counted([69, 1], 230),
      ...kept({ collected: [82, 50], text: '70.0', entered: [83, 30], second: [84, 45] }, 10),
      reviewed(92),
      { at: after(96), by: 'mo.chen', does: 'ceaseInfusion', reason: 'treatment-complete' },
      { at: after(96, 10), by: 'rn.baker', does: 'countersign' },
      { at: after(97), by: 'mo.chen', does: 'closeChart', reason: 'Treatment complete' },
    ],
  }
}
