import { baselineBloods } from '../../chart/baselineBloods.ts'
import type { BloodTest } from '../../chart/careFields.ts'
import { STATE_WORDS, TEST_NAMES } from '../bloodWords.ts'
import { TickField } from '../ui/TickField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './Bloods.module.css'
import { NOW } from './statedTime.ts'
import { TimedAct } from './TimedAct.tsx'
import { ticked } from './ticked.ts'
import { usePageDraft } from './usePageDraft.ts'

interface Draft {
  readonly tests: readonly BloodTest[]
  readonly time: typeof NOW
}
const EMPTY: Draft = { tests: [], time: NOW }

/** That baseline bloods are ordered (CHART-5). */
export function BloodOrderPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <BloodOrder />
    </AtBedside>
  )
}

function BloodOrder() {
  const { chart, now } = useBedside()
  const [draft, set, clear] = usePageDraft('blood-order', EMPTY)
  return (
    <TimedAct
      kind="orderBloods"
      title="Which bloods are ordered?"
      submitLabel="Record the order"
      time={{ label: 'When?', stated: draft.time, onStated: (time) => set({ time }) }}
      fault={() =>
        draft.tests.length === 0
          ? { reason: 'Tick what is ordered.', rules: ['CHART-5'], field: null }
          : null
      }
      make={(common) => ({ ...common, kind: 'orderBloods', tests: [...draft.tests] })}
      onDone={() => clear()}
    >
      <div className={styles.ticks}>
        {baselineBloods(chart, now).map(({ test, state }) => (
          <TickField
            key={test}
            label={TEST_NAMES[test]}
            hint={STATE_WORDS[state]}
            ticked={draft.tests.includes(test)}
            onChange={(on) => set({ tests: ticked(draft.tests, test, on) })}
          />
        ))}
      </div>
    </TimedAct>
  )
}
