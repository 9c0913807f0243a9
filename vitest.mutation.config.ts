import { defineConfig } from 'vitest/config'

/**
 * The engine's tests for the mutation run: all of its own but the two that walk every decision, which would make each
 * of a thousand mutants take seconds; both edges of every band and the laws stay.
 */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/units.test.ts', 'tests/protocols/**/*.test.ts', 'tests/nomogram/**/*.test.ts'],
    exclude: ['tests/nomogram/everyDecision.test.ts', 'tests/nomogram/everyWeight.test.ts'],
  },
})
