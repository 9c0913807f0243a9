import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

// Pages are loaded when they are first opened; on a busy machine that takes longer than the usual second.
configure({ asyncUtilTimeout: 20_000 })

/** The tests' files share the modules and the page; each test begins on an empty one, of a tablet that keeps nothing. */
afterEach(() => {
  cleanup()
  document.body.replaceChildren()
  sessionStorage.clear()
  localStorage.clear()
  vi.unstubAllGlobals()
})

/** What jsdom has no layout for and the component library asks at its first render. */
class StillResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

window.ResizeObserver = StillResizeObserver
window.HTMLElement.prototype.scrollIntoView = () => {}
window.matchMedia = (query) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => {},
  removeListener: () => {},
  addEventListener: () => {},
  removeEventListener: () => {},
  dispatchEvent: () => false,
})
