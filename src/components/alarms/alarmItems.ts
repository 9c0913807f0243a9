import { type Alarm, type AlarmItem, alarmsAt } from '../../chart/alarmOf.ts'
import { type DueItem, dueKinds } from '../../chart/dueItem.ts'
import type { Person, PersonOnEntry } from '../../chart/people.ts'
import { mayUse } from '../../chart/policy.ts'
import type { TabletAlarms } from '../../store/lockedAlarms.ts'
import type { Board } from '../../store/wire.ts'
import { type Instant, isoOf, plusMinutes } from '../../time.ts'
import { actFor } from '../actFor.ts'

/** What a board says for the alarms, each with chart and bed. */
export function boardItems(board: Board | null): AlarmItem[] {
  return (board?.charts ?? []).flatMap(({ chartId, bed, alarms = [] }) =>
    known(alarms.map((alarm) => ({ ...alarm, chartId, bed }))),
  )
}

/** What a locked tablet is told; of several wards each bed stands with its own. */
export function lockedItems({ alarms }: TabletAlarms): AlarmItem[] {
  const isOneWard = new Set(alarms.map(({ ward }) => ward)).size < 2
  return known(
    alarms.map(({ ward, bed, ...alarm }) => ({
      ...alarm,
      bed: isOneWard ? bed : `${bed}, ${ward}`,
    })),
  )
}

type Told = Pick<TabletAlarms['alarms'][number], 'kind' | 'about' | 'owner'>

/** What only a later build knows of stands on its board by its own name. */
function known<T extends Told>(alarms: readonly T[]) {
  return alarms.filter(isKnown).map(({ about, owner, ...item }) => ({
    ...item,
    about: about as DueItem['about'],
    owner: owner as DueItem['owner'],
  }))
}

function isKnown<T extends Told>(item: T): item is T & { kind: DueItem['kind'] } {
  return dueKinds.some((kind) => kind === item.kind)
}

/** What alarms for a person: a stop, a restart and the like on every tablet of the ward, the rest for who may deal with it. */
export function alarmsFor(person: Person, items: readonly AlarmItem[], now: Instant): Alarm[] {
  if (person.role === 'administrator') return []
  return alarmsAt(items, now).filter(
    ({ priority, item }) =>
      priority === 'high' || mayUse(actFor(item).command, person, now) === null,
  )
}

/** Whose tablet is locked, where only name and role are known: what they might deal with is told rather than not. */
export function asCompetent({ userId, name, role }: PersonOnEntry, now: Instant): Person {
  const learningPackageUntil = isoOf(plusMinutes(now, 1))
  return {
    ...{ userId, name, role },
    competencies: { learningPackageUntil, ivUnits: true, notation: true },
  }
}
