import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { playedEntries } from '../support/playedEntries.ts'
import { replayed } from './frozenCourse.ts'

const CORPUS = 'tests/corpus'
const SCENARIOS = ['tests/scenarios', 'server/scenarios']

/**
 * Plays every scenario that is not frozen yet and writes its course into a folder. What is frozen is never written again:
 * it is what earlier builds have stored.
 * @returns the files that were written
 */
export async function freeze(corpus = CORPUS, scenarios: readonly string[] = SCENARIOS) {
  const written: string[] = []
  for (const path of scenarios.flatMap(filesIn)) {
    const file = join(corpus, `${basename(path, '.json')}.json`)
    if (existsSync(file)) continue
    const { entries } = await playedEntries(path)
    const bodies = entries.map(({ hash: _, ...said }) => JSON.stringify(said))
    writeFileSync(file, `${JSON.stringify(replayed(path, bodies), null, 2)}\n`, { flag: 'wx' })
    written.push(file)
  }
  return written
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name))
}
