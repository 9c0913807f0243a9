/**
 * The limit for reading a command: `changeRate` checked by hand, field by field, with the product's own rules for text
 * and time. It says yes or no and nothing of what is wrong.
 */
import { isLookAlike, isUnseen } from '../../src/chart/writtenText.ts'
import { isIsoInstant } from '../../src/time.ts'

type Fields = Record<string, unknown>

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const LONGEST_NAME = 120
const LONGEST_TEXT = 65_000
const PROTOCOLS: ReadonlySet<unknown> = new Set(['nstemi', 'stemi', 'vte', 'stroke'])
const TOP = new Set([
  'commandId',
  'expectedVersion',
  'happenedAt',
  'lateReason',
  'kind',
  'resultSeq',
  'orderSeq',
  'newRateMlPerHour',
  'moTold',
  'shown',
  'signature',
])
const SHOWN = new Set([
  'name',
  'dateOfBirth',
  'mrn',
  'protocol',
  'protocolVersion',
  'resultText',
  'collectedAt',
  'oldRateMlPerHour',
])
const MO_TOLD = new Set(['name', 'at'])
const SIGNATURE = new Set(['pin'])

/** Whether it is a command to change the rate. */
export function isChangeRate(value: unknown): boolean {
  return (
    hasOnly(value, TOP) &&
    value['kind'] === 'changeRate' &&
    isGuid(value['commandId']) &&
    isWhole(value['expectedVersion'], 0) &&
    isInstant(value['happenedAt']) &&
    (value['lateReason'] === undefined || isText(value['lateReason'])) &&
    (value['resultSeq'] === undefined || isWhole(value['resultSeq'], 1)) &&
    (value['orderSeq'] === undefined || isWhole(value['orderSeq'], 1)) &&
    isNumber(value['newRateMlPerHour']) &&
    (value['moTold'] === undefined || isMoTold(value['moTold'])) &&
    isShown(value['shown']) &&
    isSignature(value['signature'])
  )
}

function isShown(value: unknown): boolean {
  return (
    hasOnly(value, SHOWN) &&
    typeof value['name'] === 'string' &&
    typeof value['dateOfBirth'] === 'string' &&
    typeof value['mrn'] === 'string' &&
    PROTOCOLS.has(value['protocol']) &&
    typeof value['protocolVersion'] === 'string' &&
    (value['resultText'] === null || typeof value['resultText'] === 'string') &&
    (value['collectedAt'] === null || isInstant(value['collectedAt'])) &&
    (value['oldRateMlPerHour'] === null || isNumber(value['oldRateMlPerHour']))
  )
}

function isMoTold(value: unknown): boolean {
  return hasOnly(value, MO_TOLD) && isLine(value['name']) && isInstant(value['at'])
}

function isSignature(value: unknown): boolean {
  return hasOnly(value, SIGNATURE) && typeof value['pin'] === 'string'
}

function hasOnly(value: unknown, fields: ReadonlySet<string>): value is Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  for (const key in value) if (!fields.has(key)) return false
  return true
}

function isGuid(value: unknown): boolean {
  return typeof value === 'string' && GUID.test(value)
}

function isWhole(value: unknown, least: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least
}

function isNumber(value: unknown): boolean {
  return Number.isFinite(value)
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && isIsoInstant(value)
}

function isText(value: unknown): boolean {
  if (typeof value !== 'string') return false
  const text = value.normalize('NFC')
  return text.trim() !== '' && text.length <= LONGEST_TEXT && !isUnseen(text, 'lines')
}

function isLine(value: unknown): boolean {
  if (typeof value !== 'string') return false
  const line = value.normalize('NFC')
  if (line.trim() === '' || line.length > LONGEST_NAME) return false
  return !isUnseen(line, 'line') && !isLookAlike(line)
}
