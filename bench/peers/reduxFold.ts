import { configureStore, createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { Entry } from '../../src/chart/entries.ts'
import { type ByHand, openedByHand, stepByHand } from '../yardsticks/mutatingFold.ts'

/** Redux Toolkit's own way: a store with one slice, whose reducer is the yardstick's step, and an action an entry. */
export function reduxChart(first: Entry | undefined) {
  const { actions, reducer } = createSlice({
    name: 'chart',
    initialState: () => openedByHand(first),
    reducers: {
      taken(state, { payload }: PayloadAction<Entry>) {
        stepByHand(state as ByHand, payload)
      },
    },
  })
  // As in a build for production: without the checks that walk the whole state.
  const store = configureStore({
    reducer,
    devTools: false,
    middleware: (standard) => standard({ serializableCheck: false, immutableCheck: false }),
  })
  return {
    take: (entry: Entry) => store.dispatch(actions.taken(entry)),
    chart: () => store.getState() as ByHand,
  }
}

/** A replay by Redux Toolkit, action by action. */
export function reduxFold(entries: readonly Entry[]): ByHand {
  const { take, chart } = reduxChart(entries[0])
  for (const entry of entries.slice(1)) take(entry)
  return chart()
}
