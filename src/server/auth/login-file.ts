import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod/mini';
import type { LoginState, LoginStore } from '../../adminrouter/auth/login-state.ts';
import { roleSchema } from '../../api/dcos/users.ts';
import { StartError } from '../cli/start-error.ts';

const stateSchema = z.object({
  accounts: z.array(z.object({ uid: z.string(), description: z.string(), role: roleSchema, passwordHash: z.optional(z.string()) })),
  sessions: z.array(
    z.object({
      id: z.string(),
      uid: z.string(),
      client: z.string(),
      openedAt: z.number(),
      expiresAt: z.optional(z.number()),
      name: z.optional(z.string()),
    }),
  ),
});

/**
 * Users and sessions in a file that only its owner may read. It is replaced as a whole, so that a crash leaves the old or the new one.
 * Throws StartError when there is one that cannot be read: to begin without it would give removed users' names to whoever comes first.
 */
export function loginFile(file: string): LoginStore {
  return {
    load: () => readState(file),
    save(state) {
      const next = `${file}.new`;
      const handle = openSync(next, 'w', 0o600);
      try {
        writeFileSync(handle, JSON.stringify(state));
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(next, file);
    },
  };
}

function readState(file: string): LoginState | undefined {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
    throw new StartError(`The users cannot be read from ${file}: repair it, or remove it to begin with the local user alone.`);
  }
}
