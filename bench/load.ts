import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { LoadPlan } from './appends/overHttp.ts'
import { clientsHere } from './appends/run.ts'

/** Clients over HTTP, in a process of their own so that what they cost is nobody's; answers with one JSON text. */
const plan: LoadPlan = JSON.parse(process.argv[2] ?? '')
const agent = new Agent({ keepAlive: true, maxSockets: plan.paths.length })

function post(path: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...plan.headers,
    }
    const sent = request({ port: plan.port, method: 'POST', path, headers, agent }, (reply) => {
      reply.resume()
      reply.on('end', () => resolve(reply.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const run = await clientsHere(
  plan.paths.length,
  plan.seconds,
  () => 0,
  async (client) => {
    const body = JSON.stringify({ ...plan.body, commandId: randomUUID() })
    const status = await post(plan.paths[client] ?? '', body)
    if (status !== 201) throw new Error(`answered ${status}`)
  },
)
process.stdout.write(JSON.stringify(run))
process.exit(0)
