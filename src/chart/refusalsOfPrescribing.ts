/** Refusals about what surrounds a prescription. */
import type { RefusalKind } from './refusals.ts'

export const prescribingRefusals = {} as const satisfies Record<string, RefusalKind>
