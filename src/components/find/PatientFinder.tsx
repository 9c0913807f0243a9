import { useContext, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useNow, useSession, useStoreState, useZone } from '../../store/useChart.ts'
import { ageYears } from '../../time.ts'
import { dateText, patientName } from '../../wording.ts'
import { LinkButton } from '../LinkButton.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { CoveredContext } from '../ui/CoveredContext.ts'
import { Icon } from '../ui/Icon.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useHeldOrder } from '../ui/useHeldOrder.ts'
import { type FoundPatient, findPatients } from './findPatients.ts'
import classes from './PatientFinder.module.css'

/**
 * Finds a patient among the charts of the ward that the tablet holds, whatever the spelling. It hides no row of the
 * board, opens nothing by itself (H15), keeps nothing, and is empty again after the lock.
 */
export function PatientFinder() {
  const wardId = useStoreState((state) => state.wardId)
  return <Finder key={wardId} />
}

function Finder() {
  const board = useStoreState((state) => state.board)
  const isCovered = useContext(CoveredContext)
  const [typed, setTyped] = useState('')
  useEffect(() => {
    if (isCovered) setTyped('')
  }, [isCovered])
  const charts = board?.charts ?? []
  const isAsked = typed.trim() !== ''
  const found = isAsked ? findPatients(charts, typed) : []
  return (
    <section className={classes.finder} aria-label="Find a patient">
      <div className={classes.ask}>
        <TextField label="Find a patient by name, MRN or bed" value={typed} onChange={setTyped} />
        {typed !== '' && (
          <BigButton icon="cross" onClick={() => setTyped('')}>
            Clear
          </BigButton>
        )}
      </div>
      <p role="status" className={isAsked && found.length > 0 ? classes.count : 'visuallyHidden'}>
        {isAsked && countText(found.length)}
      </p>
      {isAsked && <FoundList key={typed} found={found} />}
    </section>
  )
}

function FoundList({ found }: { found: readonly FoundPatient[] }) {
  const rows = useHeldOrder(found, { keyOf: ({ row }) => row.chartId })
  if (rows.length === 0) return <NoneFound />
  return (
    <ul className={classes.found}>
      {rows.map(({ key, row, place }) => (
        <li key={key} {...place}>
          <Found found={row} />
        </li>
      ))}
    </ul>
  )
}

function countText(count: number): string {
  if (count === 0) return 'Nobody found'
  return count === 1 ? '1 patient may be meant' : `${count} patients may be meant`
}

function Found({ found: { row, isOtherSpelling, hasLookAlike } }: { found: FoundPatient }) {
  const now = useNow()
  const zone = useZone()
  const { patient, bed, chartId } = row
  return (
    <Link href={`/charts/${chartId}`} className={classes.patient ?? ''}>
      <span className={classes.name}>{patientName(patient)}</span>
      <span>Bed {bed}</span>
      <span className={classes.identity}>
        born {dateText(patient.dateOfBirth)} ({ageYears(patient.dateOfBirth, now, zone)} y), sex{' '}
        {patient.sex}, MRN {patient.mrn}
      </span>
      {isOtherSpelling && <span className={classes.said}>Spelled otherwise than typed</span>}
      {hasLookAlike && (
        <span className={`${classes.said} ${classes.alike}`}>
          <Icon name="soon" size={20} />
          Another patient here has a name like this: compare date of birth and MRN with the
          wristband
        </span>
      )}
    </Link>
  )
}

/** What to do where nobody is found. */
function NoneFound() {
  const { wards } = useSession()
  const wardId = useStoreState((state) => state.wardId)
  const ward = wards.find((each) => each.wardId === wardId)?.name ?? 'this ward'
  return (
    <div className={classes.none}>
      <p>
        <b>No open chart on {ward} fits that.</b> Key figures of the MRN from the wristband, or the
        bed.{' '}
        {wards.length > 1
          ? 'Look on your other wards: their names stand below.'
          : 'A closed chart is not on the board.'}
      </p>
      <div className={classes.ways}>
        <LinkButton href="/another-ward" small>
          Patient on another ward
        </LinkButton>
        <LinkButton href="/new-chart" icon="plus" small>
          New chart
        </LinkButton>
      </div>
    </div>
  )
}
