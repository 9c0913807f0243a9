import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** Builds the bench with the product's own sources; run by `npm run bench`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    ssr: true,
    // Where no other tool looks, and the peers are found.
    outDir: 'node_modules/.built',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: { bench: 'bench/bench.ts', runGoal: 'bench/runGoal.ts', load: 'bench/load.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
})
