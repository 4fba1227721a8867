import type { Clock } from '../kernel/clock.ts';
import type { ProcessSession, SessionState } from './client.ts';
import { ZooKeeperError } from './errors.ts';
import type { Majority } from './majority.ts';
import type { ZooKeeperSession } from './session.ts';
import type { Watch } from './watches.ts';

/** How long the ensemble waits for a client that is silent, in ms. Short, so that who leads instead does so within 3 s. */
export const SESSION_TIMEOUT_MS = 2000;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A client of the embedded ensemble. It is suspended while there is no majority, and goes on when there is one again. */
export function connectEmbedded(clock: Clock, session: ZooKeeperSession, majority: Pick<Majority, 'holds' | 'onChange'>): ProcessSession {
  const listeners = new Set<(state: SessionState) => void>();
  let state: SessionState = majority.holds() ? 'connected' : 'suspended';
  const enter = (next: SessionState): void => {
    if (state === next || state === 'expired') return;
    state = next;
    for (const listener of listeners) listener(next);
  };
  const unfollow = majority.onChange((holds) => enter(holds ? 'connected' : 'suspended'));
  const call = async <T>(run: () => T): Promise<T> => {
    if (state === 'expired') throw new ZooKeeperError('SessionExpired', '/');
    return run();
  };
  /** Nothing is heard by a client that is gone, though its session lasts. */
  const heard = (watch: Watch | undefined): Watch | undefined =>
    watch &&
    ((event) => {
      if (state !== 'expired') watch(event);
    });
  const die = (): void => {
    if (state === 'expired') return;
    listeners.clear();
    unfollow();
    state = 'expired';
    endByTimeout(clock, session, majority);
  };
  return {
    state: () => state,
    onState(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    create: (path, data, options) => call(() => session.create(path, decoder.decode(data), options)),
    ensure: (path) => call(() => session.ensure(path)),
    get: (path, watch) =>
      call(() => {
        const { data, stat } = session.get(path, heard(watch));
        return { data: encoder.encode(data), stat };
      }),
    set: (path, data, version) => call(() => session.set(path, decoder.decode(data), version)),
    remove: (path, version) => call(() => session.remove(path, version)),
    children: (path, watch) => call(() => session.children(path, heard(watch))),
    exists: (path, watch) => call(() => session.exists(path, heard(watch))),
    async close() {
      if (state === 'suspended') return die();
      if (state === 'expired') return;
      unfollow();
      session.close();
      enter('expired');
      listeners.clear();
    },
    die,
  };
}

/** It is the majority that ends sessions: without one they last, and their time begins again with the next one. */
function endByTimeout(clock: Clock, session: ZooKeeperSession, majority: Pick<Majority, 'holds' | 'onChange'>): void {
  const wait = () =>
    clock.after(SESSION_TIMEOUT_MS, () => {
      if (!majority.holds()) return;
      unfollow();
      session.close();
    });
  let timer = wait();
  const unfollow = majority.onChange((holds) => {
    timer.cancel();
    if (holds) timer = wait();
  });
}
