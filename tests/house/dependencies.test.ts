import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { auditVerdict } from '../../scripts/setUp/auditVerdict.mjs'
import { type Dependencies, dependencyFaults } from './dependencies.ts'

function installedPackages(): string[] {
  return readdirSync('node_modules')
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@')
        ? readdirSync(`node_modules/${name}`).map((part) => `${name}/${part}`)
        : [name],
    )
    .filter((name) => existsSync(`node_modules/${name}/package.json`))
}

function installedScripts(): Dependencies['scripts'] {
  return Object.fromEntries(
    installedPackages().map((name) => [
      name,
      JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).scripts ?? {},
    ]),
  )
}

function dependencies(): Dependencies {
  const wishes = JSON.parse(readFileSync('package.json', 'utf8'))
  return {
    wished: { ...wishes.dependencies, ...wishes.devDependencies, ...wishes.overrides },
    locked: JSON.parse(readFileSync('package-lock.json', 'utf8')).packages,
    scripts: installedScripts(),
    npmrc: readFileSync('.npmrc', 'utf8'),
  }
}

test('every package is one version, proven by its hash, under a known licence, and runs nothing when it is installed', () => {
  const found = dependencies()
  expect(dependencyFaults(found)).toEqual([])
  expect(Object.keys(found.scripts).length).toBeGreaterThan(100)
})

const good: Dependencies = {
  wished: { pg: '8.23.1' },
  locked: { '': {}, 'node_modules/pg': { integrity: 'sha512-x', license: 'MIT' } },
  scripts: { pg: { test: 'x' } },
  npmrc: 'audit=false\nignore-scripts=true\n',
}
const pg = good.locked['node_modules/pg']

test.each<[string, Partial<Dependencies>, string]>([
  ['a range', { wished: { pg: '^8.23.1' } }, 'not one version'],
  ['a tag', { wished: { pg: 'latest' } }, 'not one version'],
  ['a package from anywhere', { wished: { pg: 'git+https://x.example/pg' } }, 'not one version'],
  ['no hash', { locked: { a: { license: 'MIT' } } }, 'no SHA-512'],
  ['a weak hash', { locked: { a: { ...pg, integrity: 'sha1-x' } } }, 'no SHA-512'],
  ['a host', { locked: { a: { ...pg, resolved: 'https://x.example/a.tgz' } } }, 'the host'],
  ['a script in the lock', { locked: { a: { ...pg, hasInstallScript: true } } }, 'install script'],
  ['a script on the disk', { scripts: { pg: { postinstall: 'x' } } }, 'install script'],
  ['another licence', { locked: { a: { ...pg, license: 'GPL-3.0-only' } } }, 'under GPL'],
  ['no licence', { locked: { a: { integrity: 'sha512-x' } } }, 'no licence'],
  ['scripts allowed', { npmrc: 'audit=false' }, 'lets install scripts run'],
])('%s is red', (_, planted, told) => {
  expect(dependencyFaults({ ...good, ...planted })).toEqual([expect.stringContaining(told)])
})

test('a clean set of packages is green', () => {
  expect(dependencyFaults(good)).toEqual([])
})

test.each([
  ['nothing known', '{"vulnerabilities":{}}', 0],
  ['a low one', '{"vulnerabilities":{"a":{"name":"a","severity":"low","range":"<1"}}}', 0],
  ['a high one', '{"vulnerabilities":{"a":{"name":"a","severity":"high","range":"<1"}}}', 1],
  ['a host that does not answer', '{"error":{"summary":"405"}}', 2],
  ['a proxy that answers for it', '<html>', 2],
  ['no answer', '', 2],
])('the advisories: %s ends with %s', (_, answer, code) => {
  expect(auditVerdict(answer).code).toBe(code)
})
