import { useState } from 'react'
import type { PersonOnEntry } from '../../chart/people.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './CheckerChoice.module.css'

interface CheckerChoiceProps {
  firstSigner: PersonOnEntry
  /** Who may be the second; null: not known, the user name is typed. */
  people: readonly PersonOnEntry[] | null
  onWho: (userId: string) => void
}

/** A longer list is narrowed by a name first. */
const LISTED_WHOLE = 12

/** Who checks: a tap on one's own name takes the tablet over and goes on (SIGN-2, SIGN-3). */
export function CheckerChoice({ firstSigner, people, onWho }: CheckerChoiceProps) {
  const { user } = useBedside()
  const [part, setPart] = useState('')
  const [isTyped, setTyped] = useState(false)
  if (people === null) return <TypedName firstSigner={firstSigner} onWho={onWho} />
  // Whoever holds this tablet first; the first signer is never among them.
  const own = people.filter(({ userId }) => userId === user.userId)
  const others = people.filter(({ userId }) => userId !== user.userId)
  return (
    <>
      {people.length > LISTED_WHOLE && (
        <TextField label="Part of the name" value={part} onChange={setPart} />
      )}
      <fieldset className={styles.people}>
        <legend>I am the checker:</legend>
        {[...own, ...others.filter((person) => fits(person, part))].map((person) => (
          <button
            key={person.userId}
            type="button"
            className={styles.person}
            onClick={() => onWho(person.userId)}
          >
            {person.name}
            <span className={styles.hint}>{`${person.role}, ${person.userId}`}</span>
          </button>
        ))}
        <button type="button" className={styles.person} onClick={() => setTyped(true)}>
          Somebody else
          <span className={styles.hint}>From another ward: type the user name</span>
        </button>
      </fieldset>
      <p>Only those who may be the second to sign are listed. (SIGN-2, SIGN-3)</p>
      {isTyped && <TypedName firstSigner={firstSigner} onWho={onWho} />}
    </>
  )
}

function TypedName({ firstSigner, onWho }: Omit<CheckerChoiceProps, 'people'>) {
  const { user } = useBedside()
  const [name, setName] = useState(user.userId === firstSigner.userId ? '' : user.userId)
  const [said, setSaid] = useState<string | null>(null)
  const go = () => {
    const userId = name.trim()
    if (userId === '') setSaid('Type your user name as at sign-in.')
    else if (userId === firstSigner.userId) {
      setSaid(`${firstSigner.name} signed first. Another person checks. (SIGN-3)`)
    } else onWho(userId)
  }
  return (
    <div className={styles.typed}>
      <TextField
        label="Your user name"
        value={name}
        error={said}
        onChange={(text) => {
          setSaid(null)
          setName(text)
        }}
      />
      <BigButton look="primary" icon="second" onClick={go}>
        I am the checker
      </BigButton>
    </div>
  )
}

function fits({ name, userId }: PersonOnEntry, part: string): boolean {
  return `${name} ${userId}`.toLowerCase().includes(part.trim().toLowerCase())
}
