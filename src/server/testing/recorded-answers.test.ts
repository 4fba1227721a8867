import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readyCluster, type TestCluster } from '../../cluster/cluster.test-support.ts';
import { ACCEPTED_DIFFERENCES } from './conformance.ts';
import { parseAcceptedDifferences } from './judge-conformance.ts';
import { comparable, recordedAnswers, requestOf } from './recorded-answers.ts';

// Requests that nothing has to run for, with what the real Marathon answered: bodies with one fault each, odd requests, unknown things.
// `npm test` sends a running server these and all the others, where the recordings are; these go with the project.

const ROOT = path.resolve(import.meta.dirname, '../../..');
const accepted = parseAcceptedDifferences(readFileSync(path.join(ROOT, ACCEPTED_DIFFERENCES), 'utf8'));

/** `before`: apps that are there. `alone`: what one request made is gone before the next one. */
const SCENARIOS = [
  { scenario: 'marathon-12-invalid-ids-fields', alone: true },
  { scenario: 'marathon-13-invalid-settings', alone: true },
  { scenario: 'marathon-15-bad-requests' },
  { scenario: 'marathon-16-not-found', before: '/c16' },
];

describe.each(SCENARIOS)('$scenario', ({ scenario, before, alone }) => {
  let world: TestCluster;
  beforeAll(async () => {
    world = await readyCluster();
    if (before) await world.send(world.cluster.upstreams.marathon, 'POST', '/v2/apps', { id: before, cmd: 'sleep 1000', instances: 0 });
    await world.clock.advance(1000);
  });
  const differs = (step: string): boolean => accepted.some((each) => each.scenario === scenario && each.step === step);

  test.each(recordedAnswers(scenario).filter(({ label }) => !differs(label)))('$label', async (recorded) => {
    const response = await world.cluster.upstreams.marathon(requestOf(recorded));
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    const type = response.headers.get('content-type') ?? '';
    expect({ status: response.status, type: type.split(';')[0] }).toEqual({
      status: recorded.status,
      type: recorded.contentType.split(';')[0],
    });
    // Further keys are fine.
    expect({ body: comparable(isJson ? JSON.parse(text) : text) }).toMatchObject({ body: comparable(recorded.body) });
    await world.clock.advance(1000);
    if (!alone || response.status !== 201) return;
    const { id } = JSON.parse(text) as { id: string };
    await world.send(world.cluster.upstreams.marathon, 'DELETE', `/v2/apps${id}?force=true`);
    await world.clock.advance(1000);
  });
});
