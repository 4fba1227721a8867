import { describe, expect, it } from 'vitest';
import { appSummarySchema, queueSchema, type QueueEntry } from '../../../live/marathon-wire.ts';
import { offerFacts, offerFunnel } from './offer-funnel.ts';

const reject = (reason: string, declined: number, processed: number) => ({ reason, declined, processed });
const offer = (hostname: string, role: string, cpus: number, reason: string[], attributes: unknown[] = []) => ({
  offer: { id: `O-${hostname}`, hostname, agentId: 'S0', resources: [{ name: 'cpus', role, scalar: cpus }], attributes },
  reason,
  timestamp: '2016-04-26T09:00:00.000Z',
});

function entryOf(rejects: unknown[], lastUnusedOffers: unknown[]): QueueEntry {
  const [entry] = queueSchema.parse({
    queue: [
      {
        app: { id: '/big' },
        count: 1,
        since: '2016-04-26T08:00:00.000Z',
        delay: { timeLeftSeconds: 0, overdue: true },
        processedOffersSummary: { processedOffersCount: 7, rejectSummaryLastOffers: rejects },
        lastUnusedOffers,
      },
    ],
  });
  if (entry === undefined) throw new Error('the entry was left out');
  return entry;
}
const app = (fields: object) => appSummarySchema.parse({ id: '/big', cpus: 4, mem: 64, ...fields });
const remedies = (fields: object, entry: QueueEntry, hosts: string[] = []) =>
  offerFunnel(app(fields), entry, hosts).flatMap((stage) => stage.remedies);

describe('offer funnel', () => {
  it('shows the stages that offers came to, in the order of judging, and helps where some were turned down', () => {
    const entry = entryOf(
      [
        reject('UnfulfilledRole', 1, 3),
        reject('UnfulfilledConstraint', 0, 2),
        reject('InsufficientCpus', 2, 2),
        reject('InsufficientMemory', 0, 0),
      ],
      [offer('a1', '*', 1, ['InsufficientCpus']), offer('p1', 'slave_public', 3, ['UnfulfilledRole'])],
    );
    expect(
      offerFunnel(app({}), entry, []).map(({ reason, processed, declined, remedies: help }) => [reason, processed, declined, help]),
    ).toEqual([
      ['UnfulfilledRole', 3, 1, [{ kind: 'accept-role', roles: ['slave_public'] }]],
      ['UnfulfilledConstraint', 2, 0, []],
      [
        'InsufficientCpus',
        2,
        2,
        [
          { kind: 'lower', resource: 'cpus', to: 1, host: 'a1' },
          { kind: 'add-agent', resource: 'cpus', needed: 4 },
        ],
      ],
    ]);
  });

  it('only asks for another agent when none has anything left', () => {
    const entry = entryOf([reject('InsufficientCpus', 1, 1)], [offer('a1', '*', 0, ['InsufficientCpus'])]);
    expect(remedies({}, entry)).toEqual([{ kind: 'add-agent', resource: 'cpus', needed: 4 }]);
  });

  it('finds the constraint that keeps offers away', () => {
    const attributes = [{ name: 'rack', text: 'r2' }];
    const entry = entryOf(
      [reject('UnfulfilledRole', 1, 3), reject('UnfulfilledConstraint', 2, 2)],
      [
        offer('a1', '*', 8, ['UnfulfilledConstraint'], attributes),
        offer('a2', '*', 8, ['UnfulfilledConstraint'], attributes),
        offer('p1', 'other', 8, ['UnfulfilledConstraint', 'UnfulfilledRole'], attributes),
      ],
    );
    expect(
      remedies(
        {
          constraints: [
            ['hostname', 'UNIQUE'],
            ['rack', 'LIKE', 'r[13]'],
          ],
        },
        entry,
        ['a1'],
      ),
    ).toEqual([
      { kind: 'accept-role', roles: ['other'] },
      { kind: 'loosen-constraint', constraint: 'hostname:UNIQUE', offers: 1 },
      { kind: 'loosen-constraint', constraint: 'rack:LIKE:r[13]', offers: 2 },
    ]);
    expect(remedies({ constraints: [['rack', 'GROUP_BY']] }, entry)).toContainEqual({ kind: 'review-constraints' });
  });

  it('names the fixed ports that are taken', () => {
    const entry = entryOf([reject('InsufficientPorts', 1, 1)], [offer('a1', '*', 8, ['InsufficientPorts'])]);
    expect(remedies({ requirePorts: true, portDefinitions: [{ port: 8080 }, { port: 0 }] }, entry)).toEqual([
      { kind: 'any-port', ports: [8080] },
    ]);
    expect(remedies({ portDefinitions: [{ port: 10001 }] }, entry)).toEqual([{ kind: 'any-port', ports: [] }]);
  });
});

it('lists what each of the last offers had', () => {
  const entry = entryOf([], [offer('p1', 'slave_public', 3, ['UnfulfilledRole'])]);
  expect(offerFacts(entry)).toMatchObject([
    { host: 'p1', roles: ['slave_public'], cpus: 3, mem: 0, reasons: ['UnfulfilledRole'], at: Date.parse('2016-04-26T09:00:00Z') },
  ]);
});
