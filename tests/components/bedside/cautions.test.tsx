import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Course } from '../../chart/support/course.ts'
import { prescribed, running } from '../../chart/support/wards.ts'
import type { Played } from '../../support/playedEntries.ts'
import { openPage } from './decidingWard.tsx'

const played = (course: Course): Played => ({ entries: course.chart.entries, now: course.now })

const PASSES = /passes 1,000.units\/hr/

test('NOMO-4: a step above the initial maximum is said beside the advice, and holds nothing back', async () => {
  const course = running({ protocol: 'nstemi', kg: 80 })
  course.result('40.0', { collected: '14:00' })
  await openPage('titrate', played(course))
  expect(await screen.findByText(PASSES)).toBeVisible()
  expect(
    screen.getByRole('heading', {
      name: /Increase by 1.millilitre per hour: 10 to 11.millilitres/,
    }),
  ).toBeVisible()
  expect(screen.getByRole('button', { name: 'Sign first' })).toBeEnabled()
})

test('NOMO-4: a step below it says nothing of the kind', async () => {
  const course = running({ protocol: 'nstemi', kg: 60 })
  course.result('40.0', { collected: '14:00' })
  await openPage('titrate', played(course))
  expect(await screen.findByRole('heading', { name: /9 to 10.millilitres/ })).toBeVisible()
  expect(screen.queryByText(PASSES)).toBeNull()
})

test('NOMO-12: a baseline above the lower target warns on its page', async () => {
  const course = prescribed({ protocol: 'vte', kg: 78 })
  const seq = course.result('61.0', { collected: '07:30' })
  await openPage('titrate', played(course), { query: `?seq=${seq}` })
  expect(await screen.findByText(/may not measure heparin/)).toBeVisible()
})
