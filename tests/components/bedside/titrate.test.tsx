import { cleanup, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { playedEntries } from '../../support/playedEntries.ts'
import { key, keyPin, openPage, press } from './decidingWard.tsx'

const course = (name: string, upTo?: number) => playedEntries(`tests/scenarios/${name}.json`, upTo)

test('NOMO-6: the step is said in words with both rates, its row lit in the whole table', async () => {
  await openPage('titrate', await course('vteCourse', 10))
  expect(
    await screen.findByRole('heading', {
      name: /Decrease by 2.millilitres per hour: 14 to 12.millilitres/,
    }),
  ).toBeVisible()
  const table = screen.getByRole('table', { name: /VTE/ })
  const lit = within(table)
    .getAllByRole('rowheader')
    .filter((cell) => cell.textContent?.includes('this result'))
  expect(lit).toHaveLength(1)
  expect(lit[0]).toHaveTextContent(/95\.1 to.105/)
  expect(within(table).getAllByRole('row')).toHaveLength(7)
})

test('SIGN-4: the first signature records the change, leaves the pump, and leads to the second check', async () => {
  const { user, entries, posted } = await openPage('titrate', await course('vteCourse', 10))
  await screen.findByRole('heading', { name: /Decrease/ })
  await keyPin(user, 'rn.adams')
  await press(user, 'Sign first')
  expect(await screen.findByRole('heading', { name: /a second person checks/ })).toBeVisible()
  const last = entries.at(-1)
  expect(last).toMatchObject({
    kind: 'rateChanged',
    newRateMlPerHour: 12,
    by: { userId: 'rn.adams' },
  })
  expect(posted().at(-1)?.body.shown).toMatchObject({ resultText: '98.0', oldRateMlPerHour: 14 })
})

test('SIGN-3: a wrong PIN is refused in words, kept nowhere, and the page stays as it was', async () => {
  const { user, entries } = await openPage('titrate', await course('vteCourse', 10))
  const before = entries.length
  await screen.findByRole('heading', { name: /Decrease/ })
  await user.click(screen.getByText(/^MO told/))
  await user.type(screen.getByLabelText('Name of the MO told'), 'Chen, Mei')
  await user.type(screen.getByLabelText(/^Signing PIN/), '999999')
  await press(user, 'Sign first')
  expect(await screen.findByRole('alert')).toHaveTextContent(/signature was refused.*SIGN-3/)
  expect(entries).toHaveLength(before)
  expect(screen.getByLabelText(/^Signing PIN/)).toHaveValue('')
  expect(screen.getByLabelText('Name of the MO told')).toHaveValue('Chen, Mei')
  expect(Object.values({ ...sessionStorage }).join()).not.toContain('999999')
})

test('SIGN-3: too few figures are no PIN: it is said, and nothing is sent', async () => {
  const { user, posted } = await openPage('titrate', await course('vteCourse', 10))
  await screen.findByRole('heading', { name: /Decrease/ })
  const before = posted().length
  await user.type(screen.getByLabelText(/^Signing PIN/), '2048')
  await press(user, 'Sign first')
  expect(screen.getByText('The PIN has 6 figures; 4 are keyed.')).toBeVisible()
  expect(posted()).toHaveLength(before)
})

test('SIGN-8: what changed meanwhile is shown first, what was typed stays, and it is confirmed before signing', async () => {
  const { user, entries, elsewhere, ward } = await openPage(
    'titrate',
    await course('vteCourse', 10),
  )
  await screen.findByRole('heading', { name: /Decrease/ })
  await user.click(screen.getByText(/^MO told/))
  await user.type(screen.getByLabelText('Name of the MO told'), 'Chen, Mei')
  const seenVersion = entries.at(-1)?.version ?? 0
  elsewhere('rn.baker', {
    kind: 'recordWeight',
    expectedVersion: seenVersion,
    happenedAt: new Date(ward.store.clock.now()).toISOString(),
    kg: 75,
    method: 'measured',
  })
  expect(await screen.findByText('The chart changed while this page was open')).toBeVisible()
  expect(screen.getByText(/Weight recorded, Baker/)).toBeVisible()
  await keyPin(user, 'rn.adams')
  await press(user, 'Sign first')
  expect(screen.getByText('First look at what is new on the chart, above.')).toBeVisible()
  expect(entries.at(-1)?.kind).toBe('weightRecorded')
  expect(screen.getByLabelText('Name of the MO told')).toHaveValue('Chen, Mei')
  await press(user, 'I have seen what is new')
  await user.clear(screen.getByLabelText(/^Signing PIN/))
  await keyPin(user, 'rn.adams')
  await press(user, 'Sign first')
  await screen.findByRole('heading', { name: /a second person checks/ })
  expect(entries.at(-1)).toMatchObject({ kind: 'rateChanged', moTold: { name: 'Chen, Mei' } })
})

test('NOMO-7: no change is said so, with the next APTT counted from the collection', async () => {
  const { user, entries } = await openPage('titrate', await course('vteCourse', 15))
  expect(
    await screen.findByRole('heading', { name: /No change: stay at 12.millilitres/ }),
  ).toBeVisible()
  expect(screen.getByText(/6 hours after this sample was collected/)).toBeVisible()
  await keyPin(user, 'rn.adams')
  await press(user, 'Sign first')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)?.kind).toBe('rateKept')
})

test('NOMO-9: a stale sample is explained with both times, and there is nothing to sign', async () => {
  const played = await course('staleSample')
  const stale = played.entries.findLast((entry) => entry.kind === 'apttResulted')
  await openPage('titrate', played, { query: `?seq=${stale?.seq}` })
  expect(await screen.findByText(/collected before the last change/)).toBeVisible()
  expect(
    screen.getByText(/Collected at .*\d\d:\d\d; the rate change was at .*\d\d:\d\d/),
  ).toBeVisible()
  expect(screen.queryByLabelText(/^Signing PIN/)).toBeNull()
})

test('NOMO-16: an early value in the stop band advises nothing: call the MO, STOP on one signature, nothing to sign', async () => {
  const played = await course('vteCourse', 8)
  const entering = await openPage('result', played, { later: 120 })
  await entering.user.click(await screen.findByRole('radio', { name: /Another sample/ }))
  await entering.user.type(screen.getByLabelText(/When was it collected/), '10:40')
  await entering.user.click(screen.getByRole('radio', { name: /^Away from the heparin/ }))
  await press(entering.user, 'This sample')
  await key(entering.user, '160')
  await press(entering.user, 'Read the nomogram')
  await press(entering.user, 'Save the result')
  expect(await screen.findByText('Collected too early after the last change')).toBeVisible()
  expect(screen.getByText('This could be the stop band: call the MO now')).toBeVisible()
  expect(screen.getByText('Only the MO may choose the row of this result:')).toBeVisible()
  expect(screen.queryByLabelText(/^Signing PIN/)).toBeNull()
  expect(entering.entries.at(-1)).toMatchObject({ kind: 'apttResulted', use: 'early' })
})

test('BOL-6: under a restriction the row’s bolus is struck through with its reason, and the rate rise stands', async () => {
  const played = await course('vteLowBolusBarred')
  const result = played.entries.findLast((entry) => entry.kind === 'apttResulted')
  const upTo = played.entries.filter(({ seq }) => seq <= (result?.seq ?? 0))
  await openPage('titrate', { ...played, entries: upTo })
  expect(
    await screen.findByRole('heading', { name: /Increase by 1.millilitre per hour/ }),
  ).toBeVisible()
  const struck = screen.getByText(/5,000.units/, { selector: 's' })
  expect(struck.closest('p')).toHaveTextContent(/NO BOLUS.*\(BOL-\d\)/)
})

test('BOL-6: without a restriction the bolus waits for the MO’s order', async () => {
  const played = await course('vteLowBolusOrdered')
  const result = played.entries.findLast((entry) => entry.kind === 'apttResulted')
  const upTo = played.entries.filter(({ seq }) => seq <= (result?.seq ?? 0))
  await openPage('titrate', { ...played, entries: upTo })
  expect(
    await screen.findByText(/names a bolus of 5,000.units: it waits for an MO’s order/),
  ).toBeVisible()
})

test('DEV-1: while a deviation is in force a result gets its instructions, and nothing to sign', async () => {
  const played = await course('vteCourse', 8)
  const { elsewhere, entries, ward } = await openPage('note', played)
  elsewhere('amo.haddad', {
    kind: 'orderRate',
    expectedVersion: entries.at(-1)?.version,
    happenedAt: new Date(ward.store.clock.now()).toISOString(),
    resultSeq: null,
    rateMlPerHour: 14,
    reason: 'Renal replacement',
    deviation: {
      reason: 'Circuit clots',
      instructions: 'Stay at 14 whatever the APTT',
      until: 'ended',
    },
  })
  cleanup()
  const { user } = await openPage('result', { ...played, entries: [...entries] }, { later: 420 })
  await user.click(await screen.findByRole('radio', { name: /Another sample/ }))
  await user.type(screen.getByLabelText(/When was it collected/), '15:10')
  await user.click(screen.getByRole('radio', { name: /^Away from the heparin/ }))
  await press(user, 'This sample')
  await key(user, '98')
  await press(user, 'Read the nomogram')
  expect(await screen.findByText(/A deviation is in force/)).toBeVisible()
  await press(user, 'Save the result')
  expect(await screen.findByText(/Stay at 14 whatever the APTT/)).toBeVisible()
  expect(screen.queryByLabelText(/^Signing PIN/)).toBeNull()
})
