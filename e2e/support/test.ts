import { type BrowserContext, test as base, type Page } from '@playwright/test'
import { playScenario } from '../../server/playScenario.ts'
import type { Scenario } from '../../server/scenario.ts'
import { instantOf, isoOf, plusMinutes } from '../../src/time.ts'
import { passwordOf } from './account.ts'
import { startWard, type Ward } from './server.ts'
import { wardStage } from './wardStage.ts'

/** What was done on a chart before the story begins, told as in a scenario, at times from the clock's start. */
export type Course = Pick<Scenario, 'chart' | 'baseline' | 'steps'>

interface Story {
  /** Where the clinical clock stands at the start. */
  clock: string
  ward: Ward
  /** Lets that many minutes of clinical time pass. */
  pass(minutes: number): Promise<void>
  /** A tablet of its own with somebody signed in, on the ward board. */
  tablet(userId: string): Promise<Page>
  /** Plays a course through the HTTP contract, leaves the clock at its start and gives the chart's id. */
  chartAfter(course: Course): Promise<string>
  /** Makes a complaint of any page of this browser fail the story. */
  listenTo(context: BrowserContext): void
  silence: undefined
}

/** Playwright's `test` with a ward of its own for each story; `test.use({ clock })` sets where its clinical clock stands at the start. */
export const test = base.extend<Story>({
  clock: ['2027-03-10T00:00:00Z', { option: true }],
  ward: async ({ clock }, use) => {
    const ward = await startWard(clock)
    await use(ward)
    await ward.stop()
  },
  baseURL: async ({ ward }, use) => use(ward.baseURL),
  pass: async ({ clock, ward }, use) => {
    let now = instantOf(clock)
    await use(async (minutes) => {
      now = plusMinutes(now, minutes)
      await ward.moveClock(isoOf(now))
    })
  },
  chartAfter: async ({ clock, ward }, use) => {
    const anchor = instantOf(clock)
    const stage = wardStage(ward)
    await use(async (scenario) => {
      const { chartId } = await playScenario({ scenario, anchor, stage })
      await ward.moveClock(clock)
      return chartId
    })
  },
  tablet: async ({ browser, listenTo }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (userId) => {
      const context = await browser.newContext()
      contexts.push(context)
      listenTo(context)
      const reply = await context.request.post('/api/session', {
        data: { userId, password: passwordOf(userId) },
      })
      if (!reply.ok()) throw new Error(`${userId} could not sign in: ${reply.status()}`)
      const page = await context.newPage()
      await page.goto('/')
      return page
    })
    for (const context of contexts) await context.close()
  },
  listenTo: async ({ browserName: _ }, use) => {
    const heard: string[] = []
    await use((context) => {
      context.on('console', (message) => {
        // The browser itself reports every refused request; the journeys look at those on the screen.
        const own = message.text().startsWith('Failed to load resource')
        if (message.type() === 'error' && !own) heard.push(message.text())
      })
      context.on('weberror', (fault) => heard.push(`${fault.error()}`))
    })
    if (heard.length > 0) throw new Error(`The page complained:\n${heard.join('\n')}`)
  },
  silence: [
    async ({ context, listenTo }, use) => {
      listenTo(context)
      await use(undefined)
    },
    { auto: true },
  ],
})
