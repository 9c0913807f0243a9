import type { BoardRow } from '../../store/wire.ts'
import { lettersApart } from './lettersApart.ts'
import { plainLetters } from './plainLetters.ts'

/** A chart that what was typed may mean. */
export interface FoundPatient {
  readonly row: BoardRow
  /** By another spelling than the chart's. */
  readonly isOtherSpelling: boolean
  /** Another patient of the ward has a surname like it (H15). */
  readonly hasLookAlike: boolean
}

/** So much of a beginning is compared with slips; of less only a whole name is. */
const LEAST_BEGINNING = 4
/** A name so long may be two slips away. */
const LONG_NAME = 8
const LEAST_MRN_PART = 3

type Fit = 'exact' | 'near' | null

/** The charts of the ward that what was typed may mean: by name, MRN or bed, those spelled alike first, else in the board's order. */
export function findPatients(rows: readonly BoardRow[], typed: string): FoundPatient[] {
  const found = rows.flatMap((row) => {
    const fit = fitOf(row, typed)
    if (fit === null) return []
    return [{ row, isOtherSpelling: fit === 'near', hasLookAlike: hasLookAlike(row, rows) }]
  })
  return found.sort((a, b) => Number(a.isOtherSpelling) - Number(b.isOtherSpelling))
}

function fitOf(row: BoardRow, typed: string): Fit {
  const words = typed
    .split(/[\s,]+/)
    .map(plainLetters)
    .filter((word) => word !== '')
  if (words.length === 0) return null
  return bestOf([fitInOne(words, row), fitOfEach(words, row)])
}

/** All words as one name: a space may stand in the wrong place, or in the middle of a surname. */
function fitInOne(words: readonly string[], { patient: { surname, given } }: BoardRow): Fit {
  if (words.some((word) => /^\d+$/.test(word))) return null
  const inOne = words.join('')
  const orders = [surname, `${surname}${given}`, `${given}${surname}`].map(plainLetters)
  return bestOf(orders.map((name) => fitOfName(inOne, name)))
}

const NUMBER_OF_WHAT: ReadonlySet<string> = new Set(['bed', 'mrn'])

/** Each word for itself: the first name and the bed, half the surname and half the MRN. */
function fitOfEach(words: readonly string[], row: BoardRow): Fit {
  const names = [row.patient.surname, row.patient.given]
    .flatMap((name) => [name, ...name.split(/[^\p{Letter}\p{Mark}]+/u)])
    .map(plainLetters)
    .filter((name) => name !== '')
  const told = words.filter((word) => words.length === 1 || !NUMBER_OF_WHAT.has(word))
  if (told.length === 0) return null
  const fits = told.map((word) =>
    /\d/.test(word) ? fitOfNumber(word, row) : bestOf(names.map((name) => fitOfName(word, name))),
  )
  if (fits.includes(null)) return null
  return fits.includes('near') ? 'near' : 'exact'
}

/** A slip in a number is another patient's number: it fits as it is, or not. */
function fitOfNumber(word: string, { patient, bed }: BoardRow): Fit {
  const isBed = withoutZeros(word) === withoutZeros(plainLetters(bed))
  const isMrn = word.length >= LEAST_MRN_PART && plainLetters(patient.mrn).includes(word)
  return isBed || isMrn ? 'exact' : null
}

function withoutZeros(text: string): string {
  return text.replace(/^0+(?=.)/, '')
}

function fitOfName(typed: string, name: string): Fit {
  if (name.startsWith(typed)) return 'exact'
  const slips = slipsIn(typed)
  const { whole, beginning } = lettersApart(typed, name)
  if (whole <= slips) return 'near'
  return typed.length >= LEAST_BEGINNING && beginning <= slips ? 'near' : null
}

function slipsIn(text: string): number {
  return text.length >= LONG_NAME ? 2 : 1
}

function bestOf(fits: readonly Fit[]): Fit {
  if (fits.includes('exact')) return 'exact'
  return fits.includes('near') ? 'near' : null
}

function hasLookAlike({ chartId, patient }: BoardRow, rows: readonly BoardRow[]): boolean {
  const own = plainLetters(patient.surname)
  return rows.some((other) => {
    if (other.chartId === chartId) return false
    const theirs = plainLetters(other.patient.surname)
    return lettersApart(own, theirs).whole <= 1
  })
}
