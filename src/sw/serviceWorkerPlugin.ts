/** The build's side of the service worker; no page loads this file. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import type { Shell } from './shell.ts'

interface BuiltFile {
  readonly path: string
  readonly content: string | Uint8Array
}

const WORKER_FILE = 'serviceWorker.js'
const HASH_FIGURES = 16

/** Builds the service worker beside the client and writes into it which files the build has. */
export function serviceWorkerPlugin(): Plugin {
  let root = ''
  let publicDir = ''
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root
      publicDir = config.publicDir
    },
    async generateBundle(_, bundle) {
      const built = Object.values(bundle).map((file) => ({
        path: file.fileName,
        content: file.type === 'chunk' ? file.code : file.source,
      }))
      const shared = readdirSync(publicDir).map((path) => ({
        path,
        content: readFileSync(join(publicDir, path)),
      }))
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
      if (!entry) throw new Error('The build has no entry.')
      const shell = { ...shellOf([...built, ...shared]), entry: `/${entry.fileName}` }
      const source = await workerSource(root, shell)
      this.emitFile({ type: 'asset', fileName: WORKER_FILE, source })
    },
  }
}

/** The paths of a build's files, and a name that changes with any of them. */
export function shellOf(files: readonly BuiltFile[]): Omit<Shell, 'entry'> {
  const kept = files
    .filter(({ path }) => !path.startsWith('.') && !path.endsWith('.map'))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const hash = createHash('sha256')
  for (const { path, content } of kept) {
    hash.update(`${path}\n`)
    hash.update(content)
  }
  return {
    build: hash.digest('hex').slice(0, HASH_FIGURES),
    files: kept.map(({ path }) => `/${path}`),
  }
}

/** One plain script: a worker that imports would need its parts from the network. */
async function workerSource(root: string, shell: Shell): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { SHELL: JSON.stringify(shell) },
    build: {
      write: false,
      rolldownOptions: {
        input: join(root, 'src/sw/serviceWorker.ts'),
        output: { format: 'iife', entryFileNames: WORKER_FILE },
      },
    },
  })
  const [output] = Array.isArray(made) ? made : [made]
  const chunk = output && 'output' in output ? output.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error('The service worker was not built.')
  return chunk.code
}
