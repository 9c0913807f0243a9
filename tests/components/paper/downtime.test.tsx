import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { boardLine } from '../../../server/chartView.ts'
import type { Entry } from '../../../src/chart/entries.ts'
import { fold } from '../../../src/chart/fold.ts'
import type { Instant } from '../../../src/time.ts'
import type { FakeWardOptions } from '../../support/fakeWard.ts'
import { playedEntries } from '../../support/playedEntries.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'

const demonstration = (name: string) => playedEntries(`server/scenarios/${name}.json`)

/** A ward with these charts on its board, its downtime pack open. */
async function openPack(
  charts: readonly (readonly Entry[])[],
  now: Instant,
  more: FakeWardOptions = {},
) {
  const rows = charts.map((entries) => boardLine(fold(entries), now))
  return renderOnWard('/downtime', { charts, now, board: { charts: rows }, ...more })
}

async function wardOfTwo() {
  const [waiting, stopped] = await Promise.all([
    demonstration('pendingSecondCheck'),
    demonstration('restartOverdue'),
  ])
  return { charts: [waiting.entries, stopped.entries], now: stopped.now, waiting, stopped }
}

const listed = () => screen.findByRole('list', { name: 'Charts of the pack' })
const cover = () =>
  within(
    screen.getByRole('region', { name: 'Downtime pack' }).closest('[class*=sheet]') as HTMLElement,
  )
const onCover = (surname: string) =>
  screen.getByRole('row', { name: new RegExp(`^\\S+ ${surname}`) })
const heads = () => screen.getAllByRole('region', { name: 'Patient on paper' })

test('CHART-1 CHART-2: the pack is a cover, then each chart and its sheet to go on by hand, each under its own banner', async () => {
  const { charts, now } = await wardOfTwo()
  await openPack(charts, now)
  expect(await within(await listed()).findAllByText('In the pack')).toHaveLength(2)
  expect(heads().map(({ textContent }) => textContent?.match(/O'BRIEN|TAUFA/)?.[0])).toEqual([
    "O'BRIEN",
    "O'BRIEN",
    'TAUFA',
    'TAUFA',
  ])
  const titles = heads().map(({ textContent }) => /^(.*?)High-risk/.exec(textContent)?.[1])
  expect(titles).toEqual([
    'IV heparin chart',
    'Continuation by hand',
    'IV heparin chart',
    'Continuation by hand',
  ])
  for (const head of heads()) expect(head).toHaveTextContent(/As of \d\d:\d\d \d\d.\w{3}.\d{4}/)
})

test('SIGN-4: the cover says what runs and that a change waits, never its figure', async () => {
  const { charts, waiting } = await wardOfTwo()
  await openPack(charts, waiting.now)
  await within(await listed()).findAllByText('In the pack')
  expect(onCover("O'BRIEN")).toHaveTextContent(/11.mL\/hr.*Rate change awaits its second check/)
  expect(onCover("O'BRIEN")).not.toHaveTextContent(/\b9.mL\/hr/)
})

test('TIME-3: the cover says of a stopped infusion until when it is held, and no rate', async () => {
  const { charts, now } = await wardOfTwo()
  await openPack(charts, now)
  await within(await listed()).findAllByText('In the pack')
  expect(onCover('TAUFA')).toHaveTextContent(/STOPPED.*hold to \d\d:\d\d/)
  expect(onCover('TAUFA')).not.toHaveTextContent('mL/hr')
})

test('CHART-1: a chart that cannot be read is named on the screen and on the cover, and read again on asking', async () => {
  const { charts, now, stopped } = await wardOfTwo()
  const id = stopped.entries[0]?.chartId ?? ''
  let isSilent = true
  await openPack(charts, now, {
    answer: ({ path }) => (isSilent && path.includes(`${id}/entries`) ? 'lost' : null),
  })
  expect(await within(await listed()).findByText(/Could not be read/)).toBeInTheDocument()
  expect(onCover('TAUFA')).toHaveTextContent(
    'The chart could not be read: NOT in this pack. The pump and the paper chart count.',
  )
  expect(screen.getByRole('region', { name: 'Downtime pack' })).toHaveTextContent(
    '1 of them NOT in this pack',
  )
  expect(heads()).toHaveLength(2)
  isSilent = false
  await userEvent.setup().click(screen.getByRole('button', { name: 'Read again' }))
  expect(await within(await listed()).findAllByText('In the pack')).toHaveLength(2)
})

test('CHART-1: a chart that is behind what the board knows of it is not in the pack', async () => {
  const { charts, now } = await wardOfTwo()
  const [first, second] = charts.map((entries) => boardLine(fold(entries), now))
  await openPack(charts, now, {
    board: { charts: [first, { ...second, seq: (second?.seq ?? 0) + 1 }] },
  })
  expect(await within(await listed()).findByText('In the pack')).toBeInTheDocument()
  expect(onCover('TAUFA')).toHaveTextContent('NOT in this pack')
})

test('CHART-1: a record that is damaged is counted on the cover', async () => {
  const { charts, now } = await wardOfTwo()
  const rows = charts.map((entries) => boardLine(fold(entries), now))
  await openPack(charts, now, { board: { charts: rows, damaged: ['x'] } })
  await within(await listed()).findAllByText('In the pack')
  expect(cover().getByText(/1 more on this ward: the record is damaged/)).toBeInTheDocument()
})

test('while the server is silent screen and paper say so, and stand at its last word', async () => {
  const { charts, now } = await wardOfTwo()
  const ward = await openPack(charts, now)
  await within(await listed()).findAllByText('In the pack')
  const region = screen.getByRole('region', { name: 'Downtime pack' })
  const [asOf = 'not said'] = /As of \d\d:\d\d/.exec(region.textContent) ?? []
  act(() => ward.pass(10 * 60_000))
  expect(region).toHaveTextContent(asOf)
  expect(region).toHaveTextContent('NOT UP TO DATE')
  expect(screen.getByText(/The server is silent: later entries are missing/)).toBeVisible()
})

test('a ward without an open chart says so, and offers the blank chart', async () => {
  const { now } = await wardOfTwo()
  await openPack([], now)
  expect(await screen.findByText('No open heparin chart on this ward.')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Blank paper chart' })).toHaveAttribute(
    'href',
    '/downtime/blank',
  )
})

test('the pack is printed when everything was read', async () => {
  const asked = vi.spyOn(window, 'print').mockImplementation(() => {})
  const { charts, now } = await wardOfTwo()
  await openPack(charts, now)
  await within(await listed()).findAllByText('In the pack')
  await userEvent.setup().click(screen.getByRole('button', { name: 'Print the pack' }))
  expect(asked).toHaveBeenCalledOnce()
})
