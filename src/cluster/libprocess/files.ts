import type { FileInfoJson } from '../../api/mesos/state.ts';
import type { FileEntry, SandboxFiles } from '../executor/sandbox-files.ts';
import { limits } from '../kernel/limits.ts';
import type { Endpoint, EndpointCall } from './endpoints.ts';
import { HttpError } from './errors.ts';

/** `/files/*`: browses and reads what a process has attached, nothing else. */
export interface AttachedFiles {
  /** Where an asked path really is and what it must not leave; undefined when nothing is attached there. */
  resolve(path: string): { files: SandboxFiles; root: string; path: string } | undefined;
  /** Virtual path → real path, for `/files/debug`. */
  attached(): Record<string, string>;
}

/** Of a master: without a log directory it attaches none. */
export const NO_FILES: AttachedFiles = { resolve: () => undefined, attached: () => ({}) };

export function fileEndpoints(attached: AttachedFiles): Endpoint[] {
  return [
    { path: '/files/browse', rootOnly: true, exact: true, handle: (call) => browse(attached, call) },
    { path: '/files/read', rootOnly: true, exact: true, handle: (call) => read(attached, call) },
    { path: '/files/download', rootOnly: true, exact: true, handle: (call) => download(attached, call) },
    { path: '/files/debug', rootOnly: true, exact: true, handle: () => attached.attached() },
  ];
}

const unknownFile = (): HttpError => new HttpError(404);

/** What is at an attached path. Throws HttpError 404 for everything that is not attached, is not there or leaves its root. */
export async function entryAt(
  attached: AttachedFiles,
  asked: string,
): Promise<{ files: SandboxFiles; root: string; path: string; entry: FileEntry }> {
  const found = leavesItsRoot(asked) ? undefined : attached.resolve(asked);
  const entry = found && (await found.files.stat(found.root, found.path));
  if (!entry) throw unknownFile();
  return { ...found, entry };
}

/** The path that a request is about, without slashes at its end. */
function askedPath({ query }: EndpointCall): string {
  const path = query.get('path');
  if (!path) throw new HttpError(400, "Expecting 'path=value' in query.\n");
  return path.replace(/(.)\/+$/, '$1');
}

/** No honest client asks for `..`: what it names can be asked for directly. A NUL would cut the path in system calls. */
const leavesItsRoot = (path: string): boolean => path.includes('\0') || path.split('/').includes('..');

async function browse(attached: AttachedFiles, call: EndpointCall): Promise<FileInfoJson[]> {
  const asked = askedPath(call);
  const { files, root, path, entry } = await entryAt(attached, asked);
  if (!entry.directory) return [];
  const entries = (await files.list(root, path)) ?? [];
  return Promise.all(entries.map(async (each) => infoOf(attached, each, asked + each.path.slice(path.length))));
}

/** A link that leads to another attached place, a volume, is shown as what is there. */
export async function infoOf(attached: AttachedFiles, entry: FileEntry, path: string): Promise<FileInfoJson> {
  const found = entry.mode.startsWith('l') ? attached.resolve(path) : undefined;
  const target = found && (await found.files.stat(found.root, found.path));
  const { gid, mode, mtime, nlink, size, uid } = target ?? entry;
  return { gid, mode, mtime, nlink, path, size, uid };
}

/** Answers at most 65,536 bytes as text. Offsets count bytes; without one the answer is the size. */
async function read(attached: AttachedFiles, call: EndpointCall): Promise<{ data: string; offset: number }> {
  const offset = numberParameter(call.query, 'offset');
  const length = numberParameter(call.query, 'length');
  const { files, root, path, entry } = await entryAt(attached, askedPath(call));
  if (entry.directory) throw new HttpError(400, 'Cannot read a directory.\n');
  if (offset === -1) return { data: '', offset: entry.size };
  const wanted = length === -1 ? limits.filesReadBytes : Math.min(length, limits.filesReadBytes);
  if (offset >= entry.size || wanted === 0) return { data: '', offset };
  const bytes = await files.read(root, path, offset, wanted);
  if (!bytes) throw unknownFile();
  return { data: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), offset };
}

/** -1 when absent, as Mesos takes it. */
function numberParameter(query: URLSearchParams, name: 'offset' | 'length'): number {
  const text = query.get(name);
  if (text === null) return -1;
  if (!/^-?\d+$/.test(text)) throw new HttpError(400, `Failed to parse ${name}: Failed to convert '${text}' to number.\n`);
  const value = Number(text);
  if (value < -1) throw new HttpError(400, `Negative ${name} provided: ${value}.\n`);
  return value;
}

/** The few that libprocess knows; `.json` and `.log` are not among them. */
const CONTENT_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    css: 'text/css',
    gif: 'image/gif',
    html: 'text/html',
    jpeg: 'image/jpeg',
    jpg: 'image/jpeg',
    js: 'application/javascript',
    pdf: 'application/pdf',
    png: 'image/png',
    txt: 'text/plain',
    xml: 'application/xml',
  }),
);

async function download(attached: AttachedFiles, call: EndpointCall): Promise<Response> {
  const { files, root, path, entry } = await entryAt(attached, askedPath(call));
  if (entry.directory) throw new HttpError(400, 'Cannot download a directory.\n');
  const body = await files.stream(root, path);
  if (!body) throw unknownFile();
  const name = path.slice(path.lastIndexOf('/') + 1);
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : '';
  return new Response(body, {
    headers: {
      'content-type': CONTENT_TYPES.get(extension) ?? 'application/octet-stream',
      'content-disposition': `attachment; filename=${encodeURIComponent(name)}`,
    },
  });
}
