import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { PROTOCOL_IDS } from '../../../src/protocols/protocol.ts'
import { protocolFor } from '../../../src/protocols/register.ts'
import { numberText } from '../../../src/wording.ts'
import { greaterThan, nomograms, printedDoses } from '../../protocols/sheet.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'
import { seenText } from '../../support/seenText.ts'

async function openBlank() {
  await renderOnWard('/downtime/blank')
  await screen.findByRole('heading', { name: 'Blank paper chart' })
  return userEvent.setup()
}

/** The cells of each row of a table's body, without its heads. */
function cellsOf(name: RegExp): string[][] {
  const [, ...rows] = within(screen.getByRole('table', { name })).getAllByRole('row')
  return rows.map((row) => [...row.querySelectorAll('th, td')].map(seenText))
}

test.each(PROTOCOL_IDS)(
  'INIT-2 INIT-3: the blank chart of %s prints every published starting dose as on the paper',
  async (id) => {
    const user = await openBlank()
    await user.click(screen.getByRole('radio', { name: protocolFor(id).label }))
    const above = greaterThan[id]
    const typed = [...printedDoses(id), ...(above ? [above] : [])]
    const rows = cellsOf(/starting dose by weight/)
    expect(rows.map(([, ...figures]) => figures)).toEqual(
      typed.map(({ bolusUnits, unitsPerHour, pumpRateMlPerHour }) => [
        bolusUnits === null ? 'No bolus' : `${numberText(bolusUnits)} units`,
        numberText(unitsPerHour),
        `${pumpRateMlPerHour} mL/hr`,
      ]),
    )
    expect(rows.map(([weight]) => weight)).toEqual([
      ...printedDoses(id).map(({ weightKg }) => `${weightKg} kg`),
      ...(above ? [`more than ${above.weightKg} kg`] : []),
    ])
  },
)

test.each(PROTOCOL_IDS)(
  'NOMO-1: the blank chart of %s prints its nomogram with the bands in words',
  async (id) => {
    const user = await openBlank()
    await user.click(screen.getByRole('radio', { name: protocolFor(id).label }))
    const rows = cellsOf(/adjustment by APTT/)
    expect(rows.map(([band]) => band)).toEqual(
      nomograms[id].map(({ printed }) => printed.toLowerCase().replace('-', ' to ')),
    )
    nomograms[id].forEach(({ bolusUnits, stopMinutes, rateChange }, index) => {
      const [, bolus, stop, rate] = rows[index] ?? []
      expect(bolus).toMatch(bolusUnits === null ? /^No bolus/ : `${numberText(bolusUnits)} units`)
      expect(stop).toBe(stopMinutes === null ? 'No stop' : `STOP for ${stopMinutes} minutes`)
      expect(rate).toContain(rateChange === 0 ? 'No change' : `${Math.abs(rateChange)} mL/hr`)
    })
  },
)

test('BOL-6 BOL-9: only where the nomogram has a bolus does the paper say that it waits for an order', async () => {
  const user = await openBlank()
  const said = () => screen.queryAllByText(/waits for an MO’s order/)
  await user.click(screen.getByRole('radio', { name: 'VTE/ATE/AF' }))
  expect(said()).toHaveLength(1)
  await user.click(screen.getByRole('radio', { name: 'NSTEMI' }))
  expect(said()).toHaveLength(0)
  expect(screen.getByText(/A stroke patient\? \(BOL-1/)).toBeInTheDocument()
})

test('CHART-2: nothing on the blank chart is filled in, and each of its pages asks who it is for', async () => {
  await openBlank()
  const heads = screen.getAllByRole('region', { name: 'Patient, to be written in' })
  expect(heads).toHaveLength(3 * PROTOCOL_IDS.length)
  for (const head of heads) expect(head).toHaveTextContent(/SURNAME.*Date of birth.*MRN/)
  for (const grid of screen.getAllByRole('region', { name: 'APTT and rate, by hand' })) {
    expect(
      within(grid)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent)
        .join(''),
    ).toBe('')
  }
  const notices = screen.getAllByText(/A demonstration until a drug committee approves/)
  expect(notices.length).toBeGreaterThanOrEqual(heads.length)
})

test('SIGN-5: the steps of a STOP are on the paper, and the hold of its own protocol', async () => {
  const user = await openBlank()
  await user.click(screen.getByRole('radio', { name: 'Acute stroke' }))
  const stop = screen.getByRole('region', { name: 'STOP' })
  expect(stop).toHaveTextContent(/Suspected major bleeding/)
  expect(screen.getByRole('region', { name: 'Times' })).toHaveTextContent(/120.min from the actual/)
  await user.click(screen.getByRole('radio', { name: 'STEMI' }))
  expect(screen.getByRole('region', { name: 'Times' })).toHaveTextContent(/90.min from the actual/)
  cleanup()
  expect(document.documentElement.style.getPropertyValue('--printed-by')).toBe('')
})
