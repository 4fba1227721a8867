import { userInfo } from 'node:os';
import type { Account, SystemNames } from '../system/system-names.ts';

/** As whom a command runs: ourselves, another account, or ourselves because only root may become another. */
export type TaskAccount = { kind: 'own' } | { kind: 'other'; account: Account } | { kind: 'refused'; message: string };

/** Throws when the machine has no such user. */
export function taskAccount(wanted: string | undefined, names: SystemNames): TaskAccount {
  const { username, uid } = userInfo();
  if (wanted === undefined || wanted === username) return { kind: 'own' };
  if (uid !== 0) return { kind: 'refused', message: `Running as ${username}: only root can run commands as ${wanted}` };
  const account = names.account(wanted);
  if (!account) throw new Error(`this machine has no user ${wanted}`);
  return { kind: 'other', account };
}
