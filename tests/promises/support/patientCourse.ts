import { newId } from '../../server/support/databases.ts'
import { pinOf } from '../../server/support/ward.ts'
import { signedBy } from './site.ts'
import { bedOf, type Command, opening, say } from './strokeBed.ts'

/** One thing that a client asks of the server. */
export interface Step {
  readonly by: string
  readonly path: string
  readonly chartId: string
  readonly command: Command
}

/** What a reply says of the entry that a command made. */
export interface Made {
  readonly seq: number
  readonly version: number
}

const NURSE = 'rn.adams'
const CHECKER = 'rn.baker'
const INTERRUPTIONS = 3
/** Notes go to so many of the charts that were opened last. */
const LATEST = 3

/**
 * A patient from opening to cease, one command after the other: facts, prescriptions, first signatures, second ones. Each
 * step is sent until it is acknowledged; what it made goes into the next. `opened` hears of the chart once it is there.
 */
export function* patientCourse(
  mrn: string,
  now: string,
  opened: (chartId: string) => void,
): Generator<Step, void, Made> {
  const open = opening(mrn, now)
  const bed = bedOf(open, mrn)
  const path = `/api/charts/${bed.chartId}/commands`
  const step = (by: string, command: Command): Step => ({
    by,
    path,
    chartId: bed.chartId,
    command,
  })
  function* done(by: string, command: Command): Generator<Step, number, Made> {
    const { seq, version } = yield step(by, command)
    bed.version = version
    return seq
  }

  yield { by: NURSE, path: '/api/charts', chartId: bed.chartId, command: open }
  opened(bed.chartId)
  yield* done(NURSE, say.weight(bed, now))
  yield* done('mo.chen', say.prescribe(bed, now, 'mo.chen'))
  const start = say.start(bed, now, NURSE)
  const startSeq = yield* done(NURSE, start)
  yield* done(CHECKER, say.countersignStart(bed, now, startSeq, CHECKER))
  for (let time = 1; time <= INTERRUPTIONS; time += 1) {
    const as = (kind: string, fields: object): Command => ({
      commandId: newId(),
      expectedVersion: bed.version,
      kind,
      happenedAt: now,
      ...fields,
    })
    yield* done(NURSE, as('interruptInfusion', { reason: 'The line was changed.' }))
    const resume = as('resumeInfusion', {
      rateMlPerHour: bed.rate,
      shown: start['shown'],
      signature: signedBy(NURSE),
    })
    const resumeSeq = yield* done(NURSE, resume)
    yield* done(NURSE, say.note(bed, now, `Interrupted for the ${time}. time.`))
    yield* done(
      CHECKER,
      as('countersign', {
        actSeq: resumeSeq,
        checkedRateMlPerHour: bed.rate,
        pumpReadBackMlPerHour: bed.rate,
        shown: start['shown'],
        signature: { userId: CHECKER, pin: pinOf(CHECKER) },
      }),
    )
  }
  yield* done(NURSE, say.stop(bed, now, NURSE))
}

/** Notes without end on charts that others work on, as soon as there is one. */
export function* notesOn(
  charts: readonly string[],
  mrn: string,
  now: string,
): Generator<Step, void, Made> {
  const own = opening(mrn, now)
  yield { by: CHECKER, path: '/api/charts', chartId: own.commandId, command: own }
  for (let count = 1; ; count += 1) {
    const latest = charts.slice(-LATEST)
    const chartId = latest[count % latest.length] ?? own.commandId
    const note = say.note(bedOf(own, mrn), now, `Note ${count}.`)
    yield { by: CHECKER, path: `/api/charts/${chartId}/commands`, chartId, command: note }
  }
}
