import {
  BAG,
  type CourseChart,
  type Outside,
  openChart,
  prescribed,
  prescription,
  resulted,
  started,
  t,
} from '../../contract/support/tablet.ts'
import { pinOf } from '../../server/support/ward.ts'

/** The minute at which every chart of the matrix is in its state, and every act is tried. */
export const NOW = 1000
const AGO = 400

/** A chart in a state, with the entries that an act on it names. */
export interface InState {
  readonly chart: CourseChart
  readonly seq: number
}

const own = (user: string) => ({ signature: { pin: pinOf(user) } })
export const checks = (rate: number, text?: string) => ({
  ...(text === undefined ? {} : { checkedResultText: text }),
  checkedRateMlPerHour: rate,
  pumpReadBackMlPerHour: rate,
})
const seqOf = (chart: CourseChart, entry: { seq: number }): InState => ({ chart, seq: entry.seq })

export async function running(ward: Outside, minutes = AGO): Promise<CourseChart> {
  await ward.clock(NOW - minutes)
  const chart = await started(ward)
  await ward.clock(NOW)
  return chart
}

export async function withResult(ward: Outside, text: string): Promise<InState> {
  const chart = await running(ward, 600)
  const { body } = await resulted(ward, chart, NOW - 40, text)
  return seqOf(chart, body.entry)
}

/** Stopped by the nomogram so long ago that the hold is over; 14 mL/hr before. */
export async function stopped(ward: Outside): Promise<InState> {
  const chart = await running(ward, 800)
  const { body } = await resulted(ward, chart, NOW - 240, '110.0')
  const resultSeq = body.entry.seq
  const stop = await chart.done('rn.adams', 'stopInfusion', { reason: 'nomogram', resultSeq })
  await ward.clock(NOW)
  return seqOf(chart, stop)
}

export async function held(ward: Outside): Promise<InState> {
  const state = await stopped(ward)
  await state.chart.done('mo.chen', 'assessBleeding', { finding: 'none', plan: 'restart' })
  return state
}

export async function interrupted(ward: Outside): Promise<InState> {
  const chart = await running(ward)
  return seqOf(chart, await chart.done('rn.adams', 'interruptInfusion', { reason: 'Tissued' }))
}

export async function ceased(ward: Outside, reason = 'treatment-complete'): Promise<InState> {
  const chart = await running(ward)
  await ward.clock(NOW - 60)
  const cease = await chart.done('rn.adams', 'ceaseInfusion', { reason })
  await ward.clock(NOW)
  return seqOf(chart, cease)
}

export async function prescribedAgain(ward: Outside): Promise<InState> {
  const { chart } = await ceased(ward)
  const again = prescription('vte', { bolusUnits: null, rateMlPerHour: 12, reason: 'Again' })
  return seqOf(chart, await chart.done('mo.chen', 'prescribe', again))
}

/** A chart with one more entry, which the act is about. */
export function followedBy(
  begin: (ward: Outside) => Promise<CourseChart>,
  user: string,
  kind: string,
  fields: object,
  isSigned = false,
) {
  return async (ward: Outside): Promise<InState> => {
    const chart = await begin(ward)
    await ward.clock(NOW)
    return seqOf(chart, await chart.done(user, kind, fields, isSigned ? own(user) : {}))
  }
}

/** An act on a state, first signed by rn.adams. */
export function signedOn(
  begin: (ward: Outside) => Promise<InState>,
  kind: string,
  fields: (state: InState) => object,
) {
  return async (ward: Outside): Promise<InState> => {
    const state = await begin(ward)
    return seqOf(state.chart, await state.chart.done('rn.adams', kind, fields(state)))
  }
}

const bare = (ward: Outside) => openChart(ward)
export const noted = followedBy(bare, 'rn.adams', 'writeNote', { text: 'Slept well.' })
export const atPrescription = async (ward: Outside): Promise<InState> => {
  await ward.clock(NOW)
  return { chart: await prescribed(ward), seq: 3 }
}
export const atRunning = async (ward: Outside): Promise<InState> => ({
  chart: await running(ward),
  seq: 4,
})
export const deviation = { reason: 'Bleeding gums', instructions: 'Stay at 11', amo: 'Haddad' }
export const order = { resultSeq: null, rateMlPerHour: 11, reason: 'Bleeding gums' }
export const bloods = (platelets: number) => ({
  collectedAt: t(NOW - 60),
  plateletsE9PerL: platelets,
})
export async function alerted(ward: Outside): Promise<InState> {
  await ward.clock(NOW - AGO)
  const chart = await prescribed(ward)
  await chart.done('rn.adams', 'recordBloods', {
    collectedAt: t(NOW - AGO - 20),
    plateletsE9PerL: 240,
  })
  await chart.twice('startInfusion', { rateMlPerHour: 14, bag: BAG }, checks(14))
  await ward.clock(NOW)
  return seqOf(chart, await chart.done('rn.adams', 'recordBloods', bloods(90)))
}
export const biopsy = {
  procedure: 'biopsy',
  bookedAt: t(NOW + 600),
  veryHighThromboticRisk: false,
  consulted: [],
}
export async function operated(ward: Outside): Promise<InState> {
  const chart = await running(ward, 800)
  await ward.clock(NOW - 700)
  const booked = { ...biopsy, bookedAt: t(NOW - 60) }
  const plan = await chart.done('mo.chen', 'planProcedure', booked, own('mo.chen'))
  await ward.clock(NOW - 360)
  await chart.done('rn.adams', 'ceaseInfusion', { reason: 'procedure' })
  await ward.clock(NOW)
  return seqOf(chart, plan)
}
export const titrated = async (ward: Outside): Promise<InState> => {
  const { chart, seq } = await withResult(ward, '98.0')
  const change = { resultSeq: seq, newRateMlPerHour: 12 }
  return seqOf(chart, await chart.twice('changeRate', change, checks(12, '98.0')))
}
export const concerned = followedBy(
  running,
  'rn.adams',
  'stopInfusion',
  { reason: 'concern' },
  true,
)
export const bleeding = followedBy(running, 'rn.adams', 'recordObservation', {
  bleeding: 'minor',
  sites: ['gums'],
  clots: 'none-seen',
})
export const fact = { fact: 'pump-found-at', rateMlPerHour: 13, reason: 'Read at the bedside' }
export const hung = { ...BAG, batch: 'A1', expiry: '2028-01-01' }
export const start = signedOn(atPrescription, 'startInfusion', () => ({
  rateMlPerHour: 14,
  bag: BAG,
}))
export const medicines = { antiplatelets: [], anticoagulants: [], others: [] }
