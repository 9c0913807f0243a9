import { contenders } from '../appends/contenders.ts'
import { compareAppends, of } from '../appends/run.ts'
import { atMost, type Goal, inDigits, told } from '../goal.ts'

const CLIENTS = 64

export const goal: Goal = {
  id: 'G9',
  title: 'The slowest of a hundred appends, 64 clients',
  async measure() {
    const all = await contenders()
    const { store, unsigned, pgbench, textbook, fastify } = all
    const seen = await compareAppends([store, unsigned, pgbench, textbook, fastify], CLIENTS)
    await all.end()
    const slowest = ({ name }: { name: string }) => of(seen, name).p99Ms
    return [
      atMost('the store against pgbench', slowest(store) / slowest(pgbench), 1.2),
      atMost('the store against Fastify + pg', slowest(store) / slowest(fastify), 0.4),
      atMost('the store against a textbook transaction', slowest(store) / slowest(textbook), 0.2),
      told(
        'the whole product over HTTP against Fastify + pg',
        `${inDigits(slowest(unsigned) / slowest(fastify))}x`,
      ),
    ]
  },
}
