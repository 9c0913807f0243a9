import { useCallback, useState } from 'react'
import { type AccountLogLine, readAccountLog } from '../../store/accounts.ts'
import type { ChartStore } from '../../store/chartStore.ts'
import { useZone } from '../../store/useChart.ts'
import { instantOf } from '../../time.ts'
import { dayAndClockText } from '../../wording.ts'
import frame from '../bedside/ActFrame.module.css'
import { BigButton } from '../ui/BigButton.tsx'
import classes from './Accounts.module.css'
import { Asked } from './Asked.tsx'
import { actText, changeTexts } from './accountWords.ts'
import { BackToPeople } from './BackToPeople.tsx'
import { useAsked } from './useAsked.ts'

/** What was done to accounts and wards, by whom and when; nobody can change it (SIGN-1). */
export function AccountLogPage() {
  const [before, setBefore] = useState<number | null>(null)
  const ask = useCallback((store: ChartStore) => readAccountLog(store, before), [before])
  const [log, again] = useAsked(ask)
  return (
    <main className={frame.frame}>
      <BackToPeople />
      <h1 className={frame.title}>Account log</h1>
      <Asked reply={log} again={again}>
        {({ lines }) => (
          <>
            <ol className={classes.rows}>
              {lines.map((line) => (
                <li key={line.no} className={classes.row}>
                  <Line line={line} />
                </li>
              ))}
            </ol>
            <div className={classes.acts}>
              {before !== null && <BigButton onClick={() => setBefore(null)}>Latest</BigButton>}
              {(lines.at(-1)?.no ?? 1) > 1 && (
                <BigButton onClick={() => setBefore(lines.at(-1)?.no ?? null)}>Earlier</BigButton>
              )}
            </div>
          </>
        )}
      </Asked>
    </main>
  )
}

function Line({ line }: { line: AccountLogLine }) {
  const zone = useZone()
  return (
    <>
      <span>
        <span className={classes.name}>{actText(line)}</span>
        <br />
        <span className={classes.quiet}>
          {dayAndClockText(instantOf(line.at), zone)}, {line.by ?? 'when it was set up'}
        </span>
      </span>
      <span>
        {line.about}
        {changeTexts(line, zone).map((text) => (
          <span key={text} className={classes.state}>
            {text}
          </span>
        ))}
      </span>
    </>
  )
}
