import { helpFor } from '../../../src/components/help/helpFor.ts'

/** The addresses that no help is written for; a page's help stands in `src/components/help/helpOf*.ts`. */
export function pagesWithoutHelp(addresses: readonly string[]): string[] {
  return addresses.filter((address) => helpFor(address, false) === null)
}
