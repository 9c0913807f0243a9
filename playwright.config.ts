import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/setUp/browser.mjs'

const executablePath = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // What a story waits for may take long on a busy machine; one that passes waits no longer than it has to.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'reports/playwright.json' }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 820, height: 1180 },
    hasTouch: true,
    actionTimeout: 30_000,
    locale: 'en-AU',
    // Not the facility's zone: a screen that leans on the tablet's own clock or zone shows here.
    timezoneId: 'America/New_York',
    // Each tablet would fetch the whole build to keep it; the stories about that allow it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
      ],
    },
  },
})
