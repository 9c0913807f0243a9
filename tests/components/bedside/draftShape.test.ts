import { describe, expect, test } from 'vitest'
import {
  type DraftShape,
  eachLike,
  fittedFields,
  like,
  listOf,
} from '../../../src/components/bedside/draftShape.ts'
import { EMPTY_PRESCRIPTION } from '../../../src/components/bedside/prescribeDraft.ts'
import { PRESCRIPTION_SHAPES } from '../../../src/components/bedside/prescriptionShapes.ts'

/** As it comes from the tablet. */
const kept = (value: unknown) => JSON.parse(JSON.stringify(value))
const restored = (
  beginning: object,
  value: object,
  shapes?: Readonly<Record<string, DraftShape | undefined>>,
) => fittedFields(beginning, kept(value), shapes)

describe('H83, H14: a field that begins empty and says nothing of its shape', () => {
  const beginning = { choice: null, ticks: [], answers: {} }

  test('holds plain values, lists and records of them', () => {
    const whole = { choice: 'a', ticks: [3, 4], answers: { bleed: 'yes' } }
    expect(restored(beginning, whole)).toEqual({ value: whole, isWhole: true })
    expect(restored(beginning, { choice: null, ticks: [], answers: {} }).isWhole).toBe(true)
  })

  test.each([
    ['an object where a choice was', { choice: { id: 'a' } }],
    ['a list where a choice was', { choice: ['a'] }],
    ['objects in a list', { ticks: [{ site: 'gums' }] }],
    ['values of two kinds in a list', { ticks: ['a', 2] }],
    ['lists in a list', { ticks: [['a']] }],
    ['a text where a list was', { ticks: 'a' }],
    ['objects in a record', { answers: { bleed: { answer: 'yes' } } }],
    ['a list where a record was', { answers: ['yes'] }],
  ])('of another build with %s is let go, and that is told', (_, old) => {
    expect(restored(beginning, old)).toEqual({ value: beginning, isWhole: false })
  })
})

describe('H83, H14: a field whose shape its form says', () => {
  const allergies = { known: null, to: [''], time: { clock: '', days: 0 } }
  const shapes = {
    written: like(allergies),
    names: eachLike({ name: '' }),
    sites: listOf(['gums']),
  }
  const beginning = { written: null, names: {}, sites: [] }

  test('holds what is like it', () => {
    const whole = {
      written: { known: 'yes', to: ['pork', 'latex'], time: { clock: '10:00', days: 1 } },
      names: { surgeon: { name: 'Okafor, Ada' } },
      sites: ['gums'],
    }
    expect(restored(beginning, whole, shapes)).toEqual({ value: whole, isWhole: true })
  })

  test.each([
    ['a list of texts that was one text', { written: { ...allergies, to: 'pork' } }],
    ['a list of objects that are texts now', { written: { ...allergies, to: [{ to: 'pork' }] } }],
    ['a part that was not there', { written: { known: 'yes', to: ['pork'] } }],
    ['a number that was a text', { written: { ...allergies, time: { clock: '', days: '1' } } }],
    ['names without their record', { names: { surgeon: 'Okafor, Ada' } }],
    ['a word that this build does not know', { sites: ['gums', 'spleen'] }],
  ])('of another build with %s is let go, and that is told', (_, old) => {
    expect(restored(beginning, old, shapes)).toEqual({ value: beginning, isWhole: false })
  })
})

test('H14: a prescription of another build loses what is of another shape, and keeps the rest', () => {
  const old = {
    ...EMPTY_PRESCRIPTION,
    indication: 'Pulmonary embolism',
    protocol: 'warfarin',
    precautions: [{ kind: 'ulcer', at: '2027' }],
    risks: ['age'],
    medicines: { antiplatelets: ['aspirin'] },
    names: { haematologist: 'Dr Lee' },
    contraindications: { 'active-bleeding': 'no' },
  }
  const { value, isWhole } = restored(EMPTY_PRESCRIPTION, old, PRESCRIPTION_SHAPES)
  expect(isWhole).toBe(false)
  expect(value).toEqual({
    ...EMPTY_PRESCRIPTION,
    indication: 'Pulmonary embolism',
    risks: ['age'],
    contraindications: { 'active-bleeding': 'no' },
  })
})
