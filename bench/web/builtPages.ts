import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { firstLoadKilobytes } from '../../scripts/setUp/bundleBudget.mjs'

/** The pages that the product's board is measured against, by the folder of their sources. */
const pages = {
  vanilla: 'bench/yardsticks/vanillaBoard',
  reactAlone: 'bench/yardsticks/reactAlone',
  mui: 'bench/peers/muiBoard',
} as const
export type PageName = keyof typeof pages

/** Builds a page as the product is built and gives the folder. */
export async function builtPage(name: PageName): Promise<string> {
  const outDir = join(process.cwd(), 'bench/node_modules/.pages', name)
  await build({
    root: pages[name],
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // A peer is as large as it is.
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
    },
  })
  return outDir
}

/** All JavaScript of a built page, in kB of 1,000 bytes, gzipped. */
export function scriptKilobytes(folder: string): number {
  const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'))
  return firstLoadKilobytes(scripts, (name) => readFileSync(join(folder, 'assets', name)))
}
