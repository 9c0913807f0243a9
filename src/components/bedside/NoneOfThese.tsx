import { BigButton } from '../ui/BigButton.tsx'

/** One tap that answers a whole group of questions with no; gone once one of them is answered yes. */
export function NoneOfThese({
  group,
  isOpen,
  onNone,
}: {
  group: string
  /** Some of it is not answered yet, and nothing with yes. */
  isOpen: boolean
  onNone: () => void
}) {
  if (!isOpen) return null
  return (
    <div>
      <BigButton small onClick={onNone} label={`None of these: ${group}`}>
        None of these
      </BigButton>
    </div>
  )
}
