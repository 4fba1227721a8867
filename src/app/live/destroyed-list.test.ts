import { expect, it } from 'vitest';
import { type Destroyed, withDestroyed } from './destroyed-list.ts';

const destroyed = (id: string, at = 0, more: object = {}): Destroyed => ({ kind: 'app', id, at, document: { id, ...more } });

it('has the last destroyed first, and one of several with the same id', () => {
  const list = [destroyed('/a', 1), destroyed('/b', 2)].reduce<Destroyed[]>(withDestroyed, []);
  expect(withDestroyed(list, destroyed('/a', 3)).map(({ id, at }) => [id, at])).toEqual([
    ['/a', 3],
    ['/b', 2],
  ]);
});

it('keeps an app and a group of one name apart', () => {
  expect(withDestroyed([destroyed('/a')], { ...destroyed('/a'), kind: 'group' })).toHaveLength(2);
});

it('forgets the oldest, by number and by size', () => {
  const many = Array.from({ length: 60 }, (_, index) => destroyed(`/app-${index}`)).reduce<Destroyed[]>(withDestroyed, []);
  expect(many.map(({ id }) => id).slice(0, 2)).toEqual(['/app-59', '/app-58']);
  expect(many).toHaveLength(50);
  const long = { cmd: 'x'.repeat(300_000) };
  expect(withDestroyed([destroyed('/old', 0, long)], destroyed('/new', 1, long)).map(({ id }) => id)).toEqual(['/new']);
});
