import classes from './BigButton.module.css'

/** `primary`: the one act of the screen. `plain`: another act. `quiet`: a way about. `stop`: STOP, nothing else. */
export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'stop'

export interface ButtonShape {
  readonly look?: ButtonLook | undefined
  /** 48 px instead of 56. */
  readonly small?: boolean | undefined
  /** As wide as its place. */
  readonly wide?: boolean | undefined
  /** Its words begin where the words above it do: for a quiet one among text. */
  readonly flush?: boolean | undefined
}

/** The class of a button's look, for buttons and for links that stand as buttons. */
export function buttonClass({ look = 'plain', small, wide, flush }: ButtonShape): string {
  const names = [
    classes.button,
    classes[look],
    small && classes.small,
    wide && classes.wide,
    flush && classes.flush,
  ]
  return names.filter(Boolean).join(' ')
}
