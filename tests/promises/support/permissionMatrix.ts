import { randomUUID } from 'node:crypto'
import { demonstrationPinOf } from '../../../server/demonstrationAccounts.ts'
import { command } from '../../../src/chart/commands.ts'
import { type Answer, type Outside, opening } from '../../contract/support/tablet.ts'
import { firstTable, rowsOf, secondTable, type TableRow } from '../permissionTable.ts'
import { NOW } from './permissionCharts.ts'
import { type Copy, copyOf, type Template, templateOf } from './permissionCopies.ts'
import { firstActs } from './permissionFirst.ts'
import { everybody, type MatrixPerson, oneOfEach } from './permissionPeople.ts'
import { secondActs, type Waiting } from './permissionSecond.ts'

/** What a run of the matrix came to. */
export interface MatrixRun {
  readonly asked: number
  /** Answers that the tables do not say, in a sentence each. */
  readonly faults: readonly string[]
}

/** How much of the matrix: every person at every act, or one person of each column. */
export interface MatrixSize {
  readonly everyPerson: boolean
  /** Acts of these names alone. */
  readonly only?: readonly string[]
  /** These people alone. */
  readonly who?: (person: MatrixPerson) => boolean
}

const SHOWN: ReadonlySet<string> = new Set([
  ...['giveBolus', 'startInfusion', 'changeRate', 'keepRate', 'resumeInfusion'],
  ...['recommenceInfusion', 'restartInfusion'],
])
/** Commands whose shape asks for the PIN. */
const signed: ReadonlySet<string> = new Set(
  command.def.options
    .filter((option) => !('optional' in option.shape.signature))
    .flatMap((option) => option.shape.kind.def.values),
)
const SAME_PERSON = 'SIGN-3, same person'
const ALIKE = 1
/** So many of those who may are asked in the small size, others at each act; all who may not. */
const SOME_ALLOWED = 3
const strangers = ['rn.ivers', 'mo.jansen', 'rn.khan']

type Expect = (what: string, wanted: string, answer: Answer) => void

/** The people of a row: all, or one of each column and a few of everything else. */
interface Tryers {
  readonly all: readonly MatrixPerson[]
  readonly few: readonly MatrixPerson[]
}

/** Runs both tables against a listening server, over HTTP. */
export async function runMatrix(ward: Outside, size: MatrixSize): Promise<MatrixRun> {
  const faults: string[] = []
  let asked = 0
  const expect: Expect = (what, wanted, answer) => {
    asked += 1
    const { status, body } = answer
    if (!isAnswer(answer, wanted)) {
      faults.push(`${what}: ${wanted} in the table, answered ${status} ${body.rules ?? ''}`)
    }
  }
  for (const [turn, row] of wantedRows(firstTable, size).entries()) {
    const tryers = tryersOf('first', row, turn, size)
    if (row.act === 'openChart') await openings(ward, row, tryers, expect)
    else await firstRow(ward, row, tryers, expect)
  }
  for (const [turn, row] of wantedRows(secondTable, size).entries()) {
    await secondRow(ward, row, { ...tryersOf('second', row, turn, size), turn }, expect)
  }
  return { asked, faults }
}

function wantedRows(table: string, { only }: MatrixSize): TableRow[] {
  return rowsOf(table).filter(({ act }) => only === undefined || only.includes(act))
}

function tryersOf(
  table: 'first' | 'second',
  { cells }: TableRow,
  turn: number,
  { everyPerson, who = () => true }: MatrixSize,
): Tryers {
  const asked = everybody.filter(who)
  if (everyPerson) return { all: asked, few: asked }
  const columns = oneOfEach(table, turn)
  const mayNot = columns.filter((each) => cells[each[table]] !== 'yes')
  const may = columns.filter((each) => cells[each[table]] === 'yes')
  const some = may
    .slice(turn % Math.max(1, may.length))
    .concat(may)
    .slice(0, SOME_ALLOWED)
  const all = [...new Set([...mayNot, ...some])]
  return { all, few: [...all, ...all].slice(turn % all.length).slice(0, ALIKE) }
}

function isAnswer({ status, body }: Answer, wanted: string): boolean {
  switch (wanted) {
    case 'yes':
      return status === 201 || status === 200
    case '404':
      return status === 404
    case SAME_PERSON:
      return status === 422 && body.rules?.includes('SIGN-3')
    default:
      return status === 403 && body.rules?.includes(wanted)
  }
}

async function openings(
  ward: Outside,
  row: TableRow,
  { all, few }: Tryers,
  expect: Expect,
): Promise<void> {
  await ward.clock(NOW)
  for (const each of all) {
    const answer = await ward.call(each.userId, 'POST', '/api/charts', opening(ward))
    expect(`openChart by ${each.userId}`, row.cells[each.first] ?? '', answer)
  }
  for (const { userId } of few) {
    const elsewhere = opening(ward, { wardId: 'ccu' })
    const answer = await ward.call(userId, 'POST', '/api/charts', elsewhere)
    expect(`openChart on another ward by ${userId}`, '404', answer)
  }
}

async function firstRow(
  ward: Outside,
  row: TableRow,
  { all, few }: Tryers,
  expect: Expect,
): Promise<void> {
  const tried = firstActs[row.act]
  if (!tried) throw new Error(`nobody wrote how ${row.act} is tried`)
  const template = await templateOf(await tried.on(ward))
  const fields = tried.fields(template.state)
  const saw = SHOWN.has(row.kind) ? { shown: await template.shown(fields) } : {}

  function trying({ userId, pin }: MatrixPerson, { id, version, forMrn }: Copy): Promise<Answer> {
    const signature = signed.has(row.kind) || isStop(row) ? { signature: { pin } } : {}
    return ward.call(userId, 'POST', `/api/charts/${id}/commands`, {
      ...{ commandId: randomUUID(), expectedVersion: version, kind: row.kind },
      ...{ happenedAt: ward.now(), ...forMrn(saw), ...fields, ...signature },
    })
  }

  let used: Copy | null = null
  for (const each of all) {
    const chart: Copy =
      used ?? (await copyOf(ward, template, tried.byAuthor ? { author: each } : {}))
    const answer = await trying(each, chart)
    expect(`${row.act} by ${each.userId}`, row.cells[each.first] ?? '', answer)
    used = tried.byAuthor ? null : stillOpen(chart, answer, tried.repeats)
  }
  const elsewhere = await copyOf(ward, template, { wardId: 'ccu' })
  for (const each of few) {
    const answer = await trying(each, elsewhere)
    expect(`${row.act} on another ward by ${each.userId}`, '404', answer)
  }
}

/** The chart for the next one to try: the same where nothing was written, or where the act stays open. */
function stillOpen(chart: Copy, { status, body }: Answer, repeats = false): Copy | null {
  if (status !== 201) return chart
  return repeats ? { ...chart, version: body.version } : null
}

async function secondRow(
  ward: Outside,
  row: TableRow,
  { all, few, turn }: Tryers & { readonly turn: number },
  expect: Expect,
): Promise<void> {
  const waiting = secondActs[row.act]
  if (!waiting) throw new Error(`nobody wrote how ${row.act} waits`)
  const template = await templateOf(await waiting.on(ward))
  const seconding = await secondingOf(ward, template, waiting)
  for (const way of seconding) {
    await bySecond(ward, { ...way, row, template }, all, expect)
    await bySame(ward, { ...way, row, template }, few, expect)
  }
  await byStrangers(ward, { ...countersignOf(seconding), row, template }, { few, turn }, expect)
}

/** One way of seconding an act, on copies of a chart on which it waits. */
interface OnWaiting extends Way {
  readonly row: TableRow
  readonly template: Template
}

async function bySecond(
  ward: Outside,
  { name, act, row, template }: OnWaiting,
  all: readonly MatrixPerson[],
  expect: Expect,
): Promise<void> {
  let used: Copy | null = null
  for (const each of all) {
    const chart: Copy = used ?? (await copyOf(ward, template, {}))
    const answer = await act(each, chart)
    expect(`${name} of ${row.act} by ${each.userId}`, row.cells[each.second] ?? '', answer)
    used = answer.status < 300 ? null : chart
  }
}

async function bySame(
  ward: Outside,
  { name, act, row, template }: OnWaiting,
  few: readonly MatrixPerson[],
  expect: Expect,
): Promise<void> {
  for (const each of few.filter(({ first }) => first !== 'AD')) {
    const own = await copyOf(ward, template, { author: each })
    expect(`${name} of one’s own ${row.act} by ${each.userId}`, SAME_PERSON, await act(each, own))
  }
}

async function byStrangers(
  ward: Outside,
  { name, act, row, template }: OnWaiting,
  { few: [each], turn }: { few: readonly MatrixPerson[]; turn: number },
  expect: Expect,
): Promise<void> {
  if (!each) return
  const userId = strangers[turn % strangers.length] ?? ''
  const stranger = { ...each, userId, pin: demonstrationPinOf(userId) }
  const there = await copyOf(ward, template, { wardId: 'ccu' })
  expect(`${name} of ${row.act} on another ward`, '404', await act(each, there))
  const here = await copyOf(ward, template, {})
  expect(`${name} of ${row.act} by another ward’s`, 'SIGN-3', await act(stranger, here))
}

type Seconding = (by: MatrixPerson, on: Copy) => Promise<Answer>

interface Way {
  readonly name: 'check' | 'countersign'
  readonly act: Seconding
}

function countersignOf(ways: readonly Way[]): Way {
  const way = ways.find(({ name }) => name === 'countersign')
  if (!way) throw new Error('every act of two signatures is countersigned')
  return way
}

/** The blind check where the act has one, and the countersign; both on rn.adams's tablet. */
async function secondingOf(
  ward: Outside,
  template: Template,
  { blind, checked, isBound }: Waiting,
): Promise<Way[]> {
  const { seq: actSeq } = template.state
  const act = template.entries.find(({ seq }) => seq === actSeq)
  const saw = isBound ? { shown: await template.shown(act ?? {}) } : {}
  const check: Seconding = ({ userId }, { id }) =>
    ward.call('rn.adams', 'POST', `/api/charts/${id}/checks`, {
      ...{ commandId: randomUUID(), actSeq, userId, ...blind },
    })
  const countersign: Seconding = ({ userId, pin }, { id, version, forMrn }) =>
    ward.call('rn.adams', 'POST', `/api/charts/${id}/commands`, {
      ...{ commandId: randomUUID(), expectedVersion: version, kind: 'countersign' },
      ...{ happenedAt: ward.now(), actSeq, ...checked, ...forMrn(saw) },
      signature: { userId, pin },
    })
  const second: Way = { name: 'countersign', act: countersign }
  return blind ? [{ name: 'check', act: check }, second] : [second]
}

const isStop = ({ kind }: TableRow) => kind === 'stopInfusion' || kind === 'ceaseInfusion'

/** What the program knows and a table has no row for, and rows that are no act. */
export function untabled(kinds: readonly string[], table: string): string[] {
  const rows = new Set(rowsOf(table).map(({ kind }) => kind))
  return [
    ...kinds.filter((kind) => !rows.has(kind)).map((kind) => `${kind} has no row`),
    ...[...rows].filter((kind) => !kinds.includes(kind)).map((kind) => `${kind} is no act`),
  ]
}
