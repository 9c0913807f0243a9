import { expect, type Page } from '@playwright/test'
import { chartPage } from './pages/chartPage.ts'
import { checkPage } from './pages/checkPage.ts'
import { signaturePad } from './pages/signaturePad.ts'
import { after, running } from './support/patients.ts'
import { openAs } from './support/stage.ts'
import { type Course, test } from './support/test.ts'

/** What the pump's figure is read at (H24), and what a gloved finger meets. */
const LEAST_PUMP_NUMBER_PX = 32
const LEAST_TARGET_PX = 47.5

/** At 200 % zoom a tablet's page has half its width and half its height. */
const SIZES = {
  portrait: { width: 820, height: 1180 },
  landscape: { width: 1180, height: 820 },
  'portrait at 200 %': { width: 410, height: 590 },
  'landscape at 200 %': { width: 590, height: 410 },
} as const

const MATCHED: Course = after(
  running(
    { surname: 'Arms', mrn: '7761001', kg: 78 },
    { protocol: 'vte', rateMlPerHour: 14, started: '-9h' },
  ),
  { at: '-1h', by: 'rn.adams', does: 'recordCollection', site: 'away-from-heparin' },
  { at: '-5m', by: 'rn.adams', does: 'recordResult', text: '98.0' },
  { at: '-1m', by: 'rn.adams', does: 'changeRate', newRateMlPerHour: 12 },
  {
    at: 'now',
    by: 'rn.baker',
    does: 'check',
    checkedResultText: '98.0',
    checkedRateMlPerHour: 12,
  },
)

test('H24 SIGN-4: the pump number is at least 32 px and whole in sight, targets 48 px, both ways up, at 200 % zoom, and nothing moves where motion is reduced', async ({
  page,
  chartAfter,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const chartId = await chartAfter(MATCHED)
  await openAs(page, 'rn.adams', `/charts/${chartId}`)
  await expect(chartPage(page).now).toContainText('14 mL/hr')
  for (const [name, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size)
    expect(await faultsOf(page, '14'), `the chart, ${name}`).toEqual([])
  }
  await page.goto(`/charts/${chartId}/check`)
  await expect(checkPage(page).card).toContainText('12')
  for (const [name, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size)
    const card = checkPage(page).card
    await card.scrollIntoViewIfNeeded()
    await expect(card.getByText(/^12/).first(), name).toBeInViewport({ ratio: 1 })
    await expect(chartPage(page).stop, name).toBeInViewport({ ratio: 1 })
    expect(await faultsOf(page, '12'), `the card, ${name}`).toEqual([])
  }
})

test('H24: a pump number too small, a target too small, a page too wide and a motion are seen', async ({
  page,
  chartAfter,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const chartId = await chartAfter(MATCHED)
  await openAs(page, 'rn.adams', `/charts/${chartId}/check`)
  await expect(checkPage(page).card).toBeVisible()
  await page.evaluate(() => {
    const figure = [...document.querySelectorAll('p')].find(({ textContent }) =>
      /^12\smL\/hr/.test(textContent),
    )
    if (figure) figure.style.fontSize = '31px'
    const small = document.createElement('button')
    small.style.cssText = 'width: 20px; height: 20px; margin-left: 2000px'
    document.body.append(small)
    small.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 60_000 })
  })
  expect(await faultsOf(page, '12')).toEqual([
    'the pump number 12 is 31 px',
    'a target of 20 x 20: ',
    'scrolls sideways',
    'something moves',
  ])
})

const STOP_ADVISED: Course = after(
  running(
    { surname: 'Side', mrn: '7761002', kg: 78 },
    { protocol: 'vte', rateMlPerHour: 14, started: '-9h' },
  ),
  { at: '-1h', by: 'rn.adams', does: 'recordCollection', site: 'away-from-heparin' },
  { at: '-5m', by: 'rn.adams', does: 'recordResult', text: '118.4' },
)

test('SIGN-3: on a tablet on its side the PIN and the button that signs are in view together, under the band of a stop', async ({
  page,
  chartAfter,
}) => {
  const chartId = await chartAfter(STOP_ADVISED)
  await page.setViewportSize(SIZES.landscape)
  await openAs(page, 'rn.adams', `/charts/${chartId}/titrate`)
  await expect(page.getByText('STOP is advised')).toBeVisible()
  await expect(signaturePad(page).sign('Sign the stop')).toBeInViewport({ ratio: 1 })
  await expect(signaturePad(page).pin).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

/** What is wrong at this size, in words. */
function faultsOf(page: Page, rate: string): Promise<string[]> {
  return page.evaluate(
    ({ rate, leastNumber, leastTarget }) => {
      // What a screen reader hears stands after what is seen.
      const isRate = new RegExp(`^${rate}\\smL/hr(\\smillilitres per hour)?$`)
      const sizes = [...document.querySelectorAll('main p')]
        .filter(({ textContent }) => isRate.test(textContent))
        .map((figure) => Number.parseFloat(getComputedStyle(figure).fontSize))
      const largest = Math.max(0, ...sizes)
      const targets = [...document.querySelectorAll('a, button, summary, input[type=text]')]
        .filter((target) => target.checkVisibility({ contentVisibilityAuto: true }))
        .map((target) => ({ words: target.textContent, box: target.getBoundingClientRect() }))
        .filter(({ box }) => Math.min(box.width, box.height) < leastTarget)
      const { scrollWidth, clientWidth } = document.documentElement
      return [
        ...(largest < leastNumber ? [`the pump number ${rate} is ${largest} px`] : []),
        ...targets.map(({ words, box }) => `a target of ${box.width} x ${box.height}: ${words}`),
        ...(scrollWidth > clientWidth ? ['scrolls sideways'] : []),
        ...(document.getAnimations().length > 0 ? ['something moves'] : []),
      ]
    },
    { rate, leastNumber: LEAST_PUMP_NUMBER_PX, leastTarget: LEAST_TARGET_PX },
  )
}
