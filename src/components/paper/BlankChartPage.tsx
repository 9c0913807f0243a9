import { useState } from 'react'
import { Link } from 'wouter'
import { PROTOCOL_IDS, type ProtocolId } from '../../protocols/protocol.ts'
import { protocolFor } from '../../protocols/register.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { usePaperFont } from '../usePaperFont.ts'
import { BlankChart } from './BlankChart.tsx'
import classes from './DowntimePage.module.css'
import { OnPaper } from './OnPaper.tsx'
import { usePaperMargin } from './usePaperMargin.ts'

const ALL = 'all'

/** The blank chart for a downtime, at `/downtime/blank`: for which protocol, then print. */
export function BlankChartPage() {
  const [chosen, setChosen] = useState<ProtocolId | typeof ALL>(ALL)
  const ids = chosen === ALL ? PROTOCOL_IDS : [chosen]
  usePaperFont()
  usePaperMargin({ about: 'blank chart' })
  return (
    <main className={classes.page}>
      <Link href="/downtime" className={classes.back ?? ''}>
        ‹ Back to the downtime pack
      </Link>
      <h1 className={classes.title}>Blank paper chart</h1>
      <p>
        For a new patient while the system is down: starting doses, nomogram, a grid to write in,
        restrictions, and the steps of a STOP. Three A4 pages, landscape, for each protocol.
      </p>
      <ChoiceField
        label="For which protocol?"
        choices={[
          { value: ALL, label: 'All four' },
          ...PROTOCOL_IDS.map((id) => ({ value: id, label: protocolFor(id).label })),
        ]}
        value={chosen}
        onChange={setChosen}
      />
      <div className={classes.acts}>
        <BigButton look="primary" icon="print" onClick={() => window.print()}>
          Print
        </BigButton>
      </div>
      <OnPaper>
        {ids.map((id) => (
          <BlankChart key={id} protocol={protocolFor(id)} />
        ))}
      </OnPaper>
    </main>
  )
}
