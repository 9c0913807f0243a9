import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { type Answer, type FakeWard, problemOf, type Seen } from '../../support/fakeWard.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'
import { course, reportOf } from './report.ts'

const isAudit = ({ path }: Seen) => path.includes('/audit?')
const answering = (answer: Answer) => (seen: Seen) => (isAudit(seen) ? answer : null)
const report = (more: object = {}, goLive?: string): Answer => ({
  status: 200,
  body: reportOf(course(), goLive, more),
})

const opened = (answer: Answer) => renderOnWard('/audit', { answer: answering(answer) })
const asked = (ward: FakeWard) => ward.seen.filter(isAudit).map(({ path }) => path)

/** The row of one figure. */
async function figure(label: string): Promise<HTMLElement> {
  const heading = await screen.findByRole('heading', { name: label })
  const row = heading.closest('li')
  if (!row) throw new Error(`${label} stands in no row`)
  return row
}

test('AUDIT-1: every figure stands with its count, and nothing to count is said', async () => {
  await opened(report())

  expect(await figure('Decisions as the nomogram said')).toHaveTextContent('100 % (2 of 2)')
  expect(await figure('APTTs in range')).toHaveTextContent('66.7 % (2 of 3)')
  expect(await figure('Holds kept')).toHaveTextContent('Nothing to count')
  expect(await figure('Deviations')).toHaveTextContent('None')
  expect(screen.queryByText(/0\/0|NaN|null/)).toBeNull()
  expect(await figure('Time to the first therapeutic APTT')).toHaveTextContent(
    '13 hr (median; 1 of 1 infusion)',
  )
})

test('AUDIT-1: time in range names the published comparator as such', async () => {
  await opened(report())

  // 98 to 60 in 7 h passes 90 after 8/38; then 6 h in range: 11 h 31.6 min of 13 h.
  expect(await figure('Time in therapeutic range')).toHaveTextContent(
    '88.7 % (11 hr 32 min of 13 hr; published: 43.7 %)',
  )
})

test('AUDIT-1: how a figure is counted is one tap away', async () => {
  const user = userEvent.setup()
  await opened(report())
  const row = await figure('Decisions as the nomogram said')

  await user.click(within(row).getByText('How it is counted'))

  expect(within(row).getAllByRole('group')[0]).toHaveTextContent('advised on that result')
  expect(await within(row).findByText(/defined beside each/)).toBeVisible()
})

test('AUDIT-1: the charts behind a figure are one tap away, each with its part and its address', async () => {
  const user = userEvent.setup()
  await opened(report())
  const row = await figure('APTTs in range')

  await user.click(within(row).getByText('Charts (1)'))

  const link = within(row).getByRole('link', { name: 'NGUYEN, Alex' })
  expect(link).toHaveAttribute('href', '/charts/00000000-0000-4000-8000-000000000001')
  expect(link.closest('li')).toHaveTextContent('2 of 3')
})

test('AUDIT-1: a chart that has left the ward is counted, not named and not linked', async () => {
  const user = userEvent.setup()
  await opened(
    report({ charts: [{ chartId: '00000000-0000-4000-8000-000000000001', patient: null }] }),
  )
  const row = await figure('APTTs in range')

  await user.click(within(row).getByText('Charts (1)'))

  expect(within(row).getByText('A chart that has left this ward')).toBeVisible()
  expect(within(row).queryByRole('link')).toBeNull()
})

test('AUDIT-1: both plots have words and a table with the same figures', async () => {
  const user = userEvent.setup()
  await opened(report())

  const curve = await screen.findByRole('figure', { name: 'Time to the first therapeutic APTT' })
  expect(within(curve).getByRole('img')).toHaveTextContent('Whole period: 13 hr (median; 1 of 1')
  await user.click(within(curve).getByText('The same as a table'))
  expect(within(curve).getAllByRole('row').at(-1)).toHaveTextContent(/^13 hr.*11100 %$/)

  const bars = screen.getByRole('figure', { name: 'Time in therapeutic range' })
  expect(within(bars).getByRole('img')).toHaveTextContent('published 43.7 %')
  await user.click(within(bars).getByText('The same as a table'))
  expect(within(bars).getAllByRole('row').at(-1)).toHaveTextContent(
    'NGUYEN, AlexWed 10 Mar 2027 19:0088.7 %',
  )
})

test('AUDIT-1: it asks for whole days of the facility: the last 30, or as many as are chosen', async () => {
  const user = userEvent.setup()
  const ward = await opened(report())
  await figure('Deviations')
  await user.click(screen.getByRole('button', { name: 'Last 7 days' }))
  await figure('Deviations')

  // It is 15:00 on 10 March in Sydney, 11 hours ahead.
  expect(asked(ward)).toEqual([
    '/api/wards/7-west/audit?from=2027-02-08T13%3A00%3A00Z&to=2027-03-10T13%3A00%3A00Z',
    '/api/wards/7-west/audit?from=2027-03-03T13%3A00%3A00Z&to=2027-03-10T13%3A00%3A00Z',
  ])
  expect(screen.getByText(/^Thu 04 Mar 2027 to Wed 10 Mar 2027: 1 infusion$/)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Download as CSV' })).toHaveAttribute(
    'href',
    '/api/wards/7-west/audit.csv?from=2027-03-03T13%3A00%3A00Z&to=2027-03-10T13%3A00%3A00Z',
  )
})

test('AUDIT-1: own days are read day first, the last one included; what cannot be read is told and asks nothing', async () => {
  const user = userEvent.setup()
  const ward = await opened(report())
  await figure('Deviations')
  await user.click(screen.getByRole('button', { name: 'From, to' }))
  expect(screen.getByText(/From: write a day that exists/)).toBeVisible()
  await user.type(screen.getByLabelText('First day'), '01 Mar 2027')
  await user.type(screen.getByLabelText('Last day'), '31/02/2027')
  expect(screen.getByText(/To: write a day that exists/)).toBeVisible()
  expect(asked(ward)).toHaveLength(1)

  await user.clear(screen.getByLabelText('Last day'))
  await user.type(screen.getByLabelText('Last day'), '28 Feb 2027')
  expect(screen.getByText('The last day lies before the first.')).toBeVisible()
  await user.clear(screen.getByLabelText('Last day'))
  await user.type(screen.getByLabelText('Last day'), '02 Mar 2027')
  await figure('Deviations')
  expect(asked(ward).at(-1)).toContain('from=2027-02-28T13%3A00%3A00Z&to=2027-03-02T13%3A00%3A00Z')
})

test('AUDIT-1: with a go-live day the figures stand side by side and each half has its plot', async () => {
  const user = userEvent.setup()
  const ward = await opened(report({}, '16:00'))
  await user.click(await screen.findByText('Compare before and after a go-live day'))
  await user.type(screen.getByLabelText('Go-live day'), '10 Mar 2027')

  const row = await figure('APTTs in range')
  expect(row).toHaveTextContent('Whole period66.7 % (2 of 3)Before0 % (0 of 1)After100 % (2 of 2)')
  expect(asked(ward).at(-1)).toContain('goLive=2027-03-09T13%3A00%3A00Z')
  expect(screen.getByRole('figure', { name: 'Time in therapeutic range: before' })).toBeVisible()
  expect(screen.getByRole('figure', { name: 'Time in therapeutic range: after' })).toBeVisible()
})

test('AUDIT-1: a go-live outside the period is told', async () => {
  const user = userEvent.setup()
  await opened(report())
  await user.click(await screen.findByText('Compare before and after a go-live day'))
  await user.type(screen.getByLabelText('Go-live day'), '10 Mar 2026')

  expect(screen.getByText(/Go-live: give a day of the period/)).toBeVisible()
})

test('AUDIT-1: an empty period says what to do', async () => {
  const body = reportOf(course())
  const [whole] = body.periods
  const empty = { ...whole, infusions: 0, figures: [] }
  await opened({ status: 200, body: { ...body, periods: [empty] } })

  expect(await screen.findByText('No infusion ran on this ward in this period')).toBeVisible()
  expect(screen.getByText(/No infusion started on this ward in this period/)).toBeVisible()
})

test('AUDIT-1: damaged charts are counted beside what is left', async () => {
  await opened(report({ damaged: ['a', 'b'] }))
  expect(await screen.findByText('2 charts are left out')).toBeVisible()
})

test('AUDIT-1: a silent server is told, and asked again on request', async () => {
  const user = userEvent.setup()
  const ward = await opened('lost')
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('The server did not answer')).toBeVisible()
  expect(asked(ward)).toHaveLength(2)
})

test('AUDIT-1: a refusal is shown as it came', async () => {
  await opened(problemOf(404, 'Not found'))
  expect(await screen.findByRole('alert')).toHaveTextContent('Not found')
})

test('AUDIT-1: the ward board leads to the audit', async () => {
  const user = userEvent.setup()
  await renderOnWard('/', { answer: answering(report()) })
  await user.click(await screen.findByRole('link', { name: 'Audit' }))
  expect(await screen.findByRole('heading', { name: 'Audit of 7 West' })).toBeVisible()
})
