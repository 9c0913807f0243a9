/** What procedures do to the chart. */
import type { Handlers } from './draft.ts'

export const procedureHandlers = {} satisfies Handlers
