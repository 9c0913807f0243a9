import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { isoOf, plusMinutes } from '../../src/time.ts'
import { NOW } from '../support/fakeWard.ts'
import { openChart } from '../support/openChart.tsx'
import { playedEntries } from '../support/playedEntries.ts'
import { renderOnWard } from '../support/renderOnWard.tsx'

test('H34: a screen without word from the server says since when, and how long ago that is, minute by minute', async () => {
  const ward = await renderOnWard('/')
  act(() => ward.stream('beat', { now: isoOf(NOW) }))
  act(() => ward.pass(15_000))
  const band = screen.getByRole('alert')
  expect(band).toHaveTextContent('Not up to date: no word from the server since 15:00, 0 min ago')
  act(() => ward.pass(23 * 60_000))
  expect(band).toHaveTextContent('since 15:00, 23 min ago')
  expect(band).not.toHaveTextContent('tablet’s clock')
})

test('H34: an age by the tablet’s clock says so, and one that nobody knows is not told', async () => {
  const ward = await renderOnWard('/')
  const set = (clockBasis: 'tablet' | 'unknown') =>
    act(() =>
      ward.store.state.setState({
        connection: 'stale',
        reach: 'kept',
        asOf: NOW,
        clockBasis,
        notKept: ['a', 'b'],
      }),
    )
  set('tablet')
  const band = screen.getByRole('alert')
  expect(band).toHaveTextContent(
    'As of 15:00, 0 min ago by this tablet’s clock. The server cannot be reached',
  )
  expect(band).toHaveTextContent('2 charts of the ward are not on this tablet.')
  set('unknown')
  expect(band).toHaveTextContent('As of 15:00, how long ago is not known')
  expect(band).not.toHaveTextContent('0 min ago')
})

test('H34: the age of a chart stands in its patient banner too, which stays; of a live one there is none', async () => {
  const { ward } = await openChart(await playedEntries('server/scenarios/noBolusStroke.json'))
  const banner = screen.getByRole('region', { name: 'Patient' })
  expect(banner).not.toHaveTextContent('Shown as it was')
  act(() =>
    ward.store.state.setState({
      ...{ connection: 'stale', reach: 'kept', clockBasis: 'tablet' },
      asOf: plusMinutes(ward.store.clock.now(), -45),
    }),
  )
  expect(banner).toHaveTextContent(/Shown as it was at .*, 45 min ago by this tablet’s clock/)
  act(() => ward.store.state.setState({ connection: 'stale', asOf: null }))
  expect(banner).toHaveTextContent('May be behind the record')
})

test('a new build is offered on the board, and not within an act', async () => {
  const user = userEvent.setup()
  const take = vi.fn()
  const ward = await renderOnWard('/')
  act(() => ward.store.state.setState({ newBuild: { take } }))
  await user.click(screen.getByRole('button', { name: 'Take it now' }))
  expect(take).toHaveBeenCalledOnce()
  await user.click(screen.getByRole('link', { name: 'New chart' }))
  expect(screen.queryByText('A new version is ready')).toBeNull()
})

test('where the browser keeps no charts the board says what that means', async () => {
  await renderOnWard('/', { kept: null })
  expect(await screen.findByText(/This browser keeps no charts/)).toBeVisible()
})
