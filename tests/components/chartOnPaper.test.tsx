import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Entry } from '../../src/chart/entries.ts'
import { ADAMS } from '../support/fakeWard.ts'
import { openChart } from '../support/openChart.tsx'
import { playedEntries } from '../support/playedEntries.ts'

const BAKER = { ...ADAMS, userId: 'rn.baker', name: 'Baker, Lee' }
const demonstration = (name: string) => playedEntries(`server/scenarios/${name}.json`)
const course = (upTo: number) => playedEntries('tests/scenarios/vteCourse.json', upTo)

const onPaper = (name: string) => screen.getByRole('region', { name })
const printed = (property: string) => document.documentElement.style.getPropertyValue(property)

test('CHART-1: on paper what was prescribed stands apart from what was given, each with who signed', async () => {
  await openChart(await course(8))
  const prescription = onPaper('Prescription')
  expect(prescription).toHaveTextContent(
    /Heparin prescribed VTE\/ATE\/AF: bolus 6,000.units, 14.mL\/hr\. Indication: .*Weight: \d+.kg, measured/,
  )
  expect(prescription).toHaveTextContent(/Prescriber: Chen, Mei, MO/)
  const given = onPaper('Administration')
  expect(given).toHaveTextContent(/6,000.units.*Signed: Adams, Jo, RN\. Second: Baker, Lee, RN/)
  expect(given).toHaveTextContent(/14.mL\/hr\. Bag: 25,000.units in 250.mL/)
})

test('CHART-1: what was struck out stays on paper, and says that it is struck out', async () => {
  const { entries, now } = await course(8)
  const start = entries.find(({ kind }) => kind === 'infusionStarted') as Entry
  const { by, chartId, commandId, hash, version, recordedAt } = entries.at(-1) as Entry
  const strike = {
    ...{ by, chartId, commandId, hash, version, recordedAt, happenedAt: recordedAt },
    seq: entries.length + 1,
    kind: 'entryStruckOut',
    struckSeq: start.seq,
    reason: 'another patient’s pump',
  } as unknown as Entry
  await openChart({ entries: [...entries, strike], now })
  const line = within(onPaper('Administration'))
    .getByText(/Start signed/)
    .closest('li')
  expect(line).toHaveTextContent(/Start signed 14.mL\/hr\..*Struck out/)
  expect(onPaper('Administration')).toHaveTextContent(/Bolus signed 6,000.unitsSigned/)
})

test('CHART-1: what was prescribed and never given is not on paper as given', async () => {
  await openChart(await demonstration('prescribedNotStarted'))
  expect(onPaper('Prescription')).toHaveTextContent(/Heparin prescribed/)
  expect(onPaper('Administration')).toHaveTextContent('Nothing was given.')
})

test('SIGN-4: a figure that awaits its check is not on paper either', async () => {
  const played = await demonstration('pendingSecondCheck')
  await openChart(played, { user: BAKER })
  expect(onPaper('Administration')).not.toHaveTextContent(/\b9.mL\/hr/)
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

test('the chart is printed from its page', async () => {
  const asked = vi.spyOn(window, 'print').mockImplementation(() => {})
  await openChart(await course(8))
  await userEvent.setup().click(screen.getByRole('button', { name: 'Print' }))
  expect(asked).toHaveBeenCalledOnce()
})
