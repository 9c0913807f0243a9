import type { Goal } from './goal.ts'

/** Every goal by its id; each is loaded in the process that measures it, so that no goal warms another up. */
export const goals: Readonly<Record<string, () => Promise<{ readonly goal: Goal }>>> = {
  G1: () => import('./goals/decision.ts'),
  G2: () => import('./goals/everyDecision.ts'),
  G3: () => import('./goals/replay.ts'),
  G4: () => import('./goals/appendInMemory.ts'),
  G5: () => import('./goals/wardTick.ts'),
  G6: () => import('./goals/validation.ts'),
  G7: () => import('./goals/durableAppend.ts'),
  G8: () => import('./goals/appendCpu.ts'),
  G9: () => import('./goals/appendTail.ts'),
  G10: () => import('./goals/firstLoad.ts'),
  G11: () => import('./goals/largestPaint.ts'),
  G12: () => import('./goals/typing.ts'),
  G13: () => import('./goals/idleBoard.ts'),
  G14: () => import('./goals/growth.ts'),
}
