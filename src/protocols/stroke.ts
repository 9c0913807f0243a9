import { defineProtocol } from './protocol.ts'

/** Acute stroke: SESLHDPR/402 revision 3, Appendix 4 (INIT-1, INIT-2, INIT-3, BOL-1). */
export const stroke = defineProtocol({
  id: 'stroke',
  version: '402.3',
  label: 'Acute stroke',
  appendix: 4,
  prerequisite: 'neurologist-consultation',
  bolus: null,
  infusion: { unitsPerKgPerHour: 15, maxUnitsPerHour: 1000, stepMlPerHour: 0.1, tie: 'half-down' },
  // kg, bolus units, units/hr, mL/hr
  startingRows: [
    [40, null, 600, 6],
    [45, null, 675, 6.7],
    [50, null, 750, 7.5],
    [55, null, 825, 8.2],
    [60, null, 900, 9],
    [65, null, 975, 9.7],
    [70, null, 1000, 10],
  ],
  aboveLastRow: { bolusUnits: null, unitsPerHour: 1000, pumpRateMlPerHour: 10 },
  nomogram: [
    { toSeconds: 39.9, step: { kind: 'change', bolusUnits: null, changeMlPerHour: 1 } },
    { toSeconds: 44.9, step: { kind: 'change', bolusUnits: null, changeMlPerHour: 0.5 } },
    { toSeconds: 60, step: { kind: 'no-change' } },
    { toSeconds: 65, step: { kind: 'change', bolusUnits: null, changeMlPerHour: -0.5 } },
    { toSeconds: 70, step: { kind: 'change', bolusUnits: null, changeMlPerHour: -1 } },
    { toSeconds: 80, step: { kind: 'change', bolusUnits: null, changeMlPerHour: -2 } },
    {
      toSeconds: null,
      step: { kind: 'stop', stopMinutes: 120, assessment: 'mo-review', changeMlPerHour: -2 },
    },
  ],
})
