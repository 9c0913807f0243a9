import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { instantOf } from '../../../src/time.ts'
import { openChart } from '../../support/openChart.tsx'
import { playedEntries } from '../../support/playedEntries.ts'
import { keyPin, openPage, press } from './decidingWard.tsx'

const STARTED = 5
const PLANNED = 6
const CEASED = 9
const ENDED = 10
const PRESCRIBED = 11
const course = (upTo: number) => playedEntries('tests/scenarios/lumbarPuncture.json', upTo)

const main = () => screen.getByRole('main')

test('PROC-1: an MO plans surgery: risk and both plans are asked, the times worked out as it is written', async () => {
  const { user, entries } = await openPage('procedure-plan', await course(STARTED), {
    userId: 'mo.chen',
  })
  await user.click(await screen.findByRole('radio', { name: 'Surgery' }))
  await user.type(screen.getByLabelText(/^Booked for/), '20:00')
  expect(main()).toHaveTextContent(/Begin in 5.hr \(14:00\), off by 16:00/)
  expect(main()).toHaveTextContent(/depends on the thrombotic risk/)
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the plan')
  expect(screen.getByText(/Say whether the thrombotic risk is very high.*PROC-1/)).toBeVisible()
  const risk = within(screen.getByRole('group', { name: /thrombotic risk very high/ }))
  await user.click(risk.getByRole('radio', { name: 'Yes' }))
  expect(main()).toHaveTextContent(
    /6 to 8 hours after.*If it ended at the booked time: from .*02:00/,
  )
  await user.type(screen.getByLabelText('Plan before the operation'), 'Off at 15:00')
  await user.type(screen.getByLabelText('Plan after the operation'), 'On at 6 hours')
  await user.type(screen.getByLabelText(/^Haematology/), 'Dr Blood')
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the plan')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    kind: 'procedurePlanned',
    procedure: 'surgery',
    bookedAt: '2027-03-10T09:00:00Z',
    veryHighThromboticRisk: true,
    planBefore: 'Off at 15:00',
    planAfter: 'On at 6 hours',
    consulted: [{ role: 'haematology', name: 'Dr Blood' }],
  })
})

test('PROC-1: a spinal or epidural catheter is said to be generally contraindicated; the working stands beside', async () => {
  const { user } = await openPage('procedure-plan', await course(STARTED), { userId: 'mo.chen' })
  await user.click(await screen.findByRole('radio', { name: 'Spinal or epidural catheter' }))
  expect(screen.getByText('Generally contraindicated on IV heparin')).toBeVisible()
  await user.click(screen.getByText('Why these times?'))
  expect(main()).toHaveTextContent(/At exactly 2 hours it is too early/)
  expect(main()).toHaveTextContent(/Local decision here: PROC-1/)
})

test('SIGN-2, PROC-1: a nurse is told that an MO plans', async () => {
  await openPage('procedure-plan', await course(STARTED))
  expect(await screen.findByRole('alert')).toHaveTextContent(/SIGN-2/)
})

test('PROC-1: a nurse moves the booking and sees both times move; cancelling needs its reason', async () => {
  const moving = await openPage('procedure-move', await course(PLANNED))
  await moving.user.type(await screen.findByLabelText(/^New time/), '23:00')
  expect(main()).toHaveTextContent(/off by 17:00/)
  await press(moving.user, 'Move it')
  expect(screen.getAllByText(/Say why it moved/)[0]).toBeVisible()
  await moving.user.type(screen.getByLabelText('Why?'), 'List changed')
  await press(moving.user, 'Move it')
  await screen.findByRole('heading', { name: 'Now' })
  expect(moving.entries.at(-1)).toMatchObject({
    kind: 'procedureMoved',
    bookedAt: '2027-03-10T12:00:00Z',
    reason: 'List changed',
  })
})

test('PROC-1: a plan is cancelled with its reason', async () => {
  const { user, entries } = await openPage('procedure-cancel', await course(PLANNED))
  await screen.findByRole('heading', { name: 'Cancel the plan' })
  await press(user, 'Cancel the plan')
  expect(screen.getAllByText(/Say why it is cancelled/)[0]).toBeVisible()
  await user.type(screen.getByLabelText('Why?'), 'Not needed')
  await press(user, 'Cancel the plan')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'procedureCancelled', reason: 'Not needed' })
})

test('TIME-7: from the due item the cease is for the procedure; otherwise no reason is chosen beforehand', async () => {
  const { user, entries } = await openPage('cease', await course(PLANNED), {
    query: '?for=procedure',
  })
  expect(await screen.findByRole('radio', { name: 'A procedure' })).toBeChecked()
  await keyPin(user, 'rn.adams')
  await press(user, 'Cease')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'infusionCeased', reason: 'procedure' })
})

test('TIME-7: opened by itself the cease page asks why', async () => {
  await openPage('cease', await course(PLANNED))
  expect(await screen.findByRole('radio', { name: 'A procedure' })).not.toBeChecked()
})

test('PROC-1: the end asks for blood and haemostasis and says from when heparin may go on', async () => {
  const { user, entries } = await openPage('procedure-end', await course(CEASED), { later: 435 })
  await screen.findByRole('heading', { name: 'The procedure has ended' })
  await press(user, 'Record the end')
  expect(screen.getByText(/Say whether blood was seen.*PROC-1/)).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'No blood' }))
  await user.click(screen.getByRole('radio', { name: /^Yes, no bleeding/ }))
  expect(main()).toHaveTextContent(/Heparin again from .*00:21 at the earliest/)
  await user.click(screen.getByRole('radio', { name: /^Blood seen/ }))
  expect(main()).toHaveTextContent(/Heparin again from Thu 11.Mar.2027 22:20 at the earliest/)
  await press(user, 'Record the end')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    kind: 'procedureEnded',
    haemostasis: 'confirmed',
    bloodSeen: 'seen',
  })
})

test('PROC-1: afterwards the same page asks how the site looks, and the end stays', async () => {
  const { user, entries } = await openPage('procedure-end', await course(ENDED), { later: 30 })
  await screen.findByRole('heading', { name: 'How does the site look now?' })
  await user.click(screen.getByRole('radio', { name: 'No blood' }))
  await user.click(screen.getByRole('radio', { name: /^Not yet/ }))
  expect(main()).toHaveTextContent(/22:20 at the earliest, once haemostasis is confirmed/)
  await press(user, 'Record it')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'procedureEnded', haemostasis: 'not-confirmed' })
})

test('PROC-1, RECOM-1, H32: recommencing too early shows the time and nothing to sign', async () => {
  await openPage('recommence', await course(PRESCRIBED))
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /Too early after the procedure.*Wait until Thu 11.Mar.2027 22:20/,
  )
  expect(main()).toHaveTextContent(/blood was seen, and the chart takes all of the 24 hours/)
  expect(screen.queryByLabelText(/^Signing PIN/)).toBeNull()
})

test('PROC-1: ceased for a procedure that is not on the chart: its times are not checked, and that is said', async () => {
  const page = await openPage('procedure', await course(STARTED))
  await screen.findByText('No procedure is planned on this chart.')
  expect(main()).toHaveTextContent(/A medical officer plans a procedure: call the MO/)
  page.elsewhere('rn.baker', {
    kind: 'ceaseInfusion',
    reason: 'procedure',
    expectedVersion: 0,
    happenedAt: '2027-03-09T22:00:00Z',
    signature: { pin: '' },
  })
  expect(
    await screen.findByText('The procedure is not on this chart: its times are not checked'),
  ).toBeVisible()
})

test('PROC-1: the procedures of a chart with who planned them and what can be done', async () => {
  const { id, entries } = await openPage('procedure', await course(PLANNED), {
    userId: 'mo.chen',
  })
  const planned = entries.find(({ kind }) => kind === 'procedurePlanned')
  const plan = within(await screen.findByRole('region', { name: 'Lumbar puncture' }))
  expect(plan.getByText('Booked for 20:00')).toBeVisible()
  expect(plan.getByText(/Chen, Mei/)).toBeVisible()
  for (const act of ['end', 'move', 'cancel']) {
    const links = plan.getAllByRole('link').map((link) => link.getAttribute('href'))
    expect(links).toContain(`/charts/${id}/procedure-${act}?seq=${planned?.seq}`)
  }
})

test('PROC-1, TIME-7: the chart says it in one line, the trend marks the window, and the next step is to cease', async () => {
  const played = await course(PLANNED)
  await openChart({ ...played, now: instantOf('2027-03-10T02:30:00Z') })
  expect(screen.getByRole('region', { name: 'Now' })).toHaveTextContent(
    'Lumbar puncture booked for 20:00. Cease from 13:00, off by 14:00.',
  )
  const next = screen.getByRole('region', { name: 'Next' })
  expect(next).toHaveTextContent(/Cease before the procedure/)
  expect(next).toHaveTextContent(/7.hours before the procedure booked at 20:00/)
  expect(within(screen.getByRole('figure')).getByText('cease')).toBeInTheDocument()
})

test('PROC-1: ceased later than the window, the chart says so', async () => {
  const { entries } = await course(PLANNED)
  const late = await openPage(
    'procedure',
    { entries, now: instantOf('2027-03-10T03:30:00Z') },
    { userId: 'mo.chen' },
  )
  late.elsewhere('rn.baker', {
    kind: 'ceaseInfusion',
    reason: 'procedure',
    expectedVersion: 0,
    happenedAt: '2027-03-10T03:30:00Z',
    signature: { pin: '' },
  })
  await late.user.click(screen.getByRole('link', { name: /Back to the chart/ }))
  expect(await screen.findByRole('region', { name: 'Now' })).toHaveTextContent(
    /Heparin off only since 14:30, not by 14:00: tell whoever does the procedure/,
  )
})
