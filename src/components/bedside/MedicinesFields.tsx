import { keepsAntiplatelets } from '../../chart/medicines.ts'
import type { ProtocolId } from '../../protocols/protocol.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AnticoagulantFields } from './AnticoagulantFields.tsx'
import styles from './DeviationFields.module.css'
import {
  type AntiplateletDraft,
  antiplateletFields,
  EMPTY_ANTICOAGULANT,
  EMPTY_ANTIPLATELET,
  MEDICINE_FIELDS,
  type MedicinesDraft,
} from './medicinesDraft.ts'
import { NoneOfThese } from './NoneOfThese.tsx'
import { YesNoField } from './YesNoField.tsx'

interface MedicinesFieldsProps {
  /** The protocol that the list goes with; null before one is chosen. */
  protocol: ProtocolId | null
  draft: MedicinesDraft
  onDraft: (draft: MedicinesDraft) => void
}

/** Antiplatelets, anticoagulants and what else the patient takes (CHART-6, BOL-3). */
export function MedicinesFields({ protocol, draft, onDraft }: MedicinesFieldsProps) {
  const set = (change: Partial<MedicinesDraft>) => onDraft({ ...draft, ...change })
  const { hasAntiplatelets, hasAnticoagulants } = draft
  const answers = [hasAntiplatelets, hasAnticoagulants]
  return (
    <div className={styles.fields}>
      <NoneOfThese
        group="other medicines"
        isOpen={answers.includes(null) && !answers.includes('yes')}
        onNone={() => set({ hasAntiplatelets: 'no', hasAnticoagulants: 'no' })}
      />
      <div className={styles.fields}>
        <YesNoField
          question={MEDICINE_FIELDS.antiplatelets}
          rule="CHART-6"
          answer={hasAntiplatelets}
          onAnswer={(answer) => set({ hasAntiplatelets: answer })}
          unanswered="Not answered yet"
        />
        {hasAntiplatelets === 'yes' && (
          <Antiplatelets protocol={protocol} draft={draft} onDraft={onDraft} />
        )}
        <YesNoField
          question={MEDICINE_FIELDS.anticoagulants}
          rule="BOL-3"
          answer={hasAnticoagulants}
          onAnswer={(answer) => set({ hasAnticoagulants: answer })}
          unanswered="Not answered yet"
        />
        {hasAnticoagulants === 'yes' && (
          <div className={styles.fields}>
            {draft.anticoagulants.map((each, at) => (
              <AnticoagulantFields
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added at the end
                key={at}
                at={at}
                draft={each}
                onDraft={(next) =>
                  set({ anticoagulants: replaced(draft.anticoagulants, at, next) })
                }
              />
            ))}
            <div>
              <BigButton
                small
                onClick={() =>
                  set({ anticoagulants: [...draft.anticoagulants, EMPTY_ANTICOAGULANT] })
                }
              >
                Another anticoagulant
              </BigButton>
            </div>
          </div>
        )}
      </div>
      <TextField
        label="Other medicines that matter here (may be left empty)"
        hint="More than one: with a semicolon between them"
        value={draft.others}
        onChange={(others) => set({ others })}
      />
    </div>
  )
}

function replaced<T>(all: readonly T[], at: number, next: T): T[] {
  return all.map((each, i) => (i === at ? next : each))
}

function Antiplatelets({ protocol, draft, onDraft }: MedicinesFieldsProps) {
  const set = (at: number, change: Partial<AntiplateletDraft>) =>
    onDraft({
      ...draft,
      antiplatelets: draft.antiplatelets.map((each, i) =>
        i === at ? { ...each, ...change } : each,
      ),
    })
  const kept = keepsAntiplatelets(protocol)
  return (
    <div className={styles.fields}>
      {draft.antiplatelets.map(({ agent, plan, amo }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added at the end
        <div key={at} className={styles.fields}>
          <TextField
            label={antiplateletFields(at).agent}
            value={agent}
            onChange={(text) => set(at, { agent: text })}
          />
          <ChoiceField<'continue' | 'cease'>
            label={antiplateletFields(at).plan}
            choices={[
              { value: 'continue', label: 'Go on' },
              {
                value: 'cease',
                label: 'Cease',
                hint: kept
                  ? 'Not on NSTEMI and STEMI, save a deviation (CHART-6)'
                  : 'The AMO’s decision (CHART-6)',
              },
            ]}
            value={plan}
            onChange={(next) => set(at, { plan: next })}
          />
          {plan === 'cease' && (
            <TextField
              label={antiplateletFields(at).amo}
              value={amo}
              onChange={(text) => set(at, { amo: text })}
            />
          )}
        </div>
      ))}
      <div>
        <BigButton
          small
          onClick={() =>
            onDraft({ ...draft, antiplatelets: [...draft.antiplatelets, EMPTY_ANTIPLATELET] })
          }
        >
          Another antiplatelet
        </BigButton>
      </div>
    </div>
  )
}
