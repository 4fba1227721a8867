import { expect, it } from 'vitest';
import { appSummarySchema } from '../../../live/marathon-wire.ts';
import { appsBelow } from './app-rows.ts';
import { readAppText } from './app-text.ts';

const app = (id: string, more: object = {}) => appSummarySchema.parse({ id, instances: 1, tasksRunning: 1, cpus: 0.5, mem: 256, ...more });
const rows = appsBelow(
  '/',
  [
    app('/prod/web', { labels: { owner: 'shop' }, healthChecks: [{}], tasksHealthy: 1, version: '2026-01-01T00:00:00.000Z' }),
    app('/redis', { container: { docker: { image: 'redis:7' }, portMappings: [{ containerPort: 6379 }] }, mem: 2048 }),
    app('/db', { container: { volumes: [{ containerPath: 'data' }] }, instances: 0, tasksRunning: 0 }),
  ],
  new Map(),
);
const NOW = Date.parse('2026-01-01T01:00:00.000Z');

it('leaves words to the loose search, quoted ones too', () => {
  expect(readAppText('red "my app"', rows, () => NOW)).toEqual({ words: 'red my app', test: undefined, problems: [] });
});

it.each([
  ['is:suspended', ['/db']],
  ['health:healthy', ['/prod/web']],
  ['owner:shop', ['/prod/web']],
  ['group:prod', ['/prod/web']],
  ['image:redis port:6379', ['/redis']],
  ['mem>1g', ['/redis']],
  ['has:volumes', ['/db']],
  ['-has:volumes -web', ['/redis']],
  ['age>30m', ['/prod/web']],
])('asks %s of apps', (text, ids) => {
  const { words, test, problems } = readAppText(text, rows, () => NOW);
  expect({ words, problems, ids: rows.filter((row) => test?.(row)).map(({ id }) => id) }).toEqual({ words: '', problems: [], ids });
});

it('says what cannot be asked', () => {
  expect(readAppText('is:sleeping "x', rows, () => NOW).problems.map(({ kind }) => kind)).toEqual(['unclosed-quote', 'bad-value']);
});
