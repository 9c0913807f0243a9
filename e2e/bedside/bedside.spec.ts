import { readFileSync, writeFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { checkPage } from '../pages/checkPage.ts'
import { signaturePad } from '../pages/signaturePad.ts'
import { stopPage } from '../pages/stopPage.ts'
import { passwordOf } from '../support/account.ts'
import { after, running, weighed } from '../support/patients.ts'
import { type Course, test } from '../support/test.ts'
import { countedPart, countedPartOf, TITRATION_LIMITS } from './bedsideTable.ts'
import { type CountedHand, countedHand } from './countedHand.ts'
import type { Counts } from './handModel.ts'

const PAGE = 'docs/bedside.md'
const COLLECTED: Course['steps'][number] = {
  at: '-50m',
  by: 'rn.adams',
  does: 'recordCollection',
  site: 'away-from-heparin',
}

function vteAt14(mrn: string, ...steps: Course['steps']): Course {
  const patient = { surname: 'Quick', mrn, kg: 78 }
  return after(running(patient, { protocol: 'vte', rateMlPerHour: 14, started: '-9h' }), ...steps)
}

const TO_START: Course = after(weighed({ surname: 'Quick', mrn: '7760002', kg: 75 }), {
  at: '-1h',
  by: 'mo.chen',
  does: 'prescribe',
  indication: 'Pulmonary embolism',
  protocol: 'vte',
  bolusUnits: 6000,
  rateMlPerHour: 14,
  restrictions: [],
  contraindications: [],
  adviceFrom: [],
})

const STOPPED = vteAt14(
  '7760004',
  { ...COLLECTED, at: '-3h' },
  { at: '-2h', by: 'rn.adams', does: 'recordResult', text: '118.4' },
  { at: '-1h40m', by: 'rn.adams', does: 'stopInfusion', reason: 'nomogram' },
  { at: '-1h20m', by: 'mo.chen', does: 'assessBleeding', finding: 'none', plan: 'restart' },
)

test('SIGN-4 H24: the minute of a nurse and a checker: at most 3 screens and 12 taps from the result to the pump, as docs/bedside.md counts it', async ({
  page,
  chartAfter,
}) => {
  const open = async (course: Course) => {
    await page.goto(`/charts/${await chartAfter(course)}`)
    await expect(chartPage(page).now).toBeVisible()
    return countedHand(page)
  }
  await page.request.post('/api/session', {
    data: { userId: 'rn.adams', password: passwordOf('rn.adams') },
  })
  const counted = {
    titrate: await titrate(page, await open(vteAt14('7760001', COLLECTED))),
    start: await start(page, await open(TO_START)),
    hold: await hold(page, await open(vteAt14('7760003', COLLECTED))),
    stop: await stop(page, await open(vteAt14('7760005'))),
    restart: await restart(page, await open(STOPPED)),
  }
  const { screens, taps, lookedUp, workedOut } = counted.titrate
  expect(screens).toBeLessThanOrEqual(TITRATION_LIMITS.screens)
  expect(taps).toBeLessThanOrEqual(TITRATION_LIMITS.taps)
  // The checker's own, which is what makes the check a check.
  expect({ lookedUp, workedOut }).toEqual({ lookedUp: 1, workedOut: 1 })

  const text = readFileSync(PAGE, 'utf8')
  const part = countedPart(counted)
  if (process.env['BEDSIDE'] === 'write') {
    writeFileSync(
      PAGE,
      text.replace(countedPartOf(text), () => part),
    )
  } else {
    expect(countedPartOf(text), 'npm run bedside writes it anew').toBe(part)
  }
})

async function titrate(page: Page, hand: CountedHand): Promise<Counts> {
  await hand.tap(chartPage(page).nextAct('Enter the result'))
  await hand.figure('98.0')
  await hand.tap(actPage(page).button('Read the nomogram'))
  await expect(actPage(page).question).toHaveText('Decrease by 2 mL/hr: 14 to 12 mL/hr')
  await hand.pin('rn.adams')
  await hand.tap(signaturePad(page).sign('Sign first'))
  await check(page, hand, { aptt: '98.0', figure: '12', head: ['row', 'sum'] })
  return hand.counts()
}

interface Checked {
  readonly aptt?: string
  readonly figure: string
  /** What the checker looks up in a printed table or works out: no screen does it for them. */
  readonly head: readonly ('row' | 'sum')[]
  readonly isBolus?: boolean
}

/** The second check from the handing over to what is in effect; the card stays in sight as long as the pump is set and read. */
async function check(
  page: Page,
  hand: CountedHand,
  { aptt, figure, head, isBolus = false }: Checked,
): Promise<void> {
  const { checker, next, compare, card, readBack, done } = checkPage(page)
  hand.passesOn()
  await hand.tap(checker('rn.baker'))
  if (aptt !== undefined) {
    await hand.figure(aptt)
    await hand.tap(next)
    await expect(actPage(page).question).toHaveText('What rate should the pump run at?')
  }
  if (head.includes('row')) hand.looksUp()
  if (head.includes('sum')) hand.worksOut()
  await hand.figure(figure)
  await hand.tap(compare)
  await expect(card).toContainText(figure)
  if (!isBolus) {
    await hand.figure(figure)
    await expect(card).toBeVisible()
    await hand.tap(readBack)
  }
  await hand.pin('rn.baker')
  await expect(card).toBeVisible()
  await hand.tap(signaturePad(page).sign('Sign second'))
  await expect(done).toBeVisible()
}

async function confirm(page: Page, hand: CountedHand): Promise<void> {
  const { ticks } = actPage(page)
  await ticks.first().waitFor()
  for (const tick of await ticks.all()) await hand.tap(tick)
  await hand.pin('rn.adams')
  await hand.tap(signaturePad(page).sign('Sign first'))
}

async function start(page: Page, hand: CountedHand): Promise<Counts> {
  await hand.tap(chartPage(page).nextAct('Give the bolus').first())
  await confirm(page, hand)
  await check(page, hand, { figure: '6', head: ['sum'], isBolus: true })
  await hand.tap(actPage(page).link('Back to the chart'))
  hand.passesOn()
  await hand.tap(chartPage(page).nextAct('Start the infusion').first())
  await confirm(page, hand)
  await check(page, hand, { figure: '14', head: ['row'] })
  return hand.counts()
}

async function hold(page: Page, hand: CountedHand): Promise<Counts> {
  await hand.tap(chartPage(page).nextAct('Enter the result'))
  await hand.figure('118.4')
  await hand.tap(actPage(page).button('Read the nomogram'))
  await expect(actPage(page).question).toHaveText('STOP for 90 minutes')
  await hand.pin('rn.adams')
  await hand.tap(signaturePad(page).sign('Sign the stop'))
  await expect(chartPage(page).now).toContainText('Stopped')
  hand.passesOn()
  await hand.tap(chartPage(page).nextAct('Countersign').first())
  await hand.tap(signaturePad(page).signer('rn.baker'))
  await hand.pin('rn.baker')
  await hand.tap(signaturePad(page).sign('Sign'))
  await expect(chartPage(page).now).toBeVisible()
  return hand.counts()
}

async function stop(page: Page, hand: CountedHand): Promise<Counts> {
  await hand.tap(chartPage(page).stop)
  await hand.tap(stopPage(page).reason('Suspected major bleeding'))
  await hand.tap(stopPage(page).withoutPin)
  await expect(stopPage(page).done).toBeVisible()
  return hand.counts()
}

async function restart(page: Page, hand: CountedHand): Promise<Counts> {
  await hand.tap(chartPage(page).nextAct('Restart').first())
  await confirm(page, hand)
  await check(page, hand, { figure: '12', head: ['row', 'sum'] })
  return hand.counts()
}
