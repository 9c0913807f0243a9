/** What what surrounds a prescription do to the chart. */
import type { Handlers } from './draft.ts'

export const prescribingHandlers = {} satisfies Handlers
