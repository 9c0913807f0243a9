import { BigButton } from '../ui/BigButton.tsx'
import { focusHeading } from './focusHeading.ts'
import classes from './SkipLink.module.css'

/** The first stop of the Tab key: past the bars, to the page (WCAG 2.4.1). */
export function SkipLink() {
  return (
    <div className={classes.skip}>
      <BigButton small look="quiet" onClick={() => void focusHeading(document)}>
        Skip to the page
      </BigButton>
    </div>
  )
}
