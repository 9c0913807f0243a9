/**
 * The seconds that the small acts of a hand and a head take: the keystroke-level model of Card, Moran and Newell
 * (1980), whose figures are means over practised people. The first four are theirs; a pen is not among their devices.
 */
const SECONDS = {
  /** To move the hand to a target, 1.10, and press it, 0.20. */
  tap: 1.3,
  /** One key of a code that means nothing to the hand. */
  key: 0.5,
  /** To take in what is there and make up one's mind. */
  mind: 1.35,
  /** To take something over: the hand comes to it, 0.40. */
  hand: 0.4,
  /** One character with a pen: adults copy about 68 letters a minute. */
  penned: 60 / 68,
} as const

/** What one way of doing a thing asks of hands and heads. */
export interface Counts {
  /** Pages with an address of their own, for paper: sheets. */
  readonly screens: number
  /** Questions and statements that have to be taken in, one after the other. */
  readonly questions: number
  /** Taps beyond figures and PINs. */
  readonly taps: number
  /** Figures keyed, the point among them. */
  readonly figures: number
  /** Figures of PINs. */
  readonly pins: number
  /** Characters written or typed. */
  readonly characters: number
  /** Rows looked up in a printed table. */
  readonly lookedUp: number
  /** Sums worked out by head. */
  readonly workedOut: number
  /** How often it goes from one person to another. */
  readonly passedOn: number
}

export const NOTHING: Counts = {
  screens: 0,
  questions: 0,
  taps: 0,
  figures: 0,
  pins: 0,
  characters: 0,
  lookedUp: 0,
  workedOut: 0,
  passedOn: 0,
}

/** A row is found and then read; a sum has its two figures taken in and its result made. */
const MINDS_A_ROW = 2
const MINDS_A_SUM = 2

/** How long it takes at the model's pace, in whole seconds. */
export function secondsOf(counts: Counts): number {
  const { questions, lookedUp, workedOut, passedOn } = counts
  const minds = questions + MINDS_A_ROW * lookedUp + MINDS_A_SUM * workedOut + passedOn
  return Math.round(
    minds * SECONDS.mind +
      counts.taps * SECONDS.tap +
      (counts.figures + counts.pins) * SECONDS.key +
      counts.characters * SECONDS.penned +
      passedOn * SECONDS.hand,
  )
}
