/** What the administrator's pages, and everybody's page of their own secrets, ask of the server. Loaded with them. */
import * as z from 'zod/mini'
import { type Role, roles } from '../chart/people.ts'
import { instant } from '../chart/shapes.ts'
import type { Reply } from './api.ts'
import type { ChartStore } from './chartStore.ts'

type Asking = Pick<ChartStore, 'ask'>

const account = z.object({
  userId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  wardIds: z.array(z.string()),
  competencies: z.object({
    learningPackageUntil: z.nullable(instant),
    ivUnits: z.boolean(),
    notation: z.boolean(),
  }),
  endedAt: z.nullable(instant),
  hasPin: z.boolean(),
  passwordIsTemporary: z.boolean(),
})
/** A person's account as an administrator sees it. */
export type Account = z.infer<typeof account>

const ward = z.object({ wardId: z.string(), name: z.string() })
export type Ward = z.infer<typeof ward>

const accounts = z.object({ accounts: z.array(account) })
const wards = z.object({ wards: z.array(ward) })
const nothing = z.null()

/** What an administrator says of a person. */
export interface SaidOfPerson {
  readonly name: string
  readonly role: Role
  readonly wardIds: readonly string[]
  readonly competencies: Account['competencies']
}

const addressOf = (userId: string) => `/api/accounts/${encodeURIComponent(userId)}`

export function readAccounts(store: Asking): Promise<Reply<z.infer<typeof accounts>>> {
  return store.ask({ path: '/api/accounts', reader: accounts })
}

export function readWards(store: Asking): Promise<Reply<z.infer<typeof wards>>> {
  return store.ask({ path: '/api/wards', reader: wards })
}

export function addAccount(
  store: Asking,
  added: SaidOfPerson & { readonly userId: string; readonly password: string },
): Promise<Reply<Account>> {
  return store.ask({ path: '/api/accounts', reader: account, body: added })
}

export function changeAccount(
  store: Asking,
  userId: string,
  changed: SaidOfPerson & { readonly password?: string; readonly withdrawPin?: boolean },
): Promise<Reply<Account>> {
  return store.ask({ method: 'PUT', path: addressOf(userId), reader: account, body: changed })
}

export function endAccount(store: Asking, userId: string): Promise<Reply<Account>> {
  return store.ask({ path: `${addressOf(userId)}/end`, reader: account, body: {} })
}

export function reopenAccount(
  store: Asking,
  userId: string,
  password: string,
): Promise<Reply<Account>> {
  return store.ask({ path: `${addressOf(userId)}/reopen`, reader: account, body: { password } })
}

export function addWard(store: Asking, added: Ward): Promise<Reply<Ward>> {
  return store.ask({ path: '/api/wards', reader: ward, body: added })
}

const log = z.object({
  lines: z.array(
    z.object({
      no: z.int(),
      at: instant,
      by: z.nullable(z.string()),
      what: z.string(),
      about: z.string(),
      changes: z.array(
        z.object({ field: z.string(), from: z.nullable(z.string()), to: z.nullable(z.string()) }),
      ),
    }),
  ),
})
/** A line of the account log. */
export type AccountLogLine = z.infer<typeof log>['lines'][number]

/** The account log, the latest line first; `before`: the lines older than this one. */
export function readAccountLog(
  store: Asking,
  before: number | null,
): Promise<Reply<z.infer<typeof log>>> {
  const query = before === null ? '' : `?before=${before}`
  return store.ask({ path: `/api/account-log${query}`, reader: log })
}

/** Secrets pass through on their way out and are kept nowhere. */
export function chooseOwnPassword(
  store: Asking,
  secrets: { readonly password: string; readonly newPassword: string },
): Promise<Reply<null>> {
  return store.ask({
    method: 'PUT',
    path: '/api/session/password',
    reader: nothing,
    body: secrets,
  })
}

export function chooseOwnPin(
  store: Asking,
  secrets: { readonly password: string; readonly pin: string },
): Promise<Reply<null>> {
  return store.ask({ method: 'PUT', path: '/api/session/pin', reader: nothing, body: secrets })
}
