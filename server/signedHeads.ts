import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import * as z from 'zod'
import type { Head } from './recordFaults.ts'
import type { AuditHead } from './storageAuditFaults.ts'

const noted = z.strictObject({
  notedAt: z.string(),
  heads: z.array(
    z.strictObject({
      chartId: z.string(),
      seq: z.int(),
      hash: z.string(),
      kept: z.optional(z.string()),
    }),
  ),
  audits: z.optional(
    z.array(z.strictObject({ wardId: z.string(), commandId: z.string(), hash: z.string() })),
  ),
})
const file = z.strictObject({ noted: z.string(), signature: z.string() })

/** The last entry of every chart, and the storage audits, at a time. */
export interface NotedHeads {
  readonly notedAt: string
  readonly heads: readonly Head[]
  /** The storage audits of the wards; absent in heads noted by an earlier build. */
  readonly audits?: readonly AuditHead[] | undefined
}

/** A new pair of keys in PEM: the private one signs heads, the public one is enough to check them. */
export function newHeadsKeys(): { readonly privateKey: string; readonly publicKey: string } {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
}

/** The heads as one line of text under an Ed25519 signature, to be kept apart from the database. */
export function signedHeads(heads: NotedHeads, privateKey: string): string {
  const text = JSON.stringify(heads)
  const signature = sign(null, Buffer.from(text), createPrivateKey(privateKey)).toString('base64')
  return JSON.stringify({ noted: text, signature })
}

/** The heads in a signed file, or null when the signature is not the key's or it is no such file. */
export function headsIn(text: string, publicKey: string): NotedHeads | null {
  const read = file.safeParse(jsonOf(text))
  if (!read.success) return null
  const { noted: body, signature } = read.data
  const key = createPublicKey(publicKey)
  if (!verify(null, Buffer.from(body), key, Buffer.from(signature, 'base64'))) return null
  return noted.parse(JSON.parse(body))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
