import { defineProtocol } from './protocol.ts'

/** STEMI with thrombolysis: SESLHDPR/402 revision 3, Appendix 2 (INIT-1, INIT-2, INIT-3). */
export const stemi = defineProtocol({
  id: 'stemi',
  version: '402.3',
  label: 'STEMI',
  appendix: 2,
  prerequisite: 'thrombolysis',
  // The step and tie of the bolus are a local decision: the appendix states none (INIT-4).
  bolus: { unitsPerKg: 60, maxUnits: 4000, stepUnits: 100, tie: 'half-down' },
  infusion: { unitsPerKgPerHour: 12, maxUnitsPerHour: 1000, stepMlPerHour: 1, tie: 'half-up' },
  // kg, bolus units, units/hr, mL/hr
  startingRows: [
    [40, 2400, 480, 5],
    [45, 2700, 540, 5],
    [50, 3000, 600, 6],
    [55, 3300, 660, 7],
    [60, 3600, 720, 7],
    [65, 3900, 780, 8],
    [70, 4000, 840, 8],
    [75, 4000, 900, 9],
    [80, 4000, 960, 10],
  ],
  aboveLastRow: { bolusUnits: 4000, unitsPerHour: 1000, pumpRateMlPerHour: 10 },
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
