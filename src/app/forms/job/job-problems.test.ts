import { expect, it } from 'vitest';
import { jobForm } from '../../i18n/en/job-form.ts';
import { type JobRules, jobProblems } from './job-problems.ts';

const rules: JobRules = {
  words: jobForm.problems,
  parentsOf: new Map([
    ['a', []],
    ['b', ['a']],
    ['c', ['b']],
  ]),
};
const schedule = 'R/2026-01-01T00:00:00Z/P1D';
const paths = (job: Record<string, unknown>, more: Partial<JobRules> = {}) =>
  jobProblems({ command: 'x', ...job }, { ...rules, ...more }).map(({ path }) => path);

it('finds nothing wrong in jobs that Chronos takes', () => {
  expect(paths({ name: 'd', command: 'x', schedule })).toEqual([]);
  expect(paths({ name: 'd', command: 'x', parents: ['a', 'c'] })).toEqual([]);
});

it('tells what is wrong at its place', () => {
  expect(paths({ name: 'd e', schedule })).toEqual(['/name']);
  expect(paths({ name: 'd', schedule: 'R/2026-01-01T00:00:00Z/PT0S' })).toEqual(['/schedule']);
  expect(paths({ name: 'd', schedule, scheduleTimeZone: 'Mars/Base' })).toEqual(['/scheduleTimeZone']);
  expect(paths({ name: 'd', schedule, cpus: 'many', mem: 'much' })).toEqual(['/cpus', '/mem']);
  expect(paths({ name: 'd', schedule, mem: -1 })).toEqual(['/mem']);
  expect(paths({ name: 'd', schedule, container: { image: 'a', volumes: [{ containerPath: '/a', mode: 'X' }] } })).toEqual([
    '/container/volumes(0)/mode',
  ]);
  expect(paths({ name: 'd', parents: [] })).toEqual(['/parents']);
});

it('knows the other jobs', () => {
  expect(paths({ name: 'a', schedule })).toEqual(['/name']);
  expect(paths({ name: 'a', schedule }, { own: 'a' })).toEqual([]);
  expect(paths({ name: 'x', schedule }, { own: 'a' })).toEqual(['/name']);
  expect(paths({ name: 'd', parents: ['gone'] })).toEqual(['/parents']);
  expect(jobProblems({ name: 'a', command: 'x', parents: ['c'] }, { ...rules, own: 'a' })).toEqual([
    { path: '/parents', message: jobForm.problems.circle('a → c → b → a') },
  ]);
});

it('tells several at once', () => {
  expect(paths({ name: 'a', schedule: 'daily', mem: -1, cpus: 'many' })).toEqual(['/cpus', '/mem', '/schedule', '/name']);
});

it('finds what is empty and must not be, in the cell where it stands', () => {
  const rows = {
    environmentVariables: [
      { name: 'A', value: '' },
      { name: ' ', value: 'x' },
    ],
    fetch: [{ uri: '' }],
    container: { image: 'a', volumes: [{ containerPath: '', mode: 'RW' }], parameters: [{ key: '', value: '' }] },
    constraints: [
      ['', 'EQUALS', ''],
      ['rack', 'LIKE', '('],
    ],
  };
  expect(paths({ name: 'd', schedule, ...rows })).toEqual([
    '/constraints(1)(2)',
    '/environmentVariables(1)/name',
    '/fetch(0)/uri',
    '/container/volumes(0)/containerPath',
    '/container/parameters(0)/key',
    '/constraints(0)(0)',
  ]);
  expect(paths({ name: 'd', schedule, uris: ['a', ''] })).toEqual(['/uris(1)']);
});

it('wants a command, or an image that has one', () => {
  expect(paths({ name: 'd', schedule, command: ' ' })).toEqual(['/command']);
  expect(paths({ name: 'd', schedule, command: '', container: { image: 'redis' } })).toEqual([]);
});
