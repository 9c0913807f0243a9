import type { Infusion } from '../../chart/chart.ts'
import { rateText } from '../../wording.ts'

const OFF = {
  'not-started': 'NOT STARTED',
  running: 'READ THE PUMP',
  stopped: 'STOPPED',
  interrupted: 'OFF',
  ceased: 'CEASED',
} as const

/** What the pump does as the chart has it: `13 mL/hr`, never a figure that waits (SIGN-4 a) or is unconfirmed (CHART-1). */
export function figureText({ status, rateMlPerHour, rateUnconfirmed }: Infusion): string {
  if (rateUnconfirmed) return OFF.running
  return rateMlPerHour === null ? OFF[status] : rateText(rateMlPerHour)
}
