/** What observations, falls and adverse events do to the chart. */
import type { Handlers } from './draft.ts'

export const bleedingHandlers = {} satisfies Handlers
