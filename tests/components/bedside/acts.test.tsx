import { cleanup, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { playedEntries } from '../../support/playedEntries.ts'
import { key, keyPin, openPage, press } from './decidingWard.tsx'

const course = (name: string, upTo?: number) => playedEntries(`tests/scenarios/${name}.json`, upTo)
const demonstration = (name: string) => playedEntries(`server/scenarios/${name}.json`)

test('CHART-9: a start asks for bag, access and identity; what is not confirmed is named', async () => {
  const { user, entries } = await openPage('start', await course('vteCourse', 5))
  await screen.findByRole('heading', { name: 'Start the infusion' })
  expect(screen.getByText(/14 mL\/hr|14/, { selector: 'p' })).toBeVisible()
  const before = entries.length
  await user.click(screen.getByRole('checkbox', { name: /Name, date of birth and MRN/ }))
  await user.click(screen.getByRole('checkbox', { name: /own access/ }))
  await keyPin(user, 'rn.adams')
  await press(user, 'Sign first')
  expect(
    screen.getByText(/Not confirmed yet: The bag’s label says 25,000.units in 250.mL.*CHART-9/),
  ).toBeVisible()
  expect(entries).toHaveLength(before)
  await user.click(screen.getByRole('checkbox', { name: /The bag’s label/ }))
  await keyPin(user, 'rn.adams')
  await press(user, 'Sign first')
  await screen.findByRole('heading', { name: /a second person checks/ })
  expect(entries.at(-1)).toMatchObject({
    kind: 'infusionStarted',
    rateMlPerHour: 14,
    bag: { units: 25_000, volumeMl: 250 },
  })
})

test('TIME-3: before the hold ends a restart is refused with the time, and there is nothing to sign', async () => {
  await openPage('restart', await course('vteStopAndRestart', 12))
  expect(await screen.findByText(/Restart not before/)).toHaveTextContent(/to go$/)
  expect(screen.getByRole('alert')).toHaveTextContent(/TIME-3/)
  expect(screen.queryByLabelText(/^Signing PIN/)).toBeNull()
})

test('TIME-3: the MO assesses with finding and plan; a later restart says until when', async () => {
  const played = await course('vteStopAndRestart', 11)
  const { user, entries } = await openPage('assess', played, { userId: 'mo.chen' })
  await user.click(await screen.findByRole('radio', { name: 'None' }))
  await user.click(screen.getByRole('radio', { name: 'Restart later' }))
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the assessment')
  expect(screen.getAllByText(/Key the time, such as 13:40/)[0]).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'Restart as the nomogram advises' }))
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the assessment')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    kind: 'bleedingAssessed',
    finding: 'none',
    plan: 'restart',
  })
})

test('INIT-6: a weight above 150 kg is keyed twice; an estimate needs its reason', async () => {
  const { user, entries } = await openPage('weight', await course('vteCourse', 0))
  await screen.findByRole('heading', { name: 'What does the patient weigh?' })
  await key(user, '160')
  await press(user, 'Next')
  await screen.findByRole('heading', { name: /Key it again/ })
  await key(user, '160')
  await press(user, 'Next')
  await user.click(await screen.findByRole('radio', { name: /^Estimated/ }))
  await press(user, 'Record the weight')
  expect(screen.getByText(/Say why it is estimated.*INIT-6/)).toBeVisible()
  await user.type(screen.getByLabelText(/Why can the patient not be weighed/), 'Intubated')
  await press(user, 'Record the weight')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kg: 160, method: 'estimated', reason: 'Intubated' })
})

test('NOMO-17: an MO orders a row shown; another figure is a deviation that an MO may not order', async () => {
  const played = await course('vteCourse', 10)
  const { user, entries, posted } = await openPage('order', played, { userId: 'mo.chen' })
  await user.click(await screen.findByRole('radio', { name: /Another figure/ }))
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the order')
  const rate = screen.getByLabelText('Pump rate, mL/hr')
  expect(rate).toHaveAccessibleDescription(/Nothing is keyed yet/)
  await user.type(rate, '13')
  await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'As the row says')
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the order')
  expect(screen.getByText(/This figure is a deviation: call the registrar.*DEV-1/)).toBeVisible()
  expect(posted()).toEqual([])
  await user.click(screen.getByRole('radio', { name: /Decrease: 14 to 12/ }))
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the order')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'rateOrdered', rateMlPerHour: 12 })
})

test('DEV-1: a registrar deviates with reason, instructions and the AMO’s name', async () => {
  const played = await course('vteCourse', 10)
  const { user, entries } = await openPage('order', played, { userId: 'reg.silva' })
  await user.click(await screen.findByRole('radio', { name: /Another figure/ }))
  await user.type(screen.getByLabelText('Pump rate, mL/hr'), '45')
  await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'Renal replacement')
  await user.type(screen.getByLabelText('Reason for the deviation'), 'Circuit clots')
  await user.type(screen.getByLabelText('Specific instructions'), 'APTT in 4 hours')
  await keyPin(user, 'reg.silva')
  await press(user, 'Sign the order')
  expect(screen.getByText(/Key the rate again.*NOMO-4/)).toBeVisible()
  await user.type(screen.getByLabelText('Pump rate, mL/hr, again'), '45')
  await keyPin(user, 'reg.silva')
  await press(user, 'Sign the order')
  expect(screen.getByText(/Name the AMO.*DEV-1/)).toBeVisible()
  await user.type(screen.getByLabelText(/Name of the AMO/), 'Haddad, Sami')
  await keyPin(user, 'reg.silva')
  await press(user, 'Sign the order')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    rateMlPerHour: 45,
    deviation: { reason: 'Circuit clots', instructions: 'APTT in 4 hours', amo: 'Haddad, Sami' },
  })
})

test('BOL-6: the order of the nomogram’s bolus shows what speaks against it', async () => {
  const { user, entries } = await openPage('bolus-order', await demonstration('subTherapeutic'), {
    userId: 'mo.okafor',
  })
  expect(await screen.findByRole('heading', { name: /Order the bolus: 5,000.units/ })).toBeVisible()
  const against = screen.getByRole('region', { name: 'What speaks against it' })
  expect(against).toHaveTextContent(/No stop in the last 12 hours/)
  expect(against).toHaveTextContent(/units\/kg at/)
  await keyPin(user, 'mo.okafor')
  await press(user, 'Sign the order')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'bolusOrdered', units: 5000 })
})

test('BLEED-0: clearing a suspension asks for finding and next step', async () => {
  const { user, entries } = await openPage('clear', await demonstration('ceasedForBleed'), {
    userId: 'mo.chen',
  })
  await screen.findByRole('heading', { name: 'Clear the suspension' })
  await user.type(screen.getByLabelText('Finding'), 'No bleeding on CT')
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign')
  expect(screen.getByText(/Write the next step.*BLEED-0/)).toBeVisible()
  await user.type(screen.getByLabelText('Next step'), 'Stay off tonight')
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'suspensionCleared', nextStep: 'Stay off tonight' })
})

test('SIGN-5: a stop is countersigned by another person on the same tablet', async () => {
  const { user, entries } = await openPage('countersign', await course('vteStopAndRestart', 11))
  const who = await screen.findByLabelText('User name of the person who signs')
  await user.clear(who)
  await user.type(who, 'rn.baker')
  await keyPin(user, 'rn.baker')
  await press(user, 'Sign')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'countersigned', by: { userId: 'rn.baker' } })
})

test('SIGN-3: the checker of “no change” keys APTT and rate; a difference is keyed afresh', async () => {
  const { user, entries } = await openPage('countersign', await course('vteCourse', 16), {
    userId: 'rn.baker',
  })
  await screen.findByRole('heading', { name: /What APTT does/ })
  await key(user, '60')
  await press(user, 'Next')
  await key(user, '11')
  await press(user, 'Next')
  await keyPin(user, 'rn.baker')
  await press(user, 'Sign')
  expect(await screen.findByRole('alert')).toHaveTextContent(/SIGN-4/)
  expect(entries.at(-1)?.kind).toBe('secondCheckMismatched')
  await press(user, 'Key the figures afresh')
  expect(await screen.findByRole('heading', { name: /What APTT does/ })).toBeVisible()
})

test('CHART-10: what was found at the bedside is recorded with its figure, time and reason', async () => {
  const { user, entries } = await openPage('bedside-fact', await course('vteCourse', 8), {
    query: '?fact=pump-found-at',
    later: 30,
  })
  await screen.findByRole('heading', { name: 'What rate does the pump show?' })
  await key(user, '15')
  await press(user, 'Next')
  await user.type(await screen.findByLabelText('How did it come about?'), 'Found at handover')
  await press(user, 'Record it')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ fact: 'pump-found-at', rateMlPerHour: 15 })
})

test('CHART-1: an entry is struck out with a reason and a signature', async () => {
  const { user, entries } = await openPage('strike-out', await course('vteCourse', 10))
  await user.click(await screen.findByRole('radio', { name: /^15:50 APTT result entered/ }))
  await user.type(screen.getByLabelText('Why is it wrong?'), 'Another patient')
  await keyPin(user, 'rn.adams')
  await press(user, 'Strike out')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'entryStruckOut', reason: 'Another patient' })
})

test('SIGN-4: the pending figure is not on the strike-out page either', async () => {
  await openPage('strike-out', await course('vteCourse', 11), { userId: 'mo.chen' })
  const pending = await screen.findByRole('radio', { name: /Rate change signed/ })
  expect(pending.closest('label')?.textContent).not.toMatch(/12.mL/)
})

test('INT-1: off, unplanned, needs its reason and no signature', async () => {
  const { user, entries } = await openPage('interrupt', await course('vteCourse', 8), { later: 30 })
  await press(user, 'Record: off')
  expect(screen.getByText(/Say why it is off.*INT-1/)).toBeVisible()
  await user.type(screen.getByLabelText('Why is it off?'), 'Tissued cannula')
  await press(user, 'Record: off')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'infusionInterrupted', reason: 'Tissued cannula' })
})

test('SIGN-5: a planned cease is held up by nothing new on the chart', async () => {
  const { user, entries, elsewhere, ward } = await openPage('cease', await course('vteCourse', 8))
  await user.click(await screen.findByRole('radio', { name: 'Treatment complete' }))
  elsewhere('rn.baker', {
    kind: 'recordWeight',
    expectedVersion: entries.at(-1)?.version ?? 0,
    happenedAt: new Date(ward.store.clock.now()).toISOString(),
    kg: 75,
    method: 'measured',
  })
  await screen.findByText('The chart changed while this page was open')
  await keyPin(user, 'rn.adams')
  await press(user, 'Cease')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'infusionCeased', reason: 'treatment-complete' })
})

test('NOMO-17: the MO’s order of another rate is carried out with two signatures', async () => {
  const played = await course('vteCourse', 10)
  const ordering = await openPage('order', played, { userId: 'mo.chen' })
  await ordering.user.click(await screen.findByRole('radio', { name: /Decrease: 14 to 12/ }))
  await ordering.user.type(screen.getByRole('textbox', { name: 'Reason' }), 'As the row says')
  await keyPin(ordering.user, 'mo.chen')
  await press(ordering.user, 'Sign the order')
  await screen.findByRole('heading', { name: 'Now' })
  cleanup()
  const ordered = { ...played, entries: ordering.entries }
  const { user, entries } = await openPage('titrate', ordered)
  expect(
    await screen.findByRole('heading', {
      name: /Decrease by 2.millilitres per hour: 14 to 12.millilitres/,
    }),
  ).toBeVisible()
  expect(screen.getByText(/Ordered by Chen, Mei \(MO\).*As the row says/)).toBeVisible()
  await keyPin(user, 'rn.adams')
  await press(user, 'Sign first')
  await screen.findByRole('heading', { name: /a second person checks/ })
  expect(entries.at(-1)).toMatchObject({
    kind: 'rateChanged',
    newRateMlPerHour: 12,
    orderSeq: entries.at(-2)?.seq,
  })
})

test('SIGN-3: “no change” is checked with APTT and rate, and countersigned', async () => {
  const { user, entries } = await openPage('countersign', await course('vteCourse', 16), {
    userId: 'rn.baker',
  })
  const result = entries.findLast((entry) => entry.kind === 'apttResulted')
  await screen.findByRole('heading', { name: /What APTT does/ })
  await key(user, result?.text ?? '')
  await press(user, 'Next')
  await key(user, '12')
  await press(user, 'Next')
  await keyPin(user, 'rn.baker')
  await press(user, 'Sign')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'countersigned', checkedRateMlPerHour: 12 })
})

test('CHART-2: what was confirmed at the bedside is not kept for another time', async () => {
  const played = await course('vteCourse', 5)
  const first = await openPage('start', played)
  await first.user.click(await screen.findByRole('checkbox', { name: /Name, date of birth/ }))
  cleanup()
  await openPage('start', played)
  expect(await screen.findByRole('checkbox', { name: /Name, date of birth/ })).not.toBeChecked()
})
