import { describe, expect, test } from 'vitest';
import { addPools, resourcesOf, subtractPools, totalOf, type Pool } from '../../../api/mesos/quantities.ts';
import type { OfferOperation } from '../../../api/mesos/scheduler.ts';
import { seededRandom } from '../../kernel/random.ts';
import { conversionOf } from '../../mesos-master/conversion.ts';
import { residentOrder } from '../placement/launch-order.ts';
import type { InstanceRecord } from '../state.ts';
import { testApp } from '../test-world.test-support.ts';
import { newLocalVolumes } from './local-volumes.ts';
import { matchReserved, matchToReserve } from './match-resident.ts';
import { reservationFor, reservedPools } from './reservation-label.ts';
import { freedInstance, freeOperations, reserveOperations } from './reserve-operations.ts';

const FRAMEWORK = 'F-0000';
const volume = (containerPath: string, size: number, type: 'root' | 'mount' = 'root') => ({
  containerPath,
  mode: 'RW' as const,
  persistent: { type, size },
});
const db = testApp('/shop/db', { disk: 5, container: { type: 'MESOS', volumes: [volume('data', 10), volume('logs', 20)] } });
const agent: Pool = { '*': { cpus: 1, mem: 512, disk: 100, gpus: 0, ports: [{ begin: 31_000, end: 31_100 }] } };
const offered = (left: Pool) => ({ place: { hostname: 'a1', attributes: {} }, allocatedRole: 'slave_public', left });
const nowhere = () => new Map<string, number>();
const random = seededRandom(1);

const applied = (pool: Pool, operations: readonly OfferOperation[]): Pool =>
  operations.reduce((left, operation) => {
    const { consumed, converted } = conversionOf(operation);
    return addPools(subtractPools(left, consumed), converted);
  }, pool);

/** What is reserved for `i1`, and the instance. */
function reservedOne() {
  const match = matchToReserve(db, offered(agent), nowhere, random);
  if (!match.ok) throw new Error('It does not fit.');
  let count = 0;
  const volumes = newLocalVolumes(db, () => `u${++count}`);
  const operations = reserveOperations(match.taken, volumes, reservationFor('i1', FRAMEWORK, 'slave_public'));
  const pool = applied(agent, operations);
  const instance: InstanceRecord = {
    id: 'i1',
    appId: db.id,
    taskId: 'i1._app.1',
    version: db.version,
    condition: 'Scheduled',
    hostPorts: [],
    ipAddresses: [],
    health: [],
    localVolumes: volumes.map((each) => each.volume),
    goal: 'Running',
    incarnation: 0,
    createdAt: 0,
    checks: 0,
    reservedAt: 0,
    role: 'slave_public',
    placement: { hostname: 'a1', attributes: {} },
  };
  return { pool, instance, operations };
}

describe('what is reserved', () => {
  test('is all that an instance takes, its volumes on top of its disk, with the labels of Marathon', () => {
    const { pool, operations } = reservedOne();
    expect(operations.map(({ type }) => type)).toEqual(['RESERVE', 'CREATE']);
    const mine = reservedPools(pool, FRAMEWORK).get('i1') ?? {};
    expect(totalOf(mine)).toMatchObject({ cpus: 0.1, mem: 16, disk: 35 });
    expect(resourcesOf(mine).every(({ reservations }) => reservations?.[0]?.role === 'slave_public')).toBe(true);
    expect(resourcesOf(mine)[0]?.reservations?.[0]).toMatchObject({
      type: 'DYNAMIC',
      labels: {
        labels: [
          { key: 'marathon_framework_id', value: FRAMEWORK },
          { key: 'marathon_task_id', value: 'i1' },
        ],
      },
    });
    expect(resourcesOf(mine).flatMap(({ disk }) => disk ?? [])).toEqual([
      { persistence: { id: 'shop_db#data#u1' }, volume: { container_path: 'data', mode: 'RW' } },
      { persistence: { id: 'shop_db#logs#u2' }, volume: { container_path: 'logs', mode: 'RW' } },
    ]);
  });

  test('is not taken for that of another framework', () => {
    expect(reservedPools(reservedOne().pool, 'F-0001').size).toBe(0);
  });

  test('is given back whole: volumes first, and then the agent is as it was', () => {
    const { pool } = reservedOne();
    const operations = freeOperations('i1', reservedPools(pool, FRAMEWORK).get('i1') ?? {}, 'slave_public');
    expect(operations.map(({ type, id }) => [type, id?.value && freedInstance(id.value)])).toEqual([
      ['DESTROY', 'i1'],
      ['UNRESERVE', undefined],
    ]);
    expect(applied(pool, operations)).toEqual(agent);
    expect(freedInstance('another operation')).toBeUndefined();
  });
});

describe('where something can be reserved', () => {
  test.each([
    ['a disk that holds disk and volumes', db, agent, true],
    ['a disk that is too small for the volumes', db, { '*': { ...agent['*'], disk: 34 } } as Pool, ['InsufficientDisk']],
    [
      'what is reserved already',
      db,
      { slave_public: agent['*'] } as Pool,
      ['UnfulfilledRole', 'InsufficientCpus', 'InsufficientMemory', 'InsufficientDisk'],
    ],
    [
      'an app that takes nothing unreserved',
      { ...db, acceptedResourceRoles: ['slave_public'] },
      agent,
      ['UnfulfilledRole', 'InsufficientCpus', 'InsufficientMemory', 'InsufficientDisk'],
    ],
    [
      'a disk of another kind',
      testApp('/x', { container: { type: 'MESOS', volumes: [volume('data', 1, 'mount')] } }),
      agent,
      ['InsufficientDisk'],
    ],
  ])('%s', (_, app, pool, expected) => {
    const match = matchToReserve(app, offered(pool), nowhere, random);
    expect(match.ok || match.reasons).toEqual(expected);
  });
});

describe('a launch on what is reserved', () => {
  const { pool, instance } = reservedOne();
  const mine = reservedPools(pool, FRAMEWORK).get('i1');
  const match = (app = db, reserved: Pool | undefined = mine, counts: () => ReadonlyMap<string, number> = nowhere) => {
    const found = matchReserved(app, instance, reserved, offered(pool), counts, random);
    return found.ok ? found : found.reasons;
  };

  test('takes all of it, with its own port', () => {
    expect(match()).toMatchObject({ ok: true, taken: mine, hostPorts: [expect.any(Number)] });
  });

  test('waits where nothing or not all is offered', () => {
    expect(matchReserved(db, instance, undefined, offered(pool), nowhere, random)).toEqual({
      ok: false,
      reasons: ['NoCorrespondingReservationFound'],
    });
    const lost = { ...instance, localVolumes: [{ runSpecId: '/x', containerPath: 'data', uuid: 'u', persistenceId: 'x#data#u' }] };
    expect(matchReserved(db, lost, mine, offered(pool), nowhere, random)).toMatchObject({ reasons: ['NoCorrespondingReservationFound'] });
    expect(match({ ...db, cpus: 0.2 })).toEqual(['InsufficientCpus']);
    expect(match({ ...db, portDefinitions: [1, 2].map(() => ({ port: 0, protocol: 'tcp' as const })) })).toEqual(['InsufficientPorts']);
  });

  test('is not kept from its place by itself, but by others', () => {
    const unique = { ...db, constraints: [['hostname', 'UNIQUE']] };
    expect(match(unique, mine, () => new Map([['a1', 1]]))).toMatchObject({ ok: true });
    expect(match(unique, mine, () => new Map([['a1', 2]]))).toEqual(['UnfulfilledConstraint']);
  });
});

test('those that have a place in the offer are looked at first, those that have it elsewhere last', () => {
  const waiting = [{ id: 'elsewhere', reservedAt: 0 }, { id: 'new' }, { id: 'here', reservedAt: 0 }] as InstanceRecord[];
  expect(residentOrder(waiting, new Set(['here'])).map(({ id }) => id)).toEqual(['here', 'new', 'elsewhere']);
});
