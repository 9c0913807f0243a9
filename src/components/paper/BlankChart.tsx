import type { Protocol } from '../../protocols/protocol.ts'
import { BandTable } from '../bedside/BandTable.tsx'
import { StartingTable } from '../bedside/StartingTable.tsx'
import classes from './BlankChart.module.css'
import { BlankHead } from './BlankHead.tsx'
import { BlankPrescription } from './BlankPrescription.tsx'
import { BolusRule } from './BolusRule.tsx'
import { DowntimeSteps } from './DowntimeSteps.tsx'
import { PaperSheet } from './PaperSheet.tsx'
import { RecordingGrid } from './RecordingGrid.tsx'
import { StartingRules } from './StartingRules.tsx'

/** As many as a page holds below the nomogram of the most rows. */
const GRID_ROWS = 9

/** A protocol's paper chart for when the system is down: three pages, every table as published, nothing filled in. */
export function BlankChart({ protocol }: { protocol: Protocol }) {
  const head = <BlankHead protocol={protocol} />
  return (
    <>
      <PaperSheet head={head}>
        <div className={classes.columns}>
          <div className={classes.dense}>
            <StartingTable protocol={protocol} />
            <StartingRules protocol={protocol} />
          </div>
          <BlankPrescription protocol={protocol} />
        </div>
      </PaperSheet>
      <PaperSheet head={head}>
        <div className={classes.dense}>
          <BandTable protocol={protocol} />
          <BolusRule protocol={protocol} />
        </div>
        <RecordingGrid rows={GRID_ROWS} />
      </PaperSheet>
      <PaperSheet head={head}>
        <DowntimeSteps protocol={protocol} />
      </PaperSheet>
    </>
  )
}
