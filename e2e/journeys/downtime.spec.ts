import { expect } from '@playwright/test'
import { PROTOCOL_IDS } from '../../src/protocols/protocol.ts'
import { protocolFor } from '../../src/protocols/register.ts'
import { bandText } from '../../src/wording.ts'
import { downtimePage } from '../pages/downtimePage.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { printedPages } from '../support/pdfPages.ts'
import { test } from '../support/test.ts'

const NBSP = /\u00a0/g
const NOTICE = 'A demonstration until a drug committee approves the protocols.'

test('CHART-1 CHART-2 SIGN-4: the downtime pack holds every open chart of the ward on pages of its own, each with its banner, and no figure that waits', async ({
  tablet,
}) => {
  const page = await tablet('rn.adams')
  await expect(wardBoard(page).row('SINGH')).toBeVisible()
  const count = await wardBoard(page).rows.count()
  await page.getByRole('link', { name: 'Downtime pack' }).click()
  const { charts, names, print } = downtimePage(page)
  await expect(charts).toHaveCount(count)
  await expect(charts.getByText('In the pack', { exact: true })).toHaveCount(count)
  await expect(print).toBeVisible()

  const pages = await printedPages(page)
  pages.forEach((words, index) => {
    expect(words).toContain(`Page ${index + 1} of ${pages.length}`)
    expect(words).toContain(NOTICE)
    expect(words).toMatch(/As of 11:00 10 Mar 2027/)
  })
  const [cover = '', ...rest] = pages
  expect(cover).toContain('IV heparin downtime pack: 7 West, Demonstration Hospital')
  // One patient a page: the surname at its head, and nobody else's anywhere on it.
  const people = (await names.allInnerTexts()).map((name) => name.split(',')[0] ?? '')
  expect(people).toHaveLength(count)
  for (const surname of people) expect(cover).toContain(surname)
  for (const words of rest) {
    expect(people.filter((surname) => words.includes(surname))).toHaveLength(1)
  }
  for (const surname of people) {
    const own = rest.filter((words) => words.includes(surname))
    expect(own[0]).toMatch(/IV heparin chart/)
    expect(own.at(-1)).toContain('Continuation by hand')
    expect(own.join('\n')).toContain('End of the record of ')
  }

  const waiting = rest
    .filter((words) => words.includes("O'BRIEN") && words.includes('IV heparin chart'))
    .join('\n')
  expect(cover).toMatch(/Rate change awaits its second/)
  expect(waiting).toMatch(/11 mL\/hr/)
  expect(waiting).toMatch(/Figure kept back until the second check is in/)
  expect(waiting).not.toMatch(/\b9 mL\/hr|decrease/i)
})

test('CHART-1: a chart that cannot be read is named on the screen and on the cover, never left out', async ({
  tablet,
}) => {
  const page = await tablet('rn.adams')
  const href = (await wardBoard(page).row('SINGH').getAttribute('href')) ?? ''
  await page.route(`**/api${href}/entries**`, (route) => route.abort())
  await page.goto('/downtime')
  const { charts, readAgain } = downtimePage(page)
  await expect(charts.filter({ hasText: 'SINGH' })).toContainText('Could not be read')
  await expect(readAgain).toBeVisible()
  // The others come one after the other; until then they are not in the pack either.
  const others = (await charts.count()) - 1
  await expect(charts.getByText('In the pack', { exact: true })).toHaveCount(others)
  const [cover = '', ...rest] = await printedPages(page)
  expect(cover).toMatch(/1 of them NOT in this pack/)
  expect(cover).toMatch(/SINGH, Harpreet/)
  expect(cover).toMatch(/could not be read: NOT in this pack/)
  expect(rest.join('\n')).not.toContain('SINGH')

  await page.unroute(`**/api${href}/entries**`)
  await readAgain.click()
  await expect(charts.filter({ hasText: 'SINGH' })).toContainText('In the pack')
})

test('INIT-2 NOMO-1 BOL-9: the blank chart holds each protocol as published on three pages, with nothing filled in', async ({
  tablet,
}) => {
  const page = await tablet('rn.adams')
  await page.goto('/')
  await page.getByRole('link', { name: 'Blank paper chart' }).click()
  await expect(downtimePage(page).blankTitle).toBeVisible()
  const pages = await printedPages(page)
  expect(pages).toHaveLength(3 * PROTOCOL_IDS.length)
  pages.forEach((words, index) => {
    expect(words).toContain(`Page ${index + 1} of ${pages.length}`)
    expect(words).toContain(NOTICE)
    for (const field of ['SURNAME', 'MRN', 'Date of birth', 'Allergies and reactions']) {
      expect(words).toContain(field)
    }
    expect(words).toContain('version 402.3')
  })
  for (const [index, id] of PROTOCOL_IDS.entries()) {
    const { startingRows, nomogram, label } = protocolFor(id)
    const [starting = '', grid = '', steps = ''] = pages.slice(3 * index, 3 * index + 3)
    for (const words of [starting, grid, steps]) expect(words).toContain(label)
    for (const { weightKg, pumpRateMlPerHour } of startingRows) {
      expect(starting).toMatch(new RegExp(`^${weightKg} kg .* ${pumpRateMlPerHour} mL/hr$`, 'm'))
    }
    for (const [row] of nomogram.entries()) {
      expect(grid).toContain(bandText(nomogram, row).replace(NBSP, ' '))
    }
    expect(grid).not.toMatch(/[<>]/)
    expect(grid).toContain('Second signature')
    expect(steps).toContain('Suspected major bleeding')
  }

  await downtimePage(page).protocol('Acute stroke').check()
  const stroke = await printedPages(page)
  expect(stroke).toHaveLength(3)
  expect(stroke.join('\n')).not.toContain('VTE')
})
