import { expect, type Page } from '@playwright/test'
import { auditPage } from '../pages/auditPage.ts'
import { storageAuditPage } from '../pages/storageAuditPage.ts'
import { fourDays } from '../support/fourDays.ts'
import { recordOtherHeparin } from '../support/recordOtherHeparin.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs, type Stage } from '../support/stage.ts'

async function fourDaysAudited({ page, chartAfter }: Stage) {
  await chartAfter(fourDays())
  await openAs(page, 'pharm.gray', '/audit')
  return chosen(page, '18 Feb 2027', '22 Feb 2027')
}

async function chosen(page: Page, first: string, last: string) {
  const audit = auditPage(page)
  await audit.days('From, to').click()
  await audit.firstDay.fill(first)
  await audit.lastDay.fill(last)
  return audit
}

/** The audit of a ward and of its ampoules. */
export const auditing: readonly ScreenState[] = [
  {
    name: 'audit',
    shows: 'The audit of a ward: two plots, then every figure with its count',
    ofChart: false,
    async bring(stage) {
      const audit = await fourDaysAudited(stage)
      await expect(audit.value('Holds kept')).toContainText('100 %')
    },
  },
  {
    name: 'audit-figures',
    shows: 'How a figure is counted, and the charts behind it, one tap away',
    ofChart: false,
    async bring(stage) {
      const audit = await fourDaysAudited(stage)
      await audit.howCounted('APTTs in range').click()
      await audit.charts('APTTs in range').click()
      await audit.plot('Time to the first').getByText('The same as a table').click()
    },
    lookAt: (page) => auditPage(page).figure('APTTs collected when due'),
  },
  {
    name: 'audit-compared',
    shows: 'Before and after a go-live, side by side',
    ofChart: false,
    async bring(stage) {
      const audit = await fourDaysAudited(stage)
      await audit.compare.click()
      await audit.goLive.fill('20 Feb 2027')
      await expect(audit.plot('Time in therapeutic range: after')).toBeVisible()
    },
  },
  {
    name: 'audit-empty',
    shows: 'A period without an infusion says what to do',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'pharm.gray', '/audit')
      const audit = await chosen(page, '01 Jan 2027', '02 Jan 2027')
      await expect(audit.empty).toBeVisible()
    },
  },
  {
    name: 'storage-audit',
    shows: 'What was found in the ward’s stock of heparin ampoules',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'pharm.gray', '/storage-audit')
      await recordOtherHeparin(page)
    },
  },
  {
    name: 'storage-audit-missing',
    shows: 'What a storage audit still lacks is named',
    ofChart: false,
    async bring({ page }) {
      await openAs(page, 'rn.adams', '/storage-audit')
      const storage = storageAuditPage(page)
      await storage.ampoules.fill('24')
      await storage.other('Yes').click()
      await storage.record.click()
      await expect(storage.missing).toBeVisible()
    },
  },
]
