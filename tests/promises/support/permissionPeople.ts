import type { Account } from '../../../server/accountRows.ts'
import type { Role } from '../../../src/chart/people.ts'
import { type Outside, t } from '../../contract/support/tablet.ts'
import { NOW } from './permissionCharts.ts'

const packages = {
  current: t(NOW + 1),
  'run-out': t(NOW - 1),
  'at-this-instant': t(NOW),
  never: null,
} as const
type Package = keyof typeof packages

/** Somebody of the matrix: a role with everything that a rule could ask of it. */
export interface MatrixPerson {
  readonly userId: string
  readonly pin: string
  readonly account: Account
  /** Their columns in the two tables. */
  readonly first: string
  readonly second: string
}

const columns: Record<Role, string> = {
  MO: 'MO',
  registrar: 'REG',
  AMO: 'AMO',
  RN: 'RN',
  RM: 'RM',
  EN: 'EN',
  pharmacist: 'PH',
  administrator: 'AD',
}
const WITHOUT_PACKAGE: ReadonlySet<Role> = new Set(['MO', 'registrar', 'AMO', 'administrator'])

function columnsOf(role: Role, isTrained: boolean, isNurseForIv: boolean) {
  const column = columns[role]
  if (WITHOUT_PACKAGE.has(role)) return { first: column, second: column }
  const sign = isTrained && (role !== 'EN' || isNurseForIv) ? '+' : '-'
  const isAskedFirst = role === 'RN' || role === 'RM'
  return { first: isAskedFirst ? `${column}${sign}` : column, second: `${column}${sign}` }
}

let made = 0

function person(role: Role, state: Package, ivUnits = false, notation = false): MatrixPerson {
  made += 1
  const flags = `${ivUnits ? '.iv' : ''}${notation ? '.notation' : ''}`
  const userId = `${role.toLowerCase()}.${state.replaceAll('-', '.')}${flags}`
  return {
    userId,
    pin: `${740_000 + made}`,
    account: {
      userId,
      name: `${role}, ${state}${flags}`,
      role,
      wardIds: ['7-west'],
      competencies: { learningPackageUntil: packages[state], ivUnits, notation },
    },
    ...columnsOf(role, state === 'current', ivUnits && !notation),
  }
}

const states = Object.keys(packages) as Package[]
const both = [false, true]

/** Every role with every state of the learning package; enrolled nurses with and without IV units and notation too. */
export const everybody: readonly MatrixPerson[] = [
  ...(['MO', 'registrar', 'AMO', 'RN', 'RM', 'pharmacist', 'administrator'] as const).flatMap(
    (role) => states.map((state) => person(role, state)),
  ),
  ...states.flatMap((state) =>
    both.flatMap((ivUnits) => both.map((notation) => person('EN', state, ivUnits, notation))),
  ),
]

/** Makes their accounts. */
export async function addEverybody({ within }: Outside): Promise<void> {
  for (const { account, pin } of everybody) {
    await within.services.accounts.add({ ...account, password: 'demonstration', pin })
  }
}

/** One person for each column, another one of it at each turn. */
export function oneOfEach(table: 'first' | 'second', turn: number): MatrixPerson[] {
  const names = [...new Set(everybody.map((each) => each[table]))]
  return names.flatMap((name) => {
    const alike = everybody.filter((each) => each[table] === name)
    return alike.slice(turn % alike.length, (turn % alike.length) + 1)
  })
}
