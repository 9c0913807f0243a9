import { expect, type Page } from '@playwright/test'
import { chartPage } from '../pages/chartPage.ts'
import { passwordOf } from './account.ts'
import type { Course } from './test.ts'

/** Where a screen state is brought up: a page nobody has signed in on yet, on the demonstration ward. */
export interface Stage {
  readonly page: Page
  /** Plays a course on a chart of its own and gives its id; the clock stands where it stood. */
  chartAfter(course: Course): Promise<string>
}

/** Signs somebody in and opens an address. */
export async function openAs(page: Page, userId: string, path: string): Promise<void> {
  const reply = await page.context().request.post('/api/session', {
    data: { userId, password: passwordOf(userId) },
  })
  expect(reply.status()).toBe(200)
  await page.goto(path)
}

/** Signs somebody in and opens the chart of a patient of the demonstration ward, or an act of it, not over the board. */
export async function openPatient(
  page: Page,
  userId: string,
  surname: string,
  act?: string,
): Promise<void> {
  const asked = page.context().request
  const reply = await asked.post('/api/session', { data: { userId, password: passwordOf(userId) } })
  const [ward] = (await reply.json()).wards
  const board: Board = await (await asked.get(`/api/wards/${ward.wardId}/board`)).json()
  const line = board.charts.find(({ patient }) => patient.surname.toUpperCase() === surname)
  if (!line) throw new Error(`${userId} sees no patient called ${surname}`)
  await page.goto(`/charts/${line.chartId}${act === undefined ? '' : `/${act}`}`)
  if (act === undefined) await expect(chartPage(page).now).toBeVisible()
}

interface Board {
  readonly charts: readonly {
    readonly chartId: string
    readonly patient: { readonly surname: string }
  }[]
}
