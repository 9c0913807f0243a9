import { expect, test } from 'vitest'
import { OWED_KIND } from '../../src/chart/decideSignatures.ts'
import { pendingKinds } from '../../src/chart/entries.ts'
import { fieldsOf } from '../../src/chart/fields.ts'
import { outside } from '../contract/support/tablet.ts'
import { firstTable, secondTable } from './permissionTable.ts'
import { measured, sized } from './support/experiment.ts'
import { runMatrix, untabled } from './support/permissionMatrix.ts'
import { addEverybody, everybody } from './support/permissionPeople.ts'

const commands = Object.keys(fieldsOf).filter((kind) => kind !== 'countersign')
const countersigned = [...new Set([...pendingKinds, ...Object.values(OWED_KIND)])]

test('SIGN-1, SIGN-2: every act that the program knows has its row in the tables', () => {
  expect(untabled(commands, firstTable)).toEqual([])
  expect(untabled(countersigned, secondTable)).toEqual([])
  expect(untabled([...commands, 'drawBlood'], firstTable)).toEqual(['drawBlood has no row'])
  expect(untabled(commands.slice(1), firstTable)).toEqual(['openChart is no act'])
})

test(
  'SIGN-1, SIGN-2, SIGN-3, SIGN-5, SIGN-6: who may do what, as the tables have it, over HTTP',
  async () => {
    const ward = await outside()
    await addEverybody(ward)

    const { asked, faults } = await runMatrix(ward, { everyPerson: sized(false, true) })

    expect(faults).toEqual([])
    expect(asked).toBeGreaterThan(sized(500, 4000))
    measured({
      promise: 11,
      what: 'Every act tried over HTTP by every role with every competency, own and other ward, first and second signature, the same and another person',
      figure: `${asked} requests by ${everybody.length} people, every answer as in the table typed by hand`,
    })
  },
  sized(180_000, 3_600_000),
)
