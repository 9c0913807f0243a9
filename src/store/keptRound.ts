/** A pharmacist's round over the charts of a ward, kept by this tab. It holds no word about a patient. */
import * as z from 'zod/mini'

const kept = z.object({ chartIds: z.array(z.string()), at: z.nullable(z.string()) })
/** The charts of a round in the order of the list, and the one that was opened last. */
export type Round = z.infer<typeof kept>

const keyOf = (userId: string) => `pharmacy-round:${userId}`

/** The round that this person began in this tab, or null. */
export function roundOf(userId: string): Round | null {
  const text = sessionStorage.getItem(keyOf(userId))
  if (text === null) return null
  try {
    return z.parse(kept, JSON.parse(text))
  } catch {
    return null
  }
}

/** Keeps the round over a reload of the tab; its order stays while charts are signed. */
export function keepRound(userId: string, round: Round): void {
  sessionStorage.setItem(keyOf(userId), JSON.stringify(round))
}
