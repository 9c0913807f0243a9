import { expect, test } from 'vitest'
import { lintPlanted } from './lintPlanted.ts'

const many = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n')

const tangled = `export function tangled(a: boolean[]) {
${many(6, (n) => `for (const x of a) { if (x) { if (a[${n}]) { return ${n} } } }`)}
return null
}`

const planted: readonly [guard: string, file: string, text: string][] = [
  ['noRestrictedGlobals', 'src/protocols/planted.ts', 'export const at = new Date()'],
  ['noRestrictedGlobals', 'src/nomogram/planted.ts', 'export const at = Date.now()'],
  ['noRestrictedGlobals', 'src/chart/planted.ts', 'export const at = Date.now()'],
  ['noRestrictedGlobals', 'src/nomogram/planted.ts', 'export const up = Math.ceil'],
  ['noRestrictedGlobals', 'src/chart/planted.ts', 'export const up = Math.round'],
  ['noRestrictedGlobals', 'src/audit/planted.ts', 'export const up = Math.round'],
  ['noMagicNumbers', 'src/audit/planted.ts', 'export const stop = (m: number) => m + 90'],
  ['noMagicNumbers', 'src/nomogram/planted.ts', 'export const stop = (m: number) => m + 90'],
  ['noMagicNumbers', 'src/chart/planted.ts', 'export const stop = (m: number) => m + 90'],
  ['noDefaultExport', 'src/chart/planted.ts', 'export default 1'],
  ['noNonNullAssertion', 'server/planted.ts', 'export const f = (a?: string) => a!.length'],
  ['noExplicitAny', 'server/planted.ts', 'export const f = (a: any) => a'],
  ['noConsole', 'server/planted.ts', "console.log('patient')"],
  ['noSkippedTests', 'tests/planted.test.ts', "test.skip('a', () => {})"],
  ['noFocusedTests', 'tests/planted.test.ts', "test.only('a', () => {})"],
  ['noBarrelFile', 'src/chart/planted.ts', "export { a } from './a.ts'"],
  ['noReExportAll', 'src/chart/planted.ts', "export * from './a.ts'"],
  ['useFilenamingConvention', 'src/chart/planted_fault.ts', 'export const a = 1'],
  ['noExcessiveCognitiveComplexity', 'server/planted.ts', tangled],
  ['noExcessiveLinesPerFile', 'src/planted.ts', many(251, (n) => `export const a${n} = ${n}`)],
  ['noExcessiveLinesPerFile', 'server/planted.ts', many(251, (n) => `export const a${n} = ${n}`)],
  ['noExcessiveLinesPerFile', 'tests/planted.ts', many(401, (n) => `export const a${n} = ${n}`)],
  [
    'noFloatingPromises',
    'server/planted.ts',
    'async function save(): Promise<void> {}\nexport function f() { save() }',
  ],
  [
    'useExhaustiveSwitchCases',
    'src/planted.ts',
    "export function f(a: 'x' | 'y') { switch (a) { case 'x': return 1 } }",
  ],
]

test.each(planted)('%s is red in %s', (guard, file, text) => {
  const rules = lintPlanted({ [file]: `${text}\n` }).map(({ rule }) => rule)
  expect(rules).toContain(guard)
})

test('a circle of imports is red', () => {
  const complaints = lintPlanted({
    'src/chart/first.ts': "import { b } from './second.ts'\nexport const a = () => b\n",
    'src/chart/second.ts': "import { a } from './first.ts'\nexport const b = () => a\n",
  })
  expect(complaints.map(({ rule }) => rule)).toContain('noImportCycles')
})

test('a tidy file is green', () => {
  expect(
    lintPlanted({ 'src/chart/tidy.ts': 'export const tidy = (a: number) => a + 1\n' }),
  ).toEqual([])
})
