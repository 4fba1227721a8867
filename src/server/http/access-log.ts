import { createWriteStream } from 'node:fs';
import { accessLine } from '../../adminrouter/observe/access-line.ts';
import type { Observation } from '../../adminrouter/observe/observe.ts';
import type { Log } from '../../cluster/kernel/log.ts';

/** A disk that does not keep up costs lines, never memory. */
const MOST_WAITING_BYTES = 4 * 1024 * 1024;

/**
 * Appends a line a request to a file, which only its user can read: who asked what is nobody else's business. When the file cannot be
 * written, that is said once, and the server goes on without it.
 */
export function openAccessLog(file: string, { asJson, log }: { asJson: boolean; log: Log }): (observation: Observation) => void {
  const stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
  let lost = 0;
  stream.on('error', (fault) => log.error(`The access log ${file} cannot be written, and is not from now on: ${fault.message}.`));
  return (observation) => {
    if (!stream.writable) return;
    if (stream.writableLength > MOST_WAITING_BYTES) {
      if (lost++ === 0) log.warn(`The access log ${file} is written too slowly: lines are left out.`);
      return;
    }
    stream.write(`${accessLine(observation, asJson)}\n`);
  };
}
