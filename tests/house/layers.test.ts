import { expect, test } from 'vitest'
import { lintPlanted } from './lintPlanted.ts'

const wrong: readonly [file: string, imported: string, told: string][] = [
  ['src/units.ts', './time.ts', 'units imports nothing.'],
  ['src/time.ts', './protocols/vte.ts', 'time may import: date-fns'],
  ['src/wording.ts', './chart/fold.ts', 'wording may import: units, time.'],
  ['src/protocols/planted.ts', '../nomogram/rowFor.ts', 'protocols may import'],
  ['src/protocols/planted.ts', 'date-fns', 'protocols may import'],
  ['src/nomogram/planted.ts', '../chart/fold.ts', 'nomogram may import'],
  ['src/nomogram/planted.ts', 'zod/mini', 'nomogram may import'],
  ['src/chart/planted.ts', '../store/api.ts', 'chart may import'],
  ['src/chart/planted.ts', 'react', 'chart may import'],
  ['src/chart/planted.ts', 'node:crypto', 'chart may import'],
  ['src/chart/planted.ts', 'zod', 'chart may import'],
  ['src/chart/planted.ts', '../audit/factsOf.ts', 'chart may import'],
  ['src/audit/planted.ts', '../store/api.ts', 'audit may import'],
  ['src/audit/planted.ts', '../../server/app.ts', 'audit may import'],
  ['src/audit/planted.ts', 'zod/mini', 'audit may import'],
  ['src/store/planted.ts', '../components/WardBoard.tsx', 'store may import'],
  ['src/store/planted.ts', '../../server/app.ts', 'store may import'],
  ['src/store/planted.ts', '@mantine/core', 'store may import'],
  ['src/components/Planted.tsx', '../App.tsx', 'components may import'],
  ['src/components/Planted.tsx', 'date-fns', 'components may import'],
  ['src/components/Planted.tsx', '../../server/app.ts', 'components may import'],
  ['src/components/bedside/Planted.tsx', '../../App.tsx', 'components may import'],
  ['src/components/bedside/Planted.tsx', '../../../server/app.ts', 'components may import'],
  ['src/components/bedside/Planted.tsx', 'zod/mini', 'components may import'],
  ['src/components/ui/Planted.tsx', '../WardBoard.tsx', 'components/ui holds what has no'],
  ['src/components/ui/Planted.tsx', '../../store/api.ts', 'components/ui holds what has no'],
  ['src/App.tsx', '../server/app.ts', 'App and main may import'],
  ['src/main.tsx', 'zod', 'App and main may import'],
  ['src/somethingElse.ts', '../server/app.ts', 'src never imports the server.'],
  ['server/planted.ts', '../src/store/api.ts', 'server may import'],
  ['server/planted.ts', '../src/components/WardBoard.tsx', 'server may import'],
  ['server/planted.ts', 'react', 'server may import'],
  ['server/routes/planted.ts', '../../src/store/api.ts', 'server may import'],
  ['scripts/start.mjs', 'vite', 'Set-up runs before npm'],
  ['scripts/setUp/planted.mjs', 'pg', 'Set-up runs before npm'],
]

const right: readonly [file: string, imported: string][] = [
  ['src/time.ts', '@date-fns/tz'],
  ['src/protocols/planted.ts', '../units.ts'],
  ['src/nomogram/planted.ts', '../protocols/register.ts'],
  ['src/chart/planted.ts', '../nomogram/advise.ts'],
  ['src/chart/planted.ts', 'zod/mini'],
  ['src/audit/planted.ts', '../chart/fold.ts'],
  ['src/audit/planted.ts', '../protocols/ward.ts'],
  ['src/store/planted.ts', '../chart/fold.ts'],
  ['src/store/planted.ts', '../audit/factsOf.ts'],
  ['src/store/planted.ts', 'zustand/vanilla'],
  ['src/components/Planted.tsx', '../store/useChart.ts'],
  ['src/components/Planted.tsx', '@mantine/core/styles/Button.css'],
  ['src/components/Planted.tsx', './ui/Planted.module.css'],
  ['src/components/bedside/Planted.tsx', '../../chart/fold.ts'],
  ['src/components/bedside/Planted.tsx', '../ui/Panel.tsx'],
  ['src/components/bedside/Planted.tsx', '../WardBoard.tsx'],
  ['src/components/bedside/Planted.tsx', '../Trend.module.css'],
  ['src/components/ui/Planted.tsx', '@mantine/core'],
  ['src/main.tsx', './App.tsx'],
  ['src/App.tsx', './components/WardBoard.tsx'],
  ['src/components/bedside/Planted.tsx', '../../audit/factsOf.ts'],
  ['server/planted.ts', '../src/chart/decide.ts'],
  ['server/planted.ts', '../src/audit/factsOf.ts'],
  ['server/planted.ts', './migrations/first.ts'],
  ['scripts/setUp/planted.mjs', 'node:fs'],
]

/** Lints one planted import and gives the messages of the layer rule alone. */
function layerMessages(file: string, imported: string): string[] {
  return lintPlanted({ [file]: `import '${imported}'\n` })
    .filter(({ rule }) => rule === 'noRestrictedImports')
    .map(({ message }) => message)
}

test.each(wrong)('%s must not import %s', (file, imported, told) => {
  expect(layerMessages(file, imported)).toEqual([expect.stringContaining(told)])
})

test.each(right)('%s may import %s', (file, imported) => {
  expect(layerMessages(file, imported)).toEqual([])
})
