import type { Instant } from '../time.ts'
import classes from './Trend.module.css'
import { movedBy, NEAREST_HOURS, type TrendView } from './trendView.ts'
import { BigButton } from './ui/BigButton.tsx'
import { FilterBar } from './ui/FilterBar.tsx'

const SPANS = [
  { value: `${NEAREST_HOURS}`, label: `${NEAREST_HOURS} h` },
  { value: '6', label: '6 h' },
  { value: '24', label: '24 h' },
  { value: 'all', label: 'All' },
]
/** How far a tap goes, of what is in view. */
const PART = 0.5

interface TrendControlsProps {
  readonly view: TrendView
  readonly first: Instant
  readonly now: Instant
  readonly onChange: (view: TrendView) => void
}

/** How much of the trend is shown, which part of it, and the way to its figures; not printed. */
export function TrendControls({ view, first, now, onChange }: TrendControlsProps) {
  const hours = view.span === 'all' ? 0 : view.span * PART
  const earlier = movedBy(view, -hours, first, now)
  const later = movedBy(view, hours, first, now)
  return (
    <div className={classes.controls}>
      <FilterBar
        label="How much of the trend"
        choices={SPANS}
        value={`${view.span}`}
        onChange={(span) => onChange({ span: span === 'all' ? span : Number(span), backHours: 0 })}
      />
      {earlier.backHours > view.backHours && (
        <BigButton small onClick={() => onChange(earlier)}>
          Earlier
        </BigButton>
      )}
      {later.backHours < view.backHours && (
        <BigButton small onClick={() => onChange(later)}>
          Later
        </BigButton>
      )}
      <a href="#aptt-table" className={classes.toTable}>
        Table
      </a>
    </div>
  )
}
