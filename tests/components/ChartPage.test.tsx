import { act, cleanup, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Entry } from '../../src/chart/entries.ts'
import { type Instant, plusMinutes } from '../../src/time.ts'
import { ADAMS } from '../support/fakeWard.ts'
import { openChart } from '../support/openChart.tsx'
import { type Played, playedEntries } from '../support/playedEntries.ts'
import { renderOnWard } from '../support/renderOnWard.tsx'

const BAKER = { ...ADAMS, userId: 'rn.baker', name: 'Baker, Lee' }
const CHEN = { ...ADAMS, userId: 'mo.chen', name: 'Chen, Mei', role: 'MO' }

const section = (name: string | RegExp) => screen.getByRole('region', { name })
const later = (played: Played, minutes: number): Played => ({
  ...played,
  now: plusMinutes(played.now, minutes) as Instant,
})

const demonstration = (name: string, upTo?: number) =>
  playedEntries(`server/scenarios/${name}.json`, upTo)
const course = (name: string, upTo?: number) => playedEntries(`tests/scenarios/${name}.json`, upTo)

test('CHART-2: the banner names the patient, what they weigh, the protocol and its target', async () => {
  await openChart(await demonstration('estimatedWeight'))
  const banner = section('Patient')
  expect(within(banner).getByRole('heading')).toHaveTextContent(/^[A-Z' -]+, [A-Z]/)
  const facts = ['MRN', 'Allergies', 'estimated', 'Indication', 'Protocol', 'Target APTT', 'AMO']
  for (const text of facts) {
    expect(banner).toHaveTextContent(text)
  }
})

test('BOL-9: NO BOLUS stands in the banner with its reason', async () => {
  await openChart(await demonstration('noBolusStroke'))
  expect(section('Patient')).toHaveTextContent(/NO BOLUS\s*acute stroke/)
})

test('BLEED-0: a suspension stands in the banner, and the infusion reads ceased with its reason', async () => {
  await openChart(await demonstration('ceasedForBleed'))
  expect(section('Patient')).toHaveTextContent(
    /SUSPENDED\s*suspected major bleeding, since \d\d:\d\d/,
  )
  expect(section('Now')).toHaveTextContent(/Ceased.*Reason: suspected major bleeding/)
})

test('SIGN-5: STOP is at its place on the chart', async () => {
  const { id } = await openChart(await demonstration('daily'))
  const stop = within(section('Patient')).getByRole('link', { name: 'STOP' })
  expect(stop).toHaveAttribute('href', `/charts/${id}/stop`)
})

test('INIT-8: the running rate is the big figure, with the units per hour it delivers', async () => {
  await openChart(await course('vteCourse', 8))
  expect(section('Now')).toHaveTextContent(/14.mL\/hr.*1,400.units\/hr since 09:00/)
})

test('NOMO-8: the next step names its anchor, its countdown and its time', async () => {
  const { id } = await openChart(await course('vteCourse', 8))
  const next = section('Next')
  expect(next).toHaveTextContent(
    /Collect APTT.*in 6.hr \(15:00\).*6.hours after the start at 09:00/,
  )
  expect(within(next).getByRole('link', { name: 'Collected now' })).toHaveAttribute(
    'href',
    `/charts/${id}/collect`,
  )
})

test('NOMO-6: a result to act on says what to do, in words and direction, with both rates', async () => {
  await openChart(await course('vteCourse', 10))
  expect(section('Next')).toHaveTextContent(
    /Decrease by 2.mL\/hr: 14 to 12.mL\/hr.*APTT 98\.0, collected/,
  )
})

test('SIGN-4: until the read-back the old rate runs, and the figure that waits shows to its first signer alone', async () => {
  const played = await demonstration('pendingSecondCheck')
  await openChart(played, { user: BAKER })
  expect(section('Now')).toHaveTextContent(/11.mL\/hr.*A change awaits its second check/)
  expect(document.body).not.toHaveTextContent(/\b9.mL\/hr/)
  expect(document.body).not.toHaveTextContent('11 to 9')
  expect(section(/Record/)).toHaveTextContent('Figure kept back until the second check is in')
  expect(screen.getByRole('table')).toHaveTextContent('Kept back')
  expect(screen.getByRole('table')).not.toHaveTextContent('95.1 to')
})

test('SIGN-4: its first signer still sees what they signed', async () => {
  await openChart(await demonstration('pendingSecondCheck'), { user: ADAMS })
  expect(section('Now')).toHaveTextContent(/A change \(9.mL\/hr\) awaits its second check/)
})

test('SIGN-8: after ten minutes without a check it has lapsed, and the result is to be acted on again', async () => {
  await openChart(later(await demonstration('pendingSecondCheck'), 11), { user: BAKER })
  expect(section('Now')).not.toHaveTextContent('awaits')
  expect(section('Next')).toHaveTextContent(/Decrease by 2.mL\/hr: 11 to 9/)
  expect(section(/Record/)).toHaveTextContent('Lapsed: nothing was changed')
})

test('TIME-3: a stop shows its hold and the restart with its rate, overdue in words', async () => {
  await openChart(later(await demonstration('restartOverdue'), 120))
  const step = section('Next')
  expect(section('Now')).toHaveTextContent(/Stopped.*The hold ended.*ago/)
  expect(step).toHaveTextContent(/Restart at \d+(\.\d)?.mL\/hr.*overdue \(due \d\d:\d\d\)/)
})

test('SIGN-2: who may not do the next thing is told who does', async () => {
  const played = await demonstration('ceasedForBleed')
  await openChart(played, { user: ADAMS })
  expect(section('Next')).toHaveTextContent('A medical officer does this: call the MO.')
  expect(within(section('Next')).queryByRole('link', { name: 'Review' })).toBeNull()
})

test('SIGN-2: a medical officer gets the button', async () => {
  await openChart(await demonstration('ceasedForBleed'), { user: CHEN })
  expect(within(section('Next')).getByRole('link', { name: 'Review' })).toBeVisible()
})

test('INIT-5: before a prescription the chart asks for the weight, then for the prescription', async () => {
  const { id, ward } = await openChart(await course('vteCourse', 0), { user: CHEN })
  expect(section('Next')).toHaveTextContent(/Weigh the patient/)
  const { entries } = await course('vteCourse', 1)
  const weight = { ...entries[1], chartId: id }
  act(() => ward.stream('entry', { chartId: id, entry: weight }))
  expect(section('Next')).toHaveTextContent(/Prescribe heparin/)
})

test('a prescribed chart says what was prescribed and offers the start', async () => {
  await openChart(await demonstration('prescribedNotStarted'))
  expect(section('Now')).toHaveTextContent(/Not started.*Prescribed: .*then \d+.mL\/hr/)
  expect(section('Next')).toHaveTextContent(/Give the bolus/)
  expect(section('Next')).toHaveTextContent(/Start the infusion/)
})

test('the table stands in the paper chart’s order, with both signatures and the next APTT', async () => {
  await openChart(await course('vteCourse', 13))
  const table = screen.getByRole('table')
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((head) => head.textContent),
  ).toEqual([
    'Due',
    'Collected',
    'APTT in seconds',
    'Band',
    'Bolus',
    'Stop',
    'Old rate in millilitres per hour',
    'New rate in millilitres per hour',
    'Changed',
    'Signed',
    'Next APTT',
  ])
  const row = within(table).getAllByRole('row').at(-1)
  const cells = row ? within(row).getAllByRole('cell') : []
  expect(cells.map((cell) => cell.textContent?.replaceAll('\u00a0', ' '))).toEqual([
    '15:00',
    '98.0',
    '95.1 to 105',
    'No',
    'No',
    '14',
    '12',
    '16:04',
    'Adams, Jo RNBaker, Lee RN',
    '22:04',
  ])
})

test('NOMO-9: a sample that cannot be acted on says why in its row', async () => {
  await openChart(await course('staleSample'))
  expect(screen.getByRole('table')).toHaveTextContent(/Not acted on: /)
})

test('CHART-1: a struck-out entry stays legible, with who struck it and why', async () => {
  const played = await course('vteCourse', 10)
  const last = played.entries.at(-1) as Entry
  const strike = {
    ...last,
    seq: last.seq + 1,
    kind: 'entryStruckOut',
    struckSeq: last.seq,
    reason: 'another patient’s report',
  } as unknown as Entry
  const fields = ['text', 'sample', 'use', 'advice']
  for (const field of fields) Reflect.deleteProperty(strike, field)
  await openChart({ ...played, entries: [...played.entries, strike] })
  expect(section(/Record/)).toHaveTextContent(/APTT result entered APTT 98\.0/)
  expect(section(/Record/)).toHaveTextContent(/Struck out by .*another patient’s report/)
  expect(screen.getByRole('table')).toHaveTextContent('Struck out')
})

test('the trend says in words what it draws, and where its figures are', async () => {
  await openChart(await course('vteCourse'))
  expect(screen.getByRole('img')).toHaveAccessibleName(
    /target 45 to 90 seconds\. Latest APTT .* Every figure is in the table below/,
  )
})

test('an entry from another tablet shows without a reload', async () => {
  const played = await course('vteCourse', 9)
  const { entries } = await course('vteCourse', 10)
  const { id, ward } = await openChart(played)
  expect(section('Next')).toHaveTextContent(/APTT result to check/)
  act(() => ward.stream('entry', { chartId: id, entry: { ...entries.at(-1), chartId: id } }))
  expect(section('Next')).toHaveTextContent(/Decrease by 2/)
})

test('a chart of another ward and an unknown one read the same', async () => {
  await renderOnWard('/charts/elsewhere')
  expect(
    await screen.findByRole('heading', { name: 'There is no such chart on your wards' }),
  ).toBeVisible()
})

test('a chart that cannot be read says so and is asked for again on a tap', async () => {
  await renderOnWard('/charts/dead', {
    answer: ({ path }) => (path.includes('/charts/dead') ? 'lost' : null),
  })
  expect(await screen.findByRole('heading', { name: 'The chart could not be read' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
})

test('an address that leads nowhere says so', async () => {
  await renderOnWard('/nowhere')
  expect(
    await screen.findByRole('heading', { name: 'There is no page at this address' }),
  ).toBeVisible()
})

test('TIME-3: before the assessment the restart asks for it, from a medical officer', async () => {
  const played = later(await course('vteStopAndRestart', 12), 100)
  const { id } = await openChart(played, { user: CHEN })
  expect(within(section('Next')).getByRole('link', { name: 'Assess first' })).toHaveAttribute(
    'href',
    `/charts/${id}/assess`,
  )
  expect(within(section('Next')).queryByRole('link', { name: 'Restart' })).toBeNull()
})

test('NOMO-9: what is not due yet does not invite the thumb', async () => {
  await openChart(await course('vteCourse', 8))
  const waiting = screen.getByRole('link', { name: 'Collected now' }).className
  cleanup()
  await openChart(later(await course('vteCourse', 8), 6 * 60))
  expect(screen.getByRole('link', { name: 'Collected now' }).className).not.toBe(waiting)
})

test('a bolus before the start moves no rate: its row says that nothing runs', async () => {
  await openChart(await course('vteCourse', 8))
  const bolus = within(screen.getByRole('table')).getByRole('row', { name: /^Bolus/ })
  expect(bolus).toHaveTextContent(/6,000.units/)
  expect(within(bolus).getByRole('cell', { name: 'Not running' })).toBeVisible()
  expect(bolus).not.toHaveTextContent(/Off|change/)
})
