import { cleanup, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { type Played, playedEntries } from '../support/playedEntries.ts'
import { openPage, type PageOptions, press } from './bedside/decidingWard.tsx'

const course = (name: string, upTo?: number) => playedEntries(`tests/scenarios/${name}.json`, upTo)
const demonstration = (name: string) => playedEntries(`server/scenarios/${name}.json`)

async function openHandover(played: Played, options: PageOptions = {}) {
  const opened = await openPage('handover', played, options)
  await screen.findByRole('heading', { name: 'Handover: IV heparin' })
  return opened
}
const part = (name: string) => screen.getByRole('region', { name })

/** What a part says under a label. */
function said(name: string, label: string): string {
  const term = within(part(name)).getByText(label, { selector: 'dt' })
  return (term.nextElementSibling?.textContent ?? '').replaceAll('\u00a0', ' ')
}

test('HAND-1: ISBAR in its order, marked high-risk medicine, with the banner and STOP', async () => {
  await openHandover(await course('vteCourse', 13))
  expect(screen.getByText('High-risk medicine')).toBeVisible()
  const parts = ['Identify', 'Situation', 'Background', 'Assessment', 'Requests']
  const headings = screen
    .getAllByRole('heading', { level: 2 })
    .map(({ textContent }) => textContent?.slice(1))
  expect(headings).toEqual(parts)
  expect(within(part('Patient')).getByRole('link', { name: 'STOP' })).toBeVisible()
})

test('HAND-1: a running course: who, why, protocol, rate, weight, bolus, APTT, rates, what is next and whose', async () => {
  const { entries } = await openHandover(await course('vteCourse', 13))
  const [opened] = entries
  if (opened?.kind !== 'chartOpened') throw new Error('no opening')
  expect(said('Identify', 'Patient')).toContain(opened.patient.mrn)
  expect(said('Identify', 'Ward and bed')).toBe(`7 West, bed ${opened.bed}`)
  expect(said('Identify', 'AMO')).toBe(opened.amo)
  expect(said('Situation', 'Protocol')).toBe('VTE/ATE/AF')
  expect(said('Situation', 'Infusion')).toBe('Running at 12 mL/hr (1,200 units/hr) since 16:04')
  expect(said('Background', 'Weight')).toMatch(/^75 kg, measured/)
  expect(said('Background', 'Started')).toBe('09:00')
  expect(said('Background', 'Bolus given')).toMatch(/^\d,\d{3} units at 08:50$/)
  expect(said('Background', 'Stops')).toBe('None')
  expect(said('Background', 'Deviations')).toBe('None')
  const [, row] = within(part('Assessment')).getAllByRole('row')
  expect(row).toHaveTextContent(/^15:0298\.095\.1 to.105Rate 14 to 12.mL\/hr/)
  expect(said('Assessment', 'Rates')).toBe('14 mL/hr from 09:00; 12 mL/hr from 16:04')
  expect(said('Assessment', 'Therapeutic')).toBe('Not yet')
  expect(part('Requests')).toHaveTextContent(
    /Collect APTT in 6.hr \(22:04\)Nurse or MO, 6.hours after the rate change at 16:04/,
  )
})

test('HAND-1: the run of therapeutic results is said: once, then two in a row', async () => {
  await openHandover(await course('vteCourse', 17))
  expect(said('Assessment', 'Therapeutic')).toMatch(/^Once/)
  cleanup()
  await openHandover(await course('vteCourse', 21))
  expect(said('Assessment', 'Therapeutic')).toBe('Yes: 2 results in a row in the target band')
})

test('HAND-1: a stop says since when, what ran, how long it holds and what the rate then is', async () => {
  const { id } = await openHandover(await course('vteStopAndRestart', 12))
  expect(said('Situation', 'Infusion')).toMatch(
    /^Stopped since \d\d:\d\d\. It ran [\d.]+ mL\/hr\. Hold to \d\d:\d\d, then [\d.]+ mL\/hr$/,
  )
  expect(said('Background', 'Stops')).toMatch(/^Stop \d\d:\d\d, still off$/)
  expect(said('Assessment', 'Rates')).toMatch(/off from \d\d:\d\d$/)
  expect(said('Assessment', 'Therapeutic')).toBe('Infusion off: no result counts')
  expect(said('Assessment', 'Bleeding')).toBe('No assessment on this chart')
  expect(part('Requests')).toHaveTextContent(/MO assesses bleeding/)
  expect(part('Requests')).toHaveTextContent(/Restart the infusion/)
  expect(screen.getByRole('link', { name: 'Handed over' })).toHaveAttribute(
    'href',
    `/charts/${id}/handed-over`,
  )
})

test('HAND-1: after the restart the stop has its end, and the bleeding assessment its name and time', async () => {
  await openHandover(await course('vteStopAndRestart', 19))
  expect(said('Background', 'Stops')).toMatch(/^Stop \d\d:\d\d to \d\d:\d\d$/)
  expect(said('Assessment', 'Bleeding')).toMatch(
    /^no bleeding; restart stands \(.+, MO, \d\d:\d\d\)$/,
  )
})

test('HAND-1, SIGN-4: a pending act is handed over without its figure, with when it lapses', async () => {
  await openHandover(await course('vteCourse', 11), { userId: 'rn.baker', later: 1 })
  expect(said('Situation', 'Pending')).toMatch(
    /^Rate change by Adams, Jo \(RN\) awaits its second check, lapses 16:10$/,
  )
  expect(part('Requests')).toHaveTextContent(/Second check/)
  const page = screen.getByRole('main').textContent ?? ''
  expect(page).not.toMatch(/\b12\u00a0mL\/hr/)
  expect(page).toMatch(/14\u00a0mL\/hr/)
})

test('HAND-1: what bars a bolus and an estimated weight are said, and an owed signature is asked for', async () => {
  await openHandover(await demonstration('noBolusStroke'))
  expect(said('Background', 'NO BOLUS')).toBe('acute stroke')
  cleanup()
  await openHandover(await demonstration('estimatedWeight'))
  expect(said('Background', 'Weight')).toMatch(/estimated/)
  expect(part('Requests')).toHaveTextContent(/Weigh the patient/)
  cleanup()
  await openHandover(await course('emergencyStopAlone', 12))
  expect(said('Situation', 'Infusion')).toMatch(
    /^Ceased since \d\d:\d\d: suspected major bleeding$/,
  )
  expect(said('Situation', 'Suspended')).toMatch(/^suspected major bleeding/)
  expect(part('Requests')).toHaveTextContent(/Second check|Countersign/)
  expect(part('Requests')).toHaveTextContent(/MO reviews the suspension/)
})

test('HAND-1: before the start it says what is prescribed and asks for the start', async () => {
  await openHandover(await demonstration('prescribedNotStarted'))
  expect(said('Situation', 'Infusion')).toMatch(/^Not started; prescribed: [\d.]+ mL\/hr$/)
  expect(part('Requests')).toHaveTextContent(/Start the infusion NextNurse or MO, prescribed:/)
})

test('HAND-1: it is printed from its button', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => {})
  const { user } = await openHandover(await course('vteCourse', 13))
  await press(user, 'Print')
  expect(print).toHaveBeenCalledTimes(1)
  print.mockRestore()
})

test('HAND-1: handed over: from the person signed in, to a name and role, on the record and on the next summary', async () => {
  const { user, entries, posted } = await openPage('handed-over', await course('vteCourse', 13))
  expect(await screen.findByText('Adams, Jo', { selector: 'b' })).toBeVisible()
  await press(user, 'Record the handover')
  expect(screen.getByText(/Give the name of who takes over.*HAND-1/)).toBeVisible()
  await user.type(screen.getByLabelText('Name of who takes over'), 'Baker, Lee')
  await press(user, 'Record the handover')
  expect(screen.getByText(/Say their role.*HAND-1/)).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'Registered nurse (RN)' }))
  await press(user, 'Record the handover')
  await screen.findByRole('heading', { name: 'Now' })
  expect(posted().at(-1)?.body).not.toHaveProperty('signature')
  const last = entries.at(-1)
  expect(last).toMatchObject({
    kind: 'handedOver',
    by: { userId: 'rn.adams' },
    to: { name: 'Baker, Lee', role: 'RN' },
  })
  expect(screen.getByRole('region', { name: /^Record/ })).toHaveTextContent(
    /Handed over From Adams, Jo \(RN\) to Baker, Lee \(RN\)/,
  )
  cleanup()
  const { now } = await course('vteCourse', 13)
  await openHandover({ entries, now })
  expect(
    screen.getByText(/Last handed over 16:04, Adams, Jo \(RN\) to Baker, Lee \(RN\)/),
  ).toBeVisible()
})

test('HAND-1: a pharmacist is told at once that doctors and nurses hand over', async () => {
  await openPage('handed-over', await course('vteCourse', 13), { userId: 'pharm.gray' })
  expect(await screen.findByText('Doctors and nurses hand over')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Record the handover' })).toBeNull()
})
