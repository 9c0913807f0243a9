import {
  configureStore,
  createEntityAdapter,
  createSlice,
  type PayloadAction,
} from '@reduxjs/toolkit'
import { useDispatch, useSelector } from 'react-redux'
import type { Board, BoardRow } from '../../../src/store/wire.ts'
import type { Instant } from '../../../src/time.ts'

const rows = createEntityAdapter<BoardRow, string>({ selectId: ({ chartId }) => chartId })

/** Rows, time and what is typed. */
export const ward = createSlice({
  name: 'ward',
  initialState: { rows: rows.getInitialState(), now: 0 as Instant, aptt: '', fault: '' },
  reducers: {
    boardRead(state, { payload }: PayloadAction<Board>) {
      state.now = payload.now
      rows.setAll(state.rows, payload.charts)
    },
    ticked(state, { payload }: PayloadAction<Instant>) {
      state.now = payload
    },
    typed(state, { payload }: PayloadAction<string>) {
      const wrong = [...payload].find((key) => !/[0-9 .<>]/.test(key))
      state.fault = wrong === undefined ? '' : `“${wrong}” was not taken: figures only.`
      if (wrong === undefined) state.aptt = payload
    },
  },
})

export const store = configureStore({ reducer: { ward: ward.reducer } })

type State = ReturnType<typeof store.getState>

/** The rows in the server's order. */
export const rowSelectors = rows.getSelectors((state: State) => state.ward.rows)
export const useWard = useSelector.withTypes<State>()
export const useWardDispatch = useDispatch.withTypes<typeof store.dispatch>()
