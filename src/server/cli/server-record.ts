import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';

/** What a running server leaves in its state directory for commands to reach it by. Only the owner may read it. */
const serverRecordSchema = z.object({
  pid: z.number(),
  /** Without a slash at its end; with the base path. */
  origin: z.string(),
  token: z.string(),
  /** What it was started with, to be started so again. */
  args: z.array(z.string()),
});
export type ServerRecord = z.infer<typeof serverRecordSchema>;

const fileIn = (directory: string): string => path.join(directory, 'server.json');

export function writeServerRecord(directory: string, record: ServerRecord): void {
  writeFileSync(fileIn(directory), JSON.stringify(record), { mode: 0o600 });
}

export const forgetServerRecord = (directory: string): void => rmSync(fileIn(directory), { force: true });

/** undefined when no server was left running there; one that was killed leaves its record, so that nobody may answer by it. */
export function readServerRecord(directory: string): ServerRecord | undefined {
  try {
    return serverRecordSchema.parse(JSON.parse(readFileSync(fileIn(directory), 'utf8')));
  } catch {
    return undefined;
  }
}
