import { assign, initialTransition, setup, transition } from 'xstate'
import type { Entry } from '../../src/chart/entries.ts'
import { type ByHand, openedByHand, stepByHand } from '../yardsticks/mutatingFold.ts'

/** What each kind of entry writes to, and so has to be copied first: a machine's context is not changed in place. */
const WRITES: Partial<Record<Entry['kind'], readonly ArrayField[]>> = {
  bloodsResulted: ['bloods'],
  infusionPrescribed: ['boluses'],
  apttCollected: ['collections'],
  apttResulted: ['results'],
  rateKept: ['results', 'owed'],
  countersigned: ['results', 'owed', 'events', 'bags', 'boluses'],
}
type ArrayField = 'bloods' | 'boluses' | 'collections' | 'results' | 'owed' | 'events' | 'bags'

function stepped(context: ByHand, entry: Entry): ByHand {
  const copy: ByHand = { ...context, entries: [...context.entries] }
  for (const field of WRITES[entry.kind] ?? []) copyLast(copy, field)
  if (copy.pending) copy.pending = { ...copy.pending }
  stepByHand(copy, entry)
  return copy
}

/** In this course it is the last of a list that is changed. */
function copyLast(copy: ByHand, field: ArrayField): void {
  const list: object[] = [...copy[field]]
  const last = list.pop()
  Object.assign(copy, { [field]: last ? [...list, { ...last }] : list })
}

interface Taken {
  readonly type: 'taken'
  readonly entry: Entry
}

function machineFor(first: Entry | undefined) {
  return setup({ types: { context: {} as ByHand, events: {} as Taken } }).createMachine({
    context: openedByHand(first),
    on: { taken: { actions: assign(({ context, event }) => stepped(context, event.entry)) } },
  })
}

/** A replay by XState's pure transition function, an event an entry. */
export function xstateFold(entries: readonly Entry[]): ByHand {
  const machine = machineFor(entries[0])
  let [state] = initialTransition(machine)
  for (const entry of entries.slice(1))
    [state] = transition(machine, state, { type: 'taken', entry })
  return state.context
}
