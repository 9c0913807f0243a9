/** Acts on one thing after another, in the order they came; acts on different things do not wait for each other. */
export type Turns = <T>(key: string, act: () => Promise<T>) => Promise<T>

/** Turns in this process. An act that fails hands the turn on like any other. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return async (key, act) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(act)
    const over = turn.catch(() => undefined)
    last.set(key, over)
    try {
      return await turn
    } finally {
      if (last.get(key) === over) last.delete(key)
    }
  }
}
