import { expect, it } from 'vitest';
import { rollbackEffect } from './rollback-effect.ts';

const V1 = '2016-04-26T09:00:00.000Z';
const V2 = '2016-04-26T10:00:00.000Z';
const web = { id: '/web', cmd: 'sleep 1', instances: 2, env: { A: '1' }, version: V1 };

it('destroys what was created and creates what was destroyed', () => {
  expect(rollbackEffect(undefined, web)).toEqual({ kind: 'destroyed' });
  expect(rollbackEffect(web, undefined)).toEqual({ kind: 'restored' });
  // Marathon forgets the versions of an app that is gone.
  expect(rollbackEffect(undefined, undefined)).toEqual({ kind: 'restored' });
});

it('scales back, or brings the former definition back', () => {
  expect(rollbackEffect(web, { ...web, instances: 5, version: V2 })).toEqual({ kind: 'scaled', from: 5, to: 2 });
  expect(rollbackEffect(web, { ...web, cmd: 'sleep 2', env: { A: '2' }, version: V2 })).toEqual({ kind: 'reverted', keys: ['cmd', 'env'] });
  expect(rollbackEffect(web, { ...web, version: V2 })).toEqual({ kind: 'restarted' });
});
