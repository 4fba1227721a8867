import type { Role } from '../../api/dcos/users.ts';

/** A user as it is kept. */
export interface Account {
  uid: string;
  description: string;
  role: Role;
  /** What `Passwords.hash` made of the password; without one nobody logs in by it. */
  passwordHash?: string;
}

/** A way into the server that is open. Only what is on the list is: a token that was signed once is worth nothing after it was taken off. */
export interface OpenSession {
  id: string;
  uid: string;
  /** The program that logged in, as it called itself. */
  client: string;
  /** Milliseconds since the epoch. */
  openedAt: number;
  /** Absent for a token of a program. */
  expiresAt?: number;
  /** Of a token of a program. */
  name?: string;
}

export interface LoginState {
  accounts: readonly Account[];
  sessions: readonly OpenSession[];
}

/** Where users and sessions survive a restart. `save` has kept them when it returns. */
export interface LoginStore {
  load(): LoginState | undefined;
  save(state: LoginState): void;
}

/** For tests and for servers that keep nothing. */
export function memoryLoginStore(): LoginStore {
  let kept: LoginState | undefined;
  return {
    load: () => kept,
    save: (state) => void (kept = state),
  };
}

/** Slow on purpose, so that a stolen hash is no password; see src/server/auth. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** False also for a hash that is none. */
  verify(password: string, hash: string): Promise<boolean>;
}

/** Whoever started the server: the owner of its token and of its login links, and always an admin. */
export const LOCAL_USER = 'local';

const LOCAL_ACCOUNT: Account = { uid: LOCAL_USER, description: 'Local user', role: 'admin' };

/** Users and sessions, the kept and the current ones in one. */
export interface Logins {
  readonly accounts: readonly Account[];
  readonly sessions: readonly OpenSession[];
  change(next: Partial<LoginState>): void;
  /** Aborted when the session is no longer on the list. */
  untilEnd(session: OpenSession): AbortSignal;
}

export function createLogins(store: LoginStore): Logins {
  let state = store.load() ?? { accounts: [], sessions: [] };
  if (!state.accounts.some(({ uid }) => uid === LOCAL_USER)) state = { ...state, accounts: [LOCAL_ACCOUNT, ...state.accounts] };
  const watched = new Map<string, AbortController>();
  return {
    get accounts() {
      return state.accounts;
    },
    get sessions() {
      return state.sessions;
    },
    change(next) {
      const changed = { ...state, ...next };
      store.save(changed);
      state = changed;
      for (const [id, controller] of watched) {
        if (state.sessions.some((session) => session.id === id)) continue;
        watched.delete(id);
        controller.abort();
      }
    },
    untilEnd({ id }) {
      let controller = watched.get(id);
      if (!controller) watched.set(id, (controller = new AbortController()));
      return controller.signal;
    },
  };
}
