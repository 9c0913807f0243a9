import { useChartStore, useSession, useStoreState } from '../../store/useChart.ts'
import { buttonClass } from '../ui/buttonClass.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { TextField } from '../ui/TextField.tsx'
import classes from './AuditPage.module.css'
import type { PeriodDraft } from './auditPeriod.ts'

interface PeriodChooserProps {
  readonly draft: PeriodDraft
  readonly set: (change: Partial<PeriodDraft>) => void
}

const PERIODS = [
  { days: '7', label: 'Last 7 days' },
  { days: '30', label: 'Last 30 days' },
  { days: '90', label: 'Last 90 days' },
  { days: 'own', label: 'From, to' },
] as const

/** Which ward, which days, and with a go-live day what is compared. */
export function PeriodChooser({ draft, set }: PeriodChooserProps) {
  return (
    <div className={classes.chooser}>
      <WardChoice />
      <fieldset className={classes.choices}>
        <legend className="visuallyHidden">Period</legend>
        {PERIODS.map(({ days, label }) => (
          <Choice key={days} isChosen={draft.days === days} onChoose={() => set({ days })}>
            {label}
          </Choice>
        ))}
      </fieldset>
      {draft.days === 'own' && (
        <div className={classes.dates}>
          <TextField
            label="First day"
            hint="Such as 04 Feb 2027"
            value={draft.from}
            onChange={(from) => set({ from })}
          />
          <TextField
            label="Last day"
            hint="Such as 04 Mar 2027"
            value={draft.to}
            onChange={(to) => set({ to })}
          />
        </div>
      )}
      <Disclosure summary="Compare before and after a go-live day">
        <div className={classes.dates}>
          <TextField
            label="Go-live day"
            hint="Such as 18 Feb 2027; empty: no comparison"
            value={draft.goLive}
            onChange={(goLive) => set({ goLive })}
          />
        </div>
      </Disclosure>
    </div>
  )
}

function WardChoice() {
  const store = useChartStore()
  const { wards } = useSession()
  const wardId = useStoreState((state) => state.wardId)
  if (wards.length < 2) return null
  return (
    <fieldset className={classes.choices}>
      <legend className="visuallyHidden">Ward</legend>
      {wards.map((ward) => (
        <Choice
          key={ward.wardId}
          isChosen={ward.wardId === wardId}
          onChoose={() => store.chooseWard(ward.wardId)}
        >
          {ward.name}
        </Choice>
      ))}
    </fieldset>
  )
}

interface ChoiceProps {
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly children: string
}

function Choice({ isChosen, onChoose, children }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={buttonClass({ look: isChosen ? 'primary' : 'plain', small: true })}
      onClick={onChoose}
    >
      {children}
    </button>
  )
}
