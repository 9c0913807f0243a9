import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { pharmacistRound } from '../pages/pharmacistRound.ts'
import { signaturePad } from '../pages/signaturePad.ts'
import { wardBoard } from '../pages/wardBoard.ts'
import { wardLists } from '../pages/wardLists.ts'
import { pinOf } from '../support/account.ts'
import { keyboard } from '../support/keyboard.ts'
import { weighed } from '../support/patients.ts'
import { type Course, test } from '../support/test.ts'

const CHARTS = 30
/** From the review of one chart to that of the next, beside the words and the PIN. */
const [, keysToldOf] =
  readFileSync('docs/bedside.md', 'utf8').match(/most (\d+) keys a chart/) ?? []
const KEYS_A_CHART = Number(keysToldOf)
const WORDS = 'OK'

/** Admitted and weighed, or by an estimate; a review needs no more. */
function admitted(number: number): Course {
  const course = weighed({ surname: `Round${number}`, mrn: `${7_740_000 + number}`, kg: 78 })
  const weight = { at: '-2d', by: 'rn.adams', does: 'recordWeight', kg: 78 } as const
  return {
    chart: { ...course.chart, bed: `${40 + number}` },
    steps: [
      number % 3 === 0
        ? { ...weight, method: 'estimated', reason: 'Intubated' }
        : { ...weight, method: 'measured' },
    ],
  }
}

function surnameOf(patient = ''): string {
  return patient.split(',')[0] ?? ''
}

test('SIGN-6: a pharmacist reviews a ward of 30 charts from one list by keyboard alone, the gravest concern first', async ({
  chartAfter,
  tablet,
}) => {
  const page = await tablet('pharm.gray')
  const keys = keyboard(page)
  const list = wardLists(page)
  const round = pharmacistRound(page)
  const board = wardBoard(page)
  await expect(board.rows.first()).toBeVisible()
  const already = await board.rows.count()
  for (let number = 1; number <= CHARTS - already; number += 1) await chartAfter(admitted(number))
  await expect(board.rows).toHaveCount(CHARTS)
  await keys.enter(list.open('Pharmacy'))
  await keys.expectAt(list.title)
  await expect(round.reviews).toHaveCount(CHARTS)
  // The demonstration's pharmacist has begun already.
  await expect(round.reviewed).toHaveCount(1)
  const patients = await round.toReview.evaluateAll((rows) =>
    rows.map((row) => row.querySelector('a')?.textContent ?? ''),
  )
  await expect(round.left).toHaveText(`${patients.length} of ${CHARTS} left to review today`)

  const act = actPage(page)
  const pad = signaturePad(page)
  await keys.enter(list.review(surnameOf(patients[0])))
  for (const [index, patient] of patients.entries()) {
    await expect(round.bar).toContainText(`${patients.length - index} left today`)
    await expect(page.getByRole('region', { name: 'Patient' })).toContainText(patient)
    await keys.expectAt(act.question)
    const before = keys.pressed()
    await keys.choose(act.choice(/^None/))
    await keys.to(act.text('Review and advice'))
    await keys.type(WORDS)
    await keys.to(pad.pin)
    await keys.type(pinOf('pharm.gray'))
    await keys.press('Enter')
    await keys.expectAt(round.signed)
    if (index < patients.length - 1) await keys.press('n')
    const own = keys.pressed() - before - WORDS.length - pinOf('pharm.gray').length
    expect(own).toBeLessThanOrEqual(KEYS_A_CHART)
  }
  await expect(round.noneLeft).toBeVisible()
  await keys.press('l')
  await expect(round.left).toHaveText('All reviewed today')
  await expect(round.reviewed).toHaveCount(CHARTS)
  await keys.expectAt(list.review(surnameOf(patients.at(-1))))
})

test('SIGN-6: in a round one skips, goes back, comes back to where one was, and the letters are silent in a field and when switched off', async ({
  tablet,
}) => {
  const page = await tablet('pharm.gray')
  const keys = keyboard(page)
  const list = wardLists(page)
  const round = pharmacistRound(page)
  await keys.enter(list.open('Pharmacy'))
  await expect(round.reviews.first()).toBeVisible()
  const [first = '', second = ''] = await list.patients.allTextContents()
  const patient = page.getByRole('region', { name: 'Patient' })
  await keys.enter(round.reviews.first())
  await expect(patient).toContainText(first)
  await expect(round.next).toHaveText(/\(N\)$/)
  await keys.press('n')
  await expect(patient).toContainText(second)
  await keys.expectAt(actPage(page).question)
  await keys.to(actPage(page).text('Review and advice'))
  await keys.type('npl')
  await expect(actPage(page).text('Review and advice')).toHaveValue('npl')
  await keys.enter(round.previous, 'back')
  await expect(patient).toContainText(first)
  await keys.enter(round.next, 'back')
  await expect(actPage(page).text('Review and advice')).toHaveValue('npl')
  await keys.enter(round.list, 'back')
  await keys.expectAt(list.review(surnameOf(second)))

  await keys.to(round.shortcuts, 'back')
  await keys.press('Space')
  await keys.enter(round.reviews.first())
  await expect(round.next).toHaveText(/^Next: [^(]*$/)
  await keys.expectAt(actPage(page).question)
  await keys.press('n')
  await keys.press('Tab')
  await expect(patient).toContainText(first)
})
