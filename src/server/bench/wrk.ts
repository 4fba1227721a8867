import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { OTHER_PROCESSOR } from './proxies.ts';

/** Requests a second that Debian's wrk gets answered by so many clients, each of which asks again at once. Throws at a wrong status. */
export async function requestsPerSecond(url: string, clients: number, seconds: number): Promise<number> {
  const args = ['-c', String(OTHER_PROCESSOR), 'wrk', '-t', '1', '-c', String(clients), '-d', `${seconds}s`, '--timeout', '30s'];
  const { stdout } = await promisify(execFile)('taskset', [...args, '-H', 'accept-encoding: gzip', url]);
  if (/Non-2xx/.test(stdout)) throw new Error(`${url} was not answered with 200:\n${stdout}`);
  return Number(/Requests\/sec:\s*([\d.]+)/.exec(stdout)?.[1]);
}
