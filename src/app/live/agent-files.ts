import * as z from 'zod/mini';
import { request } from '../util/http.ts';

/** The files that an agent shows of its tasks: Mesos' `/files/*`, by the adminRouter's `/agent/<id>/`. */
export const agentApi = (agentId: string): string => `/agent/${encodeURIComponent(agentId)}`;

/** Bytes of a file; `length` is at least 1. */
export interface ByteRange {
  offset: number;
  length: number;
}

const readSchema = z.object({ data: z.string(), offset: z.number() });

/** The text of a range of a file; at most 64 KiB are answered. Bytes that are no UTF-8 come as U+FFFD. */
export async function readFile(agentId: string, path: string, { offset, length }: ByteRange, signal?: AbortSignal): Promise<string> {
  const query = new URLSearchParams({ path, offset: String(offset), length: String(length) });
  return (await request(`${agentApi(agentId)}/files/read?${query}`, { schema: readSchema, signal })).data;
}

/** The size of a file in bytes: what Mesos answers to a read without a place to begin. */
export async function fileSize(agentId: string, path: string, signal?: AbortSignal): Promise<number> {
  const query = new URLSearchParams({ path, offset: '-1' });
  return (await request(`${agentApi(agentId)}/files/read?${query}`, { schema: readSchema, signal })).offset;
}

const fileSchema = z.looseObject({
  path: z.string(),
  mode: z.string(),
  nlink: z.number(),
  size: z.number(),
  /** Seconds since the epoch. */
  mtime: z.number(),
  uid: z.string(),
  gid: z.string(),
});
export type FileInfo = z.infer<typeof fileSchema>;

/** What is right in a directory of an agent, sorted by path. */
export const listDirectory = (agentId: string, path: string, signal?: AbortSignal): Promise<FileInfo[]> =>
  request(`${agentApi(agentId)}/files/browse?${new URLSearchParams({ path })}`, { schema: z.array(fileSchema), signal });

export const downloadPath = (agentId: string, path: string): string =>
  `${agentApi(agentId)}/files/download?${new URLSearchParams({ path })}`;
