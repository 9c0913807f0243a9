import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { useStoreState } from '../../store/useChart.ts'
import { ruleBook } from '../rules/ruleBook.ts'
import { TourOffer } from '../TourOffer.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import classes from './HelpPanel.module.css'
import type { Help } from './help.ts'
import { helpFor, noHelp, wardHelp } from './helpFor.ts'

interface HelpPanelProps {
  readonly id: string
  /** The page's name, where it stands at any address. */
  readonly page?: string | undefined
  readonly onClose: () => void
}

/** What this page does, which rules say so, what comes next, whom to call. It stands in the page and covers nothing. */
export function HelpPanel({ id, page, onClose }: HelpPanelProps) {
  const help = useHelpHere(page)
  const [, go] = useLocation()
  const isDemonstration = useStoreState(
    ({ session }) => session.status === 'signed-in' && session.session.demonstration === true,
  )
  // The rule book is a page behind the sign-in.
  const isBehindSignIn = page === undefined
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
  }
  return (
    <aside id={id} className={classes.panel} aria-labelledby={`${id}-title`} onKeyDown={onKeyDown}>
      <div className={classes.head}>
        <h2 id={`${id}-title`} ref={title} tabIndex={-1} className={classes.title}>
          {help.title}: what does this do?
        </h2>
        <BigButton small icon="cross" onClick={onClose}>
          Close help
        </BigButton>
      </div>
      <p>{help.does}</p>
      <dl className={classes.facts}>
        <div>
          <dt>Next</dt>
          <dd>{help.next}</dd>
        </div>
        <div>
          <dt>Whom to call</dt>
          <dd>{help.call}</dd>
        </div>
      </dl>
      <h3 className={classes.which}>Which rule says so?</h3>
      <ul className={classes.rules}>
        {help.rules.map((rule) => (
          <li key={rule}>
            {isBehindSignIn ? (
              <Link href={`/rules#${rule}`} className={classes.rule ?? ''}>
                {rule}
              </Link>
            ) : (
              <b>{rule}</b>
            )}
            <span>{ruleBook[rule]?.says}</span>
          </li>
        ))}
      </ul>
      {isBehindSignIn && (
        <Link href="/rules" className={classes.rule ?? ''}>
          All rules
        </Link>
      )}
      {isBehindSignIn && isDemonstration && (
        <TourOffer
          onBegin={() => {
            onClose()
            go('/')
          }}
        />
      )}
    </aside>
  )
}

function useHelpHere(page: string | undefined): Help {
  const [address] = useLocation()
  const isAdministrator = useStoreState(
    ({ session }) =>
      session.status === 'signed-in' && session.session.user.role === 'administrator',
  )
  const help = page === undefined ? helpFor(address, isAdministrator) : wardHelp[page]
  return help ?? noHelp
}
