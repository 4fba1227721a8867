import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startNginx } from './nginx.ts';
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

interface WebServer {
  /** The body of a server block, whose `up` is the upstream. */
  server: string;
  upstream?: string;
}

/** The blocks of a web server whose files are all in the directory. */
function webServer(directory: string, port: number, { server, upstream = '127.0.0.1:1' }: WebServer): { blocks: string } {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${directory}/${kind};`);
  return {
    blocks: `http {
  access_log off; keepalive_requests 10000000; ${temporary.join(' ')}
  upstream up { server ${upstream}; keepalive 64; }
  server { listen 127.0.0.1:${port}; ${server} }
}`,
  };
}

/** nginx as a plain proxy. */
export async function startPlainProxy(upstream: URL, port: number, mount: string): Promise<Proxy> {
  const server = `location ${mount}/ { proxy_pass http://up/; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_buffering off; }`;
  return {
    name: 'nginx',
    at: `http://127.0.0.1:${port}${mount}`,
    ...(await startNginx(PROXY_PROCESSOR, port, (directory) => webServer(directory, port, { server, upstream: upstream.host }))),
  };
}

/** An upstream that costs next to nothing: nginx answers every path with the same file of so many bytes. */
export const startQuickUpstream = (port: number, bytes: number): Promise<{ stop: () => Promise<void> }> =>
  startNginx(OTHER_PROCESSOR, port, (directory) => {
    writeFileSync(path.join(directory, 'body'), 'x'.repeat(bytes));
    return webServer(directory, port, { server: `location / { default_type text/plain; root ${directory}; try_files /body =404; }` });
  });
