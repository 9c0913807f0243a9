import { contenders } from '../appends/contenders.ts'
import { compareAppends, of } from '../appends/run.ts'
import { atMost, type Goal, inDigits, told, within } from '../goal.ts'

const CLIENTS = 64

export const goal: Goal = {
  id: 'G8',
  title: 'Processor time of one append, server and PostgreSQL',
  async measure() {
    const all = await contenders()
    const { store, unsigned, signed, pgbench, textbook, fastify } = all
    const seen = await compareAppends(
      [store, unsigned, signed, pgbench, textbook, fastify],
      CLIENTS,
    )
    await all.end()
    const cost = ({ name }: { name: string }) => of(seen, name).cpuMicroseconds
    const figure = (each: { name: string }) => `${inDigits(cost(each))} us`
    return [
      within('the store', cost(store), 100, 'us'),
      atMost('the store against pgbench and its PostgreSQL', cost(store) / cost(pgbench), 0.9),
      told('pgbench and its PostgreSQL', figure(pgbench)),
      told('Fastify + pg, one INSERT a request', figure(fastify)),
      told('a textbook transaction', figure(textbook)),
      told('the whole product over HTTP', figure(unsigned)),
      told('the same with a signature (argon2id in full)', figure(signed)),
    ]
  },
}
