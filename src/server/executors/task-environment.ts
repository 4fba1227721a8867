import { delimiter, dirname } from 'node:path';
import type { ContainerSpec } from '../../cluster/executor/containerizer.ts';

const STANDARD_DIRECTORIES = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** The server's search path without what npm puts before it, with the usual places and our own Node at the end. */
export function taskPath(serverPath: string, nodeBinary: string): string {
  const own = serverPath.split(delimiter).filter((entry) => entry !== '' && !/node_modules[\\/]|node-gyp-bin$/.test(entry));
  return [...new Set([...own, ...STANDARD_DIRECTORIES, dirname(nodeBinary)])].join(delimiter);
}

/** What a command finds in its environment: what its spec says, and nothing else of the server's than the way to programs. */
export function taskEnvironment(spec: ContainerSpec): Record<string, string> {
  const { LANG, TZ } = process.env;
  return {
    PATH: taskPath(process.env.PATH ?? '', process.execPath),
    HOME: spec.sandbox,
    ...(LANG !== undefined && { LANG }),
    ...(TZ !== undefined && { TZ }),
    MESOS_SANDBOX: spec.sandbox,
    ...spec.environment,
  };
}
