import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const LOOK_EVERY_MS = 50;

/** Debian's nginx with one worker, on one processor, as a plain proxy of connections. Its module is a package of its own (`libnginx-mod-stream`). */
export async function startStreamProxy(processor: number, port: number, backendPort: number): Promise<{ stop: () => Promise<void> }> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bench-nginx-'));
  const config = `load_module /usr/lib/nginx/modules/ngx_stream_module.so;
daemon off; worker_processes 1; pid ${directory}/pid; error_log ${directory}/error.log;
events { worker_connections 8192; }
stream { server { listen 127.0.0.1:${port} backlog=1024; proxy_pass 127.0.0.1:${backendPort}; } }`;
  writeFileSync(path.join(directory, 'nginx.conf'), config);
  const child = spawn('taskset', ['-c', String(processor), 'nginx', '-c', path.join(directory, 'nginx.conf')], { stdio: 'inherit' });
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error('nginx could not start: it needs the package libnginx-mod-stream.');
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
