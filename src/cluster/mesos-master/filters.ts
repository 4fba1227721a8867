import { containsPool, type Pool } from '../../api/mesos/quantities.ts';
import type { Clock, Timer } from '../kernel/clock.ts';

/** Offers that a framework does not want to see again for a while. */
export interface OfferFilters {
  /** Nothing of `declined` on those agents is offered again before `seconds` have passed. One timer for the whole call. */
  refuse(frameworkId: string, role: string, declined: ReadonlyMap<string, Pool>, seconds: number): void;
  /** True when what is to be offered is no more than what was refused there. */
  refuses(frameworkId: string, role: string, agentId: string, offered: Pool): boolean;
  /** Forgets the filters of a framework, or of some of its roles. */
  forget(frameworkId: string, roles?: readonly string[]): void;
  forgetAgent(agentId: string): void;
  stop(): void;
}

/** Mesos' DEFAULT_REFUSE_SECONDS. */
const DEFAULT_SECONDS = 5;
/** Mesos' ceiling is a year; ours is what a timer of 31 bits of milliseconds can wait. */
const LONGEST_SECONDS = 24 * 86_400;

/** Seconds to refuse as Mesos reads them: absent, negative or not a number count as 5. */
export const refuseSeconds = (wished: number | undefined): number =>
  wished !== undefined && wished >= 0 ? Math.min(wished, LONGEST_SECONDS) : DEFAULT_SECONDS;

interface Filter {
  pool: Pool;
  until: number;
}

/** `onExpired` gets the agents whose filter ran out. */
export function createOfferFilters(clock: Clock, onExpired: (agentIds: string[]) => void): OfferFilters {
  const byClient = new Map<string, Map<string, Filter[]>>();
  const timers = new Set<Timer>();
  const clientKey = (frameworkId: string, role: string): string => `${frameworkId} ${role}`;

  function expire(key: string, agentIds: readonly string[]): void {
    const filters = byClient.get(key);
    if (!filters) return;
    const freed = agentIds.filter((agentId) => {
      const before = filters.get(agentId) ?? [];
      const after = before.filter((filter) => filter.until > clock.now());
      if (after.length === 0) filters.delete(agentId);
      else filters.set(agentId, after);
      return after.length < before.length;
    });
    if (filters.size === 0) byClient.delete(key);
    if (freed.length > 0) onExpired(freed);
  }

  return {
    refuse(frameworkId, role, declined, seconds) {
      if (seconds === 0 || declined.size === 0) return;
      const key = clientKey(frameworkId, role);
      const filters = byClient.get(key) ?? new Map<string, Filter[]>();
      byClient.set(key, filters);
      const until = clock.now() + seconds * 1000;
      for (const [agentId, pool] of declined) {
        const others = (filters.get(agentId) ?? []).filter((filter) => !(filter.until <= until && containsPool(pool, filter.pool)));
        filters.set(agentId, [...others, { pool, until }]);
      }
      const timer = clock.after(seconds * 1000, () => {
        timers.delete(timer);
        expire(key, [...declined.keys()]);
      });
      timers.add(timer);
    },
    refuses: (frameworkId, role, agentId, offered) =>
      byClient
        .get(clientKey(frameworkId, role))
        ?.get(agentId)
        ?.some((filter) => containsPool(filter.pool, offered)) ?? false,
    forget(frameworkId, roles) {
      if (roles) for (const role of roles) byClient.delete(clientKey(frameworkId, role));
      else for (const key of byClient.keys()) if (key.startsWith(`${frameworkId} `)) byClient.delete(key);
    },
    forgetAgent(agentId) {
      for (const filters of byClient.values()) filters.delete(agentId);
    },
    stop() {
      for (const timer of timers) timer.cancel();
      timers.clear();
    },
  };
}
