import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { chartPage } from '../pages/chartPage.ts'
import { wardLists } from '../pages/wardLists.ts'
import { sign } from '../support/acts.ts'
import { after, running } from '../support/patients.ts'
import { test } from '../support/test.ts'

const FOUND = {
  effect: 'Leg less swollen, APTT in range',
  advice: 'Estimated weight: weigh before the next bag',
}

/** Runs since 23 hours by an estimated weight, reviewed by nobody. */
function byEstimate() {
  const course = running(
    { surname: 'Voss', mrn: '7710041', kg: 78 },
    { protocol: 'vte', rateMlPerHour: 14, started: '-23h' },
  )
  return {
    ...course,
    steps: course.steps.map((step) =>
      step.does === 'recordWeight' ? { ...step, method: 'estimated', reason: 'Intubated' } : step,
    ),
  }
}

test('SIGN-6 INIT-6 TIME-4: a pharmacist finds the estimated weight and writes a review; the MO finds what waits, signs the daily review, and its clock starts anew', async ({
  chartAfter,
  tablet,
  pass,
}) => {
  const chartId = await chartAfter(byEstimate())
  const pharmacist = await tablet('pharm.gray')
  const list = wardLists(pharmacist)
  await list.open('Pharmacy').click()
  await expect(list.title).toHaveText('Pharmacist’s view')
  await list.filter(/^Weight is estimated/).click()
  await expect(list.patients.filter({ hasText: 'VOSS' })).toHaveCount(1)
  await expect(list.row('VOSS')).toContainText('Last pharmacist review: Not recorded')
  await list.review('VOSS').click()
  const writing = actPage(pharmacist)
  await writing.choice(/^Advice/).click()
  await writing.text('Review and advice').fill(FOUND.advice)
  await sign(pharmacist, 'pharm.gray', 'Sign the review')
  await expect(writing.question).toHaveText('Signed: review of VOSS, Sam')
  await writing.link('‹ Back to the chart').click()
  await expect(chartPage(pharmacist).timeline).toContainText(`Advice: ${FOUND.advice}`)

  await pass(10)
  const doctor = await tablet('mo.chen')
  const waiting = wardLists(doctor)
  await waiting.open('For the MO').click()
  await expect(waiting.group('Pharmacist’s advice')).toContainText('VOSS')
  await waiting.act('Review: Daily MO review, VOSS, Sam').click()
  const review = actPage(doctor)
  await expect(review.main).toContainText(FOUND.advice)
  await review.text('Effect of the treatment').fill(FOUND.effect)
  await review.choice('None seen').click()
  await review.choice('None').last().click()
  await review.choice('The order stands').click()
  await sign(doctor, 'mo.chen', 'Sign the review')
  await expect(chartPage(doctor).timeline).toContainText(FOUND.effect)
  await chartPage(doctor)
    .next.getByRole('link', { name: /^All that is due/ })
    .click()
  const due = wardLists(doctor)
  await expect(due.row('Daily MO review')).toContainText('in 22 hr')
  await expect(due.row('Daily MO review')).toContainText('22 hours after the MO review')

  await waiting.open('For the MO').click()
  await expect(waiting.title).toBeVisible()
  await expect(waiting.group('Pharmacist’s advice')).toHaveCount(0)
  await expect(pharmacist).toHaveURL(`/charts/${chartId}`)
})

test('SIGN-2: the nurse names the MO told later, from the due list of the ward, which every tablet follows', async ({
  chartAfter,
  tablet,
}) => {
  const course = running(
    { surname: 'Brandt', mrn: '7710042', kg: 78 },
    { protocol: 'vte', rateMlPerHour: 14, started: '-8h' },
  )
  await chartAfter(
    after(
      course,
      { at: '-2h', by: 'rn.adams', does: 'recordCollection', site: 'away-from-heparin' },
      { at: '-1h20m', by: 'rn.adams', does: 'recordResult', text: '98.0' },
      { at: '-1h15m', by: 'rn.adams', does: 'changeRate', newRateMlPerHour: 12 },
      {
        at: '-1h10m',
        by: 'rn.baker',
        does: 'check',
        checkedResultText: '98.0',
        checkedRateMlPerHour: 12,
      },
      { at: '-1h8m', by: 'rn.baker', does: 'countersign', pumpReadBackMlPerHour: 12 },
    ),
  )
  const other = await tablet('rn.baker')
  const follows = wardLists(other)
  await follows.open('Due list').click()
  await expect(follows.row('BRANDT').filter({ hasText: 'Name the MO told' })).toContainText(
    'never overdue',
  )

  const nurse = await tablet('rn.adams')
  const list = wardLists(nurse)
  await list.open('Due list').click()
  await list.filter('Nurse').click()
  await list.act('Name the MO: Name the MO told, BRANDT, Sam').click()
  const naming = actPage(nurse)
  await expect(naming.main).toContainText('14 to 12')
  await naming.text('Name of the MO told').fill('Okafor, Ife')
  await naming.button('Record the MO told').click()
  await expect(chartPage(nurse).timeline).toContainText('Okafor, Ife, told at')
  await expect(follows.row('BRANDT').filter({ hasText: 'Name the MO told' })).toHaveCount(0)
})
