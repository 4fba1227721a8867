import type { NewUser, UserChange } from '../../api/dcos/users.ts';
import { RouterFault } from '../router-fault.ts';
import { createAttempts, type Attempts } from './attempts.ts';
import { LOCAL_USER, type Account, type Logins, type Passwords } from './login-state.ts';

/** Wrong passwords a minute, for each user by itself: who guesses at one locks out nobody else. */
const GUESSES = 10;
/** More users than a machine has. */
const MOST_USERS = 500;

/** The users and their passwords. What cannot be done throws RouterFault. */
export interface Accounts {
  list(): readonly Account[];
  find(uid: string): Account | undefined;
  add(uid: string, user: NewUser): Promise<void>;
  change(uid: string, change: UserChange): Promise<void>;
  remove(uid: string): void;
  /** Whether this is the user's password; as slow for a name that nobody has. Throws RouterFault 429 after too many wrong ones. */
  isPassword(uid: string, password: string): Promise<boolean>;
}

export function createAccounts({ logins, passwords, now }: { logins: Logins; passwords: Passwords; now: () => number }): Accounts {
  const find = (uid: string): Account | undefined => logins.accounts.find((account) => account.uid === uid);
  const known = (uid: string): Account => {
    const account = find(uid);
    if (!account) throw new RouterFault(404, `There is no user ${uid}.`);
    return account;
  };
  const check = createPasswordCheck(passwords, now);
  return {
    list: () => logins.accounts,
    find,
    async add(uid, { description, role = 'read-only', password }) {
      const hashed = await hashOf(password, passwords);
      if (find(uid)) throw new RouterFault(409, `There is a user ${uid} already.`);
      if (logins.accounts.length >= MOST_USERS) throw new RouterFault(409, `There are ${MOST_USERS} users already: remove one first.`);
      logins.change({ accounts: [...logins.accounts, { uid, description: description || uid, role, ...hashed }] });
    },
    async change(uid, { description, role, password }) {
      if (uid === LOCAL_USER && role !== undefined && role !== 'admin')
        throw new RouterFault(409, 'The local user is who started the server, and stays an admin.');
      const hashed = await hashOf(password, passwords);
      const changed: Account = {
        ...known(uid),
        ...(description !== undefined && { description: description || uid }),
        ...(role !== undefined && { role }),
        ...hashed,
      };
      logins.change({ accounts: logins.accounts.map((account) => (account.uid === uid ? changed : account)) });
    },
    remove(uid) {
      if (uid === LOCAL_USER) throw new RouterFault(409, 'The local user is who started the server, and cannot be removed.');
      known(uid);
      logins.change({
        accounts: logins.accounts.filter((account) => account.uid !== uid),
        sessions: logins.sessions.filter((session) => session.uid !== uid),
      });
    },
    isPassword: (uid, password) => check(find(uid), uid, password),
  };
}

async function hashOf(password: string | undefined, passwords: Passwords): Promise<{ passwordHash?: string }> {
  return password === undefined ? {} : { passwordHash: await passwords.hash(password) };
}

type PasswordCheck = (account: Account | undefined, uid: string, password: string) => Promise<boolean>;

function createPasswordCheck(passwords: Passwords, now: () => number): PasswordCheck {
  const attempts = new Map<string, Attempts>();
  // names that nobody has share one count, or inventing names would be a way to keep the processor busy
  const attemptsOf = (uid: string): Attempts => {
    let made = attempts.get(uid);
    if (!made) attempts.set(uid, (made = createAttempts(GUESSES, now)));
    return made;
  };
  let anyHash: Promise<string> | undefined;
  return async (account, uid, password) => {
    const guess = `${uid}\n${password}`;
    const made = attemptsOf(account?.uid ?? '');
    const seconds = made.retryAfter();
    if (seconds > 0)
      throw new RouterFault(429, `Too many wrong passwords. Try again in ${seconds} s.`, { headers: { 'retry-after': String(seconds) } });
    made.record(guess);
    // the time that it takes must not tell which names there are
    const right = await passwords.verify(password, account?.passwordHash ?? (await (anyHash ??= passwords.hash('nobody'))));
    if (!right || account?.passwordHash === undefined) return false;
    made.forget(guess);
    return true;
  };
}
