import { type IncomingMessage, request } from 'node:http'
import type { Entry } from '../../../src/chart/entries.ts'

/** A tablet that watches a ward's live stream until the server ends. */
export interface Viewer {
  /** The first event is in, so that from here on nothing is missed; or the wire broke before. */
  readonly watching: Promise<void>
  close(): void
}

/** Watches 7-west and gives each entry that is told. A stream that breaks is over. */
export function watchWard(address: string, cookie: string, heard: (entry: Entry) => void): Viewer {
  let begun: () => void = () => undefined
  const watching = new Promise<void>((resolve) => {
    begun = resolve
  })
  const asked = request(`${address}/api/wards/7-west/stream`, {
    agent: false,
    headers: { cookie },
  })
  asked.on('error', begun)
  asked.on('response', (response) => {
    response.on('close', begun)
    response.on('error', begun)
    listen(response, (name, data) => {
      if (name === 'ward') begun()
      if (name === 'entry') heard((data as { entry: Entry }).entry)
    })
  })
  asked.end()
  return { watching, close: () => asked.destroy() }
}

function listen(response: IncomingMessage, heard: (name: string, data: unknown) => void): void {
  let text = ''
  response.setEncoding('utf8')
  response.on('data', (chunk: string) => {
    const events = (text + chunk).split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      const [, name, data] = event.match(/^event: (\w+)\ndata: (.*)$/) ?? []
      if (name !== undefined && data !== undefined) heard(name, JSON.parse(data))
    }
  })
}
