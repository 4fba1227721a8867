import { beforeEach, expect, it } from 'vitest';
import { chosenScenario, keepSnapshot, keptSnapshot } from './kept-world.ts';
import { scenarioNamed } from './scenarios/scenarios.ts';

/** A Storage of one tab that takes values up to `room` characters. */
function tabStorage(room = Infinity): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    clear: () => values.clear(),
    getItem: (key) => values.get(key) ?? null,
    key: (index) => [...values.keys()][index] ?? null,
    removeItem: (key) => void values.delete(key),
    setItem: (key, value) => {
      if (value.length > room) throw new Error('QuotaExceededError');
      values.set(key, value);
    },
  };
}

let storage: Storage;
beforeEach(() => {
  storage = tabStorage();
});

it('stays in the world that was asked for when links drop the query', () => {
  expect(chosenScenario('?scenario=demo', storage).name).toBe('demo');
  expect(chosenScenario('?q=redis', storage).name).toBe('demo');
  expect(chosenScenario('?scenario=small', storage).name).toBe('small');
  expect(chosenScenario('', tabStorage()).name).toBe('small');
});

it('gives each world back its own memory', () => {
  const demo = scenarioNamed('demo');
  keepSnapshot(demo, [['apps', [['/redis', { id: '/redis' }]]]], storage);
  expect(keptSnapshot(demo, storage)).toEqual([['apps', [['/redis', { id: '/redis' }]]]]);
  expect(keptSnapshot(scenarioNamed('small'), storage)).toBeUndefined();
});

it('starts anew when the memory outgrew the storage or cannot be read', () => {
  const demo = scenarioNamed('demo');
  const narrow = tabStorage(20);
  keepSnapshot(demo, [], narrow);
  keepSnapshot(demo, [['apps', [['/redis', 'x'.repeat(50)]]]], narrow);
  expect(keptSnapshot(demo, narrow)).toBeUndefined();
  storage.setItem('mocks.world.demo', '{broken');
  expect(keptSnapshot(demo, storage)).toBeUndefined();
});
