import { expect } from '@playwright/test'
import { actPage } from '../pages/actPage.ts'
import { stopPage } from '../pages/stopPage.ts'
import { running } from '../support/patients.ts'
import type { ScreenState } from '../support/screenState.ts'
import { openAs, openPatient } from '../support/stage.ts'

interface Told {
  readonly name: string
  readonly shows: string
  readonly userId: string
  readonly surname: string
  /** The act's place in the address. */
  readonly act: string
  /** What the page must say for the state to be the one that is meant. */
  readonly says: string
}

function act({ name, shows, userId, surname, act, says }: Told): ScreenState {
  return {
    name,
    shows,
    ofChart: true,
    async bring({ page }) {
      await openPatient(page, userId, surname, act)
      await expect(actPage(page).main.getByText(says).first()).toBeVisible()
    },
  }
}

const BEGUN = { protocol: 'vte', rateMlPerHour: 14, started: '-3h' } as const

/** STOP and the acts around it. */
export const stopping: readonly ScreenState[] = [
  act({
    name: 'stop',
    shows: 'STOP: the reason',
    userId: 'rn.adams',
    surname: 'MARTIN',
    act: 'stop',
    says: 'STOP the infusion: why?',
  }),
  {
    name: 'stop-sign',
    shows: 'STOP: at once, or with a PIN',
    ofChart: true,
    async bring({ page }) {
      await openPatient(page, 'rn.adams', 'MARTIN', 'stop')
      await stopPage(page).reason('Suspected major bleeding').click()
      await expect(stopPage(page).withoutPin).toBeVisible()
    },
  },
  {
    name: 'stop-done',
    shows: 'Ceased: what follows, and the signature still due',
    ofChart: true,
    async bring({ page, chartAfter }) {
      const chartId = await chartAfter(
        running({ surname: 'Nguyen', mrn: '8800401', kg: 78 }, BEGUN),
      )
      await openAs(page, 'rn.adams', `/charts/${chartId}/stop`)
      await stopPage(page).reason('Suspected major bleeding').click()
      await stopPage(page).withoutPin.click()
      await expect(stopPage(page).done).toBeVisible()
    },
  },
  act({
    name: 'assess',
    shows: 'The MO’s assessment during a stop',
    userId: 'mo.chen',
    surname: 'TAUFA',
    act: 'assess',
    says: 'Assess the patient during the stop',
  }),
  act({
    name: 'restart',
    shows: 'Restarting after the hold',
    userId: 'rn.adams',
    surname: 'TAUFA',
    act: 'restart',
    says: 'Restart the infusion',
  }),
  act({
    name: 'clear',
    shows: 'The MO clears a suspension',
    userId: 'mo.chen',
    surname: 'KOWALSKI',
    act: 'clear',
    says: 'Clear the suspension',
  }),
  act({
    name: 'cease-planned',
    shows: 'A planned cease',
    userId: 'rn.adams',
    surname: 'MARTIN',
    act: 'cease',
    says: 'Cease the infusion as planned',
  }),
]

/** Giving, starting, ordering, and what keeps the record right. */
export const others: readonly ScreenState[] = [
  act({
    name: 'bolus',
    shows: 'Giving the bolus: dose, volume, ampoules, confirmations',
    userId: 'rn.adams',
    surname: 'TRAN',
    act: 'bolus',
    says: 'Give the bolus',
  }),
  act({
    name: 'start',
    shows: 'Starting the infusion',
    userId: 'rn.adams',
    surname: 'TRAN',
    act: 'start',
    says: 'Start the infusion',
  }),
  act({
    name: 'not-allowed',
    shows: 'An act that this person may not sign: which rule, why, what to do',
    userId: 'rn.cole',
    surname: 'TAUFA',
    act: 'restart',
    says: 'SIGN-2',
  }),
  act({
    name: 'order-bolus',
    shows: 'The MO’s order of the nomogram’s bolus, with what speaks against it',
    userId: 'mo.chen',
    surname: 'WALKER',
    act: 'bolus-order',
    says: 'What speaks against it',
  }),
  act({
    name: 'change-protocol',
    shows: 'Changing the protocol of a running infusion',
    userId: 'mo.chen',
    surname: 'HUSSEIN',
    act: 'prescribe',
    says: 'Change the protocol',
  }),
  act({
    name: 'interrupt',
    shows: 'The infusion is found off',
    userId: 'rn.adams',
    surname: 'SINGH',
    act: 'interrupt',
    says: 'off',
  }),
  act({
    name: 'bedside-fact',
    shows: 'What was found at the bedside',
    userId: 'rn.adams',
    surname: 'SINGH',
    act: 'bedside-fact',
    says: 'The pump runs at another rate than the chart',
  }),
  act({
    name: 'strike-out',
    shows: 'Striking out a wrong entry',
    userId: 'rn.adams',
    surname: 'SINGH',
    act: 'strike-out',
    says: 'Strike out a wrong entry',
  }),
  act({
    name: 'note',
    shows: 'A note',
    userId: 'rn.adams',
    surname: 'SINGH',
    act: 'note',
    says: 'Note',
  }),
  act({
    name: 'transfer',
    shows: 'Moving to another ward',
    userId: 'rn.adams',
    surname: 'SINGH',
    act: 'transfer',
    says: 'bed',
  }),
  act({
    name: 'countersign',
    shows: 'Nothing to countersign',
    userId: 'rn.adams',
    surname: 'SINGH',
    act: 'countersign',
    says: 'No signature is owed',
  }),
  act({
    name: 'handover',
    shows: 'The handover on one screen, read from the chart',
    userId: 'rn.adams',
    surname: 'WALKER',
    act: 'handover',
    says: 'Handover: IV heparin',
  }),
  act({
    name: 'handed-over',
    shows: 'Who took over',
    userId: 'rn.adams',
    surname: 'WALKER',
    act: 'handed-over',
    says: 'Handed over: to whom?',
  }),
  act({
    name: 'leaflet',
    shows: 'The patient’s leaflet',
    userId: 'rn.adams',
    surname: 'WALKER',
    act: 'leaflet',
    says: 'heparin',
  }),
  act({
    name: 'education',
    shows: 'That the leaflet was gone through, and with whom',
    userId: 'rn.adams',
    surname: 'WALKER',
    act: 'education',
    says: 'Leaflet gone through: with whom?',
  }),
]
