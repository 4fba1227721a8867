import { describe, expect, it } from 'vitest';
import { appSummarySchema } from '../../../live/marathon-wire.ts';
import { appsBelow, childrenOf, sumOf } from './app-rows.ts';

const apps = [
  { id: '/redis', cpus: 1, mem: 64, instances: 2, tasksRunning: 2 },
  { id: '/prod/web', cpus: 0.5, mem: 32, instances: 3, tasksRunning: 3, labels: { tier: 'front' } },
  { id: '/prod/db/main', cpus: 2, mem: 512, instances: 1, tasksStaged: 1 },
  { id: '/production', instances: 0 },
].map((app) => appSummarySchema.parse(app));
const none = new Map<string, never>();
const names = (groupId: string, groups: string[] = []): string[] =>
  childrenOf(groupId, appsBelow(groupId, apps, none), groups).map((row) => `${row.kind} ${row.id}`);

describe('rows', () => {
  it('shows direct children, folders first, empty groups too', () => {
    expect(names('/', ['/', '/empty', '/prod', '/prod/db'])).toEqual(['group /empty', 'group /prod', 'app /redis', 'app /production']);
    expect(names('/prod', ['/prod', '/prod/db'])).toEqual(['group /prod/db', 'app /prod/web']);
  });

  it('sums a folder over all that is below it', () => {
    const [prod] = childrenOf('/', appsBelow('/', apps, none), []);
    expect(prod).toMatchObject({ id: '/prod', cpus: 3.5, mem: 608, instances: 4, tasksRunning: 3, tasksStaged: 1 });
  });

  it('sums what a whole list has', () => {
    expect(sumOf(appsBelow('/', apps, none))).toMatchObject({ cpus: 5.5, instances: 6, tasksRunning: 5, tasksStaged: 1 });
  });
});
