import { describe, expect, it } from 'vitest';
import { findProgram } from './find-program.ts';
import { hasApt, installCommand, installedVersion, missingPackages } from './packages.ts';

describe.runIf(hasApt())('packages of Debian', () => {
  it('are known by name, and those that are missing are listed in order', async () => {
    expect(await installedVersion('apt')).toMatch(/^\d/);
    expect(await missingPackages(['no-such-package-b', 'apt', 'no-such-package-a'])).toEqual(['no-such-package-b', 'no-such-package-a']);
  });
});

it('the command that installs them is one to copy', () => {
  expect(installCommand(['docker.io', 'iptables'])).toMatch(/^(sudo )?apt-get install -y docker\.io iptables$/);
});

it('programs are found as a shell finds them', async () => {
  expect(await findProgram('sh')).toMatch(/^\/.*\/sh$/);
  expect(await findProgram('no-such-program')).toBeUndefined();
});
