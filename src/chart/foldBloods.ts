/** What blood results do to the chart. */
import type { Handlers } from './draft.ts'

export const bloodsHandlers = {} satisfies Handlers
