import { readFileSync } from 'node:fs'
import { test as base, expect, type Page } from '@playwright/test'
import { playScenario } from '../server/playScenario.ts'
import { instantOf } from '../src/time.ts'
import { chartPage } from './pages/chartPage.ts'
import { screenStates } from './screenStates.ts'
import { accessibilityFaults } from './support/accessibilityFaults.ts'
import { startWard, type Ward } from './support/server.ts'
import { tableFaults } from './support/tableFaults.ts'
import { makeSheet, SIZES, takePictures } from './support/takePictures.ts'
import type { Course } from './support/test.ts'
import { wardStage } from './support/wardStage.ts'

const CLOCK = '2027-03-10T00:00:00Z'
const FIRST_MRN = 8_800_000
const CHARTS_A_STATE = 10

/** One demonstration ward for all states: what a state changes, it changes on a chart of its own. */
const test = base.extend<{ chartAfter: (course: Course) => Promise<string> }, { sharedWard: Ward }>(
  {
    sharedWard: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
      async ({}, use) => {
        const ward = await startWard(CLOCK)
        await use(ward)
        await ward.stop()
      },
      { scope: 'worker' },
    ],
    baseURL: async ({ sharedWard }, use) => use(sharedWard.baseURL),
    chartAfter: async ({ sharedWard }, use) => {
      const stage = wardStage(sharedWard)
      await use(async (scenario) => {
        const { chartId } = await playScenario({ scenario, anchor: instantOf(CLOCK), stage })
        await sharedWard.moveClock(CLOCK)
        return chartId
      })
    },
  },
)

/** What a theme can break: it changes nothing but how things look. */
const RULES_OF_LOOKS = ['color-contrast', 'link-in-text-block', 'target-size']

/** One tablet for all states of a worker, emptied between them: a new one costs more than most states do. */
test.use({ reuseContext: true })

/** States of the whole ward come first: each chart that a later one plays makes the ward's lists longer. */
const inTurn = [...screenStates].sort((one, other) => Number(one.ofChart) - Number(other.ofChart))

for (const [index, state] of inTurn.entries()) {
  test(`CHART-2 SIGN-5: ${state.name}: the screen fits both ways up, has no target below 48 px, is accessible in both themes, and a chart's has STOP and patient`, async ({
    page,
    chartAfter,
  }) => {
    let charts = 0
    await state.bring({
      page,
      chartAfter: (course) => {
        charts += 1
        return chartAfter(ofPatient(course, `${FIRST_MRN + index * CHARTS_A_STATE + charts}`))
      },
    })
    for (const size of Object.values(SIZES)) {
      await page.setViewportSize(size)
      expect(await pixelsTooWide(page)).toBe(0)
      expect(await smallTargetsIn(page)).toEqual([])
      if (state.ofChart) await expectStopAndPatient(page)
    }
    await takePictures(page, state, 'light')
    await page.setViewportSize(SIZES.portrait)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(tableFaults)).toEqual([])
    await darken(page)
    expect(await accessibilityFaults(page, RULES_OF_LOOKS)).toEqual([])
    await takePictures(page, state, 'dark')
    await makeSheet(page, state)
  })
}

test('every screen state stands in the document, and nothing else does', () => {
  const rows = readFileSync('docs/screens.md', 'utf8').matchAll(/^\| `(.+)` \| (.+?) \|/gm)
  const listed = [...rows].map(([, name, shows]) => ({ name, shows }))
  expect(listed).toEqual(screenStates.map(({ name, shows }) => ({ name, shows })))
})

test('a screen too wide, a target too small, a picture without words and words faint in one theme are found', async ({
  page,
}) => {
  await page.goto('/')
  await page.evaluate(() => {
    const small = document.createElement('button')
    small.style.cssText = 'width: 20px; height: 20px; margin-left: 2000px'
    const faint = document.createElement('p')
    faint.textContent = 'Dark grey'
    faint.style.color = '#3b4046'
    const unknown = document.createElement('p')
    unknown.lang = 'quenya'
    unknown.textContent = 'No language'
    const crowded = document.createElement('div')
    // By script: the page's policy takes no style that is written into markup.
    for (const words of ['a', 'b']) {
      const target = document.createElement('button')
      target.textContent = words
      target.style.cssText =
        'all: unset; display: block; width: 10px; height: 10px; overflow: hidden'
      crowded.append(target)
    }
    const other = document.createElement('button')
    other.textContent = 'Stop'
    other.setAttribute('aria-label', 'Go on')
    const wide = document.createElement('span')
    wide.textContent = 'wide'
    wide.style.setProperty('letter-spacing', '1px', 'important')
    crowded.append(other, wide)
    document.body.append(small, document.createElement('img'), faint, unknown, crowded)
  })
  expect(await pixelsTooWide(page)).toBeGreaterThan(0)
  expect(await smallTargetsIn(page)).toContain(': 20 x 20')
  const faults = (await accessibilityFaults(page)).join('\n')
  // One of each part of WCAG, and each that axe leaves off by itself.
  for (const rule of [
    'image-alt',
    'button-name',
    'valid-lang',
    'label-content-name-mismatch',
    'avoid-inline-spacing',
    'target-size',
  ]) {
    expect(faults).toContain(rule)
  }
  expect(faults).not.toContain('color-contrast')
  await darken(page)
  const dark = (await accessibilityFaults(page, RULES_OF_LOOKS)).join('\n')
  expect(dark).toMatch(/color-contrast: .*Dark grey/)
  expect(dark).toContain('target-size')
})

test('a table without a name, with a row off its columns or without a head, and a unit in letters are found', async ({
  page,
}) => {
  await page.goto('/')
  await page.evaluate(() => {
    const table = document.createElement('table')
    table.innerHTML =
      '<tr><th scope="col">Due</th><td>Rate</td></tr><tr><td>15:00</td><td>14 mL/hr</td></tr>' +
      '<tr><th scope="row">16:00</th></tr>'
    document.body.append(table)
  })
  expect(await page.evaluate(tableFaults)).toEqual([
    'no caption: nothing says what it holds',
    'no caption: a column without a head',
    'no caption: a row off its columns',
    'no caption: a row without a head: 15:0014 mL/hr',
    'no caption: a unit not in words: 14 mL/hr',
  ])
})

test('a frame, which the search for faults would pass over, is not passed over in silence', async ({
  page,
}) => {
  await page.goto('/')
  await page.evaluate(() => document.body.append(document.createElement('iframe')))
  await expect(accessibilityFaults(page)).rejects.toThrow('frames')
})

/** One ward serves all states: each has patients of its own, whatever number its course was told with. */
function ofPatient(course: Course, mrn: string): Course {
  const { chart } = course
  return { ...course, chart: { ...chart, patient: { ...chart.patient, mrn } } }
}

function pixelsTooWide(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}

const TARGETS =
  'a, button, summary, textarea, input[type=text], input[type=password], label:has(input)'
/** In pixels; half a pixel is the browser's rounding. */
const LEAST_TARGET = 47.5

async function smallTargetsIn(page: Page): Promise<string[]> {
  return page.locator(TARGETS).evaluateAll(
    (targets, least) =>
      targets
        .filter((target) => target.checkVisibility({ contentVisibilityAuto: true }))
        .map((target) => ({ words: target.textContent, box: target.getBoundingClientRect() }))
        .filter(({ box }) => Math.min(box.width, box.height) < least)
        .map(({ words, box }) => `${words}: ${box.width} x ${box.height}`),
    LEAST_TARGET,
  )
}

async function expectStopAndPatient(page: Page): Promise<void> {
  const { stop, patient } = chartPage(page)
  await expect(patient).toBeVisible()
  await expect(stop).toBeInViewport({ ratio: 1 })
}

async function darken(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset['mantineColorScheme'] = 'dark'
  })
}
