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
const built = new LogicEngine().build({ if: [...branches, answers.at(-1)] })

/** json-logic-engine, compiled once. */
export const jsonLogicDecision: PeerDecision = (aptt, rate) => built({ aptt, rate }) as PeerAnswer
