import { useState } from 'react'
import { type ReadingsAsked, readReadings } from '../../store/access.ts'
import { useChartStore } from '../../store/useChart.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AccessFrame } from './AccessFrame.tsx'
import classes from './AccessList.module.css'
import { Answered } from './Answered.tsx'
import { ReadingLines } from './ReadingLines.tsx'
import { useAnswer } from './useAnswer.ts'

/** Who has read which chart: the administrator's review. */
export function ReadingsPage() {
  const store = useChartStore()
  const [person, setPerson] = useState('')
  const [asked, setAsked] = useState<ReadingsAsked>({})
  const reply = useAnswer(() => readReadings(store, asked), JSON.stringify(asked))
  return (
    <AccessFrame title="Who has read">
      <form
        className={classes.asked}
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(person.trim() === '' ? {} : { userId: person.trim() })
        }}
      >
        <TextField
          label="User id of one person"
          hint="Empty: everybody"
          value={person}
          onChange={setPerson}
        />
        <BigButton type="submit">Show</BigButton>
      </form>
      <Answered reply={reply}>{(page) => <ReadingLines page={page} />}</Answered>
    </AccessFrame>
  )
}
