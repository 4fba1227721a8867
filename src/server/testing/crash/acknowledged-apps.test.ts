import { expect, test } from 'vitest';
import { createAcknowledgedApps } from './acknowledged-apps.ts';

const TWO = { instances: 2, mark: 'a' };
const THREE = { instances: 3, mark: 'a' };

test('what was acknowledged has to be there, with the versions that were read', () => {
  const apps = createAcknowledgedApps();
  apps.asked('/a', TWO, 'acknowledged');
  apps.read('/a', ['v1']);
  expect(apps.compare('/a', { ...TWO, versions: ['v1'] })).toEqual([]);
  expect(apps.compare('/a', { ...TWO, versions: [] })).toEqual(['/a has lost its versions v1']);
  expect(apps.compare('/a', undefined)).toEqual(['/a is nothing where 2 of a was acknowledged', '/a has lost its versions v1']);
});

test('a refused request changes nothing', () => {
  const apps = createAcknowledgedApps();
  apps.asked('/a', TWO, 'acknowledged');
  apps.asked('/a', THREE, 'refused');
  expect(apps.compare('/a', { ...THREE, versions: [] })).toEqual(['/a is 3 of a where 2 of a was acknowledged']);
});

test('a request without an answer may be done or not, but what came of it stays', () => {
  const apps = createAcknowledgedApps();
  apps.asked('/a', TWO, 'acknowledged');
  apps.asked('/a', THREE, 'lost');
  expect(apps.current('/a')).toBeUndefined();
  expect(apps.compare('/a', { ...THREE, versions: [] })).toEqual([]);
  expect(apps.current('/a')).toEqual(THREE);
  expect(apps.compare('/a', { ...TWO, versions: [] })).toHaveLength(1);
});

test('an app that was removed has to be gone', () => {
  const apps = createAcknowledgedApps();
  apps.asked('/a', TWO, 'acknowledged');
  apps.read('/a', ['v1']);
  apps.asked('/a', undefined, 'acknowledged');
  expect(apps.compare('/a', undefined)).toEqual([]);
  expect(apps.compare('/a', { ...TWO, versions: ['v1'] })).toEqual(['/a is 2 of a where nothing was acknowledged']);
});
