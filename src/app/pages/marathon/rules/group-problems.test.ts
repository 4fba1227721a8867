import { expect, it } from 'vitest';
import { DC_OS_SETTINGS } from '../../../live/server-settings.ts';
import { applicationForm } from '../../../i18n/en/application-form.ts';
import { groups } from '../../../i18n/en/groups.ts';
import { groupProblems } from './group-problems.ts';

const rules = {
  id: '/shop',
  known: new Set(['/', '/shop', '/redis']),
  app: { words: applicationForm.problems, server: DC_OS_SETTINGS },
  words: groups,
};
const problems = (document: Record<string, unknown>): string[] =>
  groupProblems(document, rules).map(({ path, message }) => `${path} ${message}`);

it('has nothing against a group that is right', () => {
  const web = { id: 'web', cmd: 'sleep 1', cpus: 0.1, mem: 32 };
  expect(
    problems({
      id: '/shop',
      dependencies: ['/redis', 'jobs/mailer'],
      apps: [web],
      groups: [{ id: 'jobs', apps: [{ ...web, id: 'mailer' }] }],
    }),
  ).toEqual([]);
  expect(problems({})).toEqual([]);
});

it('leads to the wrong place of an app, however deep', () => {
  const document = { apps: [{ id: 'web', cmd: 'x' }], groups: [{ id: 'jobs', apps: [{ id: 'a', cmd: 'x', cpus: 'many' }] }] };
  expect(problems(document).join('\n')).toMatch(/^\/groups\(0\)\/apps\(0\)\/cpus .+number/i);
  expect(problems({ groups: [{ id: 'jobs', apps: [{ id: 'a' }] }] }).join('\n')).toMatch(/^\/groups\(0\)\/apps\(0\) /);
});

it('keeps the id, and names what is depended on but not there', () => {
  expect(problems({ id: '/store' })).toEqual(['/id The ID stays /shop.']);
  expect(problems({ dependencies: ['/redis', '/nothing'] })).toEqual(['/dependencies(1) There is no group or application /nothing.']);
  expect(groupProblems({ dependencies: ['/nothing'] }, { ...rules, known: undefined })).toEqual([]);
});
