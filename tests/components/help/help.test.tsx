import { readFileSync } from 'node:fs'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { chartHelp, helpFor, noHelp, wardHelp } from '../../../src/components/help/helpFor.ts'
import { pages, wardPages } from '../../../src/components/pages.ts'
import { ruleBook } from '../../../src/components/rules/ruleBook.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'
import { pagesWithoutHelp } from './pagesWithoutHelp.ts'

/** Every address that the application knows, from its table of pages and from the routes written in it. */
function addresses(): string[] {
  const app = readFileSync('src/App.tsx', 'utf8')
  const routes = [...app.matchAll(/<Route path="([^"]+)"/g)].map(([, path = '']) => path)
  return [
    ...routes.filter((path) => !path.endsWith(':act')).map((path) => path.replace(':id', 'c1')),
    ...Object.keys(wardPages),
    ...Object.keys(pages).map((act) => `/charts/c1/${act}`),
  ]
}

test('every page says what it does, which rules say so, what comes next and whom to call', () => {
  expect(addresses().length).toBeGreaterThan(70)
  expect(addresses()).toContain('/charts/c1')
  expect(pagesWithoutHelp(addresses())).toEqual([])
})

test('a page without help is named', () => {
  expect(pagesWithoutHelp(['/due', '/planted', '/charts/c1/planted'])).toEqual([
    '/planted',
    '/charts/c1/planted',
  ])
})

test('no help is left of a page that is gone', () => {
  const known = new Set(addresses())
  const anywhere = ['people', 'sign-in', 'locked', 'stop-anywhere', 'nowhere']
  const stale = [
    ...Object.keys(chartHelp).filter((act) => act !== 'chart' && !known.has(`/charts/c1/${act}`)),
    ...Object.keys(wardHelp).filter((path) => !known.has(path) && !anywhere.includes(path)),
  ]
  expect(stale).toEqual([])
})

const every = [...Object.entries(chartHelp), ...Object.entries(wardHelp)]

test.each(every)(
  'the help of %s is two to four sentences, and its rules stand in the rule book',
  (_, help) => {
    const sentences = help.does.match(/[.!?](?= |$)/g) ?? []
    expect(sentences.length).toBeGreaterThanOrEqual(2)
    expect(sentences.length).toBeLessThanOrEqual(4)
    expect(help.does.length).toBeLessThan(360)
    for (const words of [help.title, help.next, help.call]) expect(words).not.toBe('')
    expect(help.rules.length).toBeGreaterThan(0)
    for (const rule of help.rules) expect(ruleBook).toHaveProperty(rule)
  },
)

test('an administrator’s first page is that of people', () => {
  expect(helpFor('/', true)).toBe(wardHelp['people'])
  expect(helpFor('/', false)).toBe(wardHelp['/'])
  expect(helpFor('/charts/c1/constructor', false)).toBeNull()
})

const open = () => screen.findByRole('button', { name: 'Help: what does this do?' })

test('it opens by keyboard where the reader then is, leads to the rules, and Escape gives the focus back', async () => {
  const user = userEvent.setup()
  await renderOnWard('/')
  ;(await open()).focus()
  await user.keyboard('{Enter}')
  const panel = await screen.findByRole('complementary', { name: 'Ward board: what does this do?' })
  await waitFor(() => expect(within(panel).getByRole('heading', { level: 2 })).toHaveFocus())
  expect(panel).toHaveTextContent(/the most urgent first/)
  expect(panel).toHaveTextContent(/Whom to call/)
  expect(within(panel).getByRole('link', { name: 'TIME-1' })).toHaveAttribute(
    'href',
    '/rules#TIME-1',
  )
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('complementary')).toBeNull()
  expect(await open()).toHaveFocus()
})

test('it stands above the page and goes with it: the next page begins without it', async () => {
  const user = userEvent.setup()
  await renderOnWard('/')
  await user.click(await open())
  const panel = await screen.findByRole('complementary')
  const page = await screen.findByRole('main')
  expect(panel.compareDocumentPosition(page) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  await user.click(within(panel).getByRole('link', { name: 'TIME-8' }))
  expect(await screen.findByRole('heading', { name: 'Rule book' })).toBeVisible()
  expect(screen.queryByRole('complementary')).toBeNull()
  await waitFor(() => expect(document.activeElement).toHaveAttribute('id', 'TIME-8'))
})

test('SIGN-5: before the sign-in there is help too, and STOP beside it', async () => {
  const user = userEvent.setup()
  await renderOnWard('/', { signedIn: false })
  await user.click(await open())
  expect(await screen.findByRole('complementary', { name: /^Sign in:/ })).toBeVisible()
  expect(screen.getByRole('link', { name: 'STOP' })).toBeVisible()
  expect(screen.queryByRole('link', { name: 'SIGN-3' })).toBeNull()
})

test('an address where nothing stands says so', async () => {
  const user = userEvent.setup()
  await renderOnWard('/nowhere')
  await user.click(await open())
  expect(await screen.findByText(noHelp.does)).toBeVisible()
})
