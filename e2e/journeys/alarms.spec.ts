import { expect, type Page } from '@playwright/test'
import { alarmsPage } from '../pages/alarmsPage.ts'
import { lockScreen } from '../pages/lockScreen.ts'
import { after, running } from '../support/patients.ts'
import { type Course, test } from '../support/test.ts'

// 23:00 in Sydney: an hour into the quiet hours that the story sets.
test.use({ clock: '2027-03-10T12:00:00Z' })

const SPY = 'heparin-chart.tones'

/** An AudioContext that plays as the browser's does and writes down the pitch of each tone. */
async function listenIn(page: Page): Promise<void> {
  await page.addInitScript((key) => {
    const Real = window.AudioContext
    window.AudioContext = class extends Real {
      override createOscillator(): OscillatorNode {
        const tone = super.createOscillator()
        const start = tone.start.bind(tone)
        tone.start = (when) => {
          const heard = JSON.parse(sessionStorage.getItem(key) ?? '[]')
          sessionStorage.setItem(key, JSON.stringify([...heard, tone.frequency.value]))
          start(when)
        }
        return tone
      }
    }
  }, SPY)
}

const tonesOf = (page: Page): Promise<number[]> =>
  page.evaluate((key) => JSON.parse(sessionStorage.getItem(key) ?? '[]'), SPY)
const forget = (page: Page) => page.evaluate((key) => sessionStorage.removeItem(key), SPY)

/** Stopped for 90 minutes an hour ago and assessed, on the CCU: the restart is due in half an hour. */
function held(mrn: string): Course {
  const patient = { surname: 'Costa', mrn, kg: 110 }
  const course = after(
    running(patient, { protocol: 'vte', rateMlPerHour: 20, started: '-9h' }),
    { at: '-2h', by: 'rn.adams', does: 'recordCollection', site: 'away-from-heparin' },
    { at: '-65m', by: 'rn.adams', does: 'recordResult', text: '118.4' },
    { at: '-1h', by: 'rn.adams', does: 'stopInfusion', reason: 'nomogram' },
    { at: '-55m', by: 'rn.baker', does: 'countersign' },
    { at: '-30m', by: 'mo.chen', does: 'assessBleeding', finding: 'none', plan: 'restart' },
  )
  // Nothing that is high stands on that ward when the story begins.
  const ccu = Object.entries({
    '7-west': 'ccu',
    'rn.adams': 'rn.ivers',
    'rn.baker': 'rn.khan',
    'mo.chen': 'mo.jansen',
  })
  const text = ccu.reduce(
    (told, [here, there]) => told.replaceAll(here, there),
    JSON.stringify(course),
  )
  return JSON.parse(text)
}

test('TIME-3 H9 H40: in quiet hours an APTT is overdue without a sound, and a restart that is due sounds, by touch, from one page of the tablet, and on a locked one', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  await chartAfter(held('7750001'))
  const page = await tablet('rn.ivers')
  const alarms = alarmsPage(page)
  await listenIn(page)
  await page.goto('/alarms')
  await expect(alarms.watch).toBeAttached()
  await alarms.sound.tap()
  await alarms.from.fill('22:00')
  await alarms.to.fill('06:00')
  await alarms.keepHours.tap()
  await expect(alarms.main).toContainText('Quiet from 22:00 to 06:00')
  await alarms.hear('Due: one tone').tap()
  await expect.poll(() => tonesOf(page)).toHaveLength(1)
  await forget(page)
  // Another page of the same tablet, touched as well: of the two one sounds.
  const other = await page.context().newPage()
  await listenIn(other)
  await other.goto('/alarms')
  await expect(alarmsPage(other).watch).toBeAttached()
  await alarmsPage(other).from.tap()
  const tonesOfBoth = async () => [...(await tonesOf(page)), ...(await tonesOf(other))]

  // The demonstration's own patient of bed 2, whose APTT has been due for five minutes.
  await pass(26)
  await expect(alarms.strip).toContainText('Overdue: Bed 2: Collect APTT')
  await expect(alarmsPage(other).strip).toContainText('Overdue: Bed 2: Collect APTT')
  expect(await tonesOfBoth()).toEqual([])

  await pass(5)
  await expect(alarms.strip).toContainText('Bed 31: Restart the infusion')
  await expect(alarmsPage(other).strip).toContainText('Bed 31: Restart the infusion')
  await expect.poll(tonesOfBoth).toHaveLength(10)
  await expect(alarms.strip).not.toContainText(/costa/i)
  await expect(alarms.from).toHaveValue('22:00')
  await alarms.strip.getByRole('link').tap()
  await expect(page).toHaveURL(/\/charts\//)
  // What stood behind it comes to the front.
  await expect(alarms.strip).toContainText('Bed 2: Collect APTT')

  // Its place scrolls away with the top line: it goes below what stays, and covers neither STOP nor the patient.
  await expect(page.getByRole('figure', { name: /^Trend/ })).toBeVisible()
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect(alarms.strip).toHaveAttribute('data-stays', 'top')
  await expect(alarms.strip).toBeInViewport({ ratio: 1 })
  expect(await alarms.covered()).toEqual([])
  await alarms.strip.evaluate((strip) => {
    strip.style.insetBlockStart = '0'
  })
  expect(await alarms.covered()).not.toEqual([])
  expect(await tonesOfBoth()).toHaveLength(10)

  // Locked, and its page killed meanwhile: the restart still alarms, by its bed alone.
  await page.context().request.put('/api/session/lock')
  await page.reload()
  await expect(lockScreen(page).title).toBeVisible()
  await expect(alarms.strip).toContainText('Now: Bed 31: Restart the infusion')
  expect(await alarms.covered()).toEqual([])
  expect(await page.content()).not.toMatch(/costa|7750001/i)
})
