import { get } from 'node:http'
import type { Entry } from '../../../src/chart/entries.ts'

/** A tablet's live stream: what it heard, and when (real time, in milliseconds). */
export interface Listening {
  readonly heard: { readonly chartId: string; readonly seq: number; readonly at: number }[]
  readonly beats: number[]
  end(): void
}

/** Follows a ward's stream at a server until it is ended. @throws Error when it is refused */
export function listen(address: string, cookie: string, wardId: string): Promise<Listening> {
  const heard: Listening['heard'] = []
  const beats: number[] = []
  return new Promise((resolve, reject) => {
    const asked = get(
      `${address}/api/wards/${wardId}/stream`,
      { headers: { cookie }, agent: false },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`refused: ${response.statusCode}`))
        let text = ''
        response.setEncoding('utf8').on('error', () => undefined)
        response.on('data', (chunk: string) => {
          text += chunk
          const events = text.split('\n\n')
          text = events.pop() ?? ''
          for (const event of events) note(event)
        })
      },
    )
    asked.on('error', reject)
    function note(event: string): void {
      const [name, data = '{}'] = event.split('\ndata: ')
      if (name === 'event: ward') resolve({ heard, beats, end: () => asked.destroy() })
      if (name === 'event: beat') beats.push(performance.now())
      if (name !== 'event: entry') return
      const { chartId, entry } = JSON.parse(data) as { chartId: string; entry: Entry }
      heard.push({ chartId, seq: entry.seq, at: performance.now() })
    }
  })
}
