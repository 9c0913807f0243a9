/**
 * Commands that were sent and whose reply is not in yet: their ids, kept over a reload of the page so that the
 * reply can be looked up. Never their fields, never a PIN.
 */
import * as z from 'zod/mini'

const kept = z.object({ chartId: z.string(), commandId: z.string(), kind: z.string() })
export type KeptCommand = z.infer<typeof kept>

const KEY = 'heparin-chart.unanswered'

/** Where the browser keeps a text for this tab: `sessionStorage`. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem'>

export function readKept(storage: TabStorage): readonly KeptCommand[] {
  try {
    const read = z.array(kept).safeParse(JSON.parse(storage.getItem(KEY) ?? '[]'))
    return read.success ? read.data : []
  } catch {
    return []
  }
}

export function writeKept(storage: TabStorage, commands: readonly KeptCommand[]): void {
  try {
    storage.setItem(KEY, JSON.stringify(commands))
  } catch {
    // A browser that keeps nothing: the command goes all the same, and is looked up while the page is open.
  }
}
