import type { Entry } from '../chart/entries.ts'
import { protocolFor } from '../protocols/register.ts'
import { instantOf, type TimeZone } from '../time.ts'
import { clockText, kgText, numberText, rateText, unitsText } from '../wording.ts'
import { bagTexts } from './careTextsBag.ts'
import { bleedingTexts } from './careTextsBleeding.ts'
import { bloodsTexts } from './careTextsBloods.ts'
import { prescribingTexts } from './careTextsPrescribing.ts'
import { procedureTexts } from './careTextsProcedures.ts'
import { reviewTexts } from './careTextsReviews.ts'
import { ceaseText, restrictionsText, suspensionText } from './infusionWords.ts'

type Texts = {
  [K in Entry['kind']]?: (entry: Extract<Entry, { kind: K }>, zone: TimeZone) => string
}

const FINDINGS = { none: 'no bleeding', minor: 'minor bleeding', major: 'major bleeding suspected' }
const PLANS = { restart: 'restart stands', later: 'restart later', 'stay-off': 'stay off' }
const SITES = {
  'away-from-heparin': 'away from the heparin',
  'heparin-line-or-limb': 'from the heparin line or limb',
  'not-known': 'site not known',
}
const TO_WHOM = { patient: 'the patient', carer: 'carer', family: 'family member' }
const FACTS = {
  'pump-found-at': 'Pump found at',
  'bolus-given': 'Bolus given',
  'pump-not-changed': 'Pump not changed',
}

const TEXTS: Texts = {
  chartOpened: ({ bed, amo }) => `Bed ${bed}, AMO ${amo}`,
  weightRecorded: ({ kg, method, reason }) =>
    `${kgText(kg)}, ${method}${reason ? `: ${reason}` : ''}`,
  infusionPrescribed: (entry) => prescribedText(entry),
  apttCollected: ({ site, accession }) =>
    `Sample ${SITES[site]}${accession ? `, accession ${accession}` : ''}`,
  apttResulted: ({ text }) => `APTT ${text}`,
  rateChanged: ({ shown, newRateMlPerHour }) =>
    shown.oldRateMlPerHour === null
      ? rateText(newRateMlPerHour)
      : `${numberText(shown.oldRateMlPerHour)} to ${rateText(newRateMlPerHour)}`,
  rateOrdered: ({ rateMlPerHour, reason }) => `${rateText(rateMlPerHour)}: ${reason}`,
  bolusOrdered: ({ units }) => unitsText(units),
  infusionStopped: (entry, zone) => stopText(entry, zone),
  infusionCeased: ({ reason, text }) => `${ceaseText(reason)}${text ? `: ${text}` : ''}`,
  infusionInterrupted: ({ reason }) => reason,
  bleedingAssessed: ({ finding, plan }) => `${FINDINGS[finding]}; ${PLANS[plan]}`,
  suspensionCleared: ({ reason, finding, nextStep }) =>
    `${suspensionText(reason)}: ${finding}. ${nextStep}`,
  bedsideFactRecorded: ({ fact, rateMlPerHour, units, reason }) =>
    [
      FACTS[fact],
      rateMlPerHour !== undefined && rateText(rateMlPerHour),
      units !== undefined && unitsText(units),
    ]
      .filter(Boolean)
      .join(' ')
      .concat(`: ${reason}`),
  entryStruckOut: ({ reason }) => reason,
  wardTransferred: ({ wardId, bed }) => `${wardId}, bed ${bed}`,
  chartClosed: ({ reason }) => reason,
  noteWritten: ({ text }) => text,
  educationGiven: (entry) => educationText(entry),
  handedOver: ({ by, to }) => `From ${by.name} (${by.role}) to ${to.name} (${to.role})`,
  secondCheckMismatched: ({ step }) =>
    step === 'check' ? 'Nothing was changed' : 'The read-back was not the figure',
  ...bagTexts,
  ...bloodsTexts,
  ...prescribingTexts,
  ...procedureTexts,
  ...reviewTexts,
  ...bleedingTexts,
}

function educationText({
  to,
  name,
  interpreter,
}: Extract<Entry, { kind: 'educationGiven' }>): string {
  const who = name === undefined ? 'the patient' : `${TO_WHOM[to]} ${name}`
  const through = interpreter === null ? 'no interpreter' : `interpreter: ${interpreter}`
  return `Leaflet gone through with ${who}; ${through}`
}

function prescribedText(entry: Extract<Entry, { kind: 'infusionPrescribed' }>): string {
  const { protocol, protocolVersion, bolusUnits, rateMlPerHour, restrictions } = entry
  const figures = [
    bolusUnits === null ? 'no bolus' : `bolus ${unitsText(bolusUnits)}`,
    rateMlPerHour === null ? 'no rate' : rateText(rateMlPerHour),
  ].join(', ')
  const bars = restrictions.length > 0 ? `. NO BOLUS: ${restrictionsText(restrictions)}` : ''
  return `${protocolFor(protocol, protocolVersion).label}: ${figures}${bars}`
}

function stopText(
  {
    reason,
    text,
    restartNotBefore,
    rateBeforeMlPerHour,
  }: Extract<Entry, { kind: 'infusionStopped' }>,
  zone: TimeZone,
): string {
  const parts = [
    reason === 'nomogram' ? 'by the nomogram' : `on concern${text ? `: ${text}` : ''}`,
    rateBeforeMlPerHour !== null && `it ran ${rateText(rateBeforeMlPerHour)}`,
    restartNotBefore !== null && `hold to ${clockText(instantOf(restartNotBefore), zone)}`,
  ]
  return parts.filter(Boolean).join('; ')
}

/** What an entry says, in words with its figures. */
export function entryText(entry: Entry, zone: TimeZone): string {
  const text = TEXTS[entry.kind] as ((entry: Entry, zone: TimeZone) => string) | undefined
  return text?.(entry, zone) ?? ''
}
