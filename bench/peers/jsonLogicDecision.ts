import { LogicEngine } from 'json-logic-engine'
import { type PeerAnswer, type PeerDecision, vteTable } from './vteTable.ts'

const answers = vteTable.map((row) => ({
  eachKey: {
    kind: row.kind,
    newRateTenths: { '+': [{ var: 'rate' }, row.changeTenths] },
    bolusUnits: row.bolusUnits,
    stopMinutes: row.stopMinutes,
    because: {
      eachKey: {
        row: row.index,
        version: row.ref.version,
        aptt: { var: 'aptt' },
        rate: { var: 'rate' },
        rules: { preserve: row.rules },
      },
    },
  },
}))
const branches = vteTable
  .slice(0, -1)
  .flatMap((row, index) => [{ '<=': [{ var: 'aptt' }, row.toTenths] }, answers[index]])
const logic = { if: [...branches, answers.at(-1)] }
const engine = new LogicEngine()
const built = engine.build(logic)
// Left to itself it compiles what it is given often.
const interpreter = new LogicEngine(undefined, { disableInterpretedOptimization: true })

/** json-logic-engine, compiled once. */
export const jsonLogicDecision: PeerDecision = (aptt, rate) => built({ aptt, rate }) as PeerAnswer

/** json-logic-engine, interpreted each time. */
export const jsonLogicInterpreted: PeerDecision = (aptt, rate) =>
  interpreter.run(logic, { aptt, rate }) as PeerAnswer
