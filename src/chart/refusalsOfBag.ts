/** Refusals about bags and withheld boluses. */
import type { RefusalKind } from './refusals.ts'

export const bagRefusals = {} as const satisfies Record<string, RefusalKind>
