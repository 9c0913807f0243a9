import classes from './TourOffer.module.css'
import { goToTour, useTourPlace } from './tour/tourPlace.ts'
import { BigButton } from './ui/BigButton.tsx'

interface TourOfferProps {
  /** What else happens when it begins. */
  readonly onBegin?: () => void
}

/** Offers the tour of the demonstration: with a word to a tablet that has not seen it, quietly to one that has. */
export function TourOffer({ onBegin }: TourOfferProps) {
  const place = useTourPlace()
  const isUnderWay = typeof place === 'number'
  function begin(): void {
    if (!isUnderWay) goToTour(0)
    onBegin?.()
  }
  return (
    <div className={classes.offer}>
      {place === null && <p>New here? Eight steps show the ward in about five minutes.</p>}
      <BigButton look={place === null ? 'plain' : 'quiet'} small onClick={begin}>
        {WORDS[isUnderWay ? 'goes on' : (place ?? 'new')]}
      </BigButton>
    </div>
  )
}

const WORDS = {
  new: 'Show me around',
  seen: 'Show me around again',
  'goes on': 'Go on with the tour',
} as const
