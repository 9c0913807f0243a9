import { useEffect, useState } from 'react'
import type { Reply } from '../../store/api.ts'
import { useChartStore } from '../../store/useChart.ts'
import { type AuditAsked, type AuditPage, readAudit } from '../../store/wardAudit.ts'

/** The audit that is asked for, or `reading`; an older answer is never shown for a newer question. */
export function useAudit(asked: AuditAsked, tries: number): Reply<AuditPage> | 'reading' {
  const store = useChartStore()
  const { wardId, from, to, goLive } = asked
  const key = [wardId, from, to, goLive, tries].join(' ')
  const [answer, setAnswer] = useState<{ key: string; reply: Reply<AuditPage> } | null>(null)
  useEffect(() => {
    let isWanted = true
    void readAudit(store, { wardId, from, to, goLive }).then((reply) => {
      if (isWanted) setAnswer({ key, reply })
    })
    return () => {
      isWanted = false
    }
  }, [store, key, wardId, from, to, goLive])
  return answer?.key === key ? answer.reply : 'reading'
}
