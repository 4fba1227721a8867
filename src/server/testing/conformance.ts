import { spawn } from 'node:child_process';
import path from 'node:path';
import { startLocalServer } from './local-server.ts';

/**
 * Compares the running product with what the real servers answered (the recordings and their driver are not part of the
 * product), and shows how many steps agree. It informs: what differs is in docs/differences.md.
 */
export async function runConformance(directory: string, root: string, env: Record<string, string>): Promise<void> {
  console.log('\n── conformance with the recorded servers (for information)');
  const server = await startLocalServer(root, ['--no-auth'], env);
  try {
    const at = (prefix: string): string => `${server.origin()}${prefix}`;
    const args = [
      'run.mjs',
      '--mesos',
      at('/mesos'),
      '--agent',
      at('/agent/{id}'),
      '--marathon',
      at('/service/marathon'),
      '--against',
      'recordings',
    ];
    await new Promise<void>((resolve) => {
      const child = spawn(process.execPath, args, { cwd: path.resolve(directory), stdio: ['ignore', 'inherit', 'inherit'] });
      child.on('exit', () => resolve());
    });
  } finally {
    await server.dispose();
  }
}
