import type { Api, Reply } from '../../../src/store/api.ts'
import type { ChartStore, Surroundings } from '../../../src/store/chartStore.ts'
import type { Accepted, Board } from '../../../src/store/wire.ts'
import type { Network } from './Network.ts'
import type { Tablet } from './Tablet.ts'
import type { Fault } from './World.ts'

const STALE_AFTER_MS = 15_000
const CAPTURED = 'captured'

function surroundings(spoil: (own: Surroundings, tablet: Tablet) => Partial<Surroundings>): Fault {
  return { tablet: { surroundings: (own, tablet) => ({ ...own, ...spoil(own, tablet) }) } }
}

function apiFault(spoil: (own: Api, all: Surroundings) => Partial<Api>): Fault {
  return surroundings((own) => ({ api: { ...own.api, ...spoil(own.api, own) } }))
}

function storeFault(spoil: (own: ChartStore, tablet: Tablet) => Partial<ChartStore>): Fault {
  return { tablet: { store: (own, tablet) => ({ ...own, ...spoil(own, tablet) }) } }
}

/** A stream that does not hear one kind of event. */
function deafTo(event: string): Fault {
  return surroundings(({ live }) => ({
    live: {
      ...live,
      open(url) {
        const source = live.open(url)
        const listen = source.addEventListener.bind(source)
        source.addEventListener = (name: string, ...heard: [never]) => {
          if (name !== event) listen(name, ...heard)
        }
        return source
      },
    },
  }))
}

/** Faults of a tablet and of the way to it: what each does wrong, and how it is planted. */
export const tabletFaults: Record<string, Fault> = {
  'a lost reply is answered by sending under a new id': apiFault((own, { newId }) => ({
    async sendCommand(chartId, command) {
      const reply = await own.sendCommand(chartId, command)
      if (reply.kind !== 'unknown') return reply
      return own.sendCommand(chartId, { ...command, commandId: newId() })
    },
  })),

  'a lost reply is taken for the last one that came': apiFault((own) => {
    let last: Reply<Accepted> | null = null
    return {
      async sendCommand(chartId, command) {
        const reply = await own.sendCommand(chartId, command)
        if (reply.kind === 'ok') last = reply
        return reply.kind === 'unknown' && last ? last : reply
      },
    }
  }),

  'new entries are not heard': deafTo('entry'),

  'a read leaves out its last entry': apiFault((own) => ({
    async readEntries(chartId, afterSeq) {
      const reply = await own.readEntries(chartId, afterSeq)
      if (reply.kind !== 'ok' || reply.value.entries.length < 2) return reply
      return { ...reply, value: { ...reply.value, entries: reply.value.entries.slice(0, -1) } }
    },
  })),

  'a read gives an entry another rate': apiFault((own) => ({
    async readEntries(chartId, afterSeq) {
      const reply = await own.readEntries(chartId, afterSeq)
      if (reply.kind !== 'ok') return reply
      const entries = reply.value.entries.filter(({ kind }) => kind !== 'infusionStopped')
      const renumbered = entries.map((entry, index) => ({ ...entry, seq: afterSeq + index + 1 }))
      return { ...reply, value: { ...reply.value, entries: renumbered } }
    },
  })),

  'the board comes from a cache': apiFault((own) => {
    let first: Promise<Reply<Board>> | null = null
    return {
      readBoard(wardId) {
        first ??= own.readBoard(wardId)
        return first
      },
    }
  }),

  'a screen is never stale': surroundings(({ live }) => ({
    live: {
      ...live,
      after: (ms, call) => (ms === STALE_AFTER_MS ? () => {} : live.after(ms, call)),
    },
  })),

  'the time is counted from the tablet’s own clock': surroundings(({ clock, wall }) => ({
    clock: { ...clock, sync: () => clock.sync(wall() as never), now: () => wall() as never },
  })),

  'what is unanswered is forgotten at a reload': surroundings(({ storage }) => ({
    storage: { ...storage, setItem: () => {} },
  })),

  'what waits in the outbox is gone with the page': surroundings(({ outbox }) => ({
    outbox: { ...outbox, put: async () => true },
  })),

  'the outbox gives what it sends again another id': apiFault((own, { newId }) => ({
    ask(question) {
      if (!question.path.endsWith('/captured')) return own.ask(question)
      const body = question.body as { readonly command: object }
      const command = { ...body.command, commandId: newId() }
      return own.ask({ ...question, body: { ...body, command } })
    },
  })),

  'commands are kept with their PIN': apiFault((own, { storage }) => ({
    sendCommand(chartId, command) {
      storage.setItem(CAPTURED, JSON.stringify(command))
      return own.sendCommand(chartId, command)
    },
  })),

  'a signed-out tablet keeps the charts of the person before': storeFault((own) => ({
    async signOut() {
      const { charts } = own.state.getState()
      const signedOut = await own.signOut()
      own.state.setState({ charts })
      return signedOut
    },
  })),

  'the session outlives the sign-out': {
    server: (parts) => ({
      ...parts,
      createSessions: (...args) => ({ ...parts.createSessions(...args), end: async () => {} }),
    }),
    tablet: { keepsCookies: true },
  },

  'a proxy mixes up two sessions': {
    network(own) {
      const cookies: string[] = []
      const mixed = Object.create(own) as Network
      mixed.request = (tablet, request) => {
        if (request.cookie.includes('session=')) cookies.push(request.cookie)
        const isRead = request.method === 'GET'
        const other = cookies.findLast((each) => each !== request.cookie)
        const cookie = isRead ? request.cookie : (other ?? request.cookie)
        return own.request(tablet, { ...request, cookie })
      }
      return mixed
    },
  },
}
