import { configureStore, createSlice, type PayloadAction } from '@reduxjs/toolkit'
import { createApi, fakeBaseQuery } from '@reduxjs/toolkit/query/react'
import { useDispatch, useSelector } from 'react-redux'
import type { Board } from '../../../src/store/wire.ts'
import type { Instant } from '../../../src/time.ts'
import { readBoard, readSeat, type Seat } from '../../web/wardFeed.ts'

/** What the server tells; what has not changed in a new answer stays the same object. */
export const api = createApi({
  baseQuery: fakeBaseQuery<string>(),
  endpoints: (build) => ({
    seat: build.query<Seat, void>({ queryFn: async () => ({ data: await readSeat() }) }),
    board: build.query<Board, string>({
      queryFn: async (wardId) => ({ data: await readBoard(wardId) }),
    }),
  }),
})
export const { useSeatQuery, useBoardQuery } = api

/** The time, and what is typed. */
export const ward = createSlice({
  name: 'ward',
  initialState: { now: null as Instant | null, aptt: '', fault: '' },
  reducers: {
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

export const store = configureStore({
  reducer: { ward: ward.reducer, [api.reducerPath]: api.reducer },
  middleware: (usual) => usual().concat(api.middleware),
})

type State = ReturnType<typeof store.getState>
export const useWard = useSelector.withTypes<State>()
export const useWardDispatch = useDispatch.withTypes<typeof store.dispatch>()
