import { factsOf } from '../../../src/audit/factsOf.ts'
import { figuresOf } from '../../../src/audit/figuresOf.ts'
import { METRICS } from '../../../src/audit/metrics.ts'
import { isoOf } from '../../../src/time.ts'
import type { Course } from '../../chart/support/course.ts'
import { running } from '../../chart/support/wards.ts'

/** A VTE course of one decision: 98.0 at 14:00, 14 to 12 mL/hr, then 60.0 and 62.0. */
export function course(): Course {
  const one = running()
  const resultSeq = one.result('98.0', { collected: '14:00', resulted: '14:50' })
  one.at('15:00').both('changeRate', { resultSeq, newRateMlPerHour: 12 })
  const kept = one.result('60.0', { collected: '21:00' })
  one.do('adams', 'keepRate', { resultSeq: kept })
  one.result('62.0', { collected: '27:00' })
  return one
}

type Named = 'whole' | 'before' | 'after'

/** The server's reply for a course; with `goLive`, three periods. */
export function reportOf(one: Course, goLive?: string, more: object = {}) {
  const facts = [factsOf(one.chart, one.now)]
  const period = (name: Named, from: string, to: string) => {
    const asked = { wardId: '7-west', from: one.time(from), to: one.time(to), storage: [] }
    const { infusions, figures } = figuresOf(facts, asked)
    return {
      name,
      from: isoOf(asked.from),
      to: isoOf(asked.to),
      infusions,
      figures: figures.map((figure) => ({ ...figure, ...METRICS[figure.id] })),
    }
  }
  const halves =
    goLive === undefined
      ? []
      : [period('before', '00:00', goLive), period('after', goLive, '99:00')]
  return {
    wardId: '7-west',
    now: isoOf(one.now),
    charts: [{ chartId: one.chart.chartId, patient: 'NGUYEN, Alex' }],
    damaged: [],
    periods: [period('whole', '00:00', '99:00'), ...halves],
    ...more,
  }
}
