import { createHash } from 'node:crypto'

const HASH_LENGTH = 64

/** What the first entry of a chart is chained to. */
export const NO_PREVIOUS = '0'.repeat(HASH_LENGTH)

/** The hash of an entry: SHA-256 over the hash before it and the exact text of its body. */
export function entryHash(previousHash: string, body: string): string {
  return createHash('sha256').update(previousHash).update(body).digest('hex')
}

/** What a command left beside its entry's text: the hash of what it asked, and the refusal that went with a mismatch. */
export interface Left {
  readonly hash: string
  readonly body_hash: string
  readonly refusal: string | null
}

/** SHA-256 over an entry's hash, its command's hash and its refusal, so that none of them is changed unseen (CHART-1). */
export function keptHash({ hash, body_hash, refusal }: Left): string {
  return createHash('sha256')
    .update(JSON.stringify([hash, body_hash, refusal]))
    .digest('hex')
}

/** One row of the record as the chain sees it. */
export interface Link {
  readonly seq: number
  readonly body: string
  readonly previous_hash: string
  readonly hash: string
}

/** True when these rows, from the first, follow each other without a gap and every hash fits its text. */
export function isIntact(links: readonly Link[]): boolean {
  let previous = NO_PREVIOUS
  return links.every((link, index) => {
    const fits =
      link.seq === index + 1 &&
      link.previous_hash === previous &&
      link.hash === entryHash(previous, link.body)
    previous = link.hash
    return fits
  })
}
