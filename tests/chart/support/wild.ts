import * as fc from 'fast-check'
import type { Command } from '../../../src/chart/commands.ts'
import { pendingAt } from '../../../src/chart/pending.ts'
import type { Signer } from '../../../src/chart/people.ts'
import { resultsAt } from '../../../src/chart/results.ts'
import { startingDose } from '../../../src/nomogram/startingDose.ts'
import type { ProtocolId } from '../../../src/protocols/protocol.ts'
import { protocolFor } from '../../../src/protocols/register.ts'
import { isoOf, plusMinutes } from '../../../src/time.ts'
import type { Course, Kind } from './course.ts'
import { people, type Who } from './people.ts'
import { bag } from './wards.ts'
import { careFills, pick } from './wildCare.ts'

/** The commands of a whole course, with the blind check. */
export type Tried = Exclude<Kind, 'recordEducation' | 'recordHandover'> | 'check'

/** One random step: what is tried, by whom, after how long, and three choices for its fields. */
export interface Step {
  /** `sensible`: what a ward would do next on the chart as it is. */
  readonly kind: Tried | 'sensible'
  readonly who: Who
  readonly second: Who
  readonly minutes: number
  readonly a: number
  readonly b: number
  /** 0: sent with something wrong; otherwise as a screen would send it. */
  readonly care: number
}

const likely: readonly Tried[] = [
  'recordWeight',
  'prescribe',
  'giveBolus',
  'startInfusion',
  'recordCollection',
  'recordResult',
  'recordResult',
  'recordResult',
  'changeRate',
  'changeRate',
  'changeRate',
  'keepRate',
  'orderRate',
  'orderBolus',
  'stopInfusion',
  'ceaseInfusion',
  'interruptInfusion',
  'resumeInfusion',
  'recommenceInfusion',
  'assessBleeding',
  'clearSuspension',
  'recordBedsideFact',
  'restartInfusion',
  'restartInfusion',
  'check',
  'countersign',
  'countersign',
  'countersign',
  'countersign',
  'countersign',
  'strikeOut',
  'withdraw',
  'transferWard',
  'writeNote',
]
/** What surrounds the dose; more of it and the course hardly moves. */
const asides: readonly Tried[] = [
  'hangBag',
  'withholdBolus',
  'recordMedicines',
  'endDeviation',
  'explainDeviation',
  'recordBloods',
  'reviewInfusion',
  'recordObservation',
  'recordFall',
  'recordAdverseEvent',
  'tickStep',
  'reviewEvent',
  'planProcedure',
  'endProcedure',
]
const everybody = Object.keys(people) as Who[]
const often: readonly Who[] = ['adams', 'baker', 'chen', 'haddad', 'adams', 'chen', ...everybody]
const waits = [0, 0, 1, 2, 5, 9, 10, 11, 31, 60, 91, 121, 241, 330, 361, 720]

export const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { weight: 60, arbitrary: fc.constant('sensible' as const) },
    { weight: 40, arbitrary: fc.constantFrom(...likely) },
    { weight: 4, arbitrary: fc.constantFrom(...asides) },
    { weight: 1, arbitrary: fc.constant('closeChart' as const) },
  ),
  who: fc.constantFrom(...often),
  second: fc.constantFrom(...often),
  minutes: fc.constantFrom(...waits),
  a: fc.nat(1000),
  b: fc.nat(1000),
  care: fc.nat(9),
})

const texts: readonly [string, ...string[]] = [
  '60.0',
  '38.0',
  '42.0',
  '92.0',
  '98.0',
  '150.0',
  '> 94.0',
  '< 60',
  'clotted',
  '71.5',
]
const rates: readonly [number, ...number[]] = [14, 12, 1, 0.5, 0, 60, 61, 13.95]
const protocols: readonly [ProtocolId, ...ProtocolId[]] = ['vte', 'nstemi', 'stemi', 'stroke']
const roles = ['neurologist', 'neurosurgeon', 'haematologist', 'AMO'] as const
const restrictions = ['stroke', 'neurosurgical', 'anticoagulated', 'post-procedure'] as const
const emergencies = ['suspected-major-bleed', 'head-injury', 'suspected-hit'] as const
const sites = [
  'away-from-heparin',
  'away-from-heparin',
  'heparin-line-or-limb',
  'not-known',
] as const
const deviation = { reason: 'Known response', instructions: 'Told to all', amo: 'Dr Haddad' }

function advice(course: Course, n: number) {
  return roles
    .filter((_, i) => (n >> i) % 2 === 1)
    .map((role) => ({ role, name: 'Dr X', at: isoOf(course.now) }))
}

/** The figures of a prescription: none for a change of protocol, else mostly the calculated ones. */
function figures(course: Course, protocol: ProtocolId, b: number) {
  const { weight, infusion } = course.chart
  if (infusion.status !== 'not-started' && infusion.status !== 'ceased') {
    return { bolusUnits: null, rateMlPerHour: null }
  }
  const dose = weight && startingDose(protocolFor(protocol), weight.kg)
  const calculated = dose?.kind === 'dose' ? dose : { bolusUnits: 3000, pumpRateMlPerHour: 5 }
  return {
    bolusUnits: b % 3 === 0 ? null : calculated.bolusUnits,
    rateMlPerHour: b % 7 === 0 ? pick(rates, b) : calculated.pumpRateMlPerHour,
  }
}

function prescription(course: Course, { a, b }: Step) {
  const protocol = pick(protocols, a)
  return {
    indication: 'Random',
    protocol,
    ...figures(course, protocol, b),
    reason: 'Random',
    restrictions: restrictions.filter((_, i) => (b >> i) % 4 === 1),
    contraindications: b % 11 === 0 ? (['active-bleeding'] as const) : [],
    adviceFrom: advice(course, a + b),
    thrombolysis: { agent: 'Tenecteplase', at: isoOf(course.now) },
    ...(a % 5 === 0 ? { deviation: { ...deviation, ...(b % 2 ? { until: 'ended' } : {}) } } : {}),
  }
}

function onResult({ chart, now }: Course, { a, b }: Step) {
  const views = resultsAt(chart, now)
  const usable = b % 3 === 0 ? undefined : views.find(({ use }) => use === 'usable')
  const view = usable ?? views[a % (views.length || 1)]
  const said = view?.advice ?? null
  return {
    resultSeq: view?.result.seq ?? 1,
    advised: said?.kind === 'change' ? said.newRateMlPerHour : null,
  }
}

function change(course: Course, one: Step) {
  const order = course.chart.rateOrders.at(-1)
  if (order && one.a % 2 === 0) {
    return { orderSeq: order.seq, newRateMlPerHour: order.entry.rateMlPerHour }
  }
  const { resultSeq, advised } = onResult(course, one)
  return { resultSeq, newRateMlPerHour: advised ?? pick(rates, one.b) }
}

function rateOrder(course: Course, one: Step) {
  const { infusion } = course.chart
  const { resultSeq, advised } = onResult(course, one)
  const standing = infusion.rateMlPerHour ?? infusion.stop?.restartRateMlPerHour ?? 12
  return {
    resultSeq: infusion.status === 'running' ? resultSeq : null,
    rateMlPerHour: one.b % 4 ? (advised ?? standing) : pick(rates, one.a),
    reason: 'Random',
    ...(one.a % 3 === 0 ? { deviation } : {}),
  }
}

const earlier = ({ now }: Course, { b }: Step) => ({
  happenedAt: isoOf(plusMinutes(now, -(b % 400))),
  lateReason: 'Written later',
})

type Fill = (course: Course, one: Step) => object

const fills: { [K in Exclude<Tried, 'check' | 'countersign'>]: Fill } = {
  recordWeight: (_, { a }) => ({
    kg: 30 + (a % 150),
    method: a % 3 ? 'measured' : 'estimated',
    reason: 'Bed',
  }),
  prescribe: prescription,
  giveBolus({ chart }, { a }) {
    const order = chart.bolusOrders[a % (chart.bolusOrders.length || 1)]
    return { orderSeq: order?.seq ?? 3, units: order?.units ?? 5000 }
  },
  startInfusion: ({ chart }, { a }) => ({
    rateMlPerHour: chart.prescription?.entry.rateMlPerHour ?? 5,
    bag: a % 9 ? bag : { ...bag, units: 50_000 },
  }),
  recordCollection: (course, one) => ({
    site: pick(sites, one.a),
    ...(one.a % 2 ? earlier(course, one) : {}),
  }),
  recordResult({ chart, now }, { a, b }) {
    const tube = chart.collections[a % (chart.collections.length || 1)]
    const collectedAt = isoOf(plusMinutes(now, -(b % 90)))
    const sample =
      tube && b % 2 ? { collectionSeq: tube.seq } : { collectedAt, site: pick(sites, b) }
    return { text: pick(texts, a + b), sample }
  },
  changeRate: change,
  keepRate: (course, one) => ({ resultSeq: onResult(course, one).resultSeq }),
  orderRate: rateOrder,
  orderBolus: (course, one) => ({
    resultSeq: onResult(course, one).resultSeq,
    units: one.a % 4 ? 5000 : 4000,
    adviceFrom: advice(course, one.b),
  }),
  stopInfusion: (course, one) =>
    one.a % 2
      ? { reason: 'concern' }
      : { reason: 'nomogram', resultSeq: onResult(course, one).resultSeq },
  ceaseInfusion: (_, { a, b }) => ({ reason: a % 4 ? 'procedure' : pick(emergencies, b) }),
  interruptInfusion: () => ({ reason: 'Random' }),
  resumeInfusion: ({ chart: { infusion } }) => ({
    rateMlPerHour:
      infusion.interruption?.rateBeforeMlPerHour ?? infusion.stop?.rateBeforeMlPerHour ?? 14,
  }),
  recommenceInfusion: ({ chart: { prescription: last } }) => ({
    orderSeq: last?.seq ?? 3,
    rateMlPerHour: last?.entry.rateMlPerHour ?? 5,
  }),
  assessBleeding: ({ now }, { a, b }) => ({
    finding: a % 6 === 0 ? 'major' : 'none',
    plan: pick(['restart', 'restart', 'later', 'stay-off'], b),
    until: isoOf(plusMinutes(now, a % 100)),
  }),
  clearSuspension: ({ chart }) => ({
    reason: chart.suspensions[0]?.reason ?? 'head-injury',
    finding: 'None',
    nextStep: 'Go on',
  }),
  recordBedsideFact: (course, one) => ({
    fact: pick(['pump-found-at', 'bolus-given', 'pump-not-changed'], one.a),
    rateMlPerHour: 1 + (one.b % 20),
    units: 1000,
    reason: 'Random',
    ...(one.b % 3 ? {} : earlier(course, one)),
  }),
  restartInfusion({ chart: { infusion, rateOrders } }, { a }) {
    const order = rateOrders.at(-1)
    return order && a % 2 === 0
      ? { rateMlPerHour: order.entry.rateMlPerHour, orderSeq: order.seq }
      : { rateMlPerHour: infusion.stop?.restartRateMlPerHour ?? 12, orderSeq: null }
  },
  strikeOut: ({ chart }, { a }) => ({ struckSeq: 2 + (a % chart.seq), reason: 'Random' }),
  withdraw: ({ chart }) => ({ actSeq: chart.pending?.actSeq ?? 4 }),
  transferWard: (_, { a }) => ({ wardId: '7-west', bed: String(a) }),
  closeChart: () => ({ reason: 'Random' }),
  writeNote: () => ({ text: 'Random' }),
  ...careFills,
}

/** The fields that a step would send, from what is on the chart. */
export function fieldsOf(course: Course, one: Step): object {
  const { kind } = one
  if (kind === 'check' || kind === 'countersign' || kind === 'sensible') {
    throw new Error(`${kind} is not filled in`)
  }
  return fills[kind](course, one)
}

const PRESCRIBERS: ReadonlySet<Tried> = new Set([
  'prescribe',
  'orderRate',
  'orderBolus',
  'assessBleeding',
  'clearSuspension',
])

/** A sensible step made definite: what a ward would do next, mostly by the people who would do it. */
export function resolved(course: Course, one: Step): Step & { readonly kind: Tried } {
  const { kind, a, b } = one
  if (kind !== 'sensible') return { ...one, kind }
  const what = sensible(course, one)
  if (b % 5 === 0) return { ...one, kind: what }
  const who = pick<Who>(PRESCRIBERS.has(what) ? ['chen', 'haddad'] : ['adams', 'chen'], a)
  return { ...one, kind: what, who, second: 'baker' }
}

function sensible(course: Course, { a }: Step): Tried {
  const { chart, now } = course
  if (pendingAt(chart, now)) return a % 3 === 0 ? 'check' : 'countersign'
  if (!chart.weight) return 'recordWeight'
  if (!chart.prescription) return 'prescribe'
  return next[chart.infusion.status](course, a)
}

const next: Record<Course['infusion']['status'], (course: Course, a: number) => Tried> = {
  'not-started': (_, a) => pick(['startInfusion', 'giveBolus'], a),
  running({ chart, now }, a) {
    const advice = resultsAt(chart, now).find(({ use }) => use === 'usable')?.advice
    if (!advice) return pick(['recordCollection', 'recordResult', 'recordResult', 'orderRate'], a)
    const bolus: Tried[] = chart.bolusOrders.some(({ givenBy }) => givenBy === null)
      ? ['giveBolus']
      : ['orderBolus']
    const acts = {
      'no-change': ['keepRate'],
      change: ['changeRate', ...bolus],
      stop: ['stopInfusion'],
      refer: ['orderRate'],
    } as const satisfies Record<typeof advice.kind, readonly Tried[]>
    const [first = 'keepRate', ...rest] = acts[advice.kind]
    return pick([first, ...rest], a)
  },
  stopped: ({ chart }, a) =>
    pick(
      [
        'restartInfusion',
        'resumeInfusion',
        chart.assessment ? 'restartInfusion' : 'assessBleeding',
      ],
      a,
    ),
  interrupted: () => 'resumeInfusion',
  ceased: ({ chart }) => {
    if (chart.suspensions.length > 0) return 'clearSuspension'
    return chart.prescription?.afterCease ? 'recommenceInfusion' : 'prescribe'
  },
}

/** Which act a check or a countersign is about: the pending one, now and then though it has lapsed, else one that is owed. */
export function actToSign({ chart, now }: Course, { a, b }: Step): number | null {
  const pending = b % 4 === 0 ? chart.pending : pendingAt(chart, now)
  return pending?.actSeq ?? chart.owed[a % (chart.owed.length || 1)]?.actSeq ?? null
}

/** What may be wrong with a command that is sent without care. */
export function spoilt(command: Command, { b }: Step): Command {
  if (b % 3 === 0) return { ...command, expectedVersion: command.expectedVersion + 1 }
  if (b % 3 === 1 && 'shown' in command && command.shown) {
    return { ...command, shown: { ...command.shown, mrn: '9999999' } }
  }
  return command
}

/** Who sends a step: an act is withdrawn by its first signer, a stop now and then by somebody unproven. */
export function signerOf({ chart }: Course, { who, b, kind }: Step): Signer {
  const first = everybody.find((each) => people[each].userId === chart.pending?.entry.by.userId)
  if (kind === 'withdraw' && first && b % 3) return people[first]
  const isStop = kind === 'stopInfusion' || kind === 'ceaseInfusion'
  return isStop && b % 4 === 0 ? { ...people[who], identity: 'unconfirmed' } : people[who]
}
