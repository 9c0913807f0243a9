import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/house/planted/noisy.planted.ts'],
    setupFiles: ['tests/support/failOnConsole.ts'],
  },
})
