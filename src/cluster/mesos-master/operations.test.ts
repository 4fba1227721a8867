import { expect, test } from 'vitest';
import { claimOf } from '../../api/mesos/claims.ts';
import type { Reservation, Resource } from '../../api/mesos/resources.ts';
import type { Offer, OfferOperation, Operation, OperationStatus } from '../../api/mesos/scheduler.ts';
import type { SlaveJson } from '../../api/mesos/state.ts';
import { manualClock } from '../kernel/clock.ts';
import { memoryStore } from '../kernel/store.ts';
import { scriptedContainers } from '../executor/scripted-containers.test-support.ts';
import { testMesos, testTask, type TestFramework, type TestMesos } from './test-mesos.test-support.ts';

const ROLE = 'slave_public';
const reservation: Reservation = {
  type: 'DYNAMIC',
  role: ROLE,
  principal: 'marathon',
  labels: { labels: [{ key: 'instance', value: 'db.1' }] },
};
const scalar = (name: string, value: number, more: Partial<Resource> = {}): Resource => ({
  name,
  type: 'SCALAR',
  scalar: { value },
  reservations: [reservation],
  ...more,
});
const disk = scalar('disk', 100);
const volume: Resource = {
  ...disk,
  disk: { persistence: { id: 'db#data#1', principal: 'marathon' }, volume: { container_path: 'data', mode: 'RW' } },
};
const reserve: OfferOperation = {
  type: 'RESERVE',
  id: { value: 'op-1' },
  reserve: { resources: [scalar('cpus', 0.1), scalar('mem', 32), disk] },
};
const create: OfferOperation = { type: 'CREATE', id: { value: 'op-2' }, create: { volumes: [volume] } };

function accept(framework: TestFramework, operations: Operation[], offer: Offer): void {
  framework.offers.delete(offer.id.value);
  framework.call({ type: 'ACCEPT', accept: { offer_ids: [offer.id], operations, filters: { refuse_seconds: 0 } } });
}

const only = (framework: TestFramework): Offer => {
  const [offer, ...more] = framework.offers.values();
  if (!offer || more.length > 0) throw new Error(`There are ${framework.offers.size} offers.`);
  return offer;
};

const outcomes = (framework: TestFramework): OperationStatus[] =>
  framework.events.flatMap((event) => (event.type === 'UPDATE_OPERATION_STATUS' ? [event.update_operation_status.status] : []));

async function withMarathon(mesos: TestMesos = testMesos()): Promise<{ mesos: TestMesos; marathon: TestFramework }> {
  const marathon = await mesos.framework({ principal: 'marathon' });
  return { mesos, marathon };
}

const task = (id: string) => testTask(id, { task: { resources: [scalar('cpus', 0.1), scalar('mem', 32), volume] } });
const claims = (offer: Offer): string[] => offer.resources.map((resource) => `${resource.name} ${claimOf(resource)}`);
const amount = (offer: Offer, name: string, claim: string): number | undefined =>
  offer.resources.find((resource) => resource.name === name && claimOf(resource) === claim)?.scalar?.value;

test('one call reserves, creates a volume and launches a task with it; both are offered again after its end', async () => {
  const { mesos, marathon } = await withMarathon();
  mesos.agent('a1');
  await mesos.settle();
  const offer = only(marathon);
  accept(marathon, [reserve, create, { type: 'LAUNCH', launch: { task_infos: [{ ...task('db.1'), agent_id: offer.agent_id }] } }], offer);
  await mesos.settle();
  expect(outcomes(marathon).map(({ operation_id, state }) => [operation_id?.value, state])).toEqual([
    ['op-1', 'OPERATION_FINISHED'],
    ['op-2', 'OPERATION_FINISHED'],
  ]);
  expect(marathon.statesOf('db.1')).toEqual(['TASK_STARTING', 'TASK_RUNNING']);
  // the rest of the agent is offered meanwhile, without what the task has
  expect(claims(only(marathon)).filter((claim) => claim.includes('DYNAMIC'))).toEqual([]);
  expect(amount(only(marathon), 'disk', '*')).toBe(10_140);
  mesos.containers.end('db.1', { state: 'TASK_FAILED', message: 'gone' });
  await mesos.clock.advance(1000);
  const held = [...marathon.offers.values()].flatMap(claims);
  expect(held).toContain(`disk ${claimOf(volume)}`);
  expect(held).toContain(`mem ${claimOf(disk)}`);
});

test('the volume lies where Mesos has it, and the task finds it in its sandbox', async () => {
  const { mesos, marathon } = await withMarathon();
  const agent = mesos.agent('a1');
  await mesos.settle();
  const offer = only(marathon);
  accept(marathon, [reserve, create, { type: 'LAUNCH', launch: { task_infos: [{ ...task('db.1'), agent_id: offer.agent_id }] } }], offer);
  await mesos.settle();
  const directory = '/var/lib/mesos/a1/volumes/roles/slave_public/db#data#1';
  const [spec] = mesos.containers.launched;
  expect(spec?.volumes).toEqual([{ container_path: 'data', host_path: directory, mode: 'RW' }]);
  await mesos.files.append(`${directory}/rows`, 'one\n');
  const sandbox = `/frameworks/${marathon.id()}/executors/db.1/runs/latest`;
  const listed = await mesos.get<{ path: string; mode: string }[]>(`/files/browse?path=${encodeURIComponent(sandbox)}`, agent.fetch);
  expect(listed.map(({ path, mode }) => [path, mode[0]])).toContainEqual([`${sandbox}/data`, 'd']);
  const read = await mesos.get<{ data: string }>(`/files/read?offset=0&path=${encodeURIComponent(`${sandbox}/data/rows`)}`, agent.fetch);
  expect(read.data).toBe('one\n');
});

test('reservations and volumes outlive the agent, the master and kill -9 of both', async () => {
  const parts = { store: memoryStore(), clock: manualClock() };
  const first = await withMarathon(testMesos(parts));
  first.mesos.agent('a1');
  await first.mesos.settle();
  accept(first.marathon, [reserve, create], only(first.marathon));
  await first.mesos.settle();
  const { mesos, marathon } = await withMarathon(testMesos({ ...parts, containers: scriptedContainers(parts.clock), seed: 2 }));
  mesos.agent('a1');
  await mesos.settle();
  expect(claims(only(marathon))).toContain(`disk ${claimOf(volume)}`);
  expect(amount(only(marathon), 'disk', '*')).toBe(10_140);
  const { slaves } = await mesos.get<{ slaves: SlaveJson[] }>('/slaves');
  expect(slaves[0]?.reserved_resources).toEqual({ [ROLE]: { cpus: 0.1, mem: 32, disk: 100, gpus: 0 } });
});

test('a volume is destroyed with its data before its disk can be unreserved', async () => {
  const { mesos, marathon } = await withMarathon();
  mesos.agent('a1');
  await mesos.settle();
  accept(marathon, [reserve, create], only(marathon));
  await mesos.settle();
  const directory = '/var/lib/mesos/a1/volumes/roles/slave_public/db#data#1';
  expect(await mesos.files.stat(directory, directory)).toBeDefined();
  accept(marathon, [{ type: 'UNRESERVE', id: { value: 'early' }, unreserve: { resources: [volume] } }], only(marathon));
  await mesos.clock.advance(1000);
  expect(outcomes(marathon).at(-1)).toMatchObject({
    state: 'OPERATION_ERROR',
    message: expect.stringContaining('destroy the persistent volume first') as string,
  });
  const resources = [scalar('cpus', 0.1), scalar('mem', 32), disk];
  accept(
    marathon,
    [
      { type: 'DESTROY', destroy: { volumes: [volume] } },
      { type: 'UNRESERVE', unreserve: { resources } },
    ],
    only(marathon),
  );
  await mesos.clock.advance(1000);
  expect(claims(only(marathon)).every((claim) => claim.endsWith(' *'))).toBe(true);
  expect(amount(only(marathon), 'disk', '*')).toBe(10_240);
  expect(await mesos.files.stat(directory, directory)).toBeUndefined();
});

const wrong: [string, Operation, string, RegExp][] = [
  [
    'a reservation for another role',
    {
      type: 'RESERVE',
      id: { value: 'x' },
      reserve: { resources: [scalar('mem', 1, { reservations: [{ ...reservation, role: 'dev' }] })] },
    },
    'OPERATION_ERROR',
    /allocated to role 'slave_public'/,
  ],
  [
    'of another principal',
    {
      type: 'RESERVE',
      id: { value: 'x' },
      reserve: { resources: [scalar('mem', 1, { reservations: [{ ...reservation, principal: 'eve' }] })] },
    },
    'OPERATION_ERROR',
    /by principal 'marathon'/,
  ],
  [
    'a static one',
    { type: 'RESERVE', id: { value: 'x' }, reserve: { resources: [scalar('mem', 1, { reservations: [{ type: 'STATIC', role: ROLE }] })] } },
    'OPERATION_ERROR',
    /not dynamically reserved/,
  ],
  [
    'more than was offered',
    { type: 'RESERVE', id: { value: 'x' }, reserve: { resources: [scalar('mem', 1_000_000)] } },
    'OPERATION_DROPPED',
    /do not hold/,
  ],
  ['nothing', { type: 'RESERVE', id: { value: 'x' }, reserve: { resources: [] } }, 'OPERATION_ERROR', /No resources/],
  [
    'an amount that is none',
    { type: 'RESERVE', id: { value: 'x' }, reserve: { resources: [scalar('mem', -1)] } },
    'OPERATION_ERROR',
    /'mem' is -1/,
  ],
  [
    'a volume of what is not reserved',
    { type: 'CREATE', id: { value: 'x' }, create: { volumes: [{ ...volume, reservations: [] }] } },
    'OPERATION_ERROR',
    /unreserved/,
  ],
  [
    'a volume that leaves its directory',
    { type: 'CREATE', id: { value: 'x' }, create: { volumes: [{ ...volume, disk: { ...volume.disk, persistence: { id: '../etc' } } }] } },
    'OPERATION_ERROR',
    /must not have slashes/,
  ],
  [
    'a volume at a path that leaves the sandbox',
    {
      type: 'CREATE',
      id: { value: 'x' },
      create: { volumes: [{ ...volume, disk: { ...volume.disk, volume: { container_path: '../x', mode: 'RW' } } }] },
    },
    'OPERATION_ERROR',
    /'\.\.'/,
  ],
  [
    'the end of a volume that is not there',
    { type: 'DESTROY', id: { value: 'x' }, destroy: { volumes: [volume] } },
    'OPERATION_ERROR',
    /not found/,
  ],
];
test.each(wrong)('%s is refused and changes nothing', async (_, operation, state, message) => {
  const { mesos, marathon } = await withMarathon();
  mesos.agent('a1');
  await mesos.settle();
  const before = only(marathon);
  accept(marathon, [operation], before);
  await mesos.clock.advance(1000);
  expect(outcomes(marathon)).toMatchObject([{ operation_id: { value: 'x' }, state, message: expect.stringMatching(message) as string }]);
  expect(only(marathon).resources).toEqual(before.resources);
});

test('a volume is used as a whole, by one task at a time, and its id is unique for its role on the agent', async () => {
  const { mesos, marathon } = await withMarathon();
  mesos.agent('a1');
  await mesos.settle();
  accept(marathon, [reserve, create, { ...create, id: { value: 'again' } }], only(marathon));
  await mesos.settle();
  expect(outcomes(marathon).at(-1)).toMatchObject({ operation_id: { value: 'again' }, state: 'OPERATION_ERROR' });
  const offer = only(marathon);
  const half = { ...task('half'), agent_id: offer.agent_id, resources: [scalar('cpus', 0.1), { ...volume, scalar: { value: 50 } }] };
  accept(marathon, [{ type: 'LAUNCH', launch: { task_infos: [half] } }], offer);
  await mesos.clock.advance(1000);
  expect(marathon.statesOf('half')).toEqual(['TASK_ERROR']);
});

test('a volume grows and shrinks', async () => {
  const { mesos, marathon } = await withMarathon();
  mesos.agent('a1');
  await mesos.settle();
  const more = scalar('disk', 20);
  accept(
    marathon,
    [
      reserve,
      create,
      { type: 'RESERVE', reserve: { resources: [more] } },
      { type: 'GROW_VOLUME', grow_volume: { volume, addition: more } },
    ],
    only(marathon),
  );
  await mesos.settle();
  const grown = { ...volume, scalar: { value: 120 } };
  expect(claims(only(marathon))).toContain(`disk ${claimOf(grown)}`);
  accept(marathon, [{ type: 'SHRINK_VOLUME', shrink_volume: { volume: grown, subtract: { value: 100 } } }], only(marathon));
  await mesos.settle();
  expect(claims(only(marathon))).toContain(`disk ${claimOf({ ...volume, scalar: { value: 20 } })}`);
  expect(amount(only(marathon), 'disk', claimOf(disk))).toBe(100);
});

test('what one role has reserved is not offered to another, but to roles below it', async () => {
  const { mesos, marathon } = await withMarathon();
  mesos.agent('a1');
  await mesos.settle();
  accept(marathon, [reserve], only(marathon));
  await mesos.settle();
  const other = await mesos.framework({ name: 'chronos', roles: ['*'] });
  const below = await mesos.framework({ name: 'team', roles: [`${ROLE}/team`] });
  marathon.decline(3600);
  await mesos.settle();
  const seen = (framework: TestFramework): boolean =>
    [...framework.offers.values()].flatMap(claims).some((claim) => claim.includes('DYNAMIC'));
  other.decline(3600);
  await mesos.settle();
  below.decline(3600);
  await mesos.clock.advance(1000);
  const offered = (framework: TestFramework): boolean =>
    framework.events.some(
      (event) => event.type === 'OFFERS' && event.offers.offers.flatMap(claims).some((claim) => claim.includes('DYNAMIC')),
    );
  expect(offered(other)).toBe(false);
  expect(offered(below)).toBe(true);
  expect(seen(marathon)).toBe(false);
});
