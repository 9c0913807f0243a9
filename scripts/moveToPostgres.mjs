import { runServerEntry } from './setUp/runServerEntry.mjs'

process.exitCode = await runServerEntry('moveToPostgres')
