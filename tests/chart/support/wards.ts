import { startingDose } from '../../../src/nomogram/startingDose.ts'
import type { ProtocolId } from '../../../src/protocols/protocol.ts'
import { protocolFor } from '../../../src/protocols/register.ts'
import { isoOf } from '../../../src/time.ts'
import { type Course, type Fields, openedChart } from './course.ts'

export const bag = { units: 25_000, volumeMl: 250 }

/** The advice of a consultant, now. */
export function advisedBy(
  course: Course,
  ...roles: Fields<'prescribe'>['adviceFrom'][number]['role'][]
) {
  return roles.map((role) => ({ role, name: `Dr ${role}`, at: isoOf(course.now) }))
}

/** What a prescription of a protocol brings beside its figures. */
export function prescriptionOf(
  course: Course,
  protocol: ProtocolId,
  more: Partial<Fields<'prescribe'>> = {},
): Fields<'prescribe'> {
  return {
    indication: 'An indication',
    protocol,
    bolusUnits: null,
    rateMlPerHour: null,
    reason: 'Bolus given before admission',
    restrictions: [],
    contraindications: [],
    adviceFrom: protocol === 'stroke' ? advisedBy(course, 'neurologist') : [],
    ...(protocol === 'stemi'
      ? { thrombolysis: { agent: 'Tenecteplase', at: isoOf(course.now) } }
      : {}),
    ...more,
  }
}

export interface Begun {
  readonly protocol?: ProtocolId
  readonly kg?: number
  /** Prescribed by the AMO as a deviation where it is not the calculated one. */
  readonly rate?: number
  readonly day?: string
  readonly prescription?: Partial<Fields<'prescribe'>>
}

/** A chart with a weight, prescribed at 07:10 and not started. */
export function prescribed(begun: Begun = {}): Course {
  const { protocol = 'vte', kg = 78, rate, day, prescription } = begun
  const course = openedChart(day)
  course.at('07:05').do('adams', 'recordWeight', { kg, method: 'measured' })
  const dose = startingDose(protocolFor(protocol), kg)
  const calculated = dose.kind === 'dose' ? dose.pumpRateMlPerHour : null
  const deviates = rate !== undefined && rate !== calculated
  course.at('07:10').do(deviates ? 'haddad' : 'chen', 'prescribe', {
    ...prescriptionOf(course, protocol, {
      rateMlPerHour: rate ?? calculated,
      ...(deviates ? { deviation: { reason: 'Known response', instructions: 'As charted' } } : {}),
    }),
    ...prescription,
  })
  return course
}

/** A chart whose infusion runs since 08:00, VTE at 14 mL/hr unless told otherwise. */
export function running(begun: Begun = {}): Course {
  const course = prescribed(begun).at('08:00')
  course.both('startInfusion', {
    rateMlPerHour: course.chart.prescription?.entry.rateMlPerHour ?? 0,
    bag,
  })
  return course
}

/** Runs since 08:00 and is stopped by the nomogram at 15:00, on a sample collected at 14:00. */
export function held(begun: Begun = {}): Course {
  const course = running(begun)
  const resultSeq = course.result('150.0', { collected: '14:00', resulted: '14:50' })
  const stop = course.at('15:00').do('adams', 'stopInfusion', { reason: 'nomogram', resultSeq })
  course.sign('baker', stop.seq)
  return course
}

/** An MO's assessment that finds nothing and lets the restart stand. */
export const noBleeding = { finding: 'none', plan: 'restart' } as const
export const deviation = { reason: 'Discussed with the AMO', instructions: 'Told to the nurses' }

/** Every baseline blood result from before the start, for what is about something else (CHART-5, HIT-1). */
export const baselineValues = {
  haemoglobinGPerL: 134,
  plateletsE9PerL: 240,
  inr: 1,
  ureaMmolPerL: 5.4,
  sodiumMmolPerL: 139,
  potassiumMmolPerL: 4.2,
  creatinineUmolPerL: 78,
  liverFunction: 'Within the laboratory’s limits',
} as const

/** The chart with its baseline bloods, collected at 06:30 and entered now. */
export function withBaseline(course: Course): Course {
  const collectedAt = course.iso('06:30')
  course.do('adams', 'recordBloods', { collectedAt, ...baselineValues })
  const sample = { collectedAt, site: 'away-from-heparin' } as const
  course.do('adams', 'recordResult', { text: '29.0', sample })
  return course
}
