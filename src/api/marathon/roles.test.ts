import { expect, test } from 'vitest';
import { validateApp } from './app.ts';
import { groupRole, roleRule } from './roles.ts';

test('the role of a group is the name of the top-level group', () => {
  expect(['/dev/a', '/dev/team/b', '/a', '/'].map(groupRole)).toEqual(['dev', 'dev', undefined, undefined]);
});

const enforced = { role: 'slave_public', enforcesRole: (group: string) => group === 'dev' };

test.each([
  ['/a', {}, 'slave_public', ['slave_public']],
  ['/dev/a', {}, 'slave_public', ['slave_public', 'dev']],
  ['/dev/a', enforced, 'dev', ['dev']],
  ['/dev/team/a', enforced, 'dev', ['dev']],
  ['/other/a', enforced, 'slave_public', ['slave_public', 'other']],
  ['/dev/a', { ...enforced, currentRole: () => 'slave_public' }, 'dev', ['dev', 'slave_public']],
])('%s under %o gets %s and may have %o', (id, settings, byDefault, allowed) => {
  expect(roleRule(id, { role: 'slave_public', ...settings })).toEqual({ byDefault, allowed });
});

test('an app in a group that insists gets its role, and no other is taken', () => {
  const app = (id: string, role?: string) => validateApp({ id, cmd: 'sleep 1', ...(role && { role }) }, enforced);
  const roleOf = (checked: ReturnType<typeof app>): string | undefined => (checked.ok ? checked.app.role : checked.error.details[0]?.path);
  expect([app('/dev/a'), app('/dev/a', 'dev'), app('/dev/a', 'slave_public'), app('/x/a', 'dev')].map(roleOf)).toEqual([
    'dev',
    'dev',
    '/role',
    '/role',
  ]);
});
