import { resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const settings = ts.getParsedCommandLineOfConfigFile('tsconfig.core.json', undefined, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: () => {},
})

/** Type-checks one planted file by the engine's settings and gives the compiler's messages. */
function engineErrors(text: string): string[] {
  const planted = resolve('src/nomogram/planted.ts')
  const options = settings?.options ?? {}
  const host = ts.createCompilerHost(options)
  const { fileExists, getSourceFile } = host
  host.fileExists = (name) => resolve(name) === planted || fileExists(name)
  host.getSourceFile = (name, version) =>
    resolve(name) === planted
      ? ts.createSourceFile(name, text, version, true)
      : getSourceFile(name, version)
  const program = ts.createProgram({ rootNames: [planted], options, host })
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

test.each([
  ['the page', 'export const title = document.title'],
  ['the window', 'export const width = window.innerWidth'],
  ['the process', "export const port = process.env['PORT']"],
  ['the network', "export const reply = fetch('/api')"],
  ['timers', 'export const later = setTimeout(() => {}, 1)'],
  ['files', "import { readFileSync } from 'node:fs'\nexport const read = readFileSync"],
  ['the console', "console.log('patient')\nexport const a = 1"],
])('the engine does not know %s', (_, text) => {
  expect(engineErrors(text)).toEqual([expect.stringMatching(/Cannot find (name|module)/)])
})

test('plain working-out is allowed', () => {
  expect(engineErrors('export const twice = (tenths: number) => tenths + tenths')).toEqual([])
})

test.each([
  'src/units.ts',
  'src/time.ts',
  'src/wording.ts',
  'src/protocols/',
  'src/nomogram/',
  'src/chart/',
  'src/audit/',
])('the engine settings reach %s', (part) => {
  const files = settings?.fileNames.map((name) => name.slice(resolve('.').length + 1)) ?? []
  expect(files.filter((name) => name.startsWith(part))).not.toEqual([])
})
