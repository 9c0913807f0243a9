/** Refusals about observations, falls and adverse events. */
import type { RefusalKind } from './refusals.ts'

export const bleedingRefusals = {} as const satisfies Record<string, RefusalKind>
