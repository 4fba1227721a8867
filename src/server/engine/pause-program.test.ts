import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pauseProgram } from './pause-program.ts';

const OURS = { x64: 'amd64', arm64: 'arm64' }[process.arch as string];

it.runIf(process.platform === 'linux' && OURS !== undefined)(
  'runs on this machine until it is ended, without the use of anything',
  async () => {
    const directory = await mkdtemp(join(tmpdir(), 'pause-'));
    const file = join(directory, 'pause');
    await writeFile(file, pauseProgram(OURS ?? '') ?? '', { mode: 0o755 });
    const child = spawn(file);
    await once(child, 'spawn');
    // a fault in it would have ended it by SIGILL or SIGSEGV, sooner than this signal comes
    child.kill('SIGCONT');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM']);
    await rm(directory, { recursive: true });
  },
);

it('is small, and not there for an architecture that is not known', () => {
  expect(pauseProgram('amd64')?.length).toBeLessThan(200);
  expect(pauseProgram('arm64')?.length).toBeLessThan(200);
  expect(pauseProgram('riscv64')).toBeUndefined();
});
