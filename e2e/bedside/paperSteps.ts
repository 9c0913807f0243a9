import { type Counts, NOTHING } from './handModel.ts'

/** One step at the paper chart, and what it asks. */
export interface PaperStep {
  readonly who: 'nurse' | 'checker'
  readonly does: string
  readonly asks: Partial<Counts>
}

const nurse = (does: string, asks: Partial<Counts>): PaperStep => ({ who: 'nurse', does, asks })
const checker = (does: string, asks: Partial<Counts>): PaperStep => ({ who: 'checker', does, asks })

/** A signature with its designation, such as "J. Adams RN". */
const SIGNED = { characters: 10 }
/** A day and a time, such as "10/3 11:05". */
const WHEN = { characters: 9 }

const FIND_SHEET = nurse('finds the chart’s sheet and the row of the sample', {
  screens: 1,
  questions: 1,
})
const IDENTITY = nurse('checks name, date of birth and MRN with the patient and the wristband', {
  questions: 1,
})
const GIVES_OVER = nurse('gives the sheet to the second person', { passedOn: 1 })
const SIGNS = nurse('signs', SIGNED)
const COUNTERSIGNS = checker('signs', SIGNED)
const READS_PUMP = checker('reads the pump and compares it with the sheet', { questions: 1 })
const NEXT_DUE = nurse('works out when the next APTT is due and writes it', {
  workedOut: 1,
  ...WHEN,
})

/** The steps of a thing to do on the paper chart, in order; setting the pump itself is the same with both and left out. */
export const paperSteps = {
  titrate: [
    FIND_SHEET,
    nurse('writes the APTT, such as "98.0"', { characters: 4 }),
    nurse('finds the row of the nomogram that holds it', { lookedUp: 1 }),
    nurse('works the new rate out from the running one', { workedOut: 1 }),
    nurse('writes that there is no bolus and no stop, and the new rate', { characters: 4 }),
    nurse('writes when the rate is changed', WHEN),
    NEXT_DUE,
    SIGNS,
    GIVES_OVER,
    checker('reads the report', { questions: 1 }),
    checker('finds the row of the nomogram', { lookedUp: 1 }),
    checker('works the new rate out and compares it with the one written', {
      workedOut: 1,
      questions: 1,
    }),
    COUNTERSIGNS,
    READS_PUMP,
  ],
  start: [
    FIND_SHEET,
    IDENTITY,
    nurse('reads the bolus ordered and works out its mL', { questions: 1, workedOut: 1 }),
    nurse('checks ampoules, access and flush', { questions: 2 }),
    nurse('writes the bolus and when it is given', { characters: 5 + WHEN.characters }),
    SIGNS,
    GIVES_OVER,
    checker('reads the order, works the mL out and looks at the syringe', {
      questions: 2,
      workedOut: 1,
    }),
    COUNTERSIGNS,
    checker('gives the sheet back', { passedOn: 1 }),
    IDENTITY,
    nurse('checks bag, access and pump', { questions: 2 }),
    nurse('reads the rate ordered and writes it with its time', {
      questions: 1,
      characters: 2 + WHEN.characters,
    }),
    NEXT_DUE,
    SIGNS,
    GIVES_OVER,
    checker('finds the weight’s row and compares the rate', { lookedUp: 1, questions: 1 }),
    COUNTERSIGNS,
    READS_PUMP,
  ],
  hold: [
    FIND_SHEET,
    nurse('writes the APTT, such as "118.4"', { characters: 5 }),
    nurse('finds the row of the nomogram that holds it', { lookedUp: 1 }),
    nurse('writes the stop, its minutes and when', { characters: 6 + WHEN.characters }),
    nurse('works out when to restart and writes it', { workedOut: 1, ...WHEN }),
    nurse('works out the rate of the restart and writes it', { workedOut: 1, characters: 2 }),
    SIGNS,
    GIVES_OVER,
    checker('reads the report and finds the row', { questions: 1, lookedUp: 1 }),
    COUNTERSIGNS,
  ],
  stop: [
    nurse('stops the pump and finds the sheet', { screens: 1, questions: 1 }),
    nurse('writes the stop, why and when', { characters: 20 + WHEN.characters }),
    SIGNS,
  ],
  restart: [
    FIND_SHEET,
    IDENTITY,
    nurse('checks that the hold is over, that an MO has assessed, and the access', {
      questions: 3,
    }),
    nurse('reads the rate of the restart and writes it with its time', {
      questions: 1,
      characters: 2 + WHEN.characters,
    }),
    NEXT_DUE,
    SIGNS,
    GIVES_OVER,
    checker('reads which stop it was and finds its row', { questions: 1, lookedUp: 1 }),
    checker('works the rate out from the one before the stop and compares', {
      workedOut: 1,
      questions: 1,
    }),
    COUNTERSIGNS,
    READS_PUMP,
  ],
} as const satisfies Record<string, readonly PaperStep[]>

/** A thing to do that is counted on the screen and on paper. */
export type Flow = keyof typeof paperSteps

/** What all the steps ask together. */
export function paperCounts(flow: Flow): Counts {
  return paperSteps[flow].reduce<Counts>((sum, { asks }: PaperStep) => added(sum, asks), NOTHING)
}

function added(sum: Counts, asks: Partial<Counts>): Counts {
  const names = Object.keys(NOTHING) as (keyof Counts)[]
  return Object.fromEntries(
    names.map((name) => [name, sum[name] + (asks[name] ?? 0)]),
  ) as unknown as Counts
}
