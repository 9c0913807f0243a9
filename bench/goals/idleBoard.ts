import { atLeast, type Goal, inDigits, told, within } from '../goal.ts'
import {
  MUI,
  MUI_BY_MINUTE,
  PRODUCT,
  VANILLA,
  type WebContender,
  webWard,
} from '../web/contenders.ts'
import { mainThreadOf } from '../web/mainThread.ts'
import { newPage, newTablet, openAtRest, openBrowser } from '../web/tablet.ts'

const CHARTS = 300
/** Two turns of the minute, with the reading of the board at each. */
const SECONDS = 120

export const goal: Goal = {
  id: 'G13',
  title: `A board of ${CHARTS} charts that nobody touches, main thread a second`,
  async measure() {
    const first = await openBrowser()
    const ward = await webWard(first, CHARTS)
    await first.close()
    // All in the same minutes, each in a browser of its own.
    const opened = await Promise.all(ward.contenders.map((contender) => open(contender)))
    const before = await Promise.all(opened.map(({ spent }) => spent()))
    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000))
    const after = await Promise.all(opened.map(({ spent }) => spent()))
    await Promise.all(opened.map(({ browser }) => browser.close()))
    await ward.end()
    const perSecond = (name: string) => {
      const index = opened.findIndex((each) => each.name === name)
      return ((after[index] ?? Number.NaN) - (before[index] ?? Number.NaN)) / SECONDS
    }
    return [
      within('the product', perSecond(PRODUCT), 10, 'ms'),
      atLeast(MUI, perSecond(MUI) / perSecond(PRODUCT), 40),
      told(MUI_BY_MINUTE, `${inDigits(perSecond(MUI_BY_MINUTE) / perSecond(PRODUCT))}x`),
      told(
        `the product against the ${VANILLA}`,
        `${inDigits(perSecond(PRODUCT) / perSecond(VANILLA))}x`,
      ),
      told(
        'ms a second, the product / vanilla / MUI / MUI by the minute',
        [PRODUCT, VANILLA, MUI, MUI_BY_MINUTE].map((name) => inDigits(perSecond(name))).join(' / '),
      ),
    ]
  },
}

async function open({ name, origin, path }: WebContender) {
  const browser = await openBrowser()
  const page = await newPage(await newTablet(browser, origin), 1)
  await openAtRest(page, path, CHARTS)
  return { name, browser, spent: await mainThreadOf(page) }
}
