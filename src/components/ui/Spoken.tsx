import { spokenText } from './spokenText.ts'

/** A text with units, seen as it is written everywhere and heard in words. */
export function Spoken({ text }: { text: string }) {
  const heard = spokenText(text)
  if (heard === text) return text
  return (
    <>
      <span aria-hidden="true">{text}</span>
      <span className="visuallyHidden">{heard}</span>
    </>
  )
}
