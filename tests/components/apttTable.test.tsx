import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { heardTable } from '../support/heardTable.ts'
import { openChart } from '../support/openChart.tsx'
import { playedEntries } from '../support/playedEntries.ts'

const course = (name: string, upTo?: number) => playedEntries(`tests/scenarios/${name}.json`, upTo)

test('INIT-8: a row of the APTT table is heard in the paper chart’s order, each figure with its column and unit', async () => {
  await openChart(await course('vteCourse', 13))
  const rows = heardTable(screen.getByRole<HTMLTableElement>('table'))
  expect(rows.at(-1)).toEqual([
    'Due: 15:00',
    'Collected: 15:02',
    'APTT in seconds: 98.0',
    'Band: 95.1 to 105',
    'Bolus: No',
    'Stop: No',
    'Old rate in millilitres per hour: 14',
    'New rate in millilitres per hour: 12',
    'Changed: 16:04',
    'Signed: Adams, Jo RN Baker, Lee RN',
    'Next APTT: 22:04',
  ])
})

test('a row is headed by when its sample was collected, or by what was done without one', async () => {
  await openChart(await course('vteCourse', 13))
  const heads = within(screen.getByRole('table')).getAllByRole('rowheader')
  expect(heads.map((head) => head.textContent)).toEqual(
    expect.arrayContaining(['Started, 09:00', '15:02']),
  )
})

test('the table says what it holds', async () => {
  await openChart(await course('vteCourse', 13))
  expect(screen.getByRole('table')).toHaveAccessibleName(
    'APTT in seconds, rates in millilitres per hour; the earliest first, as on the paper chart',
  )
})
