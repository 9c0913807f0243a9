/** Refusals about procedures. */
import type { RefusalKind } from './refusals.ts'

export const procedureRefusals = {} as const satisfies Record<string, RefusalKind>
