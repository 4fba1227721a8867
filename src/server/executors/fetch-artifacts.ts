import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { chmod, copyFile, rm } from 'node:fs/promises';
import { basename, isAbsolute, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { CommandUri } from '../../api/mesos/task.ts';

const run = promisify(execFile);

/** Mesos' fetcher knows an archive by the end of its name. */
const TAR = /\.(tar|tgz|tar\.gz|tbz2|tar\.bz2|txz|tar\.xz)$/i;
const ZIP = /\.zip$/i;

/** Name of the fetched file in the sandbox: `output_file`, else the last part of the path. Throws when it would lie outside. */
export function artifactName(uri: CommandUri): string {
  const path = isAbsolute(uri.value) ? uri.value : URL.canParse(uri.value) ? decodeURIComponent(new URL(uri.value).pathname) : uri.value;
  const name = normalize(uri.output_file ?? basename(path));
  if (name === '' || name === '.' || name === sep) throw new Error('its address names no file; give it a destination name');
  if (isAbsolute(name) || name === '..' || name.startsWith(`..${sep}`)) throw new Error(`its destination ${name} is outside the sandbox`);
  return name;
}

async function download(address: string, target: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
  const body = response.body ? Readable.fromWeb(response.body) : Readable.from([]);
  await pipeline(body, createWriteStream(target), { signal });
}

async function obtain(address: string, target: string, signal: AbortSignal): Promise<void> {
  if (isAbsolute(address)) return copyFile(address, target);
  const protocol = URL.canParse(address) ? new URL(address).protocol : '';
  if (protocol === 'file:') return copyFile(fileURLToPath(address), target);
  if (protocol === 'http:' || protocol === 'https:') return download(address, target, signal);
  throw new Error(`only http:, https: and file: addresses and absolute paths can be fetched here, not ${protocol || 'a relative path'}`);
}

async function unpack(archive: string, directory: string, signal: AbortSignal): Promise<void> {
  if (TAR.test(archive)) await run('tar', ['-C', directory, '-xf', archive], { signal });
  else if (ZIP.test(archive)) await run('unzip', ['-o', '-q', '-d', directory, archive], { signal });
}

/** Node wraps the cause of a failed request or program; people want the innermost text. */
function causeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  if (fault.cause !== undefined) return causeOf(fault.cause);
  if ('stderr' in fault && typeof fault.stderr === 'string' && fault.stderr.trim() !== '') return fault.stderr.trim();
  return fault.message;
}

/** An artifact could not be fetched; `message` names it and why. */
class FetchError extends Error {
  override name = 'FetchError';
}

/**
 * Puts the artifacts of a task into its sandbox, as Mesos' fetcher does: archives are unpacked unless told not to, executables
 * get their bit. Throws FetchError with the first one that fails; `note` is told of each.
 */
export async function fetchArtifacts(
  uris: readonly CommandUri[],
  sandbox: string,
  signal: AbortSignal,
  note: (line: string) => Promise<void>,
): Promise<void> {
  for (const uri of uris) {
    try {
      const target = join(sandbox, artifactName(uri));
      await note(`Fetching '${uri.value}'`);
      await rm(target, { force: true });
      await obtain(uri.value, target, signal);
      if (uri.executable === true) await chmod(target, 0o755);
      else if (uri.extract !== false) await unpack(target, sandbox, signal);
    } catch (fault) {
      throw new FetchError(`Failed to fetch '${uri.value}': ${causeOf(fault)}`);
    }
  }
}
