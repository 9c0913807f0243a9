import { PROTOCOL_IDS, type ProtocolId } from '../../protocols/protocol.ts'
import { protocolFor } from '../../protocols/register.ts'
import { dayText, kgText } from '../../wording.ts'
import { LinkButton } from '../LinkButton.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useBedside } from './BedsideContext.ts'
import { FormSection } from './FormSection.tsx'
import { indicationAnswer } from './prescribeAnswers.ts'
import { PRESCRIBE_FIELDS, type PrescribePart } from './prescribeDraft.ts'
import type { PrescribeMode } from './prescription.ts'
import { StatedTimeField } from './StatedTimeField.tsx'

const SERVES: Readonly<Record<ProtocolId, string>> = {
  nstemi: 'Non-ST-elevation myocardial infarction',
  stemi: 'ST-elevation myocardial infarction with thrombolysis',
  vte: 'Venous or arterial thromboembolism, atrial fibrillation, and every indication without a table of its own',
  stroke: 'Acute stroke: after the neurologist has been consulted; no bolus',
}

/** Indication, protocol and weight: the top of the form (INIT-1, INIT-6, INIT-9). */
export function PrescribeIndication({ draft, set, mode }: PrescribePart & { mode: PrescribeMode }) {
  const { chart, now, zone } = useBedside()
  return (
    <>
      <FormSection title="Indication and protocol" answered={indicationAnswer(draft)}>
        <TextField
          label={PRESCRIBE_FIELDS.indication}
          value={draft.indication}
          onChange={(indication) => set({ indication })}
        />
        <ChoiceField<ProtocolId>
          label={PRESCRIBE_FIELDS.protocol}
          choices={PROTOCOL_IDS.map((id) => ({
            value: id,
            label: protocolFor(id).label,
            hint: `${SERVES[id]}. Appendix ${protocolFor(id).appendix}`,
          }))}
          value={draft.protocol}
          onChange={(protocol) => set({ protocol })}
        />
        {draft.protocol === 'stemi' && (
          <>
            <TextField
              label="Thrombolysis: which agent? (INIT-9)"
              hint="Without thrombolysis another protocol is chosen"
              value={draft.agent}
              onChange={(agent) => set({ agent })}
            />
            <StatedTimeField
              label={PRESCRIBE_FIELDS.agentTime}
              of="sample"
              stated={draft.agentTime}
              onStated={(agentTime) => set({ agentTime })}
              now={now}
              zone={zone}
            />
          </>
        )}
      </FormSection>
      {mode !== 'protocol-change' && (
        <FormSection title="Weight">
          {chart.weight === null ? (
            <p>Not recorded: no dose is worked out without a weight. (INIT-6)</p>
          ) : (
            <p>
              <strong>{kgText(chart.weight.kg)}</strong>, {chart.weight.method}{' '}
              {dayText(chart.weight.at, zone)} by {chart.weight.by.name}
              {chart.weight.method === 'estimated' &&
                `. Estimated: ${chart.weight.reason ?? 'no reason recorded'}. Every dose from it is marked so (INIT-6)`}
            </p>
          )}
          <div>
            <LinkButton small href={`/charts/${chart.chartId}/weight`}>
              Record a weight
            </LinkButton>
          </div>
        </FormSection>
      )}
    </>
  )
}
