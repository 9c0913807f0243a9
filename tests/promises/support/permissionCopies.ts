import { randomUUID } from 'node:crypto'
import { entryHash, NO_PREVIOUS } from '../../../server/entryHash.ts'
import type { Entry, UnhashedEntry } from '../../../src/chart/entries.ts'
import type { Outside } from '../../contract/support/tablet.ts'
import type { InState } from './permissionCharts.ts'
import type { MatrixPerson } from './permissionPeople.ts'

/** A chart in a state, with everything that a request on it or on a copy of it needs. */
export interface Template {
  readonly state: InState
  readonly entries: readonly Entry[]
  readonly version: number
  readonly mrn: string
  shown(fields: object): Promise<object>
}

let copies = 0

/** Takes a chart as the pattern of copies. */
export async function templateOf(state: InState): Promise<Template> {
  const view = await state.chart.view()
  return {
    state,
    entries: await state.chart.entries(),
    version: view.version,
    mrn: view.patient.mrn,
    shown: (fields) => state.chart.shown(fields),
  }
}

/** A copy of a chart, entry for entry, under an id and for a patient of its own. */
export interface Copy {
  readonly id: string
  readonly version: number
  /** The same said of this copy's patient. */
  forMrn<T extends object>(said: T): T
}

/** Writes a copy; `author`: the entry that the act is about is theirs. */
export async function copyOf(
  ward: Outside,
  template: Template,
  { wardId, author }: { wardId?: string; author?: MatrixPerson },
): Promise<Copy> {
  copies += 1
  const id = randomUUID()
  const mrn = `90${copies}`
  const forMrn = <T extends object>(said: T): T =>
    JSON.parse(JSON.stringify(said).replaceAll(`"mrn":"${template.mrn}"`, `"mrn":"${mrn}"`))
  const { store } = ward.within.services
  let previousHash = NO_PREVIOUS
  for (const { hash: _, ...original } of template.entries) {
    const by = author && original.seq === template.state.seq ? { by: authorOf(author) } : {}
    const entry = { ...onWard(forMrn(original), wardId), ...by, ...idsOf(id, original.seq) }
    const appended = await store.append({
      entry: entry as UnhashedEntry,
      previousHash,
      commandHash: entryHash(NO_PREVIOUS, entry.commandId),
      refusal: null,
      place: { wardId: wardId ?? '7-west', bed: '12', mrn, open: true },
    })
    if (appended.kind !== 'appended') throw new Error(`the copy was answered ${appended.kind}`)
    previousHash = appended.entry.hash
  }
  return { id, version: template.version, forMrn }
}

function idsOf(chartId: string, seq: number) {
  return { chartId, commandId: seq === 1 ? chartId : randomUUID() }
}

function onWard(entry: UnhashedEntry, wardId: string | undefined): UnhashedEntry {
  return wardId !== undefined && entry.kind === 'chartOpened' ? { ...entry, wardId } : entry
}

function authorOf({ userId, account }: MatrixPerson) {
  return { userId, name: account.name, role: account.role }
}
