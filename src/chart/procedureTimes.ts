/** When heparin ceases before a procedure and from when it may recommence after it (PROC-1, TIME-7). */
import { PROCEDURE_TIMES } from '../protocols/care.ts'
import { type Instant, laterOf, MS_PER_MINUTE, minuteOf, plusHours, plusMinutes } from '../time.ts'
import type { Procedure, ProcedureEnd } from './care.ts'
import type { ProcedureKind } from './careFields.ts'

const { surgery, minor, neuraxial } = PROCEDURE_TIMES

/** When the infusion is ceased: not before it opens, and off when it closes. */
export interface CeaseWindow {
  readonly opens: Instant
  readonly closes: Instant
}

/** How many hours before the booked time it opens and closes; `atLeast`: off for so long or longer. */
export interface CeaseHours {
  readonly from: number
  readonly to: number
  readonly atLeast: boolean
}

const MINOR_CEASE: CeaseHours = {
  from: minor.ceaseFromHoursBefore,
  to: minor.ceaseToHoursBefore,
  atLeast: false,
}
const NEURAXIAL_CEASE: CeaseHours = {
  from: neuraxial.ceaseFromHoursBefore,
  to: neuraxial.ceaseAtLeastHoursBefore,
  atLeast: true,
}
const CEASE: Readonly<Record<ProcedureKind, CeaseHours>> = {
  surgery: { from: surgery.ceaseFromHoursBefore, to: surgery.ceaseToHoursBefore, atLeast: false },
  'central-venous-catheter': MINOR_CEASE,
  biopsy: MINOR_CEASE,
  'lumbar-puncture': NEURAXIAL_CEASE,
  'neuraxial-catheter': NEURAXIAL_CEASE,
}

/** The hours before the booked time between which heparin is ceased for such a procedure. */
export function ceaseHours(procedure: ProcedureKind): CeaseHours {
  return CEASE[procedure]
}

/** The cease window of a booked time, in elapsed time (PROC-1). */
export function ceaseWindow({
  procedure,
  bookedAt,
}: Pick<Procedure, 'procedure' | 'bookedAt'>): CeaseWindow {
  const { from, to } = CEASE[procedure]
  return { opens: plusHours(bookedAt, -from), closes: plusHours(bookedAt, -to) }
}

/** How many hours after the actual end heparin may recommence. */
export interface RecommenceHours {
  readonly from: number
  /** Only later than that: at exactly so many hours it is too early. */
  readonly strictly: boolean
  /** Null: the procedure names no latest time. */
  readonly to: number | null
}

/** A needle or catheter at the spine, after which blood seen delays heparin. */
export function isNeuraxial(procedure: ProcedureKind): boolean {
  return procedure === 'lumbar-puncture' || procedure === 'neuraxial-catheter'
}

/** The hours after the end of such a procedure; `bloodSeen` at a needle or catheter at the spine. */
export function recommenceHours(
  { procedure, veryHighThromboticRisk }: Pick<Procedure, 'procedure' | 'veryHighThromboticRisk'>,
  bloodSeen: boolean,
): RecommenceHours {
  if (procedure === 'surgery') return surgeryHours(veryHighThromboticRisk)
  if (!isNeuraxial(procedure)) {
    return { from: minor.recommenceFromHours, strictly: false, to: null }
  }
  return bloodSeen
    ? { from: neuraxial.traumaticUpToHours, strictly: false, to: null }
    : { from: neuraxial.recommenceAfterHours, strictly: true, to: null }
}

function surgeryHours(veryHighThromboticRisk: boolean): RecommenceHours {
  return veryHighThromboticRisk
    ? {
        from: surgery.highRiskRecommenceFromHours,
        strictly: false,
        to: surgery.highRiskRecommenceToHours,
      }
    : { from: surgery.recommenceFromHours, strictly: false, to: surgery.recommenceToHours }
}

/** From when heparin may recommence. */
export interface RecommenceWindow extends RecommenceHours {
  /** The end, or the later time at which blood was seen. */
  readonly countsFrom: Instant
  /** The first whole minute at which it may be. */
  readonly earliest: Instant
  /** Null: no latest time is named. */
  readonly latest: Instant | null
}

/** The recommence window of an actual end, in elapsed time (PROC-1). */
export function recommenceWindow(
  plan: Pick<Procedure, 'procedure' | 'veryHighThromboticRisk'>,
  { at, bloodSeenAt }: Pick<ProcedureEnd, 'at' | 'bloodSeenAt'>,
): RecommenceWindow {
  const delaying = isNeuraxial(plan.procedure) ? bloodSeenAt : null
  const countsFrom = delaying === null ? at : laterOf(at, delaying)
  const hours = recommenceHours(plan, delaying !== null)
  const from = plusHours(countsFrom, hours.from)
  return {
    ...hours,
    countsFrom,
    earliest: hours.strictly ? minuteAfter(from) : minuteFrom(from),
    latest: hours.to === null ? null : plusHours(countsFrom, hours.to),
  }
}

function wholeMinuteOf(at: Instant): Instant {
  return (minuteOf(at) * MS_PER_MINUTE) as Instant
}

/** The first whole minute later than the minute of `at`. */
function minuteAfter(at: Instant): Instant {
  return plusMinutes(wholeMinuteOf(at), 1)
}

/** The first whole minute that is not earlier than `at`. */
function minuteFrom(at: Instant): Instant {
  const whole = wholeMinuteOf(at)
  return whole === at ? whole : minuteAfter(at)
}
