import type { Clock } from './clock.ts'
import type { Services } from './services.ts'

/** Puts the demonstration's patients on its wards, at times before the clinical clock; filled by its owner. */
export async function beginDemonstrationWard(_services: Services, _clock: Clock): Promise<void> {}
