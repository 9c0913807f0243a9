import { expect, test } from 'vitest'
import { measuredTable } from '../../scripts/setUp/measuredTable.mjs'

const page = `# Promises
<!-- measured by npm run torture -->
| Promise | What was done | What came of it | When, on what |
|---|---|---|---|
| 1 | 1,000 kills | 0 lost | 2027-01-01, 2 cores |
| 3 | 20,000 intents | 0 doubled | 2027-01-01, 2 cores |
<!-- end of what was measured -->
More.
`
const on = { today: '2027-02-02', machine: '4 cores' }

test('a figure measured again takes the place of the old one; the others stay, in order', () => {
  const lines = [
    { promise: 2, what: 'a full disk', figure: 'nothing half-written' },
    { promise: 1, what: '1,000 kills', figure: '1 lost' },
  ]
  const renewed = measuredTable(page, lines.map((line) => JSON.stringify(line)).join('\n'), on)
  expect(renewed.split('\n').slice(4, 7)).toEqual([
    '| 1 | 1,000 kills | 1 lost | 2027-02-02, 4 cores |',
    '| 2 | a full disk | nothing half-written | 2027-02-02, 4 cores |',
    '| 3 | 20,000 intents | 0 doubled | 2027-01-01, 2 cores |',
  ])
  expect(renewed).toContain('\nMore.\n')
})

test('a page without its markers is not written over', () => {
  expect(() => measuredTable('# Promises', '', on)).toThrow('lost its markers')
})
