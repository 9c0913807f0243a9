import { expect, test } from 'vitest'
import { restoreDraft } from '../../../src/components/bedside/restoreDraft.ts'
import { NOW, type StatedTime } from '../../../src/components/bedside/statedTime.ts'
import type { KeptDraft } from '../../../src/store/drafts.ts'
import { type Instant, instantOf, plusHours, plusMinutes } from '../../../src/time.ts'

const SYDNEY = 'Australia/Sydney'
/** 10 Mar 2027, 14:05 in Sydney. */
const TYPED_AT = instantOf('2027-03-10T03:05:00Z')
const SOON = plusMinutes(TYPED_AT, 3)

const EMPTY = {
  choice: null as string | null,
  text: '',
  ticks: [] as readonly string[],
  names: {} as Readonly<Record<string, string>>,
  time: NOW,
}
type Fields = typeof EMPTY

const stated = (clock: string, more: Partial<StatedTime> = {}): StatedTime => ({
  ...NOW,
  mode: 'stated',
  clock,
  ...more,
})

function kept(fields: object, restsOn: Record<string, string> = {}): KeptDraft {
  return {
    // As it comes from the tablet.
    fields: JSON.parse(JSON.stringify(fields)),
    begunAt: TYPED_AT,
    changedAt: TYPED_AT,
    basis: { seq: 9, version: 7, restsOn },
    sentAs: null,
  }
}

function restored(draft: KeptDraft, now: Instant = SOON, restsOn: Record<string, string> = {}) {
  return restoreDraft<Fields>(draft, EMPTY, { restsOn, now, zone: SYDNEY })
}

const FULL: Fields = {
  choice: 'other',
  text: '14.5',
  ticks: ['a', 'b'],
  names: { surgeon: 'Okafor, Ada' },
  time: stated('13:40'),
}

test('H83: everything typed comes back as it was, with nothing to ask', () => {
  expect(restored(kept(FULL))).toEqual({
    fields: FULL,
    asksField: false,
    asksTime: false,
    asksUnread: false,
    saysNow: false,
  })
})

test('H14, H34: a figure that rests on the chart is empty once the chart has moved on; the rest stays', () => {
  const draft = kept(FULL, { choice: '[7]', text: '[7]' })
  expect(restored(draft, SOON, { choice: '[7]', text: '[7]' }).fields).toEqual(FULL)
  const moved = restored(draft, SOON, { choice: '[8]', text: '[8]' })
  expect(moved.fields).toEqual({ ...FULL, choice: null, text: '' })
  expect(moved.asksField).toBe(true)
})

test('H34: a field that rests on the chart is asked again where its draft does not say on what it was typed', () => {
  expect(restored(kept(FULL), SOON, { text: '[7]' }).fields.text).toBe('')
})

test('H34: nothing is said to be asked again where nothing was typed in it', () => {
  const draft = kept({ ...FULL, text: '' }, { text: '[7]' })
  expect(restored(draft, SOON, { text: '[8]' })).toMatchObject({ asksField: false })
})

test('H36: a clock time keeps its day, or is asked again when by now it would mean another', () => {
  const evening = plusHours(TYPED_AT, 8)
  expect(restored(kept(FULL), evening).fields.time).toEqual(FULL.time)
  const nextDay = plusHours(TYPED_AT, 24)
  expect(restored(kept(FULL), nextDay)).toMatchObject({
    fields: { ...FULL, time: stated('') },
    asksTime: true,
  })
})

test('H36: a time still ahead, once passed, is asked again and does not slide to tomorrow', () => {
  const booked = kept({ ...FULL, time: stated('18:00') })
  expect(restored(booked, plusHours(TYPED_AT, 3)).asksTime).toBe(false)
  expect(restored(booked, plusHours(TYPED_AT, 4))).toMatchObject({ asksTime: true })
})

test('H11, H36: a time typed a day back stays that day over a change of the clocks', () => {
  // 4 Apr 2027, 01:30: the clocks go back at 03:00.
  const before = instantOf('2027-04-03T14:30:00Z')
  const draft = { ...kept({ ...FULL, time: stated('23:50') }), changedAt: before }
  expect(restored(draft, plusHours(before, 3)).fields.time.clock).toBe('23:50')
})

test('SIGN-7: now stays now, is said to be so, and is never turned into the time of typing', () => {
  const draft = kept({ ...FULL, time: NOW })
  expect(restored(draft, plusHours(TYPED_AT, 2))).toMatchObject({
    fields: { time: NOW },
    saysNow: true,
    asksTime: false,
  })
})

test('H34: what is of another kind than the form’s own is let go, field by field', () => {
  const odd = {
    choice: 'other',
    text: 14.5,
    ticks: 'a',
    names: ['Okafor'],
    time: { ...stated('13:40'), days: 'one', zone: 'UTC' },
    gone: 'a field of another build',
  }
  expect(restored(kept(odd)).fields).toEqual({
    ...EMPTY,
    choice: 'other',
    time: stated('13:40'),
  })
})

test('H34: a field that is missing is as the form begins with', () => {
  expect(restored(kept({ text: '14.5' })).fields).toEqual({ ...EMPTY, text: '14.5' })
})
