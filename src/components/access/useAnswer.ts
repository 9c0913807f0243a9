import { useEffect, useState } from 'react'
import type { Reply } from '../../store/api.ts'

/** What the server answers to a question, asked anew whenever the question is another; null while it is awaited. */
export function useAnswer<T>(ask: () => Promise<Reply<T>>, question: string): Reply<T> | null {
  const [answer, setAnswer] = useState<{ question: string; reply: Reply<T> } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question says whether it is another one
  useEffect(() => {
    let isWanted = true
    void ask().then((reply) => {
      if (isWanted) setAnswer({ question, reply })
    })
    return () => {
      isWanted = false
    }
  }, [question])
  return answer?.question === question ? answer.reply : null
}
