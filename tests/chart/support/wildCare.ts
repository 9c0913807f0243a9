import { openGuidelines } from '../../../src/chart/openGuidelines.ts'
import { isoOf, plusHours, plusMinutes } from '../../../src/time.ts'
import type { Course, Kind } from './course.ts'

/** The choices that a random step makes for its fields. */
interface Choices {
  readonly a: number
  readonly b: number
}
/** What a step would send, from what is on the chart. */
type Fill = (course: Course, choices: Choices) => object

/** The random step's pick of a list. */
export function pick<T>(list: readonly [T, ...T[]], n: number): T {
  return list[n % list.length] ?? list[0]
}

const someEntry = ({ chart }: Course, a: number) => 1 + (a % chart.seq)
const lastPlan = ({ chart }: Course) => chart.procedures.at(-1)?.seq ?? 3

/** The fields of the kinds that surround the dose, filled at random. */
export const careFills = {
  hangBag: (_, { a }) => ({
    units: a % 16 ? 25_000 : 12_500,
    volumeMl: 250,
    batch: `B${a}`,
    expiry: '2029-01-31',
  }),
  withholdBolus: ({ chart }) => ({ orderSeq: chart.bolusOrders[0]?.seq ?? 3, reason: 'Random' }),
  recordAllergies: () => ({ allergies: [{ to: 'Penicillin', reaction: 'Rash' }] }),
  changeAmo: () => ({ amo: 'Dr Haddad' }),
  recordMedicines: ({ now }, { a }) => ({
    medicines: {
      antiplatelets: [],
      anticoagulants:
        a % 2
          ? []
          : [{ agent: 'Warfarin', dose: '5 mg', lastDoseAt: isoOf(now), therapeutic: 'unknown' }],
      others: [],
    },
  }),
  recordSecondIndication: () => ({
    secondIndication: { indication: 'AF', amo: 'Dr Haddad', protocol: 'vte', rationale: 'Random' },
  }),
  endDeviation: ({ chart }) => ({ deviationSeq: chart.deviation?.seq ?? 3, reason: 'Random' }),
  explainDeviation: (course, { a }) => ({
    deviationSeq: someEntry(course, a),
    to: 'Nurse in charge',
    copiedToRecord: true,
  }),
  orderBloods: () => ({ tests: ['fbc'] }),
  recordBloods: ({ now }, { a, b }) => ({
    collectedAt: isoOf(plusMinutes(now, -(b % 300))),
    plateletsE9PerL: 60 + (a % 250),
  }),
  reviewBloods: ({ chart }) => ({ bloodsSeqs: [chart.bloods.at(-1)?.seq ?? 3] }),
  answerPlateletAlert: ({ chart, now }) => ({
    bloodsSeq: chart.bloods.at(-1)?.seq ?? 3,
    consulted: { role: 'haematology-registrar', name: 'Dr Blood', at: isoOf(now) },
    plan: 'Random',
  }),
  reviewInfusion: (_, { a }) => ({
    effect: 'Random',
    bleeding: pick(['none', 'seen'], a),
    clots: 'none',
    orderStands: true,
  }),
  reviewEvent: ({ chart }) => ({
    eventSeq: chart.careEvents.at(-1)?.seq ?? 3,
    finding: 'Random',
    plan: 'Random',
  }),
  reviewAsPharmacist: () => ({ concern: 'advice', text: 'Random' }),
  nameMoTold: ({ chart, now }) => ({
    actSeq: chart.moUntold[0]?.actSeq ?? 3,
    moTold: { name: 'Dr Chen', at: isoOf(now) },
  }),
  recordObservation: (_, { a }) => ({
    bleeding: pick(['none-seen', 'none-seen', 'minor', 'major-suspected'], a),
    sites: a % 4 > 1 ? ['gums'] : [],
    ...(a % 3 ? { clots: pick(['none-seen', 'new-or-growing'], a) } : {}),
  }),
  recordFall: (_, { a }) => ({
    witnessed: a % 2 === 0,
    headInjury: pick(['none-seen', 'not-known', 'evidence'], a),
  }),
  recordAdverseEvent: (_, { a }) => ({
    event: pick(['other', 'allergic-reaction', 'suspected-hit'], a),
    text: 'Random',
  }),
  tickStep({ chart, now }, { a }) {
    const open = openGuidelines(chart)[0]
    const step = open?.steps[a % open.steps.length]?.step.id ?? 'pace-call'
    const about = open ?? { guideline: 'fall', aboutSeq: 3 }
    const { guideline, aboutSeq } = about
    return { guideline, aboutSeq, step, name: 'Dr Who', spokenAt: isoOf(now) }
  },
  planProcedure: ({ now }, { a }) => ({
    procedure: pick(
      ['surgery', 'central-venous-catheter', 'biopsy', 'lumbar-puncture', 'neuraxial-catheter'],
      a,
    ),
    bookedAt: isoOf(plusHours(now, 1 + (a % 30))),
    veryHighThromboticRisk: a % 2 === 0,
    consulted: [],
  }),
  moveProcedure: (course, { a }) => ({
    planSeq: lastPlan(course),
    bookedAt: isoOf(plusHours(course.now, 1 + (a % 30))),
    reason: 'Random',
  }),
  endProcedure: (course, { a }) => ({
    planSeq: lastPlan(course),
    haemostasis: pick(['confirmed', 'not-confirmed'], a),
    bloodSeen: pick(['none', 'seen'], a),
  }),
  cancelProcedure: (course) => ({ planSeq: lastPlan(course), reason: 'Random' }),
} as const satisfies { readonly [K in Kind]?: Fill }
