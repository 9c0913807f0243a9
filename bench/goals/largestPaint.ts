import { atMost, type Goal, inDigits, told } from '../goal.ts'
import { MUI, MUI_BY_MINUTE, PRODUCT, VANILLA, webWard } from '../web/contenders.ts'
import { largestPaint } from '../web/largestPaint.ts'
import { inRounds, median } from '../web/rounds.ts'
import { openBrowser } from '../web/tablet.ts'

const CHARTS = 30
const ROUNDS = 9
/** Milliseconds of one earlier run on another machine, where these pages were measured beside a vanilla page. */
const THEN = { vanilla: 388, medplumLanding: 1_075, openMrsLogin: 4_555 }

export const goal: Goal = {
  id: 'G11',
  title: `Largest paint of ${CHARTS} charts, first visit, processor slowed down 4 times`,
  async measure() {
    const browser = await openBrowser()
    const ward = await webWard(browser, CHARTS)
    const contenders = ward.contenders.filter(({ name }) => name !== MUI_BY_MINUTE)
    const seen = await inRounds(contenders, ROUNDS, ({ origin }) =>
      largestPaint(browser, origin, CHARTS),
    )
    await ward.end()
    await browser.close()
    // A page whose largest element comes before its rows is drawn with its rows.
    const paint = (name: string) =>
      median(seen(name).map(({ largest, rows }) => Math.max(largest, rows)))
    const alone = (name: string) => median(seen(name).map(({ largest }) => largest))
    const overVanilla = paint(PRODUCT) / paint(VANILLA)
    const quoted = (ms: number) => overVanilla / (ms / THEN.vanilla)
    return [
      atMost(VANILLA, overVanilla, 2),
      told(`${MUI} against the product`, `${inDigits(paint(MUI) / paint(PRODUCT))}x`),
      atMost(
        'Medplum landing, by way of the vanilla page, not re-measured',
        quoted(THEN.medplumLanding),
        0.7,
      ),
      atMost(
        'OpenMRS login, by way of the vanilla page, not re-measured',
        quoted(THEN.openMrsLogin),
        0.2,
      ),
      told(
        `${VANILLA}, the browser's own figure, rows or not`,
        `${inDigits(alone(PRODUCT) / alone(VANILLA))}x`,
      ),
      told(
        'ms on this machine, the product / vanilla / MUI + Redux Toolkit',
        [PRODUCT, VANILLA, MUI].map((name) => inDigits(paint(name))).join(' / '),
      ),
    ]
  },
}
