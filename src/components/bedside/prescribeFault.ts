import { risksConsidered } from '../../chart/careFields.ts'
import type { Role } from '../../chart/people.ts'
import type { Instant, TimeZone } from '../../time.ts'
import type { Fault } from '../ui/FaultContext.ts'
import { deviationFault } from './DeviationFields.tsx'
import { againLabel } from './FigureField.tsx'
import { rateKeyedAgain } from './keyAgain.ts'
import { keyedFault, readRate, readUnits } from './keyedFigures.ts'
import { medicinesFault } from './medicinesDraft.ts'
import { namesFault } from './NamesField.tsx'
import {
  CONTRAINDICATION_ORDER,
  CONTRAINDICATIONS,
  PRESCRIBE_FIELDS,
  type PrescribeDraft,
} from './prescribeDraft.ts'
import type { Prescribing } from './prescription.ts'
import { secondIndicationFault } from './secondIndicationDraft.ts'
import { clockField, readTime } from './statedTime.ts'
import { emptyFault } from './TimedAct.tsx'

/** No protocol is chosen. */
export const NO_PROTOCOL: Fault = {
  reason: 'Choose the protocol.',
  rules: ['INIT-1'],
  field: PRESCRIBE_FIELDS.protocol,
}

/** What a prescription still lacks on this screen, or null; what a rule forbids, the forecast says. */
export function prescribeFault(
  draft: PrescribeDraft,
  read: Prescribing,
  { role, now, zone }: { role: Role; now: Instant; zone: TimeZone },
): Fault | null {
  return (
    emptyFault(draft.indication, {
      reason: 'Write the indication.',
      rules: ['INIT-1'],
      field: PRESCRIBE_FIELDS.indication,
    }) ??
    (draft.protocol === null ? NO_PROTOCOL : null) ??
    contraindicationFault(draft) ??
    openFault(draft, read) ??
    aroundFault(draft, read, { role, now, zone }) ??
    namesFault(draft.names, now, zone) ??
    thrombolysisFault(draft, now, zone) ??
    bolusFault(draft, read) ??
    rateFault(draft, read) ??
    noCountFault(draft, read) ??
    deviationFault(draft.deviation, { role, now, zone })
  )
}

/** The parts that are not answered yet, by their titles. */
function openFault(draft: PrescribeDraft, { second, medicines }: Prescribing): Fault | null {
  const { hasPrecautions, risks, benefit } = draft
  const { hasAntiplatelets, hasAnticoagulants } = medicines
  const parts: readonly [boolean, string][] = [
    [second.has === null, 'Second indication'],
    [hasPrecautions === null, 'Precautions'],
    [hasAntiplatelets === null || hasAnticoagulants === null, 'Other medicines'],
    [risks.length < risksConsidered.length || benefit === null, 'Risk assessment'],
  ]
  const open = parts.filter(([isOpen]) => isOpen).map(([, title]) => title)
  return open.length === 0
    ? null
    : {
        reason: `Not answered yet: ${open.join(', ')}.`,
        rules: ['CHART-3', 'CHART-4', 'CHART-6'],
        field: null,
      }
}

function aroundFault(
  draft: PrescribeDraft,
  { second, medicines }: Prescribing,
  { role, now, zone }: { role: Role; now: Instant; zone: TimeZone },
): Fault | null {
  return (
    (second.has === 'yes' ? secondIndicationFault(second) : null) ??
    precautionsFault(draft) ??
    medicinesFault(medicines, { protocol: draft.protocol, isAmo: role === 'AMO', now, zone }) ??
    benefitFault(draft)
  )
}

function precautionsFault({ hasPrecautions, precautions }: PrescribeDraft): Fault | null {
  return hasPrecautions === 'yes' && precautions.length === 0
    ? {
        reason: 'Tick the precautions that hold, or answer “None of these”.',
        rules: ['CHART-4'],
        field: PRESCRIBE_FIELDS.precautions,
      }
    : null
}

function benefitFault({ benefit }: PrescribeDraft): Fault | null {
  return benefit === 'no'
    ? {
        reason: 'The benefit does not outweigh the risk: nothing is prescribed.',
        rules: ['CHART-4'],
        field: null,
      }
    : null
}

/** INIT-9: an agent named without its time. */
function thrombolysisFault(draft: PrescribeDraft, now: Instant, zone: TimeZone): Fault | null {
  if (draft.protocol !== 'stemi' || draft.agent.trim() === '') return null
  return readTime(draft.agentTime, now, zone).kind === 'at'
    ? null
    : {
        reason: 'Say when the thrombolysis was given.',
        rules: ['INIT-9'],
        field: clockField(PRESCRIBE_FIELDS.agentTime),
      }
}

function contraindicationFault({ contraindications }: PrescribeDraft): Fault | null {
  const open = CONTRAINDICATION_ORDER.find((each) => contraindications[each] === undefined)
  if (!open) return null
  const question = CONTRAINDICATIONS[open]
  return { reason: `Not answered: ${question}`, rules: ['CHART-4'], field: question }
}

/** CHART-5: no missing count refuses a start, but the prescriber says why. */
function noCountFault(draft: PrescribeDraft, { isCountMissing }: Prescribing): Fault | null {
  return isCountMissing
    ? emptyFault(draft.reason, {
        reason: 'Say why you prescribe without a platelet count.',
        rules: ['CHART-5'],
        field: PRESCRIBE_FIELDS.reason,
      })
    : null
}

function bolusFault(draft: PrescribeDraft, read: Prescribing): Fault | null {
  if (read.isBarred || draft.bolus !== 'change') return null
  return keyedFault(readUnits(draft.bolusText), PRESCRIBE_FIELDS.bolus)
}

function rateFault(draft: PrescribeDraft, read: Prescribing): Fault | null {
  if (read.mode === 'protocol-change') return null
  if (!read.isRateByHand && draft.rate === 'accept') return null
  const keyed = readRate(draft.rateText)
  if (keyed.kind === 'refused') return keyedFault(keyed, PRESCRIBE_FIELDS.rate)
  const isTwice =
    rateKeyedAgain(keyed.value) === null || draft.rateText.trim() === draft.rateAgain.trim()
  return isTwice
    ? null
    : {
        reason: 'Key the rate again: the two differ.',
        rules: ['NOMO-4'],
        field: againLabel(PRESCRIBE_FIELDS.rate),
      }
}
