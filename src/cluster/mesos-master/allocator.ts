import { totalOf, usableBy, type Pool } from '../../api/mesos/quantities.ts';
import type { Offer } from '../../api/mesos/scheduler.ts';
import { every } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { MasterContext } from './context.ts';
import { dominantShare, fairOrder, isAllocatable } from './drf.ts';
import { makeOffer } from './offers.ts';
import { quotaRound } from './quota-round.ts';
import { hasCapability, isInService, type AgentEntry, type FrameworkEntry } from './state.ts';

/**
 * Decides which agent's free resources are offered to whom. An agent is looked at only after something changed that may
 * give it a taker (it has more free, a filter ran out, a framework came or revived), so the cost of a round depends on
 * these agents, never on the number of tasks or of agents.
 */
export interface Allocator {
  /** Something changed at these agents: a round follows as soon as the current message is done. */
  wake(agentIds: Iterable<string>): void;
  /** The same for every agent. */
  wakeAll(): void;
  /** Not before the next tick: what was just declined without a filter would otherwise be offered for ever. */
  wakeLater(agentIds: Iterable<string>): void;
  rounds(): number;
  stop(): void;
}

/** Mesos' --allocation_interval. */
const INTERVAL_MS = 1000;

interface Client {
  framework: FrameworkEntry;
  role: string;
}

export function createAllocator({ clock, mailbox }: Kernel, context: () => MasterContext): Allocator {
  let candidates = new Set<string>();
  const later = new Set<string>();
  let posted = false;
  let rounds = 0;

  const schedule = (): void => {
    if (posted) return;
    posted = true;
    mailbox.post(() => {
      posted = false;
      const agentIds = candidates;
      candidates = new Set();
      rounds++;
      allocate(context(), agentIds);
    });
  };
  const wake = (agentIds: Iterable<string>): void => {
    for (const id of agentIds) candidates.add(id);
    if (candidates.size > 0) schedule();
  };
  const ticking = every(clock, INTERVAL_MS, () => {
    wake(later);
    later.clear();
  });
  return {
    wake,
    wakeAll: () => wake(context().state.agents.keys()),
    wakeLater(agentIds) {
      for (const id of agentIds) later.add(id);
    },
    rounds: () => rounds,
    stop: () => ticking.cancel(),
  };
}

/** One round: offers what is free on each agent to its takers, the one with the smallest share first. Guarantees go before. */
function allocate(context: MasterContext, agentIds: Iterable<string>): void {
  const clients = [...context.state.frameworks.values()].flatMap((framework) =>
    framework.send ? framework.info.roles.filter((role) => !framework.suppressedRoles.has(role)).map((role) => ({ framework, role })) : [],
  );
  if (clients.length === 0) return;
  const agents = [...agentIds].flatMap((id) => context.state.agents.get(id) ?? []).filter(isInService);
  const offers = new Map<FrameworkEntry, Offer[]>();
  const offerAll = (allowed: Allowed): void => {
    for (const agent of agents) {
      if (!isAllocatable(totalOf(agent.free))) continue;
      for (const { framework, role } of inFairOrder(context, clients)) {
        const offer = offerTo(context, framework, role, agent, allowed);
        if (!offer) continue;
        const made = offers.get(framework);
        if (made) made.push(offer);
        else offers.set(framework, [offer]);
      }
    }
  };
  const quota = quotaRound(context);
  if (quota?.anyMissing) offerAll({ of: quota.guaranteed, note: quota.offered });
  offerAll(quota ? { of: quota.beyondGuarantee, note: quota.offered } : EVERYTHING);
  for (const [framework, made] of offers) framework.send?.({ type: 'OFFERS', offers: { offers: made } });
}

/** What of an agent's free resources a role may be offered now, and what to do with the knowledge of what it was. */
interface Allowed {
  of: (role: string, usable: Pool) => Pool;
  note: (offered: Pool) => void;
}
const EVERYTHING: Allowed = { of: (_, usable) => usable, note: () => {} };

/** Dominant resource fairness: first among the roles (by weight), then among the frameworks of a role. */
function inFairOrder({ state, allocations }: MasterContext, clients: readonly Client[]): readonly Client[] {
  if (clients.length < 2) return clients;
  const total = totalOf(state.total);
  const roleShare = (role: string): number => dominantShare(allocations.ofRole(role), total, state.weights.get(role));
  const roles = fairOrder([...new Set(clients.map((client) => client.role))], roleShare, (role) => role);
  return roles.flatMap((role) =>
    fairOrder(
      clients.filter((client) => client.role === role),
      ({ framework }) => dominantShare(allocations.ofFramework(role, framework.id), total),
      ({ framework }) => framework.id,
    ),
  );
}

function offerTo(context: MasterContext, framework: FrameworkEntry, role: string, agent: AgentEntry, allowed: Allowed): Offer | undefined {
  const pool = allowed.of(role, usableBy(agent.free, role));
  if (!isAllocatable(totalOf(pool))) return undefined;
  if (totalOf(agent.total).gpus > 0 && !hasCapability(framework.info, 'GPU_RESOURCES')) return undefined;
  if (context.filters.refuses(framework.id, role, agent.id, pool)) return undefined;
  allowed.note(pool);
  return makeOffer(context, framework, agent, role, pool);
}
