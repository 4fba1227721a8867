import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';

/** An account of this machine, as `/etc/passwd` lists it. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** The `name:x:id:…` lines of `/etc/passwd` or `/etc/group` as fields; none where the system has no such file. */
function records(file: string): string[][] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes(':') && !line.startsWith('#'))
      .map((line) => line.split(':'));
  } catch {
    return [];
  }
}

function readAccounts(): Account[] {
  const listed = records('/etc/passwd').map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const { username, uid, gid } = userInfo();
  // macOS keeps people's accounts elsewhere: at least our own is known by its name.
  return listed.some((account) => account.uid === uid) ? listed : [...listed, { name: username, uid, gid }];
}

/** Names of users and groups by id; ids without a name stand for themselves. Read once: accounts hardly change while we run. */
export interface SystemNames {
  user(uid: number): string;
  group(gid: number): string;
  account(name: string): Account | undefined;
}

export function readSystemNames(): SystemNames {
  const accounts = readAccounts();
  const users = new Map(accounts.map(({ uid, name }) => [uid, name]));
  const groups = new Map(records('/etc/group').map(([name = '', , gid]) => [Number(gid), name]));
  return {
    user: (uid) => users.get(uid) ?? String(uid),
    group: (gid) => groups.get(gid) ?? String(gid),
    account: (name) => accounts.find((account) => account.name === name),
  };
}
