import { assign, initialTransition, setup, transition } from 'xstate'
import { becauseOf, type PeerAnswer, type PeerDecision, vteTable } from './vteTable.ts'

interface Measured {
  readonly type: 'measured'
  readonly aptt: number
  readonly rate: number
}

const none: PeerAnswer = {
  kind: 'none',
  newRateTenths: 0,
  bolusUnits: null,
  stopMinutes: null,
  because: { row: 0, version: '', aptt: 0, rate: 0, rules: [] },
}

const machine = setup({
  types: { context: {} as PeerAnswer, events: {} as Measured },
}).createMachine({
  context: none,
  initial: 'waiting',
  states: {
    waiting: {
      on: {
        measured: vteTable.map((row) => ({
          guard: ({ event }: { event: Measured }) => event.aptt <= row.toTenths,
          target: 'decided',
          actions: assign(({ event }) => ({
            kind: row.kind,
            newRateTenths: event.rate + row.changeTenths,
            bolusUnits: row.bolusUnits,
            stopMinutes: row.stopMinutes,
            because: becauseOf(row, event.aptt, event.rate),
          })),
        })),
      },
    },
    decided: {},
  },
})
const [start] = initialTransition(machine)

/** XState by its pure transition function: one guarded transition a row. */
export const xstateDecision: PeerDecision = (aptt, rate) =>
  transition(machine, start, { type: 'measured', aptt, rate })[0].context
