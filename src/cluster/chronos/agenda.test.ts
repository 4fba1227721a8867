import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAgenda } from './agenda.ts';

it('knows what is due next, as a list that is sorted each time would', () => {
  const times = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), times)), fc.integer({ min: 0, max: 20 }), (changes, now) => {
      const agenda = createAgenda();
      const known = new Map<string, number>();
      for (const [name, at] of changes) {
        agenda.set(name, at);
        if (at === undefined) known.delete(name);
        else known.set(name, at);
        expect(agenda.next()).toBe(Math.min(Infinity, ...known.values()));
      }
      const due = agenda.due(now);
      expect(due.map(({ at }) => at)).toEqual(due.map(({ at }) => at).toSorted((a, b) => a - b));
      expect(new Map(due.map(({ name, at }) => [name, at]))).toEqual(new Map([...known].filter(([, at]) => at <= now)));
      expect(agenda.next()).toBe(Math.min(Infinity, ...known.values()));
    }),
  );
});
