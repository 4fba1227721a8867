import { expect, it } from 'vitest';
import { validateApp } from '../../../api/marathon/app.ts';
import { scheduledJobProblems } from '../../../api/chronos/job-problems.ts';
import { catalog as english } from '../../i18n/en/catalog.ts';
import { filledApp, filledJob, freeName } from './filled-document.ts';
import { packageSchema } from './package.ts';
import { packageNamed, PACKAGES } from './packages.ts';

const NONE: ReadonlySet<string> = new Set();

it.each(PACKAGES)('$name is a package that its server would take', (item) => {
  expect(packageSchema.parse(item)).toEqual(item);
  expect(english.packages[item.name].title).not.toBe('');
  if (item.kind === 'app') expect(validateApp(filledApp(item, '/', NONE))).toMatchObject({ ok: true });
  else expect(scheduledJobProblems(filledJob(item, NONE, 'Europe/Berlin'))).toEqual([]);
});

it('has each package once, and none that was not put in', () => {
  expect(new Set(PACKAGES.map(({ name }) => name)).size).toBe(PACKAGES.length);
  expect(packageNamed('redis')?.image).toBe('redis');
  expect(packageNamed('toString')).toBeUndefined();
  expect(packageNamed(null)).toBeUndefined();
});

it('fills a form with a name that is free, in the group that is looked at', () => {
  const redis = PACKAGES[0];
  expect(filledApp(redis, '/', NONE)['id']).toBe('/redis');
  expect(filledApp(redis, '/prod', new Set(['/redis']))['id']).toBe('/prod/redis');
  expect(filledApp(redis, '/', new Set(['/redis', '/redis-2']))['id']).toBe('/redis-3');
  expect(freeName('cron-demo', new Set(['cron-demo']))).toBe('cron-demo-2');
});
