import type { ReactNode } from 'react'
import type { SignInPage } from '../store/wire.ts'
import classes from './DemonstrationAccounts.module.css'

type Account = SignInPage['accounts'][number]

interface DemonstrationAccountsProps {
  readonly accounts: readonly Account[]
  readonly onChoose: (account: Account) => void
  /** What stands between the words and the list. */
  readonly children?: ReactNode
}

/** The people of the demonstration; one tap fills the form in. Their signing PINs stand beside them. */
export function DemonstrationAccounts(props: DemonstrationAccountsProps) {
  const { accounts, onChoose, children } = props
  return (
    <section className={classes.section} aria-labelledby="demonstration-accounts">
      <h2 id="demonstration-accounts">Demonstration accounts</h2>
      <p className={classes.hint}>Tap one to fill the form in. Patients and people are made up.</p>
      {children}
      <ul className={classes.list}>
        {accounts.map((account) => (
          <li key={account.userId}>
            <button type="button" className={classes.account} onClick={() => onChoose(account)}>
              <span className={classes.who}>
                <span className={classes.userId}>{account.userId}</span>
                <span className={classes.note}>
                  {account.about}, {account.ward.name}
                </span>
              </span>
              <span className={classes.pin}>
                <span className={classes.note}>PIN</span> {account.pin}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
