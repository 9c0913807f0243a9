import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { type ButtonShape, buttonClass } from './ui/buttonClass.ts'
import { Icon, type IconName } from './ui/Icon.tsx'

interface LinkButtonProps extends ButtonShape {
  readonly href: string
  readonly children: ReactNode
  readonly icon?: IconName | undefined
  readonly label?: string
}

/** A link to another page that stands as a button. */
export function LinkButton({ href, children, icon, label, ...shape }: LinkButtonProps) {
  return (
    <Link href={href} className={buttonClass(shape)} aria-label={label}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}
