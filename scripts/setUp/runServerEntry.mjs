import { build } from './build.mjs'
import { install } from './install.mjs'
import { forwardSignals, run } from './run.mjs'

/**
 * Does all the set-up, then runs one built entry of the server with this process's own words and gives its exit code.
 * @param {'main' | 'createAdministrator' | 'verify' | 'moveToPostgres'} name
 * @returns {Promise<number>}
 */
export async function runServerEntry(name) {
  forwardSignals()
  try {
    await install()
    await build()
  } catch (error) {
    process.stderr.write(`Set-up failed: ${error instanceof Error ? error.message : error}\n`)
    return 1
  }
  return run([process.execPath, `dist/server/${name}.js`, ...process.argv.slice(2)])
}
