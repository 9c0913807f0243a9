import { useEffect, useState } from 'react'
import { useChartStore } from '../../store/useChart.ts'
import { Banner } from '../ui/Banner.tsx'
import { BigButton } from '../ui/BigButton.tsx'

const ASKED_EVERY_MS = 10_000

/** On a locked tablet that the server does not answer, so that nobody can unlock it: the kept charts, for reading. */
export function ReadKept() {
  const store = useChartStore()
  const [isGone, setGone] = useState(false)
  const [isEmpty, setEmpty] = useState(false)

  useEffect(() => {
    const ask = () => void store.readPeople().then((people) => setGone(people === null))
    ask()
    const timer = setInterval(ask, ASKED_EVERY_MS)
    return () => clearInterval(timer)
  }, [store])

  if (!isGone) return null
  return (
    <Banner
      tone="ink"
      icon="offline"
      role="status"
      title="The server cannot be reached: nobody can unlock"
      act={
        <BigButton small onClick={() => void store.readKept().then((is) => setEmpty(!is))}>
          Read the kept charts
        </BigButton>
      }
    >
      {isEmpty
        ? 'No chart is kept on this tablet. The pump and the paper chart count.'
        : 'For reading only. The pump and the paper chart count.'}
    </Banner>
  )
}
