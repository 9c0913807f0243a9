import type { Chart } from '../../chart/chart.ts'
import { pendingAt } from '../../chart/pending.ts'
import type { Instant } from '../../time.ts'
import { PENDING_WORDS } from '../bedside/pendingWords.ts'

/** The act that waits, never with its figure: `Rate change awaits its second check` (SIGN-4 a); null: none waits. */
export function waitsText(chart: Chart, now: Instant): string | null {
  const pending = pendingAt(chart, now)
  if (!pending) return null
  const step = pending.step === 'check' ? 'its second check' : 'the pump’s read-back'
  return `${PENDING_WORDS[pending.kind].name} awaits ${step}`
}
