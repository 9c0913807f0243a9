import { expect, test } from 'vitest'
import { type Leaflet, leaflet } from '../../../src/components/leaflet/leaflet.ts'
import { everyTextOf, proseOf, readingGrade, sentencesOf, wordCount } from './readingGrade.ts'

const HIGHEST_GRADE = 8
const LONGEST_SENTENCE_WORDS = 20
const whole = everyTextOf(leaflet).join('\n')

const HARD = [
  'Unfractionated heparin potentiates antithrombin, thereby inactivating thrombin and activated factor X, and consequently prevents propagation of established thrombi.',
]

test('EDU-1: the leaflet reads at grade 8 or below, as a whole and in its sentences alone', () => {
  expect(readingGrade(everyTextOf(leaflet))).toBeLessThanOrEqual(HIGHEST_GRADE)
  expect(readingGrade(proseOf(leaflet))).toBeLessThanOrEqual(HIGHEST_GRADE)
})

/** The parts of a leaflet that are hard by themselves: an easy rest does not make up for them. */
function hardParts({ parts }: Leaflet): string[] {
  return parts
    .filter(({ says, points = [] }) => readingGrade([...says, ...points]) > HIGHEST_GRADE)
    .map(({ title }) => title)
}

test('EDU-1: no part of it is hard by itself, and no sentence is long', () => {
  expect(hardParts(leaflet)).toEqual([])
  const long = sentencesOf(proseOf(leaflet)).filter(
    (each) => wordCount(each) > LONGEST_SENTENCE_WORDS,
  )
  expect(long).toEqual([])
})

test('EDU-1: a hard text is red, by itself and planted among easy ones', () => {
  expect(readingGrade(HARD)).toBeGreaterThan(HIGHEST_GRADE)
  const planted = { ...leaflet, parts: [...leaflet.parts, { title: 'Planted', says: HARD }] }
  expect(hardParts(planted)).toEqual(['Planted'])
})

test('EDU-1: the grade is the formula’s, by hand: 0.39 x 6 words + 11.8 x 1 syllable a word - 15.59', () => {
  expect(readingGrade(['The cat sat on the mat.'])).toBeCloseTo(-1.45, 10)
  expect(readingGrade(['The cat sat. On the mat.'])).toBeCloseTo(0.39 * 3 + 11.8 - 15.59, 10)
  expect(readingGrade(['The medicine sat.'])).toBeCloseTo(0.39 * 3 + (11.8 * 5) / 3 - 15.59, 10)
})

const SIGNS: readonly [sign: string, said: RegExp][] = [
  ['hard or fast breathing', /breathing that is hard or fast/i],
  ['a wheeze', /\bwheeze/i],
  ['bleeding that goes on', /bleeding that goes on/i],
  ['bruises', /\bbruises/i],
  ['a rash', /\brash\b/i],
  ['weakness or numbness of one side', /one side of your body going weak or numb/i],
  ['headache', /\bheadache/i],
  ['unsteadiness', /\bunsteady/i],
  ['confusion', /\bconfused/i],
  ['sight or hearing trouble', /trouble with your sight or hearing/i],
  ['chest pain', /\bchest pain/i],
  ['a racing heart', /heart that races/i],
  ['coffee-ground vomit', /vomit .*coffee/i],
  ['black or bloody stool', /black stools, or blood/i],
  ['brown or red urine', /red or brown urine/i],
  ['a knock to the head', /knock to the head/i],
  ['back or belly pain', /pain in your back or belly/i],
]
test.each(SIGNS)('EDU-1: %s is among the signs to tell the nurse at once', (_, said) => {
  const { signs } = leaflet
  expect(signs.title).toMatch(/tell your nurse at once/i)
  expect(
    signs.groups.flatMap(({ points = [] }) => points).filter((each) => said.test(each)),
  ).toHaveLength(1)
})

test('EDU-1: it asks to wait for help before getting up, and to ask before new medicines', () => {
  expect(whole).toMatch(/ask for help before you get up/i)
  expect(whole).toMatch(/ask us before you take any new medicine/i)
})

test('EDU-1: it is for the ward: no doctor to call, no infusion at home, no bolus, nothing to dose by', () => {
  expect(whole).not.toMatch(/call (your|the|a) doctor|ring (your|the|a) doctor|\bGP\b/i)
  expect(whole).not.toMatch(/at home|home infusion|go home/i)
  expect(whole).not.toMatch(/bolus|\bunits\b|mL|injection/i)
})

test('EDU-3: it says that heparin stops clots growing while the body dissolves them', () => {
  const [what] = leaflet.parts
  const says = what?.says.join(' ') ?? ''
  expect(says).toMatch(/stops a clot from growing/)
  expect(says).toMatch(/Heparin does not dissolve a clot\. Your own body does that/)
})

test('EDU-3: nothing in it says that heparin dissolves, melts, breaks up or removes a clot', () => {
  const claims = (texts: readonly string[]) =>
    sentencesOf(texts).filter(
      (each) =>
        /heparin|\bit\b/i.test(each) &&
        /dissolv|melt|break|bust|remov|clear/i.test(each) &&
        !/does not dissolve/.test(each),
    )
  expect(claims(everyTextOf(leaflet).filter((text) => text !== leaflet.opening))).toEqual([])
  expect(claims(['Heparin quickly dissolves a clot.'])).toHaveLength(1)
})
