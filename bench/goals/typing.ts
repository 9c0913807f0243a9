import { at } from '../appends/run.ts'
import { atLeast, atMost, type Goal, inDigits, told } from '../goal.ts'
import {
  MUI,
  MUI_BY_MINUTE,
  PRODUCT,
  VANILLA,
  type WebContender,
  webWard,
} from '../web/contenders.ts'
import { keyAptts, openQuestion, watchInteractions } from '../web/keyedAptt.ts'
import { inRounds } from '../web/rounds.ts'
import { newPage, newTablet, openAtRest, openBrowser } from '../web/tablet.ts'

const CHARTS = 300
const ROUNDS = 3
const SLOWED_DOWN = 4
const SLOWEST_SHARE = 0.98

export const goal: Goal = {
  id: 'G12',
  title: `An APTT keyed on a ward of ${CHARTS} charts, processor slowed down ${SLOWED_DOWN} times`,
  async measure() {
    const browser = await openBrowser()
    const ward = await webWard(browser, CHARTS)
    const tablets = new Map(
      await Promise.all(
        ward.contenders.map(
          async ({ name, origin }) => [name, await newTablet(browser, origin)] as const,
        ),
      ),
    )

    async function measure(contender: WebContender): Promise<number[]> {
      const tablet = tablets.get(contender.name)
      if (!tablet) throw new Error(`${contender.name} has no tablet`)
      const page = await newPage(tablet, SLOWED_DOWN)
      await watchInteractions(page)
      await openAtRest(page, contender.path, CHARTS)
      await openQuestion(page, contender)
      const took = await keyAptts(page)
      await page.close()
      return took
    }

    const seen = await inRounds(ward.contenders, ROUNDS, measure)
    await ward.end()
    await browser.close()
    const share = (name: string, of: number) => at(seen(name).flat(), of)
    const slowest = (name: string) => share(name, SLOWEST_SHARE)
    const names = [PRODUCT, VANILLA, MUI, MUI_BY_MINUTE]
    return [
      atMost(`${VANILLA}, p98`, slowest(PRODUCT) / slowest(VANILLA), 1.2),
      atLeast(`${MUI}, p98`, slowest(MUI) / slowest(PRODUCT), 10),
      told(`${MUI_BY_MINUTE}, p98`, `${inDigits(slowest(MUI_BY_MINUTE) / slowest(PRODUCT))}x`),
      told(
        'ms on this machine (p98), the product / vanilla / MUI / MUI by the minute',
        names.map((name) => inDigits(slowest(name))).join(' / '),
      ),
      told(
        'the same, of the median key',
        names.map((name) => inDigits(share(name, 0.5))).join(' / '),
      ),
    ]
  },
}
