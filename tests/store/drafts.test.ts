import { expect, test } from 'vitest'
import { fold } from '../../src/chart/fold.ts'
import { createServerClock } from '../../src/store/clock.ts'
import {
  createDrafts,
  DRAFT_KEPT_FOR_HOURS,
  draftKey,
  type KeptDraft,
} from '../../src/store/drafts.ts'
import { plusHours, plusMinutes } from '../../src/time.ts'
import { fakeWard, NOW } from '../support/fakeWard.ts'
import { memoryTexts } from '../support/memoryOutbox.ts'
import { playedEntries } from '../support/playedEntries.ts'

const NOTE = draftKey({ userId: 'rn.adams', chartId: 'one', page: 'note' })
const BAKERS = draftKey({ userId: 'rn.baker', chartId: 'one', page: 'note' })
const TYPED: KeptDraft = {
  fields: { text: 'Left arm swollen' },
  begunAt: NOW,
  changedAt: NOW,
  basis: { seq: 7, version: 5, restsOn: { text: '[5]' } },
  sentAs: null,
}

/** A page on a tablet: the same `values` are the same tablet. */
function page(values = new Map<string, string>(), isFull = false) {
  let elapsed = 0
  let tick = () => {}
  const clock = createServerClock({
    elapsed: () => elapsed,
    wall: () => elapsed,
    after(_, call) {
      tick = call
      return () => {}
    },
  })
  clock.sync(NOW)
  const removals: ((key: string | null) => void)[] = []
  const drafts = createDrafts({
    texts: memoryTexts(values, isFull),
    clock,
    onRemoved: (call) => removals.push(call),
  })
  return {
    drafts,
    values,
    clock,
    keys: () => Object.keys(drafts.state.getState()),
    pass(minutes: number) {
      elapsed += minutes * 60_000
      tick()
    },
    removedElsewhere: (key: string | null) => {
      for (const call of removals) call(key)
    },
  }
}

test('H83: what was typed is there again for the page after a kill, as it was', () => {
  const before = page()
  before.drafts.keep(NOTE, TYPED)
  expect(page(before.values).drafts.state.getState()).toEqual({ [NOTE]: TYPED })
})

test('H83: a name that holds a stroke or another language is its own, and no beginning of another', () => {
  const { drafts, keys } = page()
  const odd = draftKey({ userId: 'rn', chartId: 'a/b', page: 'note' })
  drafts.keep(odd, TYPED)
  drafts.keep(draftKey({ userId: 'rn/a', chartId: 'b', page: 'note' }), TYPED)
  drafts.keep(NOTE, TYPED)
  expect(keys()).toHaveLength(3)
  drafts.forgetPerson('rn')
  expect(keys()).toHaveLength(2)
  expect(keys()).not.toContain(odd)
})

test('H98: a sign-out takes the drafts of its person from the tablet, and nobody else’s', () => {
  const { drafts, values } = page()
  drafts.keep(NOTE, TYPED)
  drafts.keep(BAKERS, TYPED)
  drafts.forgetPerson('rn.adams')
  expect([...values.keys()]).toEqual([BAKERS])
  expect(page(values).keys()).toEqual([BAKERS])
})

test('H98: the store’s sign-out takes them, a lock and a lost session do not', async () => {
  const texts = memoryTexts()
  const ward = fakeWard({ texts })
  await ward.store.start()
  ward.store.drafts.keep(NOTE, TYPED)
  ward.store.drafts.keep(BAKERS, TYPED)
  ward.store.lock()
  expect(texts.length).toBe(2)
  await ward.store.signOut()
  expect(texts.length).toBe(1)
  expect(texts.key(0)).toBe(BAKERS)
})

test('H98: a draft ends half a day after its last key by the server’s time, on an open page and on one opened later', () => {
  const open = page()
  open.drafts.keep(NOTE, TYPED)
  open.pass(DRAFT_KEPT_FOR_HOURS * 60 - 1)
  expect(open.keys()).toEqual([NOTE])
  const later = page(new Map(open.values))
  open.pass(1)
  expect(open.keys()).toEqual([])
  expect(open.values.size).toBe(0)
  later.clock.sync(plusHours(NOW, DRAFT_KEPT_FOR_HOURS))
  expect(later.values.size).toBe(0)
})

test('H98: a draft of a time still to come tells no age, and ends', () => {
  const { drafts, keys, pass } = page()
  drafts.keep(NOTE, { ...TYPED, changedAt: plusMinutes(NOW, 4) })
  pass(1)
  expect(keys()).toEqual([])
})

test('CHART-8: with its chart closed a half-done step is over', async () => {
  const { entries } = await playedEntries('tests/scenarios/vteCourse.json', 4)
  const { drafts, keys } = page()
  const chart = fold(entries)
  drafts.keep(NOTE, TYPED)
  drafts.heed('another', { status: 'ready', entries, chart: { ...chart, open: false } })
  drafts.heed('one', { status: 'ready', entries, chart })
  drafts.heed('one', { status: 'refused' })
  expect(keys()).toEqual([NOTE])
  drafts.heed('one', { status: 'ready', entries, chart: { ...chart, open: false } })
  expect(keys()).toEqual([])
})

test('SIGN-8: a step whose reply was lost is not taken from its page when its command is seen on the record', async () => {
  const { entries } = await playedEntries('tests/scenarios/vteCourse.json', 4)
  const [first] = entries
  const { drafts, keys } = page()
  drafts.keep(NOTE, { ...TYPED, sentAs: first?.commandId ?? '' })
  drafts.heed('one', { status: 'ready', entries, chart: fold(entries) })
  expect(keys()).toEqual([NOTE])
})

test('a browser that keeps nothing loses what was typed with its page, and no sooner', () => {
  const { drafts, keys, values } = page(new Map(), true)
  drafts.keep(NOTE, TYPED)
  expect(keys()).toEqual([NOTE])
  expect(values.size).toBe(0)
})

test('H34: what this build cannot read is let go, and other things on the tablet are left alone', () => {
  const values = new Map([
    [NOTE, '{"fields":{"text":"no age"}}'],
    [BAKERS, 'torn'],
    ['heparin-chart.outbox/1', '{}'],
  ])
  expect(page(values).keys()).toEqual([])
  expect([...values.keys()]).toEqual(['heparin-chart.outbox/1'])
})

test('H98: what another page of this browser has removed is gone here too', () => {
  const { drafts, keys, removedElsewhere } = page()
  drafts.keep(NOTE, TYPED)
  drafts.keep(BAKERS, TYPED)
  removedElsewhere(NOTE)
  expect(keys()).toEqual([BAKERS])
  removedElsewhere(null)
  expect(keys()).toEqual([])
})
