import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { entryKindOf } from '../../src/chart/entries.ts'
import { freeze } from '../corpus/freeze.ts'
import { type FrozenCourse, frozenCourse, replayed } from '../corpus/frozenCourse.ts'
import { freshFolder } from '../server/support/folders.ts'
import { measured } from './support/experiment.ts'

const CORPUS = 'tests/corpus'
const files = readdirSync(CORPUS).filter((name) => name.endsWith('.json'))

function courseIn(name: string): FrozenCourse {
  return z.parse(frozenCourse, JSON.parse(readFileSync(join(CORPUS, name), 'utf8')))
}

/** What differs between a frozen course and what a build makes of it; empty when it kept its meaning. */
function drift(frozen: FrozenCourse, replay: typeof replayed = replayed): string[] {
  const now = replay(frozen.course, frozen.entries)
  const changed = frozen.digests.findIndex((digest, index) => digest !== now.digests[index])
  return [
    ...(now.hash === frozen.hash ? [] : ['the chain of hashes']),
    ...(changed === -1 ? [] : [`the state after entry ${changed + 1}`]),
    ...frozen.end.filter((line) => !now.end.includes(line)),
    ...(now.later === frozen.later ? [] : ['the state 30 hours later']),
  ]
}

describe('CHART-1: what earlier builds have stored', () => {
  test.each(files)('says the same in this build: %s', (name) => {
    expect(drift(courseIn(name))).toEqual([])
  })

  test('is a corpus of whole courses on every protocol and of nearly every kind of entry', () => {
    const courses = files.map(courseIn)
    const bodies = courses.flatMap(({ entries }) => entries.map((body) => JSON.parse(body)))
    const kinds = new Set(bodies.map(({ kind }) => kind))
    measured({
      promise: 5,
      what: 'Courses frozen as stored text, replayed by this build: hashes, the state after each entry, at the end and 30 hours later',
      figure: `${courses.length} courses, ${bodies.length} entries of ${kinds.size} of ${new Set(Object.values(entryKindOf)).size} kinds: all say the same`,
    })
    const protocols = new Set(bodies.flatMap(({ protocol }) => protocol ?? []))
    expect([...protocols].sort()).toEqual(['nstemi', 'stemi', 'stroke', 'vte'])
    expect(bodies.length).toBeGreaterThan(500)
    expect(kinds.size).toBeGreaterThan(30)
  })
})

const FOLD = '../../src/chart/foldFacts.ts'
const REGISTER = '../../src/protocols/register.ts'

afterEach(() => {
  vi.doUnmock(FOLD)
  vi.doUnmock(REGISTER)
  vi.resetModules()
})

/** The replay of a build in which a module is another one. */
async function replayWith(path: string, change: (original: object) => object) {
  vi.resetModules()
  vi.doMock(path, async (original) => change(await original<object>()))
  return (await import('../corpus/frozenCourse.ts')).replayed
}

describe('the corpus shows red when', () => {
  const frozen = () => courseIn('vteCourse.json')

  test('a stored text differs by one figure', () => {
    const { entries, ...rest } = frozen()
    const other = entries.map((body) => body.replace('"rateMlPerHour":14', '"rateMlPerHour":15'))
    expect(other).not.toEqual(entries)
    expect(drift({ ...rest, entries: other })).toContain('the chain of hashes')
  })

  test('a frozen state says something else', () => {
    const { end, ...rest } = frozen()
    expect(drift({ ...rest, end: end.map((line) => line.replace('run 2', 'run 3')) })).toEqual([
      'run 3',
    ])
  })

  test('the fold of an entry changes its meaning', async () => {
    const replay = await replayWith(FOLD, (original) => ({
      ...original,
      weightRecorded: () => undefined,
    }))
    expect(drift(frozen(), replay)).not.toEqual([])
  })

  test('the version that a chart was prescribed by is no longer there', async () => {
    const replay = await replayWith(REGISTER, () => ({
      protocolFor: (id: string, version?: string) => {
        throw new RangeError(`no such version of protocol ${id}: ${version}`)
      },
    }))
    expect(() => drift(frozen(), replay)).toThrow('no such version')
  })
})

test('INIT-1, CHART-1: a new version of every protocol changes no chart that was prescribed by an earlier one', async () => {
  const asked: (string | undefined)[] = []
  const replay = await replayWith(REGISTER, (original) => {
    const { protocolFor } = original as typeof import('../../src/protocols/register.ts')
    return {
      protocolFor(...[id, version]: Parameters<typeof protocolFor>) {
        asked.push(version)
        const now = { ...protocolFor(id), version: '402.4', nomogram: [] }
        return version === undefined ? now : protocolFor(id, version)
      },
    }
  })
  expect(files.flatMap((name) => drift(courseIn(name), replay))).toEqual([])
  expect(new Set(asked)).toEqual(new Set(['402.3']))
})

test('freezing writes what is new and leaves what is frozen as it is', async () => {
  const folder = freshFolder()
  const scenarios = join(folder, 'scenarios')
  mkdirSync(scenarios)
  copyFileSync('tests/scenarios/vteCourse.json', join(scenarios, 'vteCourse.json'))
  expect(await freeze(folder, [scenarios])).toEqual([join(folder, 'vteCourse.json')])
  const kept = readFileSync(join(folder, 'vteCourse.json'), 'utf8')
  writeFileSync(join(folder, 'vteCourse.json'), `${kept}\n`)

  expect(await freeze(folder, [scenarios])).toEqual([])

  expect(readFileSync(join(folder, 'vteCourse.json'), 'utf8')).toBe(`${kept}\n`)
})
