import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keptValue } from './kept-value.ts';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('a kept value', () => {
  it('is the usual one until another is chosen, and is found again by the next visit', () => {
    const first = keptValue('pace', ['slow', 'fast'], 'slow');
    expect(first.current()).toBe('slow');
    first.set('fast');
    expect(keptValue('pace', ['slow', 'fast'], 'slow').current()).toBe('fast');
  });

  it('forgets the choice when the usual value is chosen again', () => {
    const pace = keptValue('pace', ['slow', 'fast'], 'slow');
    pace.set('fast');
    pace.set('slow');
    expect(kept.has('pace')).toBe(false);
  });

  it('ignores what is stored when it is none of the values', () => {
    kept.set('pace', 'sideways');
    expect(keptValue('pace', ['slow', 'fast'], 'slow').current()).toBe('slow');
  });

  it('lasts as long as the page where nothing may be stored', () => {
    vi.stubGlobal('localStorage', undefined);
    const pace = keptValue('pace', ['slow', 'fast'], 'slow');
    const heard = vi.fn();
    pace.subscribe(heard);
    pace.set('fast');
    expect(pace.current()).toBe('fast');
    expect(heard).toHaveBeenCalledOnce();
  });
});
