import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'

const stampFile = 'dist/.source-hash'
const products = ['dist/client/index.html', 'dist/server/main.js']
const sources = [
  'src',
  'server',
  'public',
  'tests/scenarios',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
]

/** Builds client and server, unless what stands in dist was built from these very sources; throws when the build fails. */
export async function build() {
  const wanted = sourceHash(sources)
  if (
    [stampFile, ...products].every((path) => existsSync(path)) &&
    readFileSync(stampFile, 'utf8') === wanted
  )
    return
  rmSync(stampFile, { force: true })
  for (const kind of [[], ['--ssr']]) await viteBuild(kind)
  writeFileSync(stampFile, wanted)
}

/** @param {string[]} words */
async function viteBuild(words) {
  const code = await run(
    [process.execPath, 'node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', ...words],
    { env: { ...process.env, NODE_ENV: 'production' } },
  )
  if (code !== 0) throw new Error(`vite build ${words.join(' ')} ended with ${code}`)
}

/**
 * A hash over the names and contents of these files and folders; a missing one counts as empty.
 * @param {readonly string[]} paths
 */
export function sourceHash(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesUnder)) {
    hash.update(`${path}\n`).update(createHash('sha256').update(readFileSync(path)).digest())
  }
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}
