import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useChartStore, useStoreState } from '../../store/useChart.ts'
import { BigButton } from '../ui/BigButton.tsx'
import classes from './Tour.module.css'
import { goToTour } from './tourPlace.ts'
import { type TourGround, type TourStep, tourSteps } from './tourSteps.ts'
import { pointedAt, usePointed } from './usePointed.ts'

/**
 * The guided tour: a strip at the bottom of the page that says what to look at and draws a line around it. It is no
 * dialog: the page stays in use, nothing is covered for good, and it ends at any step.
 */
export function Tour({ place }: { place: number }) {
  const last = tourSteps.length - 1
  const at = Math.min(place, last)
  const step = tourSteps[at]
  return step ? <Step key={at} step={step} at={at} last={last} /> : null
}

interface StepProps {
  readonly step: TourStep
  readonly at: number
  readonly last: number
}

function Step({ step, at, last }: StepProps) {
  const [address, go] = useLocation()
  const ground = useGround(address)
  const title = useRef<HTMLHeadingElement>(null)
  usePointed(step.points, address)
  useEffect(() => title.current?.focus({ preventScroll: true }), [])

  /** Opens a step's page. Who goes elsewhere meanwhile, or reloads, is not taken back unasked. */
  function open(to: TourStep): boolean {
    const page = ground && to.page(ground)
    if (page === null || page === address) return false
    go(page)
    return true
  }
  function move(by: 1 | -1): void {
    const to = tourSteps[at + by]
    if (!to) return
    goToTour(at + by)
    open(to)
  }
  function show(): void {
    if (open(step)) return
    const found = pointedAt(step.points)
    found?.scrollIntoView({ block: 'center' })
    found?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') goToTour('seen')
  }
  // On the pages of STOP it stands at the end of the page and sticks nowhere.
  const look = address.endsWith('/stop') ? classes.strip : `${classes.strip} ${classes.sticks}`
  return (
    <aside className={look} aria-label="Guided tour" onKeyDown={onKeyDown}>
      <h2 ref={title} tabIndex={-1} className={classes.title}>
        <span className={classes.count}>
          Step {at + 1} of {last + 1}
        </span>{' '}
        {step.title}
      </h2>
      <p className={classes.words}>
        {step.words}
        {step.tellsPins && <Pins />}
      </p>
      <div className={classes.ways}>
        {at < last && (
          <BigButton small look="quiet" onClick={() => goToTour('seen')}>
            Skip the tour
          </BigButton>
        )}
        <BigButton small onClick={show}>
          Show me
        </BigButton>
        {at > 0 && (
          <BigButton small icon="back" onClick={() => move(-1)}>
            Back
          </BigButton>
        )}
        {at < last ? (
          <BigButton small look="primary" onClick={() => move(1)}>
            Next
          </BigButton>
        ) : (
          <BigButton small look="primary" onClick={() => goToTour('seen')}>
            Done
          </BigButton>
        )}
      </div>
    </aside>
  )
}

/** The ward as far as a step needs it; null before its board is read. */
function useGround(address: string): TourGround | null {
  const board = useStoreState((state) => state.board)
  const openChart = /^\/charts\/([^/]+)/.exec(address)?.[1] ?? null
  return board && { rows: board.charts, openChart }
}

/** With which PINs the demonstration signs, as the sign-in page tells them. */
function Pins() {
  const store = useChartStore()
  const [pins, setPins] = useState<readonly string[]>([])
  useEffect(() => {
    let isWanted = true
    void store.readSignInPage().then((page) => {
      const nurses = page?.accounts.filter(({ userId }) => SIGNERS.has(userId)) ?? []
      if (isWanted) setPins(nurses.map(({ name, pin }) => `${name}: ${pin}`))
    })
    return () => {
      isWanted = false
    }
  }, [store])
  return pins.length === 0 ? null : <b className={classes.pins}> PINs here: {pins.join('; ')}.</b>
}

const SIGNERS: ReadonlySet<string> = new Set(['rn.adams', 'rn.baker'])
