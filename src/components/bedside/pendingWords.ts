import type { PendingKind } from '../../chart/entries.ts'

/** A pending act in words, without its figure (SIGN-4 a). */
export const PENDING_WORDS: Readonly<Record<PendingKind, { name: string; verb: string }>> = {
  bolusGiven: { name: 'Bolus', verb: 'give the bolus' },
  infusionStarted: { name: 'Start of the infusion', verb: 'start the pump' },
  rateChanged: { name: 'Rate change', verb: 'change the rate' },
  infusionRestarted: { name: 'Restart', verb: 'restart the pump' },
  infusionResumed: { name: 'Resume', verb: 'resume the infusion' },
  infusionRecommenced: { name: 'Recommencing', verb: 'start the pump again' },
}
