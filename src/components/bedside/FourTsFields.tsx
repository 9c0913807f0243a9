import type { FourTs } from '../../chart/careFields.ts'
import { PLATELETS } from '../../protocols/care.ts'
import { fourTsTotal } from '../careTextsBloods.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import styles from './Bloods.module.css'

type Item = keyof FourTs
/** The four answers as far as they are given, 0 to 2 points each. */
export type FourTsDraft = Readonly<Partial<Record<Item, '0' | '1' | '2'>>>

interface Asked {
  readonly item: Item
  readonly question: string
  readonly hint?: string
  readonly answers: readonly [string, string, string]
}

const ASKED: readonly Asked[] = [
  {
    item: 'thrombocytopenia',
    question: 'How far has the count fallen?',
    answers: ['Little', 'Moderately', 'Markedly'],
  },
  {
    item: 'timing',
    question: 'Does the time of the fall fit HIT?',
    hint: `HIT typically begins on day ${PLATELETS.typicalOnsetFromDay} to ${PLATELETS.typicalOnsetToDay} of heparin`,
    answers: ['It does not', 'It may', 'It does'],
  },
  {
    item: 'thrombosis',
    question: 'Is there a new or growing thrombosis?',
    hint: 'A new thrombosis is a sign of HIT',
    answers: ['None', 'Suspected', 'Confirmed'],
  },
  {
    item: 'otherCauses',
    question: 'Is there another cause of the fall?',
    answers: ['A definite one', 'A possible one', 'None apparent'],
  },
]
const POINTS = ['0', '1', '2'] as const

/** The 4Ts score, offered and not asked for; its total is shown without a reading (HIT-1). */
export function FourTsFields({
  draft,
  onDraft,
}: {
  draft: FourTsDraft
  onDraft: (draft: FourTsDraft) => void
}) {
  const score = fourTsOf(draft)
  return (
    <Disclosure summary="4Ts score, if you want it">
      <div className={styles.fourTs}>
        {ASKED.map(({ item, question, hint, answers }) => (
          <ChoiceField
            key={item}
            label={question}
            {...(hint === undefined ? {} : { hint })}
            choices={POINTS.map((value, at) => ({ value, label: `${value}: ${answers[at]}` }))}
            value={draft[item] ?? null}
            onChange={(value) => onDraft({ ...draft, [item]: value })}
          />
        ))}
        <p className={styles.total} role="status">
          {score ? `Total ${fourTsTotal(score)} of 8` : 'Total: not all four are answered'}
        </p>
        <p className={styles.quiet}>
          The procedure gives no reading of the total: haematology reads it.
        </p>
      </div>
    </Disclosure>
  )
}

/** The score, or null while one of the four is open. */
export function fourTsOf(draft: FourTsDraft): FourTs | null {
  const { thrombocytopenia, timing, thrombosis, otherCauses } = draft
  if (!thrombocytopenia || !timing || !thrombosis || !otherCauses) return null
  return {
    thrombocytopenia: Number(thrombocytopenia),
    timing: Number(timing),
    thrombosis: Number(thrombosis),
    otherCauses: Number(otherCauses),
  }
}

/** The first question still open where others of the four are answered; null where all are or none is. */
export function openQuestion(draft: FourTsDraft): string | null {
  const open = ASKED.filter(({ item }) => draft[item] === undefined)
  return open.length === ASKED.length ? null : (open[0]?.question ?? null)
}
