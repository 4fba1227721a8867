import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program with dockerd's command line that answers `/version`; with `says` it prints that and fails instead. */
export async function fakeDockerd(says?: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'dockerd-')), 'dockerd');
  const serve = `
    const socket = process.argv.find((word) => word.startsWith('--host=unix://')).slice('--host=unix://'.length);
    require('node:fs').rmSync(socket, { force: true });
    require('node:http').createServer((_, response) => response.end('{"Version":"1.2.3"}')).listen(socket);`;
  const fail = `console.error(${JSON.stringify(says)}); process.exit(1);`;
  await writeFile(path, `#!${process.execPath}\n${says === undefined ? serve : fail}\n`, { mode: 0o755 });
  return path;
}
