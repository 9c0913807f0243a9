import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { countedPartOf, FLOWS, rowsOf, TITRATION_LIMITS } from '../../e2e/bedside/bedsideTable.ts'
import { secondsOf } from '../../e2e/bedside/handModel.ts'
import { type Flow, paperCounts } from '../../e2e/bedside/paperSteps.ts'

const page = readFileSync('docs/bedside.md', 'utf8')
const flows = Object.keys(FLOWS) as Flow[]

/** What is wrong with the page's table, in words; the counts on the screen are the journey's to compare. */
function faultsOf(text: string): string[] {
  const rows = rowsOf(text)
  const timed = rows.filter(({ counts, seconds }) => secondsOf(counts) !== seconds)
  const missing = flows.flatMap((flow) =>
    ['screen', 'paper']
      .filter((on) => !rows.some((row) => row.flow === FLOWS[flow] && row.on === on))
      .map((on) => `${FLOWS[flow]} on ${on}: no row`),
  )
  const paper = flows.filter((flow) =>
    rows.some(
      ({ flow: name, on, counts }) =>
        name === FLOWS[flow] &&
        on === 'paper' &&
        JSON.stringify(counts) !== JSON.stringify(paperCounts(flow)),
    ),
  )
  const titration = rows.find(({ flow, on }) => flow === FLOWS.titrate && on === 'screen')
  const { screens = 0, taps = 0 } = titration?.counts ?? {}
  const isOver = screens > TITRATION_LIMITS.screens || taps > TITRATION_LIMITS.taps
  return [
    ...timed.map(({ flow, on }) => `${flow} on ${on}: the seconds are not the model's`),
    ...missing,
    ...paper.map((flow) => `${FLOWS[flow]}: the steps on paper sum up to something else`),
    ...(isOver ? ['a titration asks too much'] : []),
  ]
}

test('the table of the bedside is the model’s, has every flow twice, and keeps the limits of a titration', () => {
  expect(faultsOf(page)).toEqual([])
})

test('a row altered, a row lost and a titration with more taps are seen', () => {
  const titration = rowsOf(page).find(({ on }) => on === 'screen')
  const line =
    page.split('\n').find((each) => each.startsWith(`| ${FLOWS.titrate} | screen |`)) ?? ''
  const taps = titration?.counts.taps
  expect(taps).toBeGreaterThan(0)
  const figures = line.split('|')
  const more = [...figures.slice(0, 5), ' 13 ', ...figures.slice(6)].join('|')
  const faults = faultsOf(page.replace(line, more)).join()
  expect(faults).toContain('the seconds are not the model')
  expect(faults).toContain('asks too much')
  expect(faultsOf(page.replace(line, '')).join()).toContain('no row')
  const paper = page.split('\n').find((each) => each.startsWith(`| ${FLOWS.stop} | paper |`)) ?? ''
  const altered = paper.replace(/\| \d+ \|$/, '| 1 |').replace('| paper | 1 |', '| paper | 2 |')
  expect(faultsOf(page.replace(paper, altered)).join()).toContain('sum up to something else')
  expect(() => countedPartOf('# no marks')).toThrow('lost the marks')
})
