import { listenForScans, type ScanEar } from './scanListener.ts'

/** Those who listen, the latest last. A chart hears before a pad that stands alone. */
const ears: Record<'chart' | 'pad', ScanEar[]> = { chart: [], pad: [] }
let stop: (() => void) | null = null

/** Hears what a scanner types anywhere on the page. @returns what ends the hearing */
export function hearScans(place: 'chart' | 'pad', ear: ScanEar): () => void {
  ears[place].push(ear)
  stop ??= listenForScans((text, from) => {
    const nearest = ears.chart.at(-1) ?? ears.pad.at(-1)
    return nearest?.(text, from) ?? false
  })
  return () => {
    ears[place] = ears[place].filter((each) => each !== ear)
    if (ears.chart.length + ears.pad.length > 0) return
    stop?.()
    stop = null
  }
}
