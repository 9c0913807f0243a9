import { contenders } from '../appends/contenders.ts'
import { compareAppends, of } from '../appends/run.ts'
import { atLeast, type Goal, inDigits, told } from '../goal.ts'

const CLIENTS = 64
const CROWD = 256

export const goal: Goal = {
  id: 'G7',
  title: 'Durable appends a second, 64 clients',
  async measure() {
    const all = await contenders()
    const { store, embedded, unsigned, signed, pgbench, textbook, fastify } = all
    const those = [store, embedded, unsigned, signed, pgbench, textbook, fastify]
    const seen = await compareAppends(those, CLIENTS)
    const crowd = await compareAppends([store], CROWD)
    await all.end()
    const speed = ({ name }: { name: string }) => of(seen, name).perSecond
    return [
      atLeast(
        'the store against pgbench, one INSERT a commit',
        speed(store) / speed(pgbench),
        0.85,
      ),
      atLeast(
        `the store at ${CROWD} clients against pgbench at ${CLIENTS}`,
        of(crowd, store.name).perSecond / speed(pgbench),
        1.5,
      ),
      atLeast('the store against a textbook transaction', speed(store) / speed(textbook), 6),
      atLeast(
        'the store against Fastify + pg, one INSERT a request',
        speed(store) / speed(fastify),
        3,
      ),
      told(
        'the whole product over HTTP against Fastify + pg',
        ratioOf(speed(unsigned), speed(fastify)),
      ),
      told('the same with a signature (argon2id in full)', ratioOf(speed(signed), speed(fastify))),
      told('the embedded database against pgbench', ratioOf(speed(embedded), speed(pgbench))),
      told(
        'appends a second on this machine, store / whole product / signed / pgbench',
        [store, unsigned, signed, pgbench].map((each) => inDigits(speed(each))).join(' / '),
      ),
    ]
  },
}

function ratioOf(value: number, other: number): string {
  return `${inDigits(value / other)}x`
}
