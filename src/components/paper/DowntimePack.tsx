import { Fragment } from 'react'
import { ContinuationSheet } from './ContinuationSheet.tsx'
import { DowntimeCover } from './DowntimeCover.tsx'
import { PaperChart } from './PaperChart.tsx'
import type { Pack } from './usePack.ts'

/** The pack on paper: the cover, then each chart with a sheet to go on by hand; never two charts on a page. */
export function DowntimePack({ pack }: { pack: Pack }) {
  return (
    <>
      <DowntimeCover pack={pack} />
      {pack.charts.map(
        ({ row: { chartId }, shown }) =>
          shown && (
            <Fragment key={chartId}>
              <PaperChart {...shown} />
              <ContinuationSheet chart={shown.chart} />
            </Fragment>
          ),
      )}
    </>
  )
}
