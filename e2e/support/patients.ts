import type { Course } from './test.ts'

type Step = Course['steps'][number]

/** A patient of a story, on 7 West. */
export interface Patient {
  readonly surname: string
  readonly mrn: string
  readonly kg: number
}

/** What an infusion of the past was prescribed as, and how long it has run. */
export interface Begun {
  readonly protocol: 'nstemi' | 'stemi' | 'vte' | 'stroke'
  readonly rateMlPerHour: number
  /** When it was started: `-6h`. */
  readonly started: string
  readonly restrictions?: readonly string[]
}

const NORMAL = {
  plateletsE9PerL: 240,
  haemoglobinGPerL: 134,
  inr: 1,
  ureaMmolPerL: 5.4,
  sodiumMmolPerL: 139,
  potassiumMmolPerL: 4.2,
  creatinineUmolPerL: 78,
  liverFunction: 'Within the laboratory’s limits',
} as const

/** Admitted and weighed two days ago, with baseline bloods; nothing is prescribed yet. */
export function weighed({ surname, mrn, kg }: Patient): Course {
  return {
    chart: {
      at: '-2d',
      by: 'rn.adams',
      wardId: '7-west',
      bed: '31',
      patient: { mrn, surname, given: 'Sam', dateOfBirth: '1958-06-21', sex: 'female' },
      allergies: [],
      amo: 'Haddad, Sami',
    },
    baseline: { by: 'rn.adams', collectedAt: '-2d', ...NORMAL },
    steps: [
      { at: '-2d', by: 'rn.adams', does: 'recordWeight', kg, method: 'measured' },
      {
        at: '-1d23h',
        by: 'rn.adams',
        does: 'recordResult',
        text: '29.4',
        sample: { collectedAt: '-2d', site: 'away-from-heparin' },
      },
    ],
  }
}

/** Prescribed without a bolus, started by two people, running since. */
export function running(patient: Patient, begun: Begun): Course {
  const course = weighed(patient)
  return { ...course, steps: [...course.steps, ...startedBy(begun)] }
}

/** What a running patient's story goes on with. */
export function after(course: Course, ...steps: Step[]): Course {
  return { ...course, steps: [...course.steps, ...steps] }
}

function startedBy({ protocol, rateMlPerHour, started, restrictions = [] }: Begun): Step[] {
  return [
    {
      at: '-1d12h',
      by: 'mo.chen',
      does: 'prescribe',
      indication: INDICATIONS[protocol],
      protocol,
      bolusUnits: null,
      rateMlPerHour,
      reason: 'A bolus was given before transfer',
      restrictions,
      contraindications: [],
      adviceFrom:
        protocol === 'stroke' ? [{ role: 'neurologist', name: 'Park, Jin', at: '-1d13h' }] : [],
      ...(protocol === 'stemi' ? { thrombolysis: { agent: 'Tenecteplase', at: '-1d13h' } } : {}),
    },
    {
      at: started,
      by: 'rn.adams',
      does: 'startInfusion',
      rateMlPerHour,
      bag: { units: 25000, volumeMl: 250 },
    },
    { at: started, by: 'rn.baker', does: 'check', checkedRateMlPerHour: rateMlPerHour },
    { at: started, by: 'rn.baker', does: 'countersign', pumpReadBackMlPerHour: rateMlPerHour },
  ]
}

const INDICATIONS = {
  nstemi: 'NSTEMI',
  stemi: 'Anterior STEMI',
  vte: 'Pulmonary embolism',
  stroke: 'Cardioembolic stroke',
} as const
