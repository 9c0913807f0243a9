import { aptInstall, mayInstall } from './aptInstall.mjs'
import { onPath } from './lookUp.mjs'
import { prepare } from './prepare.mjs'

/** The strace that shows when the server forces its writes to the disk and that makes them fail; throws when there is none to be had. */
export function prepareStrace() {
  return prepare({
    find: () => onPath(['strace']),
    install: () => {
      if (mayInstall()) aptInstall(['strace'])
    },
    none: 'The tests need strace and there is none: install it (Debian: apt-get install strace).',
  })
}
