import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The files below these folders of the project, as paths from its root, in order; a missing folder has none. */
export function filesUnder(...folders: readonly string[]): string[] {
  return folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
  )
}
