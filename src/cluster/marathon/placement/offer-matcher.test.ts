import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsPool, totalOf, type Pool } from '../../../api/mesos/quantities.ts';
import { countRanges } from '../../../api/mesos/ranges.ts';
import { seededRandom } from '../../kernel/random.ts';
import { testApp } from '../test-world.test-support.ts';
import { chooseHostPorts, portRequests } from './host-ports.ts';
import { matchOffer, type OfferedPlace } from './offer-matcher.ts';

const random = seededRandom(1);
const amounts = { cpus: 1, mem: 512, disk: 0, gpus: 0, ports: [{ begin: 31_000, end: 31_009 }] };
const offered = (left: Pool): OfferedPlace => ({ place: { hostname: 'a1', attributes: {} }, allocatedRole: 'slave_public', left });
const match = (app: Parameters<typeof testApp>[1], left: Pool) => matchOffer(testApp('/a', app), offered(left), () => new Map(), random);
const reasons = (app: Parameters<typeof testApp>[1], left: Pool) => {
  const result = match(app, left);
  return result.ok ? [] : result.reasons;
};

describe('what an offer is refused for', () => {
  it('is told in the order of the funnel, the withheld role with the amounts that it withholds', () => {
    expect(reasons({}, { slave_public: amounts })).toEqual(['UnfulfilledRole', 'InsufficientCpus', 'InsufficientMemory']);
    expect(reasons({ cpus: 2 }, { '*': amounts })).toEqual(['InsufficientCpus']);
    expect(reasons({ mem: 1000, gpus: 1 }, { '*': amounts })).toEqual(['InsufficientMemory', 'InsufficientGpus']);
    expect(reasons({ disk: 5, constraints: [['rack', 'LIKE', 'x']] }, { '*': amounts })).toEqual([
      'UnfulfilledConstraint',
      'InsufficientDisk',
    ]);
    expect(reasons({ role: 'other' }, { '*': amounts })).toEqual(['UnfulfilledRole']);
  });
  it('is ports only where everything else suffices', () => {
    const requirePorts = { requirePorts: true, portDefinitions: [{ port: 80, protocol: 'tcp' as const }] };
    expect(reasons(requirePorts, { '*': amounts })).toEqual(['InsufficientPorts']);
    expect(reasons({ ...requirePorts, cpus: 2 }, { '*': amounts })).toEqual(['InsufficientCpus']);
  });
  it('is nothing where the app accepts the role', () => {
    expect(reasons({ acceptedResourceRoles: ['slave_public'] }, { slave_public: amounts })).toEqual([]);
  });
});

describe('what is taken of an offer', () => {
  it('is put together from all roles that the app accepts', () => {
    const result = match({ cpus: 1.5, mem: 16, acceptedResourceRoles: ['*', 'slave_public'] }, { slave_public: amounts, '*': amounts });
    expect(result.ok && [result.taken.slave_public?.cpus, result.taken['*']?.cpus]).toEqual([1, 0.5]);
  });
  it('is never more than there is, and always as much as is wished', () => {
    const amount = fc.integer({ min: 0, max: 3000 }).map((value) => value / 1000);
    const pool = fc.record({ cpus: amount, mem: fc.nat(600), ports: fc.nat(4) }).map(({ cpus, mem, ports }) => ({
      disk: 0,
      gpus: 0,
      cpus,
      mem,
      ports: ports === 0 ? [] : [{ begin: 31_000, end: 30_999 + ports }],
    }));
    fc.assert(
      fc.property(pool, pool, amount, fc.nat(900), fc.nat(5), (shared, own, cpus, mem, ports) => {
        const portDefinitions = Array.from({ length: ports }, () => ({ port: 0, protocol: 'tcp' as const }));
        const apart = { ...own, ports: own.ports.map(({ begin, end }) => ({ begin: begin + 500, end: end + 500 })) };
        const left: Pool = { '*': shared, slave_public: apart };
        const result = match({ cpus, mem, portDefinitions, acceptedResourceRoles: ['*', 'slave_public'] }, left);
        if (!result.ok) return;
        expect(containsPool(left, result.taken)).toBe(true);
        const taken = totalOf(result.taken);
        expect([taken.cpus, taken.mem, countRanges(taken.ports)]).toEqual([cpus, mem, ports]);
        expect(new Set(result.hostPorts).size).toBe(ports);
      }),
    );
  });
});

describe('host ports', () => {
  const ranges = [
    { begin: 10, end: 12 },
    { begin: 20, end: 20 },
  ];
  it('are exactly those asked for, and others for the rest', () => {
    const chosen = chooseHostPorts(ranges, [11, 'any', 'none', 'any'], random);
    expect(chosen?.ports[0]).toBe(11);
    expect(chosen?.ports[2]).toBeUndefined();
    expect(new Set(chosen?.ports.filter((port) => port !== undefined)).size).toBe(3);
  });
  it.each([
    ['one that is not offered', [13]],
    ['one twice', [11, 11]],
    ['more than there are', ['any', 'any', 'any', 'any', 'any'] as const],
    ['more than are left', [10, 11, 12, 20, 'any'] as const],
  ])('are refused: %s', (_what, requests) => {
    expect(chooseHostPorts(ranges, requests, random)).toBeUndefined();
  });
  it('are asked for as the network needs', () => {
    const mapping = { protocol: 'tcp' as const, labels: {}, servicePort: 0 };
    const container = {
      type: 'DOCKER' as const,
      volumes: [],
      portMappings: [
        { ...mapping, containerPort: 80, hostPort: 0 },
        { ...mapping, containerPort: 81, hostPort: 31_005 },
        { ...mapping, containerPort: 82 },
      ],
    };
    expect(portRequests(testApp('/a', { container, networks: [{ mode: 'container/bridge' }] }))).toEqual(['any', 31_005, 'none']);
    expect(portRequests(testApp('/a', { portDefinitions: [{ port: 10_000, protocol: 'tcp' }] }))).toEqual(['any']);
    expect(
      portRequests(
        testApp('/a', {
          requirePorts: true,
          portDefinitions: [
            { port: 10_000, protocol: 'tcp' },
            { port: 0, protocol: 'tcp' },
          ],
        }),
      ),
    ).toEqual([10_000, 'any']);
  });
});
