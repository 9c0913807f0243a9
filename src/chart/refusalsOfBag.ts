/** Refusals about bags and withheld boluses. */
import type { RefusalKind } from './refusals.ts'

const NOT_KNOWN = 'the bag is not known to be the ready-made one'
const WHY: Readonly<Record<string, string>> = {
  wrong: 'another bag than 25,000 units in 250 mL is recorded',
  struck: 'the entry of a wrong bag was struck out, and no bag has been hung since',
  'labels-differ': 'two people read the bag’s label differently',
}

export const bagRefusals = {
  'wrong-bag-hangs': {
    status: 422,
    rules: ['CHART-9'],
    title: 'The bag is not the ready-made one',
    detail: (say) =>
      `Since ${say.clock('since')} ${WHY[say.text('why')] ?? NOT_KNOWN}. A rate in mL/hr would be another dose than it says.`,
    next: () =>
      'Call the medical officer and the pharmacist and hang a bag of 25,000 units in 250 mL. STOP is always taken.',
  },
  'bag-expired': {
    status: 422,
    rules: ['CHART-9'],
    title: 'This bag has expired',
    detail: (say) =>
      `Its last day was ${say.text('expiry')}. The day counts as over as soon as it is over in any time zone, so the last evening is refused here as well (local decision).`,
    next: () => 'Do not hang it. Take another bag and send this one back to pharmacy.',
  },
  'bag-with-the-start': {
    status: 422,
    rules: ['CHART-9'],
    title: 'The first bag is hung with the start',
    detail: () => 'The infusion has not been started.',
    next: () => 'Start the infusion: its bag is confirmed there.',
  },
  'no-bag-after-cease': {
    status: 422,
    rules: ['CHART-9', 'RECOM-1'],
    title: 'The infusion is ceased',
    detail: () => 'No bag is hung after a cease.',
    next: () => 'A bag is hung again when a medical officer has prescribed recommencing.',
  },
  'no-such-label': {
    status: 422,
    rules: ['CHART-9'],
    title: 'No label reads like this',
    detail: (say) => `Entered: ${say.text('units')} units in ${say.text('volumeMl')} mL.`,
    next: () =>
      'Read units (a whole number) and volume (at most one decimal) from the label and enter both.',
  },
} as const satisfies Record<string, RefusalKind>
