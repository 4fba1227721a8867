import type { BackendState, VipBackend } from '../../api/dcos/vips.ts';
import type { Clock } from '../kernel/clock.ts';
import { chooseBackend, shunMs, type Candidate } from './choose-backend.ts';
import type { Attempt, Balancer } from './sockets.ts';
import type { Backend } from './state.ts';

/** A VIP's backends with what has become of their connections. */
export interface VipBalancer extends Balancer {
  /** The backends as they are now. Who is gone gets nothing new, and is remembered while connections to it are open. */
  update(backends: readonly Backend[]): void;
  /** Connections for which there was nobody. */
  refused(): number;
  backends(): VipBackend[];
}

interface Entry extends Candidate {
  backend: Backend;
  /** Its task is not one of the VIP's any more. */
  gone: boolean;
  failed: number;
  /** Since the last connection that it took. */
  failuresInRow: number;
  bytesIn: number;
  bytesOut: number;
  /** ms, the newest last. */
  latencies: number[];
}

const LATENCIES_KEPT = 32;

export function createBalancer(clock: Clock): VipBalancer {
  const entries = new Map<string, Entry>();
  let refused = 0;
  const forgetIfGone = (entry: Entry): void => {
    if (entry.gone && entry.open === 0 && entries.get(entry.id) === entry) entries.delete(entry.id);
  };
  return {
    next(tried) {
      const chosen = chooseBackend(entries.values(), clock.now(), tried);
      if (chosen) return attempt(clock, chosen, forgetIfGone);
      refused++;
      return undefined;
    },
    update(backends) {
      const present = new Map(backends.map((backend) => [backend.id, backend]));
      for (const backend of present.values()) {
        const entry = entries.get(backend.id) ?? newEntry(backend);
        // another task at the same place is another backend
        const kept = entry.backend.taskId === backend.taskId ? entry : newEntry(backend);
        entries.set(backend.id, Object.assign(kept, { backend, weight: backend.weight, gone: false }));
      }
      for (const entry of entries.values()) {
        if (present.has(entry.id)) continue;
        entry.gone = true;
        entry.weight = 0;
        forgetIfGone(entry);
      }
    },
    refused: () => refused,
    backends: () => [...entries.values()].map((entry) => shown(entry, clock.now())),
  };
}

const newEntry = (backend: Backend): Entry => ({
  id: backend.id,
  backend,
  weight: backend.weight,
  gone: false,
  open: 0,
  opened: 0,
  failed: 0,
  failuresInRow: 0,
  shunnedUntil: 0,
  bytesIn: 0,
  bytesOut: 0,
  latencies: [],
});

/** The connection counts from now on, so that many that come at once spread. */
function attempt(clock: Clock, entry: Entry, ended: (entry: Entry) => void): Attempt {
  const { id, ip, port } = entry.backend;
  entry.open++;
  entry.opened++;
  const end = (): void => {
    entry.open--;
    ended(entry);
  };
  return {
    id,
    ip,
    port,
    connected(latencyMs) {
      entry.failuresInRow = 0;
      entry.shunnedUntil = 0;
      entry.latencies.push(latencyMs);
      if (entry.latencies.length > LATENCIES_KEPT) entry.latencies.shift();
    },
    failed() {
      entry.failed++;
      entry.failuresInRow++;
      entry.shunnedUntil = clock.now() + shunMs(entry.failuresInRow);
      end();
    },
    moved(bytesIn, bytesOut) {
      entry.bytesIn += bytesIn;
      entry.bytesOut += bytesOut;
    },
    closed: end,
  };
}

function shown(entry: Entry, now: number): VipBackend {
  const { open, opened, failed, bytesIn, bytesOut } = entry;
  const { ip, port, taskId, agentId } = entry.backend;
  const latencyMs = entry.latencies.toSorted((a, b) => a - b)[Math.floor(entry.latencies.length / 2)] ?? null;
  return { ip, port, taskId, agentId, state: stateOf(entry, now), open, opened, failed, bytesIn, bytesOut, latencyMs };
}

function stateOf({ gone, backend, shunnedUntil }: Entry, now: number): BackendState {
  if (gone) return 'draining';
  return backend.reason ?? (shunnedUntil > now ? 'shunned' : 'serving');
}
