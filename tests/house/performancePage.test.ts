import { expect, test } from 'vitest'
import { atLeast, atMost, told, within } from '../../bench/goal.ts'
import { performancePage } from '../../bench/performancePage.ts'

const page = `# Performance
<!-- measured by npm run bench -->
| Goal | Against | Measured | Asked | | When, on what |
|---|---|---|---|---|---|
| G1: one | a chain | 1.5x | at most 2x | met | 2027-01-01, 2 cores |
| G1: one | a peer | 3x | at least 4x | **missed** | 2027-01-01, 2 cores |
| G10: ten | a page | 1x | at most 2x | met | 2027-01-01, 2 cores |
<!-- end of what was measured -->
More.
`
const on = { today: '2027-02-02', machine: '4 cores' }

test('a goal measured again loses all its old rows; the others stay, in the order of the goals', () => {
  const rows = [atMost('a chain', 2.004, 2), told('a third', '7 us')]
  const renewed = performancePage(page, { id: 'G1', title: 'one', rows }, on)
  expect(renewed.split('\n').slice(4, 8)).toEqual([
    '| G1: one | a chain | 2x | at most 2x | **missed** | 2027-02-02, 4 cores |',
    '| G1: one | a third | 7 us | - |  | 2027-02-02, 4 cores |',
    '| G10: ten | a page | 1x | at most 2x | met | 2027-01-01, 2 cores |',
    '<!-- end of what was measured -->',
  ])
  const second = performancePage(page, { id: 'G2', title: 'two', rows: [atLeast('a', 5, 4)] }, on)
  expect(second.split('\n')[6]).toBe(
    '| G2: two | a | 5x | at least 4x | met | 2027-02-02, 4 cores |',
  )
  expect(renewed).toContain('\nMore.\n')
})

test('a page without its markers is not written over', () => {
  const measured = { id: 'G1', title: 'one', rows: [] }
  expect(() => performancePage('# Performance', measured, on)).toThrow('lost its markers')
})

test('what is one unit in the last place on the wrong side of a limit is missed', () => {
  expect(atMost('', 2.000001, 2).met).toBe(false)
  expect(atMost('', 2, 2).met).toBe(true)
  expect(atLeast('', 3.999999, 4).met).toBe(false)
  expect(atLeast('', 4, 4).met).toBe(true)
  expect(within('', 5.1, 5, 'us')).toMatchObject({ figure: '5.1 us', met: false })
  expect(atMost('', Number.NaN, 2).met).toBe(false)
})
