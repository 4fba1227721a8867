import { limits } from '../kernel/limits.ts';
import { HttpError } from './errors.ts';
import { entryAt, infoOf, type AttachedFiles } from './files.ts';
import type { OperatorCall } from './operator-call.ts';

/** The operator API's `LIST_FILES` and `READ_FILE`: the same files by the same rules as `/files/*`. */

export async function listFiles(attached: AttachedFiles, call: OperatorCall): Promise<Record<string, unknown>> {
  const asked = call.text('list_files', 'path').replace(/(.)\/+$/, '$1');
  const { files, root, path, entry } = await entryAt(attached, asked);
  const entries = (entry.directory && (await files.list(root, path))) || [];
  const infos = await Promise.all(entries.map((each) => infoOf(attached, each, asked + each.path.slice(path.length))));
  const file_infos = infos.map(({ mode, mtime, ...info }) => ({
    ...info,
    mode: modeBits(mode),
    mtime: { nanoseconds: Math.round(mtime * 1e9) },
  }));
  return { list_files: file_infos.length > 0 ? { file_infos } : {} };
}

/** `data` is base64, `size` the one of the whole file. */
export async function readFile(attached: AttachedFiles, call: OperatorCall): Promise<Record<string, unknown>> {
  const asked = call.text('read_file', 'path');
  const offset = call.wholeNumber('read_file', 'offset');
  const length = call.wholeNumber('read_file', 'length', limits.filesReadBytes);
  const { files, root, path, entry } = await entryAt(attached, asked);
  if (entry.directory) throw new HttpError(400, 'Cannot read a directory.\n');
  const bytes = (await files.read(root, path, offset, Math.min(length, limits.filesReadBytes))) ?? new Uint8Array();
  return { read_file: { data: base64(bytes), size: entry.size } };
}

/** Bytes as characters of the same number, which is what `btoa` takes; one by one, since a call has not room for 65,536 arguments everywhere. */
export const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

const TYPE_BITS: Record<string, number> = { '-': 0o100_000, d: 0o040_000, l: 0o120_000, p: 0o010_000 };

/** `drwxr-xr-x` as the number that stat(2) has. */
function modeBits(mode: string): number {
  const permissions = mode.slice(1).replaceAll(/[^-]/g, '1').replaceAll('-', '0');
  return (TYPE_BITS[mode.charAt(0)] ?? 0) + Number.parseInt(permissions, 2);
}
