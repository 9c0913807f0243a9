import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import type { Board } from '../../../src/store/wire.ts'
import type { Instant } from '../../../src/time.ts'
import { followWard } from '../../web/wardFeed.ts'
import { useWardDispatch, ward } from './wardStore.ts'

const SECOND = '1000'

/** Counts the server's time on in the store, from its board and its beats. */
export function useTime(wardId: string, board: Board | undefined, renew: () => void): void {
  const dispatch = useWardDispatch()
  const [search] = useSearchParams()
  const tick = Number(search.get('tick') ?? SECOND)
  const told = board?.now
  useEffect(() => {
    if (told === undefined) return undefined
    let last = { told, at: performance.now() }
    const count = () =>
      dispatch(ward.actions.ticked((last.told + performance.now() - last.at) as Instant))
    count()
    const timer = setInterval(count, tick)
    const stream = followWard(wardId, {
      entry: renew,
      beat(now) {
        last = { told: now, at: performance.now() }
      },
    })
    return () => {
      clearInterval(timer)
      stream.close()
    }
  }, [dispatch, wardId, told, renew, tick])
}
