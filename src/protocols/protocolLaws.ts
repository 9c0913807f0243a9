import type { ProtocolDefinition } from './protocol.ts'

/**
 * Holds a protocol as its file writes it down to the laws of such tables.
 * @throws Error naming each broken law: bands ascend and only the last, a stop, is open; exactly one band is therapeutic;
 * weights ascend
 */
export function holdLaws({ id, version, startingRows, nomogram }: ProtocolDefinition): void {
  const bounds = nomogram.map((row) => row.toSeconds ?? Infinity)
  const broken = [
    !ascends(bounds) && 'bands must ascend and be closed below the last',
    bounds.at(-1) !== Infinity && 'the last band must be open',
    nomogram.at(-1)?.step.kind !== 'stop' && 'the last band must be a stop',
    nomogram.filter((row) => row.step.kind === 'no-change').length !== 1 &&
      'exactly one band must be therapeutic',
    !ascends(startingRows.map(([weightKg]) => weightKg)) && 'weights must ascend',
  ].filter((law) => law !== false)
  if (broken.length > 0) throw new Error(`protocol ${id} ${version}: ${broken.join('; ')}`)
}

function ascends(numbers: readonly number[]): boolean {
  let last = 0
  for (const n of numbers) {
    if (n <= last) return false
    last = n
  }
  return true
}
