import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../../scripts/setUp/build.mjs'
import { firstLoadFiles, firstLoadKilobytes } from '../../scripts/setUp/bundleBudget.mjs'
import { atMost, type Goal, inDigits, told, within } from '../goal.ts'
import { builtPage, scriptKilobytes } from '../web/builtPages.ts'
import { MUI, MUI_BY_MINUTE, PRODUCT, webWard } from '../web/contenders.ts'
import { fetchedScripts } from '../web/fetchedScripts.ts'
import { openBrowser } from '../web/tablet.ts'

const CLIENT = 'dist/client'
const CHARTS = 30
/** Kilobytes of JavaScript, gzipped, as they were once measured of public pages. */
const OPENMRS_LOGIN = 793
const MEDPLUM_HELLO = 271

/** What has to be there before the board can be drawn. */
function ownKilobytes(): number {
  const manifest = JSON.parse(readFileSync(join(CLIENT, '.vite/manifest.json'), 'utf8'))
  const page = readFileSync(join(CLIENT, 'index.html'), 'utf8')
  return firstLoadKilobytes(firstLoadFiles(manifest, page), (file) =>
    readFileSync(join(CLIENT, file)),
  )
}

export const goal: Goal = {
  id: 'G10',
  title: 'First load to a usable ward board, JavaScript gzipped',
  async measure() {
    await build()
    const own = ownKilobytes()
    const reactAlone = scriptKilobytes(await builtPage('reactAlone'))
    const mui = scriptKilobytes(await builtPage('mui'))
    const browser = await openBrowser()
    const ward = await webWard(browser, CHARTS)
    const fetched = new Map<string, number>()
    for (const { name, origin } of ward.contenders.filter(({ name }) => name !== MUI_BY_MINUTE)) {
      fetched.set(name, await fetchedScripts(browser, origin, CHARTS))
    }
    await ward.end()
    await browser.close()
    return [
      within('the product', own, 150, 'kB'),
      told('React alone', `${inDigits(reactAlone)} kB`),
      told('the product against React alone', `${inDigits(own / reactAlone)}x`),
      atMost(`${MUI}, the same board`, own / mui, 0.75),
      told(`${MUI}, the same board`, `${inDigits(mui)} kB`),
      atMost(`OpenMRS login, ${OPENMRS_LOGIN} kB, not re-measured`, own / OPENMRS_LOGIN, 0.2),
      atMost(`Medplum hello, ${MEDPLUM_HELLO} kB, not re-measured`, own / MEDPLUM_HELLO, 0.56),
      told(
        `with all that the board then fetches by itself, the product / ${MUI}`,
        [PRODUCT, MUI].map((name) => `${inDigits(fetched.get(name) ?? Number.NaN)} kB`).join(' / '),
      ),
    ]
  },
}
