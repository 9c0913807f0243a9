import { expect, type Page } from '@playwright/test'
import { storageAuditPage } from '../pages/storageAuditPage.ts'

/** Records a storage audit that found heparin of another strength. */
export async function recordOtherHeparin(page: Page): Promise<void> {
  const storage = storageAuditPage(page)
  await storage.ampoules.fill('24')
  await storage.apart('Yes').click()
  await storage.other('Yes').click()
  await storage.otherFound.fill('Two of 25,000 units in 5 mL')
  await storage.record.click()
  await expect(storage.recorded).toBeVisible()
}
