/** What reviews do to the chart. */
import type { Handlers } from './draft.ts'

export const reviewHandlers = {} satisfies Handlers
