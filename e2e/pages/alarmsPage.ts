import type { Page } from '@playwright/test'

/** The alarms of a tablet: the one that is shown, and how it alarms. */
export function alarmsPage(page: Page) {
  const main = page.getByRole('main')
  return {
    main,
    strip: page.getByRole('region', { name: 'Alarm', exact: true }),
    /** There once the alarms have looked at the ward: what stands on it by then is not announced. */
    watch: page.locator('div[aria-live=assertive]'),
    sound: main.getByLabel(/^Sound on/),
    from: main.getByLabel('From'),
    to: main.getByLabel('To', { exact: true }),
    keepHours: main.getByRole('button', { name: 'Keep these hours' }),
    /** STOP and the patient, where the alarm lies over them. */
    covered: () => page.evaluate(coveredByAlarm),
    hear: (words: string) => main.getByRole('button', { name: `Hear it: ${words}` }),
  }
}

function coveredByAlarm(): string[] {
  const alarm = document.querySelector('[aria-label=Alarm]')?.getBoundingClientRect()
  if (!alarm) return ['there is no alarm']
  const kept = [...document.querySelectorAll('[aria-label=Patient], a[href$="/stop"]')]
  return kept
    .filter((element) => {
      const { top, bottom, left, right } = element.getBoundingClientRect()
      const isOnLine = left < alarm.right - 1 && right > alarm.left + 1
      return isOnLine && top < alarm.bottom - 1 && bottom > alarm.top + 1
    })
    .map((element) => element.getAttribute('aria-label') ?? element.textContent ?? '')
}
