import { CannotNow } from './CannotNow.tsx'

/** An act that lacks the prescription or order it would carry out. */
export function NothingPrescribed({ what }: { what: string }) {
  return (
    <CannotNow
      problem={{
        title: `There is no order to ${what}`,
        detail: 'A medical officer prescribes or orders it on this chart first.',
        next: 'Call the MO.',
        rules: ['SIGN-2'],
      }}
    />
  )
}
