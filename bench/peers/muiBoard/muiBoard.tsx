/**
 * The board as MUI and Redux Toolkit have it, by their guides: normalised rows, narrow selectors, rows that are memoised.
 * Its countdowns go on with a tick in the store: each second, or as the address says (`?tick=60000`).
 */
import CssBaseline from '@mui/material/CssBaseline'
import { createRoot } from 'react-dom/client'
import { Provider } from 'react-redux'
import type { Instant } from '../../../src/time.ts'
import { followWard, readBoard, readSeat } from '../../web/wardFeed.ts'
import { Ward } from './Ward.tsx'
import { store, ward } from './wardStore.ts'

const { boardRead, ticked } = ward.actions
const seat = await readSeat()
const board = await readBoard(seat.wardId)
store.dispatch(boardRead(board))
let last = { told: board.now, at: performance.now() }

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Provider store={store}>
      <CssBaseline />
      <Ward seat={seat} />
    </Provider>,
  )
}

const tick = Number(new URLSearchParams(location.search).get('tick') ?? '1000')
setInterval(() => {
  store.dispatch(ticked((last.told + performance.now() - last.at) as Instant))
}, tick)
async function renew(): Promise<void> {
  store.dispatch(boardRead(await readBoard(seat.wardId)))
}
const MINUTE = 60_000
setInterval(() => void renew(), MINUTE)
followWard(seat.wardId, {
  entry: () => void renew(),
  beat(now) {
    last = { told: now, at: performance.now() }
  },
})
