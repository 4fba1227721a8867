import { describe, expect, it } from 'vitest';
import { limits } from '../../kernel/limits.ts';
import { COLLECTIONS } from '../state.ts';
import { testApp, testWorld } from '../test-world.test-support.ts';
import { withoutGroup } from '../http/group-change.ts';

const idsIn = (group: { apps: { id: string; mem: number }[] } | undefined): string[] | undefined =>
  group?.apps.map(({ id, mem }) => `${id} ${mem}`);

describe('the history of groups', () => {
  it('knows what a group held, also after a crash and after the group is gone', async () => {
    const world = testWorld();
    world.put(testApp('/g/a'));
    const first = world.marathon.core.root().groups[0]?.version ?? '';
    await world.settle();
    world.change('/g/a', { mem: 20 });
    world.put(testApp('/g/sub/b'));
    world.put(testApp('/other'));
    await world.settle();
    const ask = () => {
      const { groupHistory } = world.marathon;
      return [groupHistory.groupVersions('/g').length, groupHistory.groupVersions('/'), idsIn(groupHistory.groupAt('/g', first))];
    };
    const known = ask();
    expect(known[0]).toBe(3);
    expect(known[2]).toEqual(['/g/a 16']);
    world.restart();
    await world.settle();
    expect(ask()).toEqual(known);
    world.marathon.core.update((root) => withoutGroup(root, '/g'), { force: true });
    await world.settle();
    expect(idsIn(world.marathon.groupHistory.groupAt('/g', first))).toEqual(['/g/a 16']);
    expect(world.marathon.groupHistory.groupAt('/other', first)).toBeUndefined();
    expect(world.marathon.groupHistory.groupVersions('/no-such')).toEqual([]);
  });

  it('answers for a version of the root group, as Marathon does', async () => {
    const world = testWorld();
    world.put(testApp('/g/a'));
    const { version } = world.put(testApp('/other'));
    await world.settle();
    expect(idsIn(world.marathon.groupHistory.groupAt('/g', version))).toEqual(['/g/a 16']);
  });

  it('keeps so many versions, and of what is forgotten nothing stays stored', async () => {
    const world = testWorld();
    world.put(testApp('/old/a', { instances: 0 }));
    await world.settle();
    world.remove('/old/a');
    world.marathon.core.update((root) => withoutGroup(root, '/old'), { force: true });
    for (let mem = 1; mem <= limits.versionsPerGroup + 5; mem++) {
      world.put(testApp('/g/a', { mem, instances: 0 }), true);
      await world.settle();
    }
    const stored = world.kernel.store.list<{ id: string }>(COLLECTIONS.groupVersions).map(([, { id }]) => id);
    expect(world.marathon.groupHistory.groupVersions('/g')).toHaveLength(limits.versionsPerGroup);
    expect(stored.filter((id) => id === '/')).toHaveLength(limits.versionsPerGroup);
    expect(stored.filter((id) => id.startsWith('/old'))).toEqual([]);
  });
});
