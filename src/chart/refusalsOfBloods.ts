/** Refusals about blood results. */
import type { RefusalKind } from './refusals.ts'

export const bloodsRefusals = {} as const satisfies Record<string, RefusalKind>
