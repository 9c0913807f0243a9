import { fileURLToPath } from 'node:url'
import type { Settings } from './emptyWard.ts'

/** The faults that a server process can be started with; see the files of these names. */
type Plant = 'lateCommit' | 'syncOff' | 'fakeProof' | 'deafCommit' | 'noLock'

/** The settings that plant a fault into the built server before its first line runs. */
export function planted(plant: Plant): Settings {
  const file = fileURLToPath(new URL(`./plants/${plant}.mjs`, import.meta.url))
  return { NODE_OPTIONS: `--import=${file}` }
}
