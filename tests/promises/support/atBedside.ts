import type { Site } from './site.ts'
import { type Bed, bedOf, type Command, nextText, opening, say } from './strokeBed.ts'

const MINUTES_TO_RESULT = 40

/** Sends a command that must be taken, and gives its entry's place. */
export async function done(site: Site, bed: Bed, user: string, command: Command): Promise<number> {
  const path = `/api/charts/${bed.chartId}/commands`
  const { status, body } = await site.ask(user, 'POST', path, command)
  if (status !== 201) throw new Error(`${command.kind}: ${status} ${JSON.stringify(body)}`)
  bed.version = body.version
  return body.entry.seq
}

/** A chart whose infusion runs, with a result that waits for an answer. The clock is moved. */
export async function titratable(site: Site, mrn: string, minutes = 0): Promise<Bed> {
  await site.clock(minutes)
  const opened = opening(mrn, site.now())
  const bed = bedOf(opened, mrn)
  const { status } = await site.ask('rn.adams', 'POST', '/api/charts', opened)
  if (status !== 201) throw new Error(`The chart of ${mrn} was not opened: ${status}`)
  await done(site, bed, 'rn.adams', say.weight(bed, site.now()))
  await done(site, bed, 'mo.chen', say.prescribe(bed, site.now(), 'mo.chen'))
  const start = await done(site, bed, 'rn.adams', say.start(bed, site.now(), 'rn.adams'))
  await done(site, bed, 'rn.adams', say.countersignStart(bed, site.now(), start, 'rn.baker'))
  await site.clock(minutes + 360)
  const collectedAt = site.now()
  const collection = await done(site, bed, 'rn.adams', say.collect(bed, collectedAt))
  await site.clock(minutes + 360 + MINUTES_TO_RESULT)
  const text = nextText(bed)
  const seq = await done(site, bed, 'rn.adams', say.result(bed, site.now(), collection))
  bed.result = { seq, text, collectedAt }
  return bed
}
