/** Refusals about reviews. */
import type { RefusalKind } from './refusals.ts'

export const reviewRefusals = {} as const satisfies Record<string, RefusalKind>
