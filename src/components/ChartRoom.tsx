import { ChartFrame } from './ChartFrame.tsx'
import { ChartPage } from './ChartPage.tsx'
import { Guarded } from './Guarded.tsx'
import { Interrupting } from './Interrupting.tsx'
import { NoSuchPage } from './NoSuchPage.tsx'
import { pages } from './pages.ts'
import { StopAdvised } from './StopAdvised.tsx'

interface ChartRoomProps {
  readonly chartId: string
  /** The act whose page is shown; without it the chart itself. */
  readonly act?: string
}

/** One chart with its banner and STOP, and what interrupts; loaded with the first chart that is opened. */
export function ChartRoom({ chartId, act }: ChartRoomProps) {
  if (act === undefined) {
    return (
      <ChartFrame chartId={chartId}>
        <ChartPage chartId={chartId} />
      </ChartFrame>
    )
  }
  const Page = Object.hasOwn(pages, act) ? pages[act] : undefined
  if (!Page) return <NoSuchPage />
  return (
    <ChartFrame chartId={chartId}>
      {act !== 'stop' && (
        <>
          <StopAdvised chartId={chartId} />
          <Interrupting chartId={chartId} act={act} />
        </>
      )}
      <Guarded>
        <Page key={act} chartId={chartId} />
      </Guarded>
    </ChartFrame>
  )
}
