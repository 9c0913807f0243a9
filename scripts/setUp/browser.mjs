import { homedir } from 'node:os'
import { join } from 'node:path'
import { aptInstall, mayInstall } from './aptInstall.mjs'
import { isProgram, namesIn, onPath } from './lookUp.mjs'
import { prepare } from './prepare.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macPrograms = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The Chromium to test with: CHROMIUM_PATH, the usual places, what Playwright downloaded; null when there is none. */
export function findBrowser() {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen !== undefined && chosen !== '') {
    if (isProgram(chosen)) return chosen
    throw new Error(`CHROMIUM_PATH names no program: ${chosen}`)
  }
  return onPath(names) ?? macPrograms.find(isProgram) ?? downloaded().find(isProgram) ?? null
}

/** The Chromium to test with, installed first where need be; throws when there is none to be had. */
export function prepareBrowser() {
  return prepare({
    find: findBrowser,
    install: () => {
      if (mayInstall()) aptInstall(['chromium', 'fonts-dejavu-core'])
    },
    none: 'The tests need Chromium and there is none: install it, set CHROMIUM_PATH, or run "npx playwright install chromium".',
  })
}

function downloaded() {
  const cache = process.platform === 'darwin' ? 'Library/Caches' : '.cache'
  const folder = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(homedir(), cache, 'ms-playwright')
  return namesIn(folder)
    .filter((name) => name.startsWith('chromium'))
    .flatMap((name) => namesIn(join(folder, name)).map((inner) => join(folder, name, inner)))
    .flatMap((inner) => [
      join(inner, 'chrome'),
      join(inner, 'headless_shell'),
      join(inner, 'chrome-headless-shell'),
      join(inner, 'Chromium.app/Contents/MacOS/Chromium'),
      join(inner, 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'),
    ])
}
