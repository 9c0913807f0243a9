import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { run } from './run.mjs'

const stampFile = 'node_modules/.set-up-stamp'

/** Installs what the lock names, unless that stands already; throws when npm does not manage it. */
export async function install() {
  refuseOldNode()
  // What a link leads to is another clone's, and installing here would first empty it.
  if (lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink()) return
  const wanted = stampOf(
    readFileSync('package.json', 'utf8'),
    readFileSync('package-lock.json', 'utf8'),
  )
  if (readStamp() === wanted) return
  const code = await run([...npm(), 'ci', '--include=dev'])
  if (code !== 0) throw new Error(`npm ci ended with ${code}`)
  writeFileSync(stampFile, wanted)
}

/**
 * The words that start the npm that started us, or the one on PATH.
 * @returns {[string, ...string[]]}
 */
export function npm() {
  const started = process.env['npm_execpath']
  return started?.endsWith('npm-cli.js') ? [process.execPath, started] : ['npm']
}

/**
 * Names everything that decides what stands in node_modules: the wishes, the lock, the Node ABI and the platform.
 * @param {string} packageJson
 * @param {string} lock
 */
export function stampOf(packageJson, lock) {
  const { dependencies, devDependencies, overrides } = JSON.parse(packageJson)
  return createHash('sha256')
    .update(JSON.stringify({ dependencies, devDependencies, overrides }))
    .update(lock)
    .update(`${process.versions.modules} ${process.platform} ${process.arch}`)
    .digest('hex')
}

function readStamp() {
  try {
    return readFileSync(stampFile, 'utf8')
  } catch {
    return null
  }
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`This needs Node 20.19 or newer; here is ${process.versions.node}.`)
  }
}
