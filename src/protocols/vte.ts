import { defineProtocol } from './protocol.ts'

/**
 * VTE/ATE/AF, and any indication without a table of its own: SESLHDPR/402 revision 3, Appendix 3 (INIT-1, INIT-2).
 * Nothing is published above 170 kg (INIT-5).
 */
export const vte = defineProtocol({
  id: 'vte',
  version: '402.3',
  label: 'VTE/ATE/AF',
  appendix: 3,
  prerequisite: null,
  bolus: { unitsPerKg: 80, maxUnits: null, stepUnits: 500, tie: 'half-down' },
  infusion: { unitsPerKgPerHour: 18, maxUnitsPerHour: null, stepMlPerHour: 1, tie: 'half-up' },
  // kg, bolus units, units/hr, mL/hr
  startingRows: [
    [40, 3000, 720, 7],
    [45, 3500, 810, 8],
    [50, 4000, 900, 9],
    [55, 4500, 990, 10],
    [60, 5000, 1080, 11],
    [65, 5000, 1170, 12],
    [70, 5500, 1260, 13],
    [75, 6000, 1350, 14],
    [80, 6500, 1440, 14],
    [85, 7000, 1530, 15],
    [90, 7000, 1620, 16],
    [95, 7500, 1710, 17],
    [100, 8000, 1800, 18],
    [105, 8500, 1890, 19],
    [110, 9000, 1980, 20],
    [115, 9000, 2070, 21],
    [120, 9500, 2160, 22],
    [125, 10000, 2250, 23],
    [130, 10500, 2340, 23],
    [135, 11000, 2430, 24],
    [140, 11000, 2520, 25],
    [145, 11500, 2610, 26],
    [150, 12000, 2700, 27],
    [155, 12500, 2790, 28],
    [160, 13000, 2880, 29],
    [165, 13000, 2970, 30],
    [170, 13500, 3060, 31],
  ],
  aboveLastRow: null,
  nomogram: [
    { toSeconds: 39.9, step: { kind: 'change', bolusUnits: 5000, changeMlPerHour: 1 } },
    { toSeconds: 44.9, step: { kind: 'change', bolusUnits: null, changeMlPerHour: 1 } },
    { toSeconds: 90, step: { kind: 'no-change' } },
    { toSeconds: 95, step: { kind: 'change', bolusUnits: null, changeMlPerHour: -1 } },
    { toSeconds: 105, step: { kind: 'change', bolusUnits: null, changeMlPerHour: -2 } },
    {
      toSeconds: null,
      step: { kind: 'stop', stopMinutes: 90, assessment: 'bleeding-check', changeMlPerHour: -2 },
    },
  ],
})
