import { expect, it } from 'vitest';
import { noteWrite, ownWrites } from './own-writes.ts';

const latest = () => ownWrites.current()[0];

it('notes what was changed by what its body names, and nothing else of the body', () => {
  noteWrite(
    { method: 'POST', path: '/service/marathon/v2/apps?force=false', body: { id: '/redis', env: { PASSWORD: 'secret' } } },
    undefined,
  );
  expect(latest()).toMatchObject({ method: 'POST', path: '/service/marathon/v2/apps?force=false', subject: '/redis', refusal: undefined });
  expect(JSON.stringify(latest())).not.toContain('secret');
});

it('keeps the reason of a refusal', () => {
  noteWrite({ method: 'DELETE', path: '/service/chronos/v1/scheduler/job/nightly', body: undefined }, 'There is no such job.');
  expect(latest()).toMatchObject({ subject: undefined, refusal: 'There is no such job.' });
});

it.each([
  ['a reading', { method: 'GET', path: '/mesos/state', body: undefined }],
  ['a question of the operator API', { method: 'POST', path: '/mesos/api/v1', body: { type: 'GET_AGENTS' } }],
  ['a rehearsal', { method: 'PUT', path: '/service/marathon/v2/groups?dryRun=true', body: { id: '/' } }],
])('does not count %s', (_, request) => {
  const before = ownWrites.current();
  noteWrite(request, undefined);
  expect(ownWrites.current()).toBe(before);
});

it('forgets the oldest', () => {
  for (let index = 0; index < 300; index++) noteWrite({ method: 'PUT', path: `/x/${index}`, body: undefined }, undefined);
  expect(ownWrites.current()).toHaveLength(200);
  expect(latest()?.path).toBe('/x/299');
});
