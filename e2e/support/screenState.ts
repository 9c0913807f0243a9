import type { Locator, Page } from '@playwright/test'
import type { Stage } from './stage.ts'

/** A named state of a screen: it feeds the accessibility run, the layout checks and the pictures. */
export interface ScreenState {
  /** Also the name of its picture. */
  readonly name: string
  /** What is to be seen, for the list in docs/screens.md. */
  readonly shows: string
  /** True where it is a screen of one chart: then STOP and the patient must be there. */
  readonly ofChart: boolean
  readonly bring: (stage: Stage) => Promise<void>
  /** What the picture looks at, where that is not the top of the page. */
  readonly lookAt?: (page: Page) => Locator
}
