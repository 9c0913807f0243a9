import { type Alarm, type AlarmItem, alarmsAt } from '../../chart/alarmOf.ts'
import { type DueItem, dueKinds } from '../../chart/dueItem.ts'
import type { Person } from '../../chart/people.ts'
import { mayUse } from '../../chart/policy.ts'
import type { Board } from '../../store/wire.ts'
import type { Instant } from '../../time.ts'
import { actFor } from '../actFor.ts'

/** What a board says for the alarms, each with chart and bed. */
function itemsOf({ charts }: Board): AlarmItem[] {
  return charts.flatMap(({ chartId, bed, alarms = [] }) =>
    // What only a later build knows of stands on its board by its own name.
    alarms.filter(isKnown).map(
      ({ about, owner, ...item }): AlarmItem => ({
        ...item,
        chartId,
        bed,
        about: about as DueItem['about'],
        owner: owner as DueItem['owner'],
      }),
    ),
  )
}

function isKnown<T extends { kind: string }>(item: T): item is T & { kind: DueItem['kind'] } {
  return dueKinds.some((kind) => kind === item.kind)
}

/** What alarms for a person: a stop, a restart and the like on every tablet of the ward, the rest for who may deal with it. */
export function alarmsFor(person: Person, board: Board | null, now: Instant): Alarm[] {
  if (board === null || person.role === 'administrator') return []
  return alarmsAt(itemsOf(board), now).filter(
    ({ priority, item }) =>
      priority === 'high' || mayUse(actFor(item).command, person, now) === null,
  )
}
