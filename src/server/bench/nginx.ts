import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const LOOK_EVERY_MS = 20;

export interface NginxConfig {
  /** What stands before all blocks. */
  head?: string;
  /** The blocks of what it serves, which have to listen at the port. */
  blocks: string;
}

/**
 * Debian's nginx with one worker on one processor; resolves when it listens at the port of 127.0.0.1. `configure` is given a directory
 * to put files in, which goes at the stop. Throws when nginx ends before that.
 */
export async function startNginx(
  processor: number,
  port: number,
  configure: (directory: string) => NginxConfig,
): Promise<{ stop: () => Promise<void> }> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bench-nginx-'));
  // its worker is another user
  chmodSync(directory, 0o755);
  const { head = '', blocks } = configure(directory);
  const config = `${head}
daemon off; worker_processes 1; pid ${directory}/pid; error_log ${directory}/error.log;
events { worker_connections 8192; }
${blocks}`;
  writeFileSync(path.join(directory, 'nginx.conf'), config);
  const child = spawn('taskset', ['-c', String(processor), 'nginx', '-c', path.join(directory, 'nginx.conf')], { stdio: 'inherit' });
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error('nginx could not start: it needs the packages nginx and libnginx-mod-stream.');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return {
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(directory, { recursive: true });
    },
  };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const answered = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return answered;
}
