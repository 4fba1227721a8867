import { expect, it } from 'vitest';
import { readDraft, writeDraft } from './draft-store.ts';

/** A browser's storage in memory. */
function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

const at = (minute: number): string => `2016-04-26T09:${String(minute).padStart(2, '0')}:00.000Z`;

it('gives back what was kept, until it is taken away', () => {
  const storage = memoryStorage();
  writeDraft('create:/', { text: '{"id": ', savedAt: at(1) }, storage);
  expect(readDraft('create:/', storage)).toEqual({ text: '{"id": ', savedAt: at(1) });
  expect(readDraft('edit:/a', storage)).toBeUndefined();
  writeDraft('create:/', undefined, storage);
  expect(readDraft('create:/', storage)).toBeUndefined();
});

it('keeps the twenty latest, and leaves what is not its own alone', () => {
  const storage = memoryStorage();
  storage.setItem('theme', 'dark');
  for (let minute = 1; minute <= 25; minute += 1) writeDraft(`edit:/${minute}`, { text: '{}', savedAt: at(minute) }, storage);
  expect(storage.length).toBe(21);
  expect(readDraft('edit:/5', storage)).toBeUndefined();
  expect(readDraft('edit:/6', storage)).toBeDefined();
  expect(storage.getItem('theme')).toBe('dark');
});

it('takes neither nonsense nor a full storage for a failure', () => {
  const storage = memoryStorage();
  storage.setItem('draft:a', 'not JSON');
  expect(readDraft('a', storage)).toBeUndefined();
  const full: Storage = memoryStorage();
  full.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  expect(() => writeDraft('a', { text: '', savedAt: at(1) }, full)).not.toThrow();
});
