import { Engine } from 'json-rules-engine'
import { becauseOf, type PeerDecision, vteTable } from './vteTable.ts'

const engine = new Engine()
for (const [index, row] of vteTable.entries()) {
  const above = vteTable[index - 1]?.toTenths ?? -1
  const below = row.toTenths === Number.POSITIVE_INFINITY ? Number.MAX_SAFE_INTEGER : row.toTenths
  engine.addRule({
    conditions: {
      all: [
        { fact: 'aptt', operator: 'greaterThan', value: above },
        { fact: 'aptt', operator: 'lessThanInclusive', value: below },
      ],
    },
    event: { type: row.kind, params: { row: index } },
  })
}

/** json-rules-engine: one rule a row. */
export const jsonRulesDecision: PeerDecision = async (aptt, rate) => {
  const { events } = await engine.run({ aptt, rate })
  const [event] = events
  const row = vteTable[event?.params?.['row'] ?? -1]
  if (!row) throw new Error('no rule fitted')
  return {
    kind: row.kind,
    newRateTenths: rate + row.changeTenths,
    bolusUnits: row.bolusUnits,
    stopMinutes: row.stopMinutes,
    because: becauseOf(row, aptt, rate),
  }
}
