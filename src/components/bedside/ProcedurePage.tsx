import type { Procedure } from '../../chart/care.ts'
import { mayUse } from '../../chart/policy.ts'
import { bookedProcedures, endedProcedures } from '../../chart/procedureBar.ts'
import { procedureName } from '../../chart/procedureName.ts'
import { whenText } from '../../wording.ts'
import { LinkButton } from '../LinkButton.tsx'
import { ActFrame } from './ActFrame.tsx'
import { AfterProcedure } from './AfterProcedure.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { FormSection } from './FormSection.tsx'
import { PlanTimes } from './PlanTimes.tsx'
import styles from './ProcedurePage.module.css'

/** The procedures of a chart: what is booked, what has ended, and what is done about each (PROC-1). */
export function ProcedurePage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Procedures />
    </AtBedside>
  )
}

function Procedures() {
  const { chart, user, now } = useBedside()
  const booked = bookedProcedures(chart)
  const ended = endedProcedures(chart)
  const mayPlan = mayUse('planProcedure', user, now) === null
  return (
    <ActFrame title="Procedures">
      {booked.length + ended.length === 0 && <p>No procedure is planned on this chart.</p>}
      <AfterProcedure />
      {booked.map((plan) => (
        <Booked key={plan.seq} plan={plan} />
      ))}
      {ended.map((plan) => (
        <FormSection key={plan.seq} title={`${procedureName(plan.procedure)}, ended`}>
          <EndedFacts plan={plan} />
          <div>
            <LinkButton small href={`/charts/${chart.chartId}/procedure-end?seq=${plan.seq}`}>
              Look at the site again
            </LinkButton>
          </div>
        </FormSection>
      ))}
      {mayPlan ? (
        <div>
          <LinkButton
            look={booked.length === 0 ? 'primary' : 'quiet'}
            href={`/charts/${chart.chartId}/procedure-plan`}
          >
            {booked.length === 0 ? 'Plan a procedure' : 'Plan another procedure'}
          </LinkButton>
        </div>
      ) : (
        <p>A medical officer plans a procedure: call the MO. (SIGN-2)</p>
      )}
    </ActFrame>
  )
}

function Booked({ plan }: { plan: Procedure }) {
  const { chart, entries, now, zone } = useBedside()
  const planned = entries.find(({ seq }) => seq === plan.seq)
  const address = (act: string) => `/charts/${chart.chartId}/procedure-${act}?seq=${plan.seq}`
  return (
    <FormSection title={procedureName(plan.procedure)}>
      <p className={styles.booked}>Booked for {whenText(plan.bookedAt, now, zone)}</p>
      {planned?.kind === 'procedurePlanned' && (
        <dl className={styles.facts}>
          <dt>Planned by</dt>
          <dd>
            {planned.by.name} ({planned.by.role})
          </dd>
          {planned.procedure === 'surgery' && (
            <>
              <dt>Before</dt>
              <dd>{planned.planBefore ?? 'Not recorded'}</dd>
              <dt>After</dt>
              <dd>{planned.planAfter ?? 'Not recorded'}</dd>
            </>
          )}
          {planned.consulted.map(({ role, name }) => (
            <div key={role} className={styles.fact}>
              <dt>{role === 'haematology' ? 'Haematology' : 'Cardiology'}</dt>
              <dd>{name}</dd>
            </div>
          ))}
        </dl>
      )}
      <PlanTimes {...plan} />
      <div className={styles.acts}>
        <LinkButton look="primary" href={address('end')}>
          Record the end
        </LinkButton>
        <LinkButton href={address('move')}>Move</LinkButton>
        <LinkButton href={address('cancel')}>Cancel the plan</LinkButton>
      </div>
    </FormSection>
  )
}

function EndedFacts({ plan }: { plan: ReturnType<typeof endedProcedures>[number] }) {
  const { now, zone } = useBedside()
  const { at, haemostasisConfirmed, lookedAt, bloodSeenAt } = plan.end
  return (
    <p>
      Ended at {whenText(at, now, zone)}. Haemostasis{' '}
      {haemostasisConfirmed ? 'confirmed' : 'not confirmed'} at {whenText(lookedAt, now, zone)}.
      {bloodSeenAt !== null && ` Blood seen at ${whenText(bloodSeenAt, now, zone)}.`}
    </p>
  )
}
