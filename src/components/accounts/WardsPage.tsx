import { addWard, readWards } from '../../store/accounts.ts'
import { useChartStore, useSession } from '../../store/useChart.ts'
import frame from '../bedside/ActFrame.module.css'
import { ResumedLine } from '../bedside/ResumedLine.tsx'
import { useDraft } from '../bedside/useDraft.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import classes from './Accounts.module.css'
import { Asked } from './Asked.tsx'
import { BackToPeople } from './BackToPeople.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import { useAsked } from './useAsked.ts'
import { useChange } from './useChange.ts'

const FIELDS = { wardId: 'Ward id', name: 'Name' } as const
const NO_WARD = { wardId: '', name: '' }

/** The wards of the facility, and one more (SIGN-1). */
export function WardsPage() {
  const store = useChartStore()
  const [wards, again] = useAsked(readWards)
  const { user } = useSession()
  const page = { userId: user.userId, chartId: 'accounts', page: 'wards' }
  const [{ wardId, name }, set, clear, step] = useDraft(page, NO_WARD)
  const { outcome, isSaving, send, lacks } = useChange()

  async function add(): Promise<void> {
    const added = { wardId: wardId.trim(), name: name.trim() }
    if (added.wardId === '' || added.name === '') {
      const field = added.wardId === '' ? FIELDS.wardId : FIELDS.name
      return lacks({ reason: 'Write both the id and the name.', rules: [], field })
    }
    if (!(await send(addWard(store, added), `${added.name} is added.`))) return
    clear()
    again()
  }
  return (
    <main className={frame.frame}>
      <BackToPeople />
      <h1 className={frame.title}>Wards</h1>
      <Asked reply={wards} again={again}>
        {(value) => (
          <ul className={classes.rows}>
            {value.wards.map((ward) => (
              <li key={ward.wardId} className={classes.row}>
                <span className={classes.name}>{ward.name}</span>
                <span className={classes.quiet}>{ward.wardId}</span>
              </li>
            ))}
          </ul>
        )}
      </Asked>
      <section className={classes.form} aria-labelledby="new-ward">
        <h2 id="new-ward" className={classes.heading}>
          New ward
        </h2>
        <ResumedLine step={step} />
        <ChangeForm outcome={outcome} fields={FIELDS}>
          <TextField
            label={FIELDS.wardId}
            hint="Short and for good, such as 9-east"
            value={wardId}
            onChange={(text) => set({ wardId: text })}
          />
          <TextField
            label={FIELDS.name}
            hint="As it stands at the top of the screen, such as 9 East"
            value={name}
            onChange={(text) => set({ name: text })}
          />
        </ChangeForm>
        <div className={classes.acts}>
          <BigButton look="primary" busy={isSaving} onClick={() => void add()}>
            Add ward
          </BigButton>
        </div>
      </section>
    </main>
  )
}
