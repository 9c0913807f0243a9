import type { Goal } from './goal.ts'

/** Every goal by its id; each is loaded in the process that measures it, so that no goal warms another up. */
export const goals: Readonly<Record<string, () => Promise<{ readonly goal: Goal }>>> = {
  G1: () => import('./goals/decision.ts'),
  G3: () => import('./goals/replay.ts'),
}
