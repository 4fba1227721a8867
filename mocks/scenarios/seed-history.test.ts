import { expect, test } from 'vitest';
import { USAGE_SPANS, usageHistorySchema } from '../../src/api/dcos/usage-history.ts';
import { manualClock } from '../../src/cluster/kernel/clock.ts';
import { createWorld } from './create-world.ts';
import { demo } from './demo.ts';

const BEGIN = Date.UTC(2016, 3, 26, 9);

test('the charts of the demo are full from its first moment on, and go on from there', async () => {
  const clock = manualClock(BEGIN);
  const { cluster } = createWorld(demo, { clock });
  await clock.advance(10_000);
  for (const span of USAGE_SPANS) {
    const answer = await cluster.upstreams.history(new Request(`http://history/usage/${span}`));
    const { stepMs, points } = usageHistorySchema.parse(await answer.json());
    const first = points[0]?.at ?? Number.NaN;
    const last = points.at(-1)?.at ?? Number.NaN;
    expect(last).toBeGreaterThan(BEGIN);
    expect(last - first, span).toBeGreaterThan(stepMs * (points.length - 6));
    expect(points.every(({ cpus, nodes }) => cpus.allocated <= cpus.total && nodes.connected <= 2)).toBe(true);
  }
});
