import { accountStates } from './screens/accounts.ts'
import { alarms } from './screens/alarms.ts'
import { auditing } from './screens/auditing.ts'
import { besidePrescribing } from './screens/besidePrescribing.ts'
import { bleeding } from './screens/bleeding.ts'
import { bloodsScreens } from './screens/bloods.ts'
import { charts, trendNear, working } from './screens/charts.ts'
import { downtime } from './screens/downtime.ts'
import { entrance } from './screens/entrance.ts'
import { firstMinutes } from './screens/firstMinutes.ts'
import { halfDone } from './screens/halfDone.ts'
import { hanging } from './screens/hanging.ts'
import { heldLists } from './screens/heldLists.ts'
import { interrupted } from './screens/interrupted.ts'
import { locking } from './screens/lock.ts'
import { others, stopping } from './screens/otherActs.ts'
import { outbox } from './screens/outbox.ts'
import { prescribing } from './screens/prescribing.ts'
import { procedures } from './screens/procedures.ts'
import { reviewing } from './screens/reviewing.ts'
import { checking, titrating } from './screens/titrating.ts'
import { wristbands } from './screens/wristband.ts'
import type { ScreenState } from './support/screenState.ts'

/** Every named state of the screens; one list for the accessibility run, the layout checks and the pictures. */
export const screenStates: readonly ScreenState[] = [
  ...entrance,
  ...firstMinutes,
  ...charts,
  working,
  trendNear,
  ...prescribing,
  ...besidePrescribing,
  ...titrating,
  ...checking,
  ...wristbands,
  ...stopping,
  ...others,
  ...hanging,
  ...interrupted,
  ...halfDone,
  ...bloodsScreens,
  ...bleeding,
  ...procedures,
  ...reviewing,
  ...alarms,
  ...heldLists,
  ...auditing,
  ...downtime,
  ...locking,
  ...accountStates,
  ...outbox,
]
