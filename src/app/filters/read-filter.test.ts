import { describe, expect, it } from 'vitest';
import { readAmount, readTimeSpan } from './amounts.ts';
import { completeFilter } from './complete-filter.ts';
import type { FilterFields } from './filter-fields.ts';
import { readFilter } from './read-filter.ts';

interface Row {
  name: string;
  status: string;
  hosts: string[];
  ports: number[];
  mem: number;
  cpu: number;
  startedAt: number | undefined;
  labels: Record<string, string>;
}

const fields: FilterFields<Row> = {
  text: ({ name }) => name,
  keys: {
    is: { kind: 'choice', choices: ['running', 'waiting'], of: ({ status }) => status },
    host: { kind: 'text', of: ({ hosts }) => hosts },
    port: { kind: 'amount', unit: 'count', of: ({ ports }) => ports },
    mem: { kind: 'amount', unit: 'megabytes', of: ({ mem }) => mem },
    cpu: { kind: 'amount', unit: 'percent', of: ({ cpu }) => cpu },
    age: { kind: 'age', of: ({ startedAt }) => startedAt },
    label: { kind: 'labels', of: ({ labels }) => labels },
  },
};

const NOW = 10_000_000;
const row = (name: string, over: Partial<Row> = {}): Row => ({
  name,
  status: 'running',
  hosts: ['a1'],
  ports: [31000],
  mem: 512,
  cpu: 0.5,
  startedAt: NOW - 60_000,
  labels: {},
  ...over,
});
const rows = [
  row('Redis cache', { labels: { team: 'shop' } }),
  row('web', { status: 'waiting', hosts: ['a10', 'p1'], ports: [80, 443], mem: 4096, cpu: 0.9, labels: { Team: 'Web Shop' } }),
  row('old', { startedAt: NOW - 3_600_000, mem: 32 }),
  row('never', { startedAt: undefined, hosts: [], ports: [] }),
];

function found(text: string): string[] {
  const { test, problems } = readFilter(text, fields, rows, () => NOW);
  expect(problems).toEqual([]);
  return rows.filter((each) => test?.(each) ?? true).map(({ name }) => name);
}
const problemsOf = (text: string) => readFilter(text, fields, rows, () => NOW).problems;

describe('what a filter finds', () => {
  it.each([
    ['', ['Redis cache', 'web', 'old', 'never']],
    ['redis', ['Redis cache']],
    ['"redis c"', ['Redis cache']],
    ['cache redis', ['Redis cache']],
    ['is:WAITING', ['web']],
    ['is:waiting,running old', ['old']],
    ['-is:running', ['web']],
    ['not is:running', ['web']],
    ['host:a1', ['Redis cache', 'web', 'old']],
    ['host=a1', ['Redis cache', 'old']],
    ['host:p', ['web']],
    ['-host:a', ['never']],
    ['port:443', ['web']],
    ['port>80', ['Redis cache', 'web', 'old']],
    ['mem>=512', ['Redis cache', 'web', 'never']],
    ['mem>1g', ['web']],
    ['cpu>80%', ['web']],
    ['age>5m', ['old']],
    ['age<5m', ['Redis cache', 'web']],
    ['label:team', ['Redis cache', 'web']],
    ['label:team=shop', ['Redis cache']],
    ['label:team="web shop"', ['web']],
    ['team:shop', ['Redis cache', 'web']],
    ['team=shop', ['Redis cache']],
    ['-redis -web is:running', ['old', 'never']],
  ])('%s', (text, names) => {
    expect(found(text)).toEqual(names);
  });
});

describe('what a filter cannot ask', () => {
  it.each([
    ['size:2', { kind: 'unknown-key', key: 'size', span: { from: 0, to: 4 }, possible: Object.keys(fields.keys) }],
    ['a is:runing', { kind: 'bad-value', key: 'is', value: 'runing', span: { from: 5, to: 11 }, possible: ['running', 'waiting'] }],
    ['is:', { kind: 'missing-value', key: 'is', span: { from: 0, to: 3 }, possible: ['running', 'waiting'] }],
    ['age>soon', { kind: 'bad-value', key: 'age', value: 'soon', span: { from: 4, to: 8 }, possible: ['5m', '1h', '1d'] }],
    ['host>a1', { kind: 'bad-comparison', key: 'host', span: { from: 0, to: 7 }, possible: [':', '='] }],
    ['"a', { kind: 'unclosed-quote', span: { from: 0, to: 2 } }],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('is left out, and the rest still asked', () => {
    const { test } = readFilter('size:2 web', fields, rows, () => NOW);
    expect(rows.filter((each) => test?.(each)).map(({ name }) => name)).toEqual(['web']);
  });
});

describe('completion', () => {
  const complete = (text: string, caret = text.length) => completeFilter(text, caret, fields, rows);
  const offered = (text: string, caret?: number) => complete(text, caret).options.map(({ insert }) => insert);

  it('offers all keys where nothing is written, and those that begin like a word', () => {
    expect(offered('')).toEqual(['is:', 'host:', 'port:', 'mem>', 'cpu>', 'age>', 'label:']);
    expect(offered('redis ho')).toEqual(['host:']);
  });
  it('offers choices for a word that one begins with', () => {
    expect(offered('wai')).toEqual(['is:waiting']);
    expect(complete('x wai')).toMatchObject({ from: 2, to: 5 });
  });
  it('offers values of a key: fixed ones, those of the rows with the most frequent first, and examples', () => {
    expect(offered('is:')).toEqual(['running', 'waiting']);
    expect(complete('host:').options).toEqual([
      { insert: 'a1', kind: 'value', count: 2 },
      { insert: 'a10', kind: 'value', count: 1 },
      { insert: 'p1', kind: 'value', count: 1 },
    ]);
    expect(offered('label:web')).toEqual(['"Team=Web Shop"']);
    expect(offered('age>')).toEqual(['5m', '1h', '1d']);
  });
  it('does not offer again what is written already, and keeps the values before', () => {
    expect(complete('is:running,')).toEqual({ from: 11, to: 11, options: [{ insert: 'waiting', kind: 'value' }] });
    expect(offered('is:running')).toEqual([]);
  });
  it('completes at the caret, in the middle of the text', () => {
    expect(offered('is:wa host:a1', 5)).toEqual(['waiting']);
  });
  it('has nothing for quoted words and unknown keys', () => {
    expect(offered('"is')).toEqual([]);
    expect(offered('size:')).toEqual([]);
  });
});

describe('amounts', () => {
  it('reads counts, sizes, shares and lengths of time', () => {
    expect(readAmount('0.5', 'count')).toBe(0.5);
    expect(readAmount('2GiB', 'megabytes')).toBe(2048);
    expect(readAmount('80', 'percent')).toBe(0.8);
    expect(readTimeSpan('1h30m')).toBe(5_400_000);
    expect(readTimeSpan('2min')).toBe(120_000);
  });
  it('refuses what is none', () => {
    expect(readAmount('2g', 'count')).toBeUndefined();
    expect(readAmount('many', 'megabytes')).toBeUndefined();
    expect(readTimeSpan('5')).toBeUndefined();
    expect(readTimeSpan('5m later')).toBeUndefined();
  });
});

describe('ten thousand rows', () => {
  it('are filtered well within one frame once their texts are known', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => row(`service-${index}`, { labels: { team: `t${index % 20}` } }));
    const filter = (text: string): number => many.filter(readFilter(text, fields, many, () => NOW).test ?? Boolean).length;
    filter('service');
    const started = performance.now();
    expect(filter('service-99 -is:waiting label:team=t9 mem<1g')).toBeGreaterThan(0);
    // a budget with a wide margin for a busy machine; usually a few milliseconds
    expect(performance.now() - started).toBeLessThan(200);
  });
});
