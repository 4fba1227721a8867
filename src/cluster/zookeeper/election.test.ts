import { expect, test } from 'vitest';
import { manualClock } from '../kernel/clock.ts';
import { createKernel } from '../kernel/kernel.ts';
import { silentLog } from '../kernel/log.ts';
import { seededRandom } from '../kernel/random.ts';
import { memoryStore } from '../kernel/store.ts';
import { createAgreedStore } from './agreed-store.ts';
import { SESSION_TIMEOUT_MS } from './embedded-client.ts';
import { createEnsemble } from './ensemble.ts';
import { detectLeader } from './leader-detector.ts';
import { createLeadingService } from './leading-service.ts';

const PLACE = { directory: '/mesos', label: 'json.info_' };

/** An ensemble, and candidates of the given names who enter in that order. Advance the clock to let them. */
function election(options: { servers?: string[]; up?: string[]; candidates?: string[] } = {}) {
  const { servers = ['m1', 'm2', 'm3'], candidates = ['a', 'b', 'c'] } = options;
  const clock = manualClock();
  const kernel = createKernel({ clock, random: seededRandom(1), store: memoryStore(), log: silentLog });
  const ensemble = createEnsemble(kernel, servers);
  for (const server of options.up ?? servers) ensemble.start(server);
  const agreed = createAgreedStore(kernel.store, ensemble.hasMajority);
  const told: (string | undefined)[] = [];
  const detector = detectLeader(ensemble.connect(), PLACE, (leader) => told.push(leader));
  const services = new Map(
    candidates.map((name) => [
      name,
      createLeadingService(kernel, {
        connect: ensemble.connect,
        candidacy: () => ({ ...PLACE, data: name }),
        lead() {
          const term = agreed.lead('test');
          return { write: (key: string) => term.store.write([{ collection: 'test', key, value: name }]), stop: term.end };
        },
      }),
    ]),
  );
  const service = (name: string) => {
    const found = services.get(name);
    if (!found) throw new Error(`There is no candidate ${name}.`);
    return found;
  };
  const working = (): string[] => candidates.filter((name) => service(name).work() !== undefined);
  return { clock, kernel, ensemble, detector, told, service, working };
}

test('the first to enter leads, and everybody who asks is told', async () => {
  const { clock, detector, working } = election();
  await clock.advance(0);
  expect(working()).toEqual(['a']);
  expect(detector.leader()).toBe('a');
});

test('the next in the line leads at once when the leader is stopped, and only after the timeout of its session when it dies', async () => {
  const { clock, detector, service, working } = election();
  await clock.advance(0);
  service('a').stop();
  await clock.advance(0);
  expect(working()).toEqual(['b']);
  service('b').crash();
  await clock.advance(SESSION_TIMEOUT_MS - 1);
  expect([working(), detector.leader()]).toEqual([[], 'b']);
  await clock.advance(1);
  expect([working(), detector.leader()]).toEqual([['c'], 'c']);
});

test('who resigns stands at the end of the line', async () => {
  const { clock, service, working } = election();
  await clock.advance(0);
  for (const next of ['b', 'c', 'a']) {
    service(working()[0] ?? '').resign();
    await clock.advance(0);
    expect(working()).toEqual([next]);
  }
});

test('one whose node is taken away by somebody leads no more, and stands again', async () => {
  const { clock, ensemble, told, working } = election({ candidates: ['a'] });
  await clock.advance(0);
  ensemble.session().remove('/mesos/json.info_0000000000');
  await clock.advance(0);
  expect(working()).toEqual([]);
  await clock.advance(1000);
  expect(working()).toEqual(['a']);
  expect(ensemble.session().children('/mesos')).toEqual(['json.info_0000000002']);
  expect(told).toEqual(['a', undefined, 'a']);
});

test('nobody leads without a majority, and somebody does when there is one again', async () => {
  const { clock, ensemble, detector, working } = election();
  await clock.advance(0);
  ensemble.stop('m3');
  await clock.advance(0);
  expect(working()).toEqual(['a']);
  ensemble.stop('m2');
  await clock.advance(10_000);
  expect([working(), detector.leader(), ensemble.hasMajority()]).toEqual([[], undefined, false]);
  expect(() => ensemble.session().children('/mesos')).toThrow(expect.objectContaining({ code: 'ConnectionLoss' }));
  ensemble.start('m3');
  await clock.advance(3000);
  expect(working()).toHaveLength(1);
  expect(detector.leader()).toBe(working()[0]);
});

test('two servers have to be up both; of one there is a majority', async () => {
  const two = election({ servers: ['m1', 'm2'], up: ['m1'] });
  await two.clock.advance(1000);
  expect(two.working()).toEqual([]);
  two.ensemble.start('m2');
  await two.clock.advance(0);
  expect(two.working()).toHaveLength(1);
  const one = election({ servers: ['m1'] });
  await one.clock.advance(0);
  expect(one.working()).toEqual(['a']);
});

test('of the servers the last one leads the others, and another when it goes', () => {
  const { ensemble } = election();
  const leading = () => ensemble.servers().flatMap(({ name, leads }) => (leads ? [name] : []));
  expect(leading()).toEqual(['m2']);
  ensemble.stop('m2');
  expect(leading()).toEqual(['m3']);
  ensemble.stop('m1');
  expect(leading()).toEqual([]);
});

test('a leader that was deposed can write no more, whether it knows or not', async () => {
  const { clock, kernel, service } = election();
  await clock.advance(0);
  const deposed = service('a').work();
  deposed?.write('before');
  service('a').resign();
  expect(() => deposed?.write('between')).toThrow('leads here no more');
  await clock.advance(0);
  expect(() => deposed?.write('after')).toThrow('leads here no more');
  service('b').work()?.write('by b');
  expect(kernel.store.list('test')).toEqual([
    ['before', 'a'],
    ['by b', 'b'],
  ]);
});

test('nothing is stored without a majority', () => {
  const { kernel, ensemble } = election({ candidates: [] });
  const { store } = createAgreedStore(kernel.store, ensemble.hasMajority).lead('test');
  ensemble.stop('m1');
  ensemble.stop('m2');
  expect(() => store.write([{ collection: 'test', key: 'a', value: 1 }])).toThrow('Less than a majority of the masters is up');
  expect(kernel.store.list('test')).toEqual([]);
});
