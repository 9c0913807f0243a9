import { expect, test, vi } from 'vitest'
import { createSharedSeen } from '../../src/store/sharedSeen.ts'

const SEEN = [{ key: 'c12 restart 4 ', state: 'overdue 0', isOnlyOpen: false }]

/** The pages of one tablet: what one writes is told to all others, as the browser does it. */
function tablet() {
  const pages: EventTarget[] = []
  const kept = new Map<string, string>()
  function page() {
    const own = new EventTarget()
    pages.push(own)
    const tellOthers = (key: string, newValue: string | null) => {
      const event = () => Object.assign(new Event('storage'), { key, newValue })
      for (const other of pages) if (other !== own) other.dispatchEvent(event())
    }
    const storage = {
      setItem(key: string, value: string) {
        kept.set(key, value)
        tellOthers(key, value)
      },
      removeItem(key: string) {
        kept.delete(key)
        tellOthers(key, null)
      },
    }
    return createSharedSeen(() => storage, own as Window)
  }
  return { page, kept, pages }
}

test('H40: what is seen on one page is told once to each other one, and stays nowhere', () => {
  const { page, kept } = tablet()
  const [one, two] = [page(), page()]
  const here = vi.fn()
  const there = vi.fn()
  one.hear(here)
  const end = two.hear(there)
  one.tell(SEEN)
  expect(there).toHaveBeenCalledExactlyOnceWith(SEEN)
  expect(here).not.toHaveBeenCalled()
  expect(kept.size).toBe(0)
  one.tell([])
  end()
  one.tell(SEEN)
  expect(there).toHaveBeenCalledOnce()
})

test.each(['not json', '{"key":"c12"}', '[{"key":4}]'])(
  'H9: %s silences nothing, nor does what is stored beside it',
  (newValue) => {
    const { page, pages } = tablet()
    const here = vi.fn()
    page().hear(here)
    const write = (key: string) =>
      pages[0]?.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }))
    write('heparin-chart.alarms-seen')
    expect(here.mock.calls.flat(2)).toEqual([])
    here.mockReset()
    write('heparin-chart.alarms')
    expect(here).not.toHaveBeenCalled()
  },
)

test('where the browser refuses its storage each page goes by itself', () => {
  const refused = createSharedSeen(() => {
    throw new DOMException('The operation is insecure', 'SecurityError')
  }, new EventTarget() as Window)
  expect(() => refused.tell(SEEN)).not.toThrow()
})
