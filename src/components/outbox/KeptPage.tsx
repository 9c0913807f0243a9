import type { OutboxItem } from '../../store/outboxItem.ts'
import { useChartStore, useZone } from '../../store/useChart.ts'
import { useOutbox } from '../../store/useOutbox.ts'
import { dateText, patientName } from '../../wording.ts'
import { LinkButton } from '../LinkButton.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import frame from '../ui/PageFrame.module.css'
import { DecideKept } from './DecideKept.tsx'
import classes from './KeptPage.module.css'
import { NotYetRecorded } from './NotYetRecorded.tsx'
import { authorText, statedText, whatText } from './outboxWords.ts'

/** What was captured on this tablet and is not on the record yet, whoever captured it, and what to do about it. */
export function KeptPage() {
  const store = useChartStore()
  const items = useOutbox((state) => state.items)
  const unreadable = useOutbox((state) => state.unreadable)
  return (
    <main className={frame.column}>
      <div>
        <LinkButton look="quiet" small flush href="/">
          ‹ Back to the ward board
        </LinkButton>
      </div>
      <h1 className={frame.title}>Not on the record yet</h1>
      {items.length + unreadable === 0 ? (
        <p>Nothing that was captured on this tablet waits to be recorded.</p>
      ) : (
        <div>
          <BigButton small onClick={() => void store.outbox.flush()}>
            Try again now
          </BigButton>
        </div>
      )}
      {unreadable > 0 && (
        <p>
          {unreadable} of another version of this page: load the page anew, or call the
          administrator. Nothing of it is thrown away.
        </p>
      )}
      <ol className={`${frame.list} ${classes.items}`}>
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ol>
    </main>
  )
}

function Item({ item }: { item: OutboxItem }) {
  const zone = useZone()
  const { patient, bed } = item
  return (
    <li className={classes.item}>
      <h2 className={classes.what}>
        {whatText(item)}, {statedText(item, zone)}
      </h2>
      <p>
        <strong>{patientName(patient)}</strong>, born {dateText(patient.dateOfBirth)}, MRN{' '}
        {patient.mrn}, bed {bed}
      </p>
      <p>Captured by {authorText(item)}.</p>
      <NotYetRecorded id={item.id} />
      {item.needsPerson && <DecideKept item={item} />}
    </li>
  )
}
