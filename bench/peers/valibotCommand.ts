import * as v from 'valibot'
import { isLookAlike, isUnseen } from '../../src/chart/writtenText.ts'
import { isIsoInstant } from '../../src/time.ts'

const LONGEST_NAME = 120
const LONGEST_TEXT = 65_000
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const normal = v.transform((text: string) => text.normalize('NFC'))
const something = v.check((text: string) => text.trim() !== '')

const text = v.pipe(
  v.string(),
  normal,
  something,
  v.maxLength(LONGEST_TEXT),
  v.check((value) => !isUnseen(value, 'lines')),
)
const line = v.pipe(
  v.string(),
  normal,
  something,
  v.maxLength(LONGEST_NAME),
  v.check((value) => !isUnseen(value, 'line')),
  v.check((value) => !isLookAlike(value)),
)
const instant = v.pipe(v.string(), v.check(isIsoInstant))
const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const figure = v.pipe(v.number(), v.finite())
const envelope = {
  commandId: v.pipe(v.string(), v.regex(GUID)),
  expectedVersion: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  happenedAt: instant,
  lateReason: v.optional(text),
}
const signature = v.strictObject({ pin: v.string() })

const changeRate = v.strictObject({
  ...envelope,
  kind: v.literal('changeRate'),
  resultSeq: v.optional(seq),
  orderSeq: v.optional(seq),
  newRateMlPerHour: figure,
  moTold: v.optional(v.strictObject({ name: line, at: instant })),
  shown: v.strictObject({
    name: v.string(),
    dateOfBirth: v.string(),
    mrn: v.string(),
    protocol: v.picklist(['nstemi', 'stemi', 'vte', 'stroke']),
    protocolVersion: v.string(),
    resultText: v.nullable(v.string()),
    collectedAt: v.nullable(instant),
    oldRateMlPerHour: v.nullable(figure),
  }),
  signature,
})
/** A second kind, so that the kind has to be looked at: the product's union has fifty, and finds one by its name. */
const withdraw = v.strictObject({
  ...envelope,
  kind: v.literal('withdraw'),
  actSeq: seq,
  signature,
})
const command = v.variant('kind', [changeRate, withdraw])

/** Whether Valibot takes it for a command. */
export function isValibotCommand(value: unknown): boolean {
  return v.safeParse(command, value).success
}
