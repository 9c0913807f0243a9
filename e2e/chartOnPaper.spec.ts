import { expect, type Page } from '@playwright/test'
import { chartPage } from './pages/chartPage.ts'
import { wardBoard } from './pages/wardBoard.ts'
import { running } from './support/patients.ts'
import { printedPages } from './support/pdfPages.ts'
import { type Course, test } from './support/test.ts'

async function openSingh(page: Page): Promise<void> {
  await wardBoard(page).row('Singh').click()
  await expect(chartPage(page).table).toBeVisible()
}

const NOTICE = 'A demonstration until a drug committee approves the protocols.'

/** What stands on every page of a chart. */
function expectPages(pages: readonly string[], patient: string): void {
  pages.forEach((words, index) => {
    expect(words).toContain(`${patient} Page ${index + 1} of ${pages.length}`)
    expect(words).toMatch(
      /Demonstration Hospital\. Printed Wed 10 Mar 2027 \d\d:\d\d by Adams, Jo, RN/,
    )
    expect(words).toMatch(/IV heparin chart High-risk medicine As of \d\d:\d\d 10 Mar 2027/)
    expect(words).toContain('Target APTT')
    expect(words).toContain(NOTICE)
    // More than head and foot: no page is blank.
    expect(words.split('\n').length).toBeGreaterThan(LINES_OF_HEAD_AND_FOOT)
  })
}
const LINES_OF_HEAD_AND_FOOT = 7

test('CHART-1 CHART-2: a chart of three days prints on A4 landscape in the order of the paper form', async ({
  tablet,
}) => {
  const page = await tablet('rn.adams')
  await openSingh(page)

  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(new Set(pdf.match(/\/MediaBox ?\[[^\]]*\]/g))).toEqual(
    new Set(['/MediaBox [0 0 841.91998 594.95996]']),
  )

  const pages = await printedPages(page)
  expect(pages.length).toBeGreaterThan(1)
  expectPages(pages, 'SINGH, Harpreet, born 21 Dec 1957, MRN 2204587')
  const words = pages.join('\n')
  const parts = [
    '8 mL/hr',
    'Prescription',
    'Bolus given or withheld',
    'APTT and rate table',
    'Trend',
    'Reviews and assessments',
    'Bleeding checks, events and procedures',
    'Infusion given',
    'Record: all',
    'End of the record of SINGH, Harpreet.',
  ]
  const places = parts.map((part) => words.indexOf(`\n${part}`))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((x, y) => x - y))
  for (const button of ['STOP', 'Print\n', 'Back']) expect(words).not.toContain(button)
})

test('CHART-1 CHART-2 DEV-1: a chart of 40 entries prints each of them once, the struck-out one too, under a long banner on every page', async ({
  tablet,
  chartAfter,
}) => {
  const chartId = await chartAfter(fortyEntries(ALLERGIES))
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}`)
  await expect(chartPage(page).timeline).toBeVisible()

  const pages = await printedPages(page)
  expectPages(pages, 'OYELARAN-FITZWILLIAM, Sam, born 21 Jun 1958, MRN 8800940')
  for (const words of pages) {
    const inOneLine = words.replaceAll('\n', ' ')
    for (const { to, reaction } of ALLERGIES) expect(inOneLine).toContain(`${to} (${reaction})`)
    expect(words).toContain('NO BOLUS already anticoagulated')
  }
  const words = pages.join('\n')
  const record = words.slice(words.indexOf('Record: all 40 entries'))
  const numbers = [...record.matchAll(/^(\d+) (?:Mon|Tue|Wed) \d\d Mar 2027 \d\d:\d\d /gm)]
  expect(numbers.map(([, number]) => Number(number))).toEqual(
    Array.from({ length: 40 }, (_, index) => index + 1),
  )
  expect(record).toMatch(/STRUCK OUT by Adams, Jo, RN, .*: Written on the wrong chart/)
  expect(words).toMatch(/DEVIATION \(this act only\): Fresh bruising; Hold the rate at 9/)
  // A table's head stands again wherever it goes on.
  const recordPages = pages.filter((each) => each.includes('Record: all 40 entries'))
  expect(recordPages.length).toBeGreaterThan(1)
  for (const each of recordPages) expect(each).toMatch(/Entry When What Signed/)
})

test('CHART-2 BOL-9: however long its allergies, every page of a chart names the patient and says NO BOLUS', async ({
  tablet,
  chartAfter,
}) => {
  const many = [ALLERGIES, ALLERGIES, ALLERGIES, ALLERGIES, ALLERGIES].flat()
  const chartId = await chartAfter(fortyEntries(many))
  const page = await tablet('rn.adams')
  await page.goto(`/charts/${chartId}`)
  await expect(chartPage(page).timeline).toBeVisible()
  const pages = await printedPages(page)
  expect(pages.length).toBeGreaterThan(1)
  for (const words of pages) {
    expect(words).toMatch(/OYELARAN-FITZWILLIAM, Sam born 21 Jun 1958 .* MRN 8800940/)
    expect(words).toContain('NO BOLUS already anticoagulated')
  }
})

const ALLERGIES = [
  { to: 'Penicillin', reaction: 'anaphylaxis in 2009, intubated' },
  { to: 'Iodinated contrast', reaction: 'generalised urticaria' },
  { to: 'Cephalexin', reaction: 'facial swelling and wheeze' },
  { to: 'Adhesive dressings', reaction: 'blistering under every dressing' },
  { to: 'Codeine', reaction: 'vomiting and confusion' },
]

/** A course of 40 entries: six results acted on, a deviation, a note struck out. */
function fortyEntries(allergies: Course['chart']['allergies']): Course {
  const patient = { surname: 'Oyelaran-Fitzwilliam', mrn: '8800940', kg: 81 }
  const begun = {
    protocol: 'vte',
    rateMlPerHour: 14,
    started: '-1d11h',
    restrictions: ['anticoagulated'],
  } as const
  const { chart, steps } = running(patient, begun)
  return {
    chart: { ...chart, allergies },
    steps: [
      ...steps,
      ...titrated(28, '98.0', 12),
      ...titrated(21, '92.4', 11),
      ...titrated(14, '41.2', 12),
      ...titrated(7, '101.3', 10),
      ...deviated(),
      ...kept('63.8'),
      ...written(),
    ],
  }
}

type Steps = Course['steps'][number][]

/** Collected so many hours ago, resulted and acted on within the hour. */
function titrated(hoursAgo: number, text: string, rate: number): Steps {
  const after = (minutes: number) => `-${hoursAgo - 1}h${60 - minutes}m`
  return [
    {
      at: `-${hoursAgo}h`,
      by: 'rn.cole',
      does: 'recordCollection',
      site: 'away-from-heparin',
    },
    { at: after(40), by: 'rn.adams', does: 'recordResult', text },
    { at: after(45), by: 'rn.adams', does: 'changeRate', newRateMlPerHour: rate },
    {
      at: after(47),
      by: 'rn.baker',
      does: 'check',
      checkedResultText: text,
      checkedRateMlPerHour: rate,
    },
    { at: after(50), by: 'rn.baker', does: 'countersign', pumpReadBackMlPerHour: rate },
  ]
}

function deviated(): Steps {
  return [
    {
      at: '-5h30m',
      by: 'amo.haddad',
      does: 'orderRate',
      as: 'order',
      resultSeq: null,
      rateMlPerHour: 9,
      reason: 'Fresh bruising',
      deviation: { reason: 'Fresh bruising', instructions: 'Hold the rate at 9' },
    },
    { at: '-5h28m', by: 'rn.adams', does: 'changeRate', orderSeq: 'order', newRateMlPerHour: 9 },
    { at: '-5h26m', by: 'rn.baker', does: 'check', checkedRateMlPerHour: 9 },
    { at: '-5h25m', by: 'rn.baker', does: 'countersign', pumpReadBackMlPerHour: 9 },
  ]
}

/** An extra sample, too early to act on, and what else is on the record. */
function kept(text: string): Steps {
  return [
    { at: '-2h', by: 'rn.cole', does: 'recordCollection', site: 'away-from-heparin' },
    { at: '-1h15m', by: 'rn.adams', does: 'recordResult', text },
  ]
}

function written(): Steps {
  return [
    {
      at: '-1h',
      by: 'rn.adams',
      does: 'writeNote',
      as: 'note',
      text: 'For theatre in the morning',
    },
    {
      at: '-55m',
      by: 'rn.adams',
      does: 'strikeOut',
      struckSeq: 'note',
      reason: 'Written on the wrong chart',
    },
    { at: '-50m', by: 'rn.adams', does: 'writeNote', text: 'Eating and drinking' },
    { at: '-45m', by: 'rn.adams', does: 'recordWeight', kg: 81.4, method: 'measured' },
    { at: '-40m', by: 'rn.adams', does: 'writeNote', text: 'Family at the bedside' },
    { at: '-35m', by: 'rn.adams', does: 'writeNote', text: 'Cannula site clean' },
    { at: '-30m', by: 'rn.adams', does: 'writeNote', text: 'Slept well' },
  ]
}

for (const [width, height] of [
  [1180, 820],
  [820, 1180],
] as const) {
  test(`no cell of the APTT and rate table is cut at ${width} x ${height}`, async ({ tablet }) => {
    const page = await tablet('rn.adams')
    await page.setViewportSize({ width, height })
    await openSingh(page)
    const cut = await chartPage(page)
      .table.locator('td, th')
      .evaluateAll((cells) =>
        cells
          .filter((cell) => cell.scrollWidth > cell.clientWidth)
          .map(({ textContent }) => textContent),
      )
    expect(cut).toEqual([])
    const box = chartPage(page).table.getByRole('region')
    expect(await box.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0)
  })
}

test('SIGN-5: at 200 % on a small tablet STOP alone stays in view while the chart scrolls', async ({
  tablet,
}) => {
  const page = await tablet('rn.adams')
  await page.setViewportSize({ width: 590, height: 410 })
  await openSingh(page)
  const { stop, patient, timeline } = chartPage(page)
  await expect(stop).toBeInViewport({ ratio: 1 })
  await timeline.getByRole('listitem').last().scrollIntoViewIfNeeded()
  await expect(stop).toBeInViewport({ ratio: 1 })
  await expect(patient.getByRole('heading')).not.toBeInViewport()
  await stop.click()
  await expect(page).toHaveURL(/\/stop$/)
})
