import type { Chart, Result } from '../../chart/chart.ts'
import { therapeuticRun } from '../../chart/results.ts'
import type { Advice } from '../../nomogram/advise.ts'
import { APTT_TIMES } from '../../protocols/ward.ts'
import { type Instant, plusHours, type TimeZone } from '../../time.ts'
import { clockText, relativeText, whenText } from '../../wording.ts'

/** When the next APTT falls due if this advice is followed now, with its anchor named (NOMO-7, NOMO-8). */
export function nextApttText(
  chart: Chart,
  result: Pick<Result, 'collectedAt'>,
  advice: Advice,
  now: Instant,
  zone: TimeZone,
): string {
  if (advice.kind === 'refer') return 'as the MO decides; the one that is due stays due'
  if (advice.kind === 'stop') return `${APTT_TIMES.afterActHours} hours after the actual restart`
  if (advice.kind === 'change') {
    const about = whenText(plusHours(now, APTT_TIMES.afterActHours), now, zone)
    return `${APTT_TIMES.afterActHours} hours after the pump is changed (about ${about} if that is now)`
  }
  const daily = therapeuticRun(chart, now) >= APTT_TIMES.runLength
  const hours = daily ? APTT_TIMES.dailyHours : APTT_TIMES.afterFirstTherapeuticHours
  const due = plusHours(result.collectedAt, hours)
  return `${relativeText(due, now, zone)}, ${hours} hours after this sample was collected at ${clockText(result.collectedAt, zone)}`
}
