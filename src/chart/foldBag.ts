/** What bags and withheld boluses do to the chart. */
import type { Handlers } from './draft.ts'

export const bagHandlers = {} satisfies Handlers
