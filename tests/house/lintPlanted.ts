import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod/mini'

const report = z.object({
  diagnostics: z.array(
    z.object({
      category: z.string(),
      message: z.string(),
      location: z.object({ path: z.string() }),
    }),
  ),
})

/** What the linter said of one file: the rule's name and its message. */
export interface Complaint {
  readonly path: string
  readonly rule: string
  readonly message: string
}

/** Runs the project's own lint settings over files that exist only for this call, in a folder of their own. */
export function lintPlanted(files: Readonly<Record<string, string>>): readonly Complaint[] {
  const folder = mkdtempSync(join(tmpdir(), 'heparin-chart-lint-'))
  try {
    copyFileSync('biome.json', join(folder, 'biome.json'))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const { stdout } = spawnSync(
      resolve('node_modules/.bin/biome'),
      ['lint', '--reporter=json', '--max-diagnostics=none', '.'],
      { cwd: folder, encoding: 'utf8' },
    )
    return report.parse(JSON.parse(stdout)).diagnostics.map(({ category, message, location }) => ({
      path: location.path,
      rule: category.split('/').at(-1) ?? category,
      message,
    }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
