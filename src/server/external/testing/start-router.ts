import { silentLog } from '../../../cluster/kernel/log.ts';
import { parseOptions } from '../../cli/options.ts';
import { startExternalServer } from '../../external-server.ts';

export interface StartedRouter {
  port: number;
  /** Asks it; redirects are not followed. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  stop(): Promise<void>;
}

/** The server as `npm start -- --mesos URL …` starts it, without a login and on any free port. */
export async function startRouter(...args: string[]): Promise<StartedRouter> {
  const options = parseOptions(['--port', '0', '--ephemeral', '--no-auth', '--no-open', ...args], () => {});
  const server = await startExternalServer(options, options.external ?? {}, silentLog);
  await server.ready;
  return {
    port: server.door.port,
    ask: (path, init) => fetch(`http://127.0.0.1:${server.door.port}${path}`, { redirect: 'manual', ...init }),
    stop: () => server.stop(),
  };
}
