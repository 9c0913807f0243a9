import { act, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { problemOf } from '../../support/fakeWard.ts'
import { playedEntries } from '../../support/playedEntries.ts'
import { keyPin, openPage, press } from './decidingWard.tsx'

const course = (name: string, upTo?: number) => playedEntries(`tests/scenarios/${name}.json`, upTo)
const running = () => course('vteCourse', 8)

test('SIGN-5: two taps stop without a PIN, and what follows is said with the rules', async () => {
  const { user, entries } = await openPage('stop', await running())
  await press(user, /Suspected major bleeding/)
  await press(user, 'Stop now, sign after')
  expect(
    await screen.findByRole('heading', { name: /Ceased at .* Is the pump off\?/ }),
  ).toBeVisible()
  expect(entries.at(-1)).toMatchObject({
    kind: 'infusionCeased',
    reason: 'suspected-major-bleed',
    identity: 'unconfirmed',
  })
  expect(screen.getByText(/Only an MO’s new prescription leads back/)).toBeVisible()
  expect(screen.getByText('Your own signature is still due')).toBeVisible()
  expect(screen.getByText(/BLEED-1/)).toBeVisible()
})

test('SIGN-5: the sixth figure of the PIN stops', async () => {
  const { user, entries } = await openPage('stop', await running())
  await press(user, /Another concern/)
  await keyPin(user, 'rn.adams')
  expect(await screen.findByRole('heading', { name: /^Stopped at/ })).toBeVisible()
  expect(entries.at(-1)).toMatchObject({
    kind: 'infusionStopped',
    reason: 'concern',
    identity: 'confirmed',
  })
})

test('SIGN-5: a wrong PIN stops all the same', async () => {
  const { user, entries } = await openPage('stop', await running())
  await press(user, /Head injury/)
  await user.type(screen.getByLabelText(/^Signing PIN/), '000000')
  await screen.findByRole('heading', { name: /^Ceased at/ })
  expect(entries.at(-1)).toMatchObject({ reason: 'head-injury', identity: 'unconfirmed' })
})

test('SIGN-5, SIGN-7: where the tablet does not know the time the stop goes without one', async () => {
  const { user, ward } = await openPage('stop', await running())
  act(() => ward.store.state.setState({ clockBasis: 'unknown' }))
  await press(user, /Another concern/)
  await press(user, 'Stop now, sign after')
  const items = () => ward.store.outbox.state.getState().items
  await waitFor(() => expect(items()[0]?.command.kind).toBe('stopInfusion'))
  expect(items()[0]?.command.happenedAt).toBeUndefined()
})

test('SIGN-5: a chart that moved on holds no stop up', async () => {
  const { user, entries, elsewhere, ward } = await openPage('stop', await running())
  elsewhere('rn.baker', {
    kind: 'recordWeight',
    expectedVersion: entries.at(-1)?.version ?? 0,
    happenedAt: new Date(ward.store.clock.now()).toISOString(),
    kg: 75,
    method: 'measured',
  })
  await press(user, /Allergic reaction/)
  await press(user, 'Stop now, sign after')
  await screen.findByRole('heading', { name: /^Ceased at/ })
  expect(entries.at(-1)?.kind).toBe('infusionCeased')
})

test('SIGN-5, H23: a lost network is said loudly; the stop is kept, tried again by itself, and said to be recorded only then', async () => {
  const { user, entries, posted, loseNext, ward } = await openPage('stop', await running())
  await press(user, /Suspected HIT/)
  loseNext(2)
  await press(user, 'Stop now, sign after')
  expect(
    await screen.findByRole('heading', { name: 'Stop the pump now. Suspected HIT' }),
  ).toBeVisible()
  expect(screen.getByRole('alert')).toHaveTextContent(
    /Not on the record yet: kept on this tablet since \d\d:\d\d.*Tell a colleague/,
  )
  expect(screen.queryByText(/Recorded: it is on the chart/)).toBeNull()
  expect(screen.getByRole('link', { name: '1 not on the record yet' })).toBeVisible()
  expect(entries.at(-1)?.kind).not.toBe('infusionCeased')
  ward.pass(6_000)
  expect(await screen.findByText('Recorded: it is on the chart')).toBeVisible()
  expect(entries.filter(({ kind }) => kind === 'infusionCeased')).toHaveLength(1)
  const [inSession, ...byTablet] = posted().slice(-3)
  for (const { body } of byTablet) expect(body.command).toEqual(inSession?.body)
})

test('SIGN-5: a session that the server no longer knows holds no stop up', async () => {
  const { user, entries, refuseNext } = await openPage('stop', await running())
  await press(user, /Suspected HIT/)
  refuseNext(problemOf(401, 'Nobody is signed in'))
  await press(user, 'Stop now, sign after')
  expect(await screen.findByText('Recorded: it is on the chart')).toBeVisible()
  expect(entries.at(-1)).toMatchObject({ kind: 'infusionCeased', by: { userId: 'rn.adams' } })
})

test('NOMO-10: where a result advises it, the nomogram comes first, with hold and restart rate', async () => {
  const { user, entries } = await openPage('stop', await course('vteStopAndRestart', 10))
  await press(user, /The nomogram advises it/)
  await press(user, 'Stop now, sign after')
  await screen.findByRole('heading', { name: /^Stopped at/ })
  expect(entries.at(-1)).toMatchObject({ kind: 'infusionStopped', reason: 'nomogram' })
  expect(screen.getByText(/Restart not before in 1.hr 30.min .*, at \d+.mL\/hr/)).toBeVisible()
})

test('NOMO-9: without such a result the nomogram is no reason', async () => {
  await openPage('stop', await running())
  expect(await screen.findByRole('button', { name: /Suspected HIT/ })).toBeEnabled()
  expect(screen.queryByRole('button', { name: /nomogram/ })).toBeNull()
})

test('SIGN-5: anybody clinical finds every reason enabled: an enrolled nurse too', async () => {
  const { user, entries } = await openPage('stop', await running(), { userId: 'en.fox' })
  for (const button of await screen.findAllByRole('button', { name: /Ceases|provisional/ })) {
    expect(button).toBeEnabled()
  }
  await press(user, /Suspected major bleeding/)
  await keyPin(user, 'en.fox')
  await screen.findByRole('heading', { name: /^Ceased at/ })
  expect(entries.at(-1)).toMatchObject({ by: { userId: 'en.fox' }, identity: 'confirmed' })
})

test('NOMO-8: a stop of earlier is recorded at its time, and the button says so', async () => {
  const { user, entries } = await openPage('stop', await running(), { later: 60 })
  await press(user, /Another concern/)
  await user.click(screen.getByText('The pump was stopped earlier'))
  await user.click(screen.getByRole('radio', { name: 'At another time' }))
  await user.type(screen.getByLabelText(/24-hour clock/), '09:45')
  await press(user, /Stopped at 09:45: record, sign after/)
  await screen.findByRole('heading', { name: /^Stopped at 09:45/ })
  expect(entries.at(-1)?.happenedAt).toBe('2027-03-09T22:45:00Z')
})

test('SIGN-5: a time that cannot be read holds no stop up: the button says now', async () => {
  const { user, entries } = await openPage('stop', await running(), { later: 60 })
  await press(user, /Another concern/)
  await user.click(screen.getByText('The pump was stopped earlier'))
  await user.click(screen.getByRole('radio', { name: 'At another time' }))
  await user.type(screen.getByLabelText(/24-hour clock/), '9.4')
  await press(user, 'Stop now, sign after')
  await screen.findByRole('heading', { name: /^Stopped at 10:00/ })
  expect(entries.at(-1)?.kind).toBe('infusionStopped')
})

test('SIGN-5: an MO’s stop on a result that cannot advise it keeps what follows from the record', async () => {
  const { user, entries } = await openPage('stop', await course('vteStopAndRestart', 10), {
    userId: 'mo.chen',
  })
  await press(user, /The nomogram advises it/)
  await keyPin(user, 'mo.chen')
  await screen.findByRole('heading', { name: /^Stopped at/ })
  const stopped = entries.findLast((entry) => entry.kind === 'infusionStopped')
  expect(stopped?.restartNotBefore).not.toBeNull()
  expect(screen.getByText(/Restart not before/)).toBeVisible()
})

test('SIGN-7, H36: where the tablet does not know the time, no clock time is asked for that it would put on a wrong day', async () => {
  const { user, ward } = await openPage('stop', await running())
  await press(user, /Another concern/)
  await user.click(await screen.findByText('The pump was stopped earlier'))
  await user.click(await screen.findByRole('radio', { name: 'At another time' }))
  await user.type(await screen.findByRole('textbox', { name: 'Time, 24-hour clock' }), '13:00')
  act(() => ward.store.state.setState({ clockBasis: 'unknown' }))
  expect(screen.queryByText('The pump was stopped earlier')).toBeNull()
  expect(screen.getByText(/Note on paper when the pump was stopped/)).toBeVisible()
  await press(user, 'Stop now, sign after')
  const items = () => ward.store.outbox.state.getState().items
  await waitFor(() => expect(items()[0]?.command.kind).toBe('stopInfusion'))
  expect(items()[0]?.command.happenedAt).toBeUndefined()
})
