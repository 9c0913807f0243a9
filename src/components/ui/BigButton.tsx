import type { ReactNode } from 'react'
import { type ButtonShape, buttonClass } from './buttonClass.ts'
import { Icon, type IconName } from './Icon.tsx'

export interface BigButtonProps extends ButtonShape {
  readonly children: ReactNode
  readonly icon?: IconName
  readonly type?: 'button' | 'submit'
  /** While an act is on its way: the button stays where it is and takes no second tap. */
  readonly busy?: boolean
  /** The name for a screen reader, where the words on the button do not stand alone. */
  readonly label?: string
  readonly onClick?: () => void
}

/** A button for a gloved finger: 56 px high (small: 48), its word beside its icon. */
export function BigButton({
  children,
  icon,
  type = 'button',
  busy = false,
  label,
  onClick,
  ...shape
}: BigButtonProps) {
  return (
    <button
      type={type}
      className={buttonClass(shape)}
      aria-busy={busy || undefined}
      aria-label={label}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.()
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
