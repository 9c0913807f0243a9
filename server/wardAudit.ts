import type { ChartFacts } from '../src/audit/facts.ts'
import { factsOf } from '../src/audit/factsOf.ts'
import { figuresOf, type StorageFact } from '../src/audit/figuresOf.ts'
import type { AuditReport, PeriodName } from '../src/audit/report.ts'
import { fold } from '../src/chart/fold.ts'
import { STATED_TIMES } from '../src/protocols/ward.ts'
import { type Instant, instantOf, isoOf, plusMinutes } from '../src/time.ts'
import { patientName } from '../src/wording.ts'
import type { Services } from './services.ts'
import { isInOrder } from './storageAudits.ts'

/** What an audit is asked for; `goLive` lies within the period. */
export interface AuditAsked {
  readonly wardId: string
  readonly from: Instant
  readonly to: Instant
  readonly goLive: Instant | null
}

/** The report with what the screen needs beside it. */
export interface WardAudit extends AuditReport {
  readonly charts: readonly { readonly chartId: string; readonly patient: string | null }[]
  readonly damaged: readonly string[]
}

/** Reads the charts of a ward one after the other, keeps of each only its facts, and draws the figures from them. */
export async function wardAudit(services: Services, asked: AuditAsked): Promise<WardAudit> {
  const { wardId } = asked
  const { facts, charts, damaged } = await readCharts(services, asked)
  const audits = await services.storageAudits.of(wardId)
  const storage: StorageFact[] = audits.map((each) => ({
    at: instantOf(each.happenedAt),
    inOrder: isInOrder(each),
  }))
  const periods = periodsOf(asked).map(({ name, from, to }) => ({
    name,
    from: isoOf(from),
    to: isoOf(to),
    ...figuresOf(facts, { wardId, from, to, storage }),
  }))
  return { wardId, periods, damaged, charts: namedIn(periods, charts) }
}

interface Read {
  readonly facts: ChartFacts[]
  readonly charts: { chartId: string; patient: string | null }[]
  readonly damaged: string[]
}

async function readCharts({ store, clock }: Services, { wardId, from }: AuditAsked): Promise<Read> {
  const now = clock.now()
  const read: Read = { facts: [], charts: [], damaged: [] }
  // A time may be stated a little ahead of the entry that tells it.
  const since = plusMinutes(from, -STATED_TIMES.futureByMinutes)
  for (const { chartId, isHere } of await store.chartsSince(wardId, since)) {
    const record = await store.record(chartId)
    if (!record) continue
    if (!record.intact) {
      if (isHere) read.damaged.push(chartId)
      continue
    }
    const chart = fold(record.entries)
    read.facts.push(factsOf(chart, now))
    read.charts.push({ chartId, patient: isHere ? patientName(chart.patient) : null })
  }
  return read
}

interface Period {
  readonly name: PeriodName
  readonly from: Instant
  readonly to: Instant
}

function periodsOf({ from, to, goLive }: AuditAsked): Period[] {
  const whole: Period = { name: 'whole', from, to }
  return goLive === null
    ? [whole]
    : [whole, { name: 'before', from, to: goLive }, { name: 'after', from: goLive, to }]
}

/** The charts that stand behind a figure: of the others the ward learns nothing. */
function namedIn(periods: AuditReport['periods'], charts: Read['charts']): Read['charts'] {
  const behind = new Set(
    periods
      .flatMap(({ figures }) => figures.flatMap((each) => each.charts))
      .map(({ chartId }) => chartId),
  )
  return charts.filter(({ chartId }) => behind.has(chartId))
}
