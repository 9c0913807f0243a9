import type { Chart } from '../../chart/chart.ts'
import { protocolOf } from '../../chart/results.ts'
import { BandTable } from '../bedside/BandTable.tsx'
import classes from './BlankChart.module.css'
import { BolusRule } from './BolusRule.tsx'
import { PaperFacts, PaperHead } from './PaperHead.tsx'
import { PaperSheet } from './PaperSheet.tsx'
import { RecordingGrid } from './RecordingGrid.tsx'

/** As many as a page holds below the nomogram of the most rows. */
const GRID_ROWS = 9

/** A chart's next page, to be written by hand: the patient's banner and the protocol's nomogram, no figure filled in. */
export function ContinuationSheet({ chart }: { chart: Chart }) {
  const protocol = protocolOf(chart)
  return (
    <PaperSheet
      head={<PaperHead chart={chart} title="Continuation by hand" />}
      subhead={<PaperFacts chart={chart} />}
    >
      {protocol && (
        <div className={classes.dense}>
          <BandTable protocol={protocol} />
          <BolusRule protocol={protocol} />
        </div>
      )}
      <RecordingGrid rows={GRID_ROWS} />
    </PaperSheet>
  )
}
