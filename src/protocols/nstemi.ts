import { defineProtocol } from './protocol.ts'

/** NSTEMI: SESLHDPR/402 revision 3, Appendix 1 (INIT-1, INIT-2, INIT-3). */
export const nstemi = defineProtocol({
  id: 'nstemi',
  version: '402.3',
  label: 'NSTEMI',
  appendix: 1,
  prerequisite: null,
  // The step and tie of the bolus are a local decision: the appendix states none (INIT-4).
  bolus: { unitsPerKg: 60, maxUnits: null, stepUnits: 100, tie: 'half-down' },
  infusion: { unitsPerKgPerHour: 15, maxUnitsPerHour: 1000, stepMlPerHour: 1, tie: 'half-up' },
  // kg, bolus units, units/hr, mL/hr
  startingRows: [
    [40, 2400, 600, 6],
    [45, 2700, 675, 7],
    [50, 3000, 750, 8],
    [55, 3300, 825, 8],
    [60, 3600, 900, 9],
    [65, 3900, 975, 10],
    [70, 4200, 1000, 10],
    [75, 4500, 1000, 10],
    [80, 4800, 1000, 10],
  ],
  aboveLastRow: { bolusUnits: 5000, unitsPerHour: 1000, pumpRateMlPerHour: 10 },
  nomogram: [
    { toSeconds: 44.9, step: { kind: 'change', bolusUnits: null, changeMlPerHour: 1 } },
    { toSeconds: 70, step: { kind: 'no-change' } },
    { toSeconds: 90, step: { kind: 'change', bolusUnits: null, changeMlPerHour: -1 } },
    { toSeconds: 105, step: { kind: 'change', bolusUnits: null, changeMlPerHour: -2 } },
    {
      toSeconds: null,
      step: { kind: 'stop', stopMinutes: 90, assessment: 'bleeding-check', changeMlPerHour: -2 },
    },
  ],
})
