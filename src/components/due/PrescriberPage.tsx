import { useNow, useSession, useStoreState, useZone } from '../../store/useChart.ts'
import type { WardDueChart, WardDueItem } from '../../store/wardDue.ts'
import { patientName, relativeText } from '../../wording.ts'
import { pharmacistConcernText } from '../careTextsReviews.ts'
import { LinkButton } from '../LinkButton.tsx'
import pageClasses from '../ui/PageFrame.module.css'
import { useHeldOrder } from '../ui/useHeldOrder.ts'
import { BackToBoard } from './BackToBoard.tsx'
import { DueGroups } from './DueGroups.tsx'
import classes from './PrescriberPage.module.css'
import { WardDue } from './WardDue.tsx'
import { wardLines } from './wardLines.ts'

/** Of what an MO may do, that which is an MO's: second checks are anybody's who is trained. */
const MO_OWNS: ReadonlySet<WardDueItem['owner']> = new Set([
  'mo',
  'registrar',
  'amo',
  'nurse-and-mo',
])

function waitsForMo({ owner }: WardDueItem): boolean {
  return MO_OWNS.has(owner)
}

/** What waits for a medical officer on the ward, the most urgent first, one tap from the act. */
export function PrescriberPage() {
  const now = useNow()
  const zone = useZone()
  const { user } = useSession()
  return (
    <main className={pageClasses.page}>
      <BackToBoard />
      <h1 className={pageClasses.title}>Waiting for an MO</h1>
      <WardDue>
        {(page) => (
          <>
            <DueGroups
              foldsLater
              items={wardLines(page, { isWanted: waitsForMo, now, zone, user })}
            />
            <ToPrescribe />
            <Advice charts={page.charts.filter(hasAdvice)} />
          </>
        )}
      </WardDue>
    </main>
  )
}

/** No clock runs before the first prescription, so nothing of it is due; it waits all the same. */
function ToPrescribe() {
  const board = useStoreState((state) => state.board)
  const charts = board?.charts.filter(
    ({ protocol, infusion }) => protocol === null && infusion.status === 'not-started',
  )
  const rows = useHeldOrder(charts ?? [], { keyOf: ({ chartId }) => chartId })
  if (rows.length === 0) return null
  return (
    <section className={classes.group} aria-label="To prescribe">
      <h2>Not prescribed yet ({charts?.length})</h2>
      <ul className={classes.rows}>
        {rows.map(({ key, place, row: { chartId, patient, bed } }) => (
          <li key={key} className={classes.row} {...place}>
            <span>
              Bed {bed}, <b>{patientName(patient)}</b>
            </span>
            <LinkButton
              href={`/charts/${chartId}/prescribe`}
              small
              label={`Prescribe for ${patientName(patient)}`}
            >
              Prescribe
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A pharmacist's advice stands here until the next MO review (SIGN-6, TIME-4). */
function hasAdvice({ lastPharmacistReview: review, lastMoReviewAt }: WardDueChart): boolean {
  if (review === null || review.concern === 'none') return false
  return lastMoReviewAt === null || lastMoReviewAt < review.at
}

function Advice({ charts }: { charts: readonly WardDueChart[] }) {
  const now = useNow()
  const zone = useZone()
  const rows = useHeldOrder(charts, { keyOf: ({ chartId }) => chartId })
  if (rows.length === 0) return null
  return (
    <section className={classes.group} aria-label="Pharmacist’s advice">
      <h2>Pharmacist’s advice since the last MO review ({charts.length})</h2>
      <ul className={classes.rows}>
        {rows.map(
          ({ key, place, row: { chartId, patient, bed, lastPharmacistReview: review } }) => (
            <li key={key} className={classes.row} {...place}>
              <span>
                Bed {bed}, <b>{patientName(patient)}</b>
                <br />
                {review &&
                  `${review.by.name}, ${relativeText(review.at, now, zone)}: ${pharmacistConcernText(review.concern)}`}
              </span>
              <LinkButton
                href={`/charts/${chartId}/mo-review`}
                small
                label={`Review ${patientName(patient)}`}
              >
                Review
              </LinkButton>
            </li>
          ),
        )}
      </ul>
    </section>
  )
}
