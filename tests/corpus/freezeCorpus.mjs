import { runnerImport } from 'vite'

// Adds the scenarios that are new to this folder, and leaves what is there as it is.
const { module } = await runnerImport('./tests/corpus/freeze.ts')
const written = await module.freeze()
process.stdout.write(
  written.length === 0 ? 'Nothing new to freeze.\n' : `Frozen: ${written.join(', ')}\n`,
)
