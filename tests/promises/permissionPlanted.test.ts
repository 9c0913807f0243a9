import { beforeEach, expect, test, vi } from 'vitest'
import type { Role } from '../../src/chart/people.ts'
import type { maySecond, mayUse } from '../../src/chart/policy.ts'
import { type Outside, outside } from '../contract/support/tablet.ts'
import { runMatrix } from './support/permissionMatrix.ts'
import { addEverybody, type MatrixPerson } from './support/permissionPeople.ts'

/** The faults that are planted, each switched on by its test. */
const planted = vi.hoisted(() => ({
  mayUse: null as ((...args: Parameters<typeof mayUse>) => object | null | undefined) | null,
  maySecond: null as ((...args: Parameters<typeof maySecond>) => object | null | undefined) | null,
  selfCountersign: false,
  unkept: false,
}))

vi.mock('../../src/chart/policy.ts', async (original) => {
  const real = await original<typeof import('../../src/chart/policy.ts')>()
  return {
    mayUse: (...args: Parameters<typeof mayUse>) => {
      const answer = planted.mayUse?.(...args)
      return answer === undefined ? real.mayUse(...args) : answer
    },
    maySecond: (...args: Parameters<typeof maySecond>) => {
      const answer = planted.maySecond?.(...args)
      return answer === undefined ? real.maySecond(...args) : answer
    },
  }
})
vi.mock('../../src/chart/decideSignatures.ts', async (original) => {
  const real = await original<typeof import('../../src/chart/decideSignatures.ts')>()
  const checkerRefusal: typeof real.checkerRefusal = (act, firstUserId, by, at) =>
    planted.selfCountersign && by.userId === firstUserId
      ? null
      : real.checkerRefusal(act, firstUserId, by, at)
  return { ...real, checkerRefusal }
})
vi.mock('../../server/actSignatures.ts', async (original) => {
  const real = await original<typeof import('../../server/actSignatures.ts')>()
  const keepActSignature: typeof real.keepActSignature = async (transaction, entry) => {
    if (!planted.unkept) await real.keepActSignature(transaction, entry)
  }
  return { ...real, keepActSignature }
})

beforeEach(() => {
  Object.assign(planted, { mayUse: null, maySecond: null, selfCountersign: false, unkept: false })
})

async function faultsAt(role: Role, ...only: string[]): Promise<readonly string[]> {
  const ward: Outside = await outside()
  await addEverybody(ward)
  const who = ({ account }: MatrixPerson) => account.role === role
  return (await runMatrix(ward, { everyPerson: true, only, who })).faults
}

const fault = (text: string) => expect.stringContaining(text)

test('the matrix finds nothing where nothing is planted', async () => {
  expect(await faultsAt('RM', 'orderRate', 'bagHung')).toEqual([])
})

test('SIGN-2: a role too many for an act is found, for each of its people', async () => {
  planted.mayUse = (kind, { role }) => (kind === 'orderRate' && role === 'RM' ? null : undefined)
  expect(await faultsAt('RM', 'orderRate', 'orderBolus')).toEqual([
    fault('orderRate by rm.current: SIGN-2 in the table, answered 201'),
    fault('orderRate by rm.run.out: SIGN-2'),
    fault('orderRate by rm.at.this.instant: SIGN-2'),
    fault('orderRate by rm.never: SIGN-2'),
  ])
})

test('SIGN-5: a role too few for a stop is found', async () => {
  const refusal = { code: 'nurse-or-mo-only', status: 403, rules: ['SIGN-2'], facts: {} }
  planted.mayUse = (kind, { role }) =>
    kind === 'stopInfusion' && role === 'pharmacist' ? refusal : undefined
  expect(await faultsAt('pharmacist', 'stopInfusion')).toEqual([
    fault('stopInfusion by pharmacist.current: yes in the table, answered 403 SIGN-2'),
    fault('stopInfusion by pharmacist.run.out: yes'),
    fault('stopInfusion by pharmacist.at.this.instant: yes'),
    fault('stopInfusion by pharmacist.never: yes'),
  ])
})

test('SIGN-1: a package accepted at the very instant of its end is found, first and second', async () => {
  const endsNow = (until: string | null, at: number) => until !== null && Date.parse(until) === at
  planted.mayUse = (kind, { role, competencies }, at) =>
    kind === 'changeRate' && role === 'RN' && endsNow(competencies.learningPackageUntil, at)
      ? null
      : undefined
  planted.maySecond = (act, { role, competencies }, at) =>
    act === 'bagHung' && role === 'RN' && endsNow(competencies.learningPackageUntil, at)
      ? null
      : undefined
  expect(await faultsAt('RN', 'changeRate', 'bagHung')).toEqual([
    fault('changeRate by rn.at.this.instant: SIGN-2 in the table, answered 201'),
    fault('countersign of bagHung by rn.at.this.instant: SIGN-2 in the table, answered 201'),
  ])
})

test('SIGN-3: one person countersigning their own act is found by the matrix, were the database not to refuse it', async () => {
  planted.selfCountersign = true
  expect(await faultsAt('MO', 'bagHung')).toEqual([])
  planted.unkept = true
  const faults = await faultsAt('MO', 'bagHung')
  expect(faults).toHaveLength(4)
  expect(faults[0]).toContain('countersign of one’s own bagHung by mo.current')
})
