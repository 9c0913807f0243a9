import { expect, test } from 'vitest'
import * as access from '../../server/accessProblems.ts'
import * as accounts from '../../server/accountProblems.ts'
import * as captures from '../../server/captureProblems.ts'
import { databaseFailed } from '../../server/databaseFailed.ts'
import * as problems from '../../server/problems.ts'
import { catalogue, type RefusalCode, refusalText } from '../../src/chart/refusals.ts'
import { isSaidInFull, type Said } from './support/saidInFull.ts'
import { startWard } from './support/ward.ts'

type Making = (...given: unknown[]) => unknown

/** Every problem that the server words itself, made with something of everything. */
function ownProblems(): Said[] {
  const makers = [access, accounts, captures, problems].flatMap((module) => Object.values(module))
  const person = { userId: 'u', name: 'n', role: 'RN' }
  return makers
    .filter((maker): maker is Making => typeof maker === 'function' && !/^class/.test(`${maker}`))
    .map((make) => made(make, make === access.sessionLocked ? person : 'ten'))
    .flatMap((problem) => (problem instanceof problems.Problem ? [problem.content] : []))
}

/** Those that are not made of one value are not problems. */
function made(make: Making, given: unknown): unknown {
  try {
    return make(given)
  } catch {
    return null
  }
}

test('every refusal of the chart says what is wrong and what to do now, also where a fact is missing', () => {
  const codes = Object.keys(catalogue) as RefusalCode[]
  expect(codes.length).toBeGreaterThan(100)
  const silent = codes.filter((code) => {
    const { status, rules } = catalogue[code]
    const text = refusalText({ code, status, rules, facts: {} }, 'Australia/Sydney')
    return !isSaidInFull(text)
  })
  expect(silent).toEqual([])
})

test('every problem that the server words says what to do now', () => {
  const own = ownProblems()
  expect(own.length).toBeGreaterThan(25)
  expect(own.filter((problem) => !isSaidInFull(problem))).toEqual([])
  for (const [method, url, body] of [
    ['GET', '/api/charts/c', null],
    ['PUT', '/api/session/lock', null],
    ['POST', '/api/charts/c/commands', { kind: 'writeNote' }],
    ['POST', '/api/charts/c/commands', { kind: 'stopInfusion' }],
  ] as const) {
    expect(isSaidInFull(databaseFailed({ method, url, body }))).toBe(true)
  }
})

test.each([
  ['an address that nothing stands at', 'GET', '/api/nothing', undefined],
  ['a body that does not fit', 'POST', '/api/session', { userId: 1 }],
  ['an unknown chart', 'GET', '/api/charts/6f0d0c0e-6c53-4c0e-9a51-0f7c2b1d9e01', undefined],
] as const)('%s says what to do now', async (_, method, path, body) => {
  const ward = await startWard()
  const adams = await ward.signIn('rn.adams')
  const reply =
    method === 'GET' ? await adams.get(path) : await ward.stranger.post(path, body ?? {})
  expect(reply.status).toBeGreaterThanOrEqual(400)
  expect(isSaidInFull(reply.body)).toBe(true)
})

test('a problem that leaves somebody standing is found', () => {
  const said = { title: 'Not signed', detail: 'The PIN is wrong.', next: 'Key it again.' }
  expect(isSaidInFull(said)).toBe(true)
  expect(isSaidInFull({ ...said, next: ' ' })).toBe(false)
  expect(isSaidInFull({ title: said.title, detail: said.detail })).toBe(false)
  expect(isSaidInFull({ ...said, next: 'Wait for undefined.' })).toBe(false)
})
