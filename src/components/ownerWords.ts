import type { DueItem, DueOwner } from '../chart/dueItem.ts'

/** Whose something due is, in a word or two. */
export const OWNERS: Readonly<Record<DueOwner, string>> = {
  nurse: 'Nurse or MO',
  mo: 'MO',
  'nurse-and-mo': 'Nurse and MO',
  registrar: 'Registrar',
  amo: 'AMO',
  'first-signer': 'First signer',
  checker: 'A second person',
}

/** Whose it is; what two people owe names both. */
export function ownerText({ owner, kind }: Pick<DueItem, 'owner' | 'kind'>): string {
  const isOfTwo = owner === 'first-signer' && kind === 'second-check'
  return isOfTwo ? 'First signer, with a second person' : OWNERS[owner]
}

const ownerGroups = ['nurse', 'mo', 'pharmacist'] as const
/** For whom a due list is filtered. */
export type OwnerGroup = (typeof ownerGroups)[number]

const GROUPS: Readonly<Record<DueOwner, readonly OwnerGroup[]>> = {
  nurse: ['nurse'],
  mo: ['mo'],
  'nurse-and-mo': ['nurse', 'mo'],
  registrar: ['mo'],
  amo: ['mo'],
  'first-signer': ownerGroups,
  checker: ownerGroups,
}

/** Whether something due concerns these people. A wrong bag is the pharmacist's as well (CHART-9). */
export function isOwnedBy(
  { owner, about }: Pick<DueItem, 'owner' | 'about'>,
  group: OwnerGroup,
): boolean {
  return GROUPS[owner].includes(group) || (group === 'pharmacist' && about === 'wrong-bag')
}
