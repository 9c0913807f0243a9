import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { isoOf } from '../../../src/time.ts'
import { playedEntries } from '../../support/playedEntries.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'
import { type DecidingWard, key, keyPin, openPage, press } from './decidingWard.tsx'

const course = (name: string, upTo: number) => playedEntries(`tests/scenarios/${name}.json`, upTo)
const tryAgain = () => screen.findByRole('button', { name: 'Try again' })

const running = () => course('vteCourse', 8)

/** An MO signs an order, and no reply comes. */
async function lostOrder(): Promise<DecidingWard> {
  const opened = await openPage('order', await course('vteCourse', 10), { userId: 'mo.chen' })
  const { user, loseNext } = opened
  await user.click(await screen.findByRole('radio', { name: /Decrease: 14 to 12/ }))
  await user.type(await screen.findByRole('textbox', { name: 'Reason' }), 'As the table says')
  await keyPin(user, 'mo.chen')
  loseNext(1)
  await press(user, 'Sign the order')
  await tryAgain()
  return opened
}

test('SIGN-8, H14: an order without an answer stays on the page as it was sent, and is what is signed again', async () => {
  const { user, entries } = await lostOrder()
  expect(screen.getByRole('textbox', { name: 'Reason' })).toBeDisabled()
  for (const choice of screen.getAllByRole('radio')) expect(choice).toBeDisabled()

  await keyPin(user, 'mo.chen')
  await press(user, 'Try again')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'rateOrdered', rateMlPerHour: 12 })
})

test('SIGN-8, H14: a result without an answer cannot be keyed otherwise: no other figure stands above what is sent again', async () => {
  const { user, entries, loseNext } = await openPage('result', await course('vteCourse', 9), {
    later: 48,
  })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  loseNext(1)
  await key(user, '98')
  await press(user, 'Read the nomogram')
  await tryAgain()
  expect(screen.getByRole('heading', { name: 'Is this what the report says?' })).toBeVisible()
  expect(screen.queryByRole('button', { name: /Back/ })).toBeNull()
  await press(user, 'Try again')
  await screen.findByRole('heading', { name: /Decrease by/ })
  expect(entries.at(-1)).toMatchObject({ kind: 'apttResulted', text: '98' })
})

describe('SIGN-8, H14, H55: what was sent without an answer and turns up on the record is done', () => {
  const unsure = () => screen.queryByText(/may or may not be recorded/)

  test('an order: the page goes on to the chart, and calls it nobody’s news', async () => {
    const { entries, arrives } = await lostOrder()
    arrives()
    await screen.findByRole('heading', { name: 'Now' })
    expect(unsure()).toBeNull()
    expect(entries.filter(({ kind }) => kind === 'rateOrdered')).toHaveLength(1)
  })

  test('a result: its nomogram is read, as if the answer had come', async () => {
    const { user, loseNext, arrives } = await openPage('result', await course('vteCourse', 9), {
      later: 48,
    })
    await screen.findByRole('heading', { name: 'What is the APTT?' })
    loseNext(1)
    await key(user, '98')
    await press(user, 'Read the nomogram')
    await tryAgain()
    arrives()
    await screen.findByRole('heading', { name: /Decrease by/ })
    expect(unsure()).toBeNull()
  })

  test('CHART-10: a bolus given is not asked for a second time', async () => {
    const { user, entries, loseNext, arrives } = await openPage('bedside-fact', await running(), {
      query: '?fact=bolus-given',
      later: 30,
    })
    await screen.findByRole('heading', { name: 'How many units were given?' })
    await key(user, '5000')
    await press(user, 'Next')
    const how = await screen.findByRole('textbox', { name: 'How did it come about?' })
    await user.type(how, 'Given at once')
    loseNext(1)
    await press(user, 'Record it')
    await tryAgain()
    arrives()
    await screen.findByRole('heading', { name: 'Now' })
    expect(entries.filter(({ kind }) => kind === 'bedsideFactRecorded')).toHaveLength(1)
  })

  test('INIT-6: a weight is not asked for a second time', async () => {
    const { user, entries, loseNext, arrives } = await openPage('weight', await running())
    const before = entries.length
    await screen.findByRole('heading', { name: 'What does the patient weigh?' })
    await key(user, '80')
    await press(user, 'Next')
    await user.click(await screen.findByRole('radio', { name: /^Measured/ }))
    loseNext(1)
    await press(user, 'Record the weight')
    await tryAgain()
    arrives()
    await screen.findByRole('heading', { name: 'Now' })
    expect(entries).toHaveLength(before + 1)
  })

  test('FALL-1: a fall goes on to what follows from it', async () => {
    const opened = await openPage('fall', await running())
    const { user, loseNext, arrives } = opened
    await press(user, /^Seen/)
    await press(user, /^Looked for: none/)
    loseNext(1)
    await press(user, 'Record the fall')
    await tryAgain()
    arrives()
    await waitFor(() => expect(unsure()).toBeNull())
    expect(screen.queryAllByText(/did anybody see it/)).toEqual([])
  })

  test('AE-1: an adverse event goes on to what follows from it', async () => {
    const { user, loseNext, arrives } = await openPage('adverse-event', await running())
    await press(user, /^Allergic reaction/)
    await user.type(await screen.findByRole('textbox', { name: 'What was seen?' }), 'Hives')
    loseNext(1)
    await press(user, 'Record the event')
    await tryAgain()
    arrives()
    await waitFor(() => expect(unsure()).toBeNull())
    expect(screen.queryAllByText('What happened?')).toEqual([])
  })
})

test('SIGN-8: who has looked at what is new still signs under the same number what has no answer yet', async () => {
  const { user, ward, posted, elsewhere } = await lostOrder()
  const first = posted().at(-1)?.body.commandId
  elsewhere('rn.baker', {
    kind: 'recordWeight',
    expectedVersion: 0,
    happenedAt: isoOf(ward.store.clock.now()),
    kg: 71,
    method: 'measured',
  })
  await press(user, 'I have seen what is new')
  await keyPin(user, 'mo.chen')
  await press(user, 'Try again')
  await waitFor(() => expect(posted()).toHaveLength(2))
  expect(posted().at(-1)?.body.commandId).toBe(first)
})

test('SIGN-8: on the last screen of an event there is no step back before what was sent has an answer', async () => {
  const { user, loseNext } = await openPage('adverse-event', await running())
  await press(user, /^Allergic reaction/)
  await user.type(await screen.findByRole('textbox', { name: 'What was seen?' }), 'Hives')
  expect(screen.getByRole('button', { name: /Back/ })).toBeVisible()
  loseNext(1)
  await press(user, 'Record the event')
  await tryAgain()
  expect(screen.queryByRole('button', { name: /Back/ })).toBeNull()
  expect(screen.getByRole('link', { name: /Back to the chart/ })).toBeVisible()
})

test('SIGN-7, OBS-1: a check that the outbox has taken stays on its page, and is not asked for a second time', async () => {
  const { entries, now } = await running()
  await renderOnWard(`/charts/${entries[0]?.chartId}/observe`, {
    charts: [entries],
    now,
    answer: ({ path }) => (/\/(commands|captured)/.test(path) ? 'lost' : null),
  })
  const user = userEvent.setup({ delay: null })
  await press(user, /^None seen/)
  await screen.findByRole('heading', { name: 'New or growing clots?' })
  await press(user, /^None seen/)
  await press(user, 'Record the check')
  expect(await screen.findByText(/^Not on the record yet/)).toBeVisible()
  expect(screen.getByRole('heading', { name: 'No bleeding seen, no new clots' })).toBeVisible()
  expect(screen.queryByRole('heading', { name: 'Any bleeding?' })).toBeNull()
  expect(screen.queryByRole('button', { name: /Back/ })).toBeNull()
})
