import type { Ledger } from './ledger.ts'
import type { Made, Step } from './patientCourse.ts'
import type { Heard } from './wire.ts'

/** A client that sends one command after the other, and one again, under the same id, whose reply was lost. */
export interface ClientOfWard {
  /** Works until the wire breaks or `after` a reply it is enough. A refusal cannot be right and is the end of it. */
  work(ask: (step: Step) => Promise<Heard>, after: () => boolean): Promise<void>
  /** The command whose reply was lost, if there is one. */
  inDoubt(): Step | null
}

/** A client that notes in the ledger what it sends and what it is told. */
export function clientOfWard(steps: Generator<Step, unknown, Made>, ledger: Ledger): ClientOfWard {
  let step = nextOf(steps.next())
  let isInDoubt = false
  return {
    inDoubt: () => (isInDoubt ? step : null),
    async work(ask, after) {
      let isEnough = false
      while (step !== null && !isEnough) {
        ledger.sent(step.chartId, step.command.commandId)
        isInDoubt = true
        const { status, body } = await ask(step)
        if (status === 0) return
        if (status !== 201) {
          ledger.contradicted(`${step.command.kind} was answered ${status} ${body?.type}`)
          step = null
          return
        }
        ledger.acknowledged(body.entry)
        isInDoubt = false
        step = nextOf(steps.next(body.entry))
        isEnough = after()
      }
    },
  }
}

function nextOf(result: IteratorResult<Step, unknown>): Step | null {
  return result.done ? null : result.value
}
