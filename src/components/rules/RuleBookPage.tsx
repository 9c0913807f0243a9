import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import frame from '../bedside/ActFrame.module.css'
import { FilterBar } from '../ui/FilterBar.tsx'
import classes from './RuleBookPage.module.css'
import { type RuleInBook, ruleBook } from './ruleBook.ts'
import { ruleSources } from './ruleSources.ts'

const FAMILIES: readonly { readonly family: string; readonly title: string }[] = [
  { family: 'INIT', title: 'Starting dose' },
  { family: 'BOL', title: 'Bolus' },
  { family: 'NOMO', title: 'APTT and the nomogram' },
  { family: 'TIME', title: 'What is due when' },
  { family: 'SIGN', title: 'People and signatures' },
  { family: 'CHART', title: 'The chart' },
  { family: 'DEV', title: 'Deviation' },
  { family: 'RECOM', title: 'Recommencing' },
  { family: 'INT', title: 'Interruption' },
  { family: 'HAND', title: 'Handover' },
  { family: 'OBS', title: 'Observation' },
  { family: 'BLEED', title: 'Bleeding' },
  { family: 'FALL', title: 'Falls' },
  { family: 'HIT', title: 'Platelets' },
  { family: 'PROC', title: 'Procedures' },
  { family: 'AE', title: 'Adverse events' },
  { family: 'EDU', title: 'What the patient is told' },
  { family: 'AUDIT', title: 'Audit' },
]

type Shown = 'all' | 'local'

const CHOICES: readonly { readonly value: Shown; readonly label: string }[] = [
  { value: 'all', label: 'All rules' },
  { value: 'local', label: 'With local decisions' },
]

/** Every rule in a sentence, with whose word it is; an address such as `/rules#NOMO-9` opens at that rule. */
export function RuleBookPage() {
  const [shown, setShown] = useState<Shown>('all')
  useEffect(() => {
    const asked = document.getElementById(window.location.hash.slice(1))
    asked?.scrollIntoView({ block: 'center' })
    asked?.focus()
  }, [])
  return (
    <main className={frame.frame}>
      <Link href="/" className={frame.back ?? ''}>
        ‹ Back to the ward board
      </Link>
      <h1 className={frame.title}>Rule book</h1>
      <p>
        The rules of SESLHDPR/402 as this product follows them, in its own words. A local decision
        was made here where the procedure is silent; a drug committee has to approve it.
      </p>
      <FilterBar label="Which rules" choices={CHOICES} value={shown} onChange={setShown} />
      {FAMILIES.map(({ family, title }) => (
        <Family key={family} title={title} rules={rulesOf(family, shown)} />
      ))}
    </main>
  )
}

type Rule = readonly [id: string, rule: RuleInBook]

function rulesOf(family: string, shown: Shown): Rule[] {
  return Object.entries(ruleBook).filter(
    ([id, { source }]) =>
      id.startsWith(`${family}-`) && (shown === 'all' || source !== 'procedure'),
  )
}

function Family({ title, rules }: { title: string; rules: readonly Rule[] }) {
  if (rules.length === 0) return null
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <dl>
        {rules.map(([id, { says, source }]) => (
          <div key={id} id={id} tabIndex={-1} className={classes.rule}>
            <dt className={classes.id}>{id}</dt>
            <dd>
              {says} <span className={classes.source}>{ruleSources[source]}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
