import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Entry } from '../../src/chart/entries.ts'
import { ADAMS } from '../support/fakeWard.ts'
import { openChart } from '../support/openChart.tsx'
import { playedEntries } from '../support/playedEntries.ts'

const BAKER = { ...ADAMS, userId: 'rn.baker', name: 'Baker, Lee' }
const demonstration = (name: string) => playedEntries(`server/scenarios/${name}.json`)
const course = (upTo: number) => playedEntries('tests/scenarios/vteCourse.json', upTo)

/** What the browser does before it takes the page to paper. */
const beginPrint = () => act(() => window.dispatchEvent(new Event('beforeprint')))
const endPrint = () => act(() => window.dispatchEvent(new Event('afterprint')))
const printChart = async (...told: Parameters<typeof openChart>) => {
  const opened = await openChart(...told)
  beginPrint()
  return opened
}
const onPaper = (name: string | RegExp) => screen.getByRole('region', { name })
const record = () => onPaper(/^Record: all/)
const printed = (property: string) => document.documentElement.style.getPropertyValue(property)

/** An entry after the others, by whoever made the last. */
function entryAfter(entries: readonly Entry[], fields: object): Entry {
  const { by, chartId, commandId, hash, version, recordedAt } = entries.at(-1) as Entry
  const common = { by, chartId, commandId, hash, version, recordedAt, happenedAt: recordedAt }
  return { ...common, seq: entries.length + 1, ...fields } as unknown as Entry
}

test('CHART-1: on paper what was prescribed stands apart from what was given, each with who signed', async () => {
  await printChart(await course(8))
  const prescription = onPaper('Prescription')
  expect(prescription).toHaveTextContent(
    /Heparin prescribed VTE\/ATE\/AF: bolus 6,000.units, 14.mL\/hr\. Indication: .*Weight: \d+.kg, measured/,
  )
  expect(prescription).toHaveTextContent(/Chen, Mei, MO/)
  expect(onPaper('Bolus given or withheld')).toHaveTextContent(
    /6,000.units.*Adams, Jo, RN.*Second: Baker, Lee, RN/,
  )
  expect(onPaper('Infusion given')).toHaveTextContent(/14.mL\/hr\. Bag: 25,000.units in 250.mL/)
})

test('CHART-1: every entry stands in the record on paper once, by its number', async () => {
  const { entries, now } = await course(20)
  await printChart({ entries, now })
  const numbers = within(record())
    .getAllByRole('row')
    .flatMap((row) => within(row).queryAllByRole('rowheader'))
    .map(({ textContent }) => Number(textContent))
  expect(numbers).toEqual(entries.map(({ seq }) => seq))
  expect(onPaper(`Record: all ${entries.length} entries`)).toBeInTheDocument()
})

test('CHART-1: what was struck out stays on paper, with who struck it out and why', async () => {
  const { entries, now } = await course(8)
  const start = entries.find(({ kind }) => kind === 'infusionStarted') as Entry
  const strike = entryAfter(entries, {
    kind: 'entryStruckOut',
    struckSeq: start.seq,
    reason: 'another patient’s pump',
  })
  await printChart({ entries: [...entries, strike], now })
  const line = within(onPaper('Infusion given'))
    .getByText(/Start signed/)
    .closest('tr')
  expect(line).toHaveTextContent(
    /Start signed 14.mL\/hr\..*STRUCK OUT by .*: another patient’s pump/,
  )
  expect(line?.querySelector('[class*=struck]')).toHaveTextContent(/14.mL\/hr/)
  expect(onPaper('Bolus given or withheld').querySelector('[class*=struck]')).toBeNull()
})

test('DEV-1: a deviation is marked where it is ordered and where its figure was given', async () => {
  const { entries, now } = await course(8)
  const deviation = { reason: 'Fresh wound', instructions: 'Stay low', amo: 'Haddad, Sami' }
  const deviating = entries.map((entry) =>
    entry.kind === 'infusionPrescribed' ? { ...entry, deviation } : entry,
  )
  await printChart({ entries: deviating, now })
  const mark = /DEVIATION \(this act only\): Fresh wound; Stay low\. AMO Haddad, Sami/
  expect(onPaper('Prescription')).toHaveTextContent(mark)
  expect(onPaper('Infusion given')).toHaveTextContent(mark)
  expect(onPaper('Before and beside the heparin')).not.toHaveTextContent('DEVIATION')
})

test('CHART-1: what was prescribed and never given is not on paper as given', async () => {
  await printChart(await demonstration('prescribedNotStarted'))
  expect(onPaper('Prescription')).toHaveTextContent(/Heparin prescribed/)
  expect(onPaper('Bolus given or withheld')).toHaveTextContent('No bolus was given.')
  expect(onPaper('Infusion given')).toHaveTextContent('No infusion was given.')
})

test.each([
  ['rn.adams, who signed first', ADAMS],
  ['another', BAKER],
])('SIGN-4: a figure that awaits its check is on no paper, printed by %s', async (_, user) => {
  await printChart(await demonstration('pendingSecondCheck'), { user })
  expect(record()).toHaveTextContent(/Figure kept back.*Awaits its second check/)
  for (const name of ['Infusion given', /^Record: all/]) {
    expect(onPaper(name)).not.toHaveTextContent(/\b9.mL\/hr/)
  }
  const [, onSheet] = screen.getAllByRole('region', { name: 'APTT and rate table' })
  expect(onSheet).toHaveTextContent('Kept back')
})

test('CHART-2: paper says as of when it is; while the server is silent it says that and stands at the last word', async () => {
  const { ward } = await printChart(await course(8))
  const head = () => onPaper('Patient on paper')
  const [asOf = 'not said'] = /As of \d\d:\d\d \d\d/.exec(head().textContent) ?? []
  expect(head()).not.toHaveTextContent('NOT UP TO DATE')
  act(() => ward.pass(10 * 60_000))
  expect(head()).toHaveTextContent(asOf)
  expect(head()).toHaveTextContent(/NOT UP TO DATE: the server is silent/)
})

test('CHART-2: every printed page names the patient, and when and by whom it was printed', async () => {
  const { entries, now } = await course(8)
  const opened = entries[0] as Extract<Entry, { kind: 'chartOpened' }>
  const patient = { ...opened.patient, surname: 'O"Brien\\' }
  await openChart({ entries: [{ ...opened, patient }, ...entries.slice(1)], now })
  expect(printed('--printed-patient')).toMatch(
    /^"O\\"BRIEN\\\\, .*born \d\d.\w{3}.\d{4}, MRN \d+"$/,
  )
  expect(printed('--printed-by')).toMatch(
    /^"Demonstration Hospital\. Printed \w{3} \d\d.\w{3}.\d{4} \d\d:\d\d by Adams, Jo, RN; \d+ entries on the record"$/,
  )
  cleanup()
  expect(printed('--printed-patient')).toBe('')
})

test('paper is there while it is printed, and not on the screen', async () => {
  await printChart(await course(8))
  expect(onPaper('Prescription')).toBeInTheDocument()
  endPrint()
  expect(screen.queryByRole('region', { name: 'Prescription' })).toBeNull()
})

test('the chart is printed from its page', async () => {
  const asked = vi.spyOn(window, 'print').mockImplementation(() => {})
  await openChart(await course(8))
  await userEvent.setup().click(screen.getByRole('button', { name: 'Print' }))
  expect(asked).toHaveBeenCalledOnce()
})
