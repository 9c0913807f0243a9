/**
 * The board as MUI and Redux Toolkit have it, by their guides: answers by RTK Query, narrow selectors, rows that are
 * memoised, links of React Router, a theme that turns dark. Its countdowns go on with a tick in the store: each second, or
 * as the address says (`?tick=60000`).
 */
import { createRoot } from 'react-dom/client'
import { Provider } from 'react-redux'
import { BrowserRouter } from 'react-router'
import { Ward } from './Ward.tsx'
import { store } from './wardStore.ts'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Provider store={store}>
      <BrowserRouter>
        <Ward />
      </BrowserRouter>
    </Provider>,
  )
}
