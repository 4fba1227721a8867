import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPinned } from './pinned.ts';

/** The one that is measured has a processor of its own; the upstream and the clients share the other. */
export const PROXY_PROCESSOR = 0;
export const OTHER_PROCESSOR = 1;

export interface Proxy {
  name: string;
  /** What stands before the upstream's paths. */
  at: string;
  stop: () => Promise<void>;
}

const SERVER = path.join(import.meta.dirname, '../main.ts');
const BARE = path.join(import.meta.dirname, 'bare-proxy.ts');
const LOOK_EVERY_MS = 20;

/** Our server in front of what is said by `parts` (`--mesos URL`), without a login. */
export async function startRouter(parts: readonly string[], mount: string): Promise<Proxy> {
  const command = [process.execPath, SERVER, '--port', '0', '--no-auth', '--no-open', '--ephemeral', ...parts];
  const { said, stop } = await startPinned(PROXY_PROCESSOR, command, /^ready (http:\/\/\S+?)\/$/);
  return { name: 'adminRouter', at: `http://127.0.0.1:${new URL(said[1] ?? '').port}${mount}`, stop };
}

/** Two pipes in a process of Node (see bare-proxy.ts). */
export async function startBareProxy(upstream: URL): Promise<Proxy> {
  const { said, stop } = await startPinned(PROXY_PROCESSOR, [process.execPath, BARE, upstream.href], /^ready (http:\/\/\S+?)\/$/);
  return { name: 'two pipes in Node', at: said[1] ?? '', stop };
}

interface NginxOptions {
  /** The body of a server block, whose `up` is the upstream. It is told the directory where `body` is a file. */
  server: (directory: string) => string;
  body?: string;
  upstream?: string;
}

/** Debian's nginx with one worker. */
async function startNginx(
  processor: number,
  port: number,
  { server, body = '', upstream = '127.0.0.1:1' }: NginxOptions,
): Promise<{ stop: () => Promise<void> }> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bench-nginx-'));
  chmodSync(directory, 0o755);
  writeFileSync(path.join(directory, 'body'), body);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${directory}/${kind};`);
  const config = `daemon off; worker_processes 1; pid ${directory}/pid; error_log ${directory}/error.log;
events { worker_connections 8192; }
http {
  access_log off; keepalive_requests 10000000; ${temporary.join(' ')}
  upstream up { server ${upstream}; keepalive 64; }
  server { listen 127.0.0.1:${port}; ${server(directory)} }
}`;
  writeFileSync(path.join(directory, 'nginx.conf'), config);
  const child = spawn('taskset', ['-c', String(processor), 'nginx', '-c', path.join(directory, 'nginx.conf')], { stdio: 'inherit' });
  await listening(port);
  return {
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(directory, { recursive: true });
    },
  };
}

/** nginx as a plain proxy. */
export async function startPlainProxy(upstream: URL, port: number, mount: string): Promise<Proxy> {
  const server = () =>
    `location ${mount}/ { proxy_pass http://up/; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_buffering off; }`;
  return {
    name: 'nginx',
    at: `http://127.0.0.1:${port}${mount}`,
    ...(await startNginx(PROXY_PROCESSOR, port, { server, upstream: upstream.host })),
  };
}

/** An upstream that costs next to nothing: nginx answers every path with the same file of so many bytes. */
export function startQuickUpstream(port: number, bytes: number): Promise<{ stop: () => Promise<void> }> {
  const server = (directory: string): string => `location / { default_type text/plain; root ${directory}; try_files /body =404; }`;
  return startNginx(OTHER_PROCESSOR, port, { server, body: 'x'.repeat(bytes) });
}

async function listening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const answered = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)]).catch(
      () => false,
    );
    socket.destroy();
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
