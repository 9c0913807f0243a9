import type { Browser } from 'playwright'
import { build } from '../../scripts/setUp/build.mjs'
import { builtPage } from './builtPages.ts'
import { firstDifference } from './firstDifference.ts'
import { servePage } from './servePage.ts'
import { stagedWard } from './stagedWard.ts'
import { boardOf, newPage, newTablet, rowTexts } from './tablet.ts'

export const PRODUCT = 'the product'
export const VANILLA = 'vanilla page'
export const MUI = 'MUI + Redux Toolkit'
/** The same, told to count its times by the minute. */
export const MUI_BY_MINUTE = 'MUI + Redux Toolkit, ticking by the minute'

/** A board and where it is served. */
export interface WebContender {
  readonly name: string
  readonly origin: string
  readonly path: string
}

/** The same ward on three boards, each asking the product's own server. */
export interface WebWard {
  readonly charts: number
  readonly contenders: readonly WebContender[]
  end(): Promise<void>
}

/** Stages a ward of so many charts, serves every board of it, and holds what they say against each other. */
export async function webWard(browser: Browser, charts: number): Promise<WebWard> {
  await build()
  const ward = await stagedWard(charts)
  const vanilla = await servePage(await builtPage('vanilla'), ward.origin)
  const mui = await servePage(await builtPage('mui'), ward.origin)
  const contenders = [
    { name: PRODUCT, origin: ward.origin, path: '/' },
    { name: VANILLA, origin: vanilla.origin, path: '/' },
    { name: MUI, origin: mui.origin, path: '/' },
    { name: MUI_BY_MINUTE, origin: mui.origin, path: '/?tick=60000' },
  ]
  await expectSame(browser, contenders, charts)
  return {
    charts,
    contenders,
    async end() {
      await vanilla.stop()
      await mui.stop()
      await ward.stop()
    },
  }
}

const TRIES = 3

/** @throws Error where a board says other than the product's; a minute that passes between two is no difference */
async function expectSame(
  browser: Browser,
  contenders: readonly WebContender[],
  charts: number,
): Promise<void> {
  let difference = ''
  for (let tried = 0; tried < TRIES; tried += 1) {
    difference = await differenceOf(browser, contenders, charts)
    if (difference === '') return
  }
  throw new Error(`The boards differ: ${difference}`)
}

async function differenceOf(
  browser: Browser,
  contenders: readonly WebContender[],
  charts: number,
): Promise<string> {
  const pages = []
  for (const { origin, path } of contenders) {
    const page = await newPage(await newTablet(browser, origin), 1)
    await page.goto(path)
    await boardOf(page, charts)
    pages.push(page)
  }
  const [own = [], ...others] = await Promise.all(pages.map(rowTexts))
  for (const page of pages) await page.context().close()
  return firstDifference(own, others)
}
