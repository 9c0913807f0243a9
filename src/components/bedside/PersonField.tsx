import { useState } from 'react'
import type { PersonOnEntry } from '../../chart/people.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './PersonField.module.css'

interface PersonFieldProps {
  label: string
  /** The label of the field for a name that is not listed. */
  textLabel: string
  /** Who may be chosen; null: not known, the user name is typed. */
  people: readonly PersonOnEntry[] | null
  userId: string
  onUserId: (userId: string) => void
  error: string | null
}

const ELSEWHERE = ':elsewhere'
/** A longer list is narrowed by a name first. */
const LISTED_WHOLE = 12

/** One person: chosen from the ward's, or typed where the ward's are not known or it is somebody else. */
export function PersonField(props: PersonFieldProps) {
  const { label, textLabel, people, userId, onUserId, error } = props
  const [isTyped, setTyped] = useState(false)
  const [part, setPart] = useState('')
  const typed = (
    <TextField
      label={textLabel}
      value={userId}
      error={error}
      onChange={(text) => {
        setTyped(true)
        onUserId(text)
      }}
    />
  )
  if (people === null) return typed
  const isListed = people.some((person) => person.userId === userId)
  const shown = people.filter((person) => fits(person, part) || person.userId === userId)
  return (
    <div className={styles.people}>
      {people.length > LISTED_WHOLE && (
        <TextField label="Part of the name" value={part} onChange={setPart} />
      )}
      <ChoiceField
        label={label}
        hint="Only those who may be the second to sign are listed. (SIGN-2, SIGN-3)"
        choices={[
          ...shown.map((person) => ({
            value: person.userId,
            label: person.name,
            hint: `${person.role}, ${person.userId}`,
          })),
          {
            value: ELSEWHERE,
            label: 'Somebody else',
            hint: 'From another ward: type the user name',
          },
        ]}
        value={isTyped ? ELSEWHERE : isListed ? userId : null}
        onChange={(choice) => {
          setTyped(choice === ELSEWHERE)
          onUserId(choice === ELSEWHERE ? '' : choice)
        }}
        error={isTyped ? null : error}
      />
      {isTyped && typed}
    </div>
  )
}

function fits({ name, userId }: PersonOnEntry, part: string): boolean {
  return `${name} ${userId}`.toLowerCase().includes(part.trim().toLowerCase())
}
