import { queryOptions } from '@tanstack/react-query';
import { askEvery } from './ask-every.ts';
import { operatorCall } from './mesos-operator.ts';
import { type Quantities, quantitiesOfList } from './mesos-quantities.ts';
import type { StreamMeta } from './mesos-store/current.ts';
import type { FrameworkV1, OfferV1 } from './mesos-wire.ts';
import { SOURCES } from './sources.ts';

/** `completed`: it was torn down, or stayed away for longer than its failover timeout. */
export type FrameworkState = 'active' | 'inactive' | 'completed';

/** A framework as Mesos' pages show it. Times in milliseconds since the epoch. */
export interface Framework {
  id: string;
  name: string;
  user: string;
  principal: string | undefined;
  roles: string[];
  host: string;
  /** As the framework gave it; empty where it has no page. */
  webUi: string;
  state: FrameworkState;
  connected: boolean;
  capabilities: string[];
  /** Seconds that it may stay away before its tasks are killed. */
  failoverTimeout: number;
  registeredAt: number | undefined;
  reregisteredAt: number | undefined;
  unregisteredAt: number | undefined;
  allocated: Quantities;
  offered: Quantities;
}

export interface Offer {
  id: string;
  role: string;
  frameworkId: string;
  framework: string;
  agentId: string;
  host: string;
  resources: Quantities;
}

interface Frameworks {
  frameworks: Framework[];
  offers: Offer[];
}

interface GetFrameworks {
  get_frameworks: { frameworks?: FrameworkV1[]; completed_frameworks?: FrameworkV1[] };
}

const INTERVAL_MS = 4_000;
const REREAD_MS = 10_000;

/** All frameworks and the offers that they have not answered yet, without their tasks. */
export const frameworksQuery = queryOptions({
  queryKey: ['mesos', 'frameworks'],
  queryFn: async ({ signal }) => frameworksOf(await operatorCall<GetFrameworks>({ type: 'GET_FRAMEWORKS' }, signal)),
  refetchInterval: () => askEvery(SOURCES.mesos, INTERVAL_MS),
  // the stream tells that a framework has changed, but nothing of offers and of what is allocated
  meta: { view: () => undefined, rereadMs: () => REREAD_MS } satisfies StreamMeta,
});

/** Offers live for moments: whoever watches them looks more often. */
export const OFFERS_INTERVAL_MS = 1_000;

export function frameworksOf({ get_frameworks: { frameworks = [], completed_frameworks: completed = [] } }: GetFrameworks): Frameworks {
  const names = new Map(frameworks.map(({ framework_info: info }) => [info.id?.value ?? '', info.name]));
  return {
    frameworks: [
      ...frameworks.map((each) => frameworkOf(each, each.active === false ? 'inactive' : 'active')),
      ...completed.map((each) => frameworkOf(each, 'completed')),
    ],
    offers: frameworks.flatMap(({ offers = [] }) => offers.map((offer) => offerOf(offer, names))),
  };
}

function frameworkOf(framework: FrameworkV1, state: FrameworkState): Framework {
  const { framework_info: info } = framework;
  return {
    id: info.id?.value ?? '',
    name: info.name,
    user: info.user ?? '',
    principal: info.principal,
    // Frameworks of before 1.4 have one role, and none means the default one.
    roles: info.roles ?? [info.role ?? '*'],
    host: info.hostname ?? '',
    webUi: info.webui_url ?? '',
    state,
    connected: framework.connected ?? state === 'active',
    capabilities: (info.capabilities ?? []).map(({ type }) => type),
    failoverTimeout: info.failover_timeout ?? 0,
    registeredAt: milliseconds(framework.registered_time),
    reregisteredAt: milliseconds(framework.reregistered_time),
    unregisteredAt: milliseconds(framework.unregistered_time),
    allocated: quantitiesOfList(framework.allocated_resources),
    offered: quantitiesOfList(framework.offered_resources),
  };
}

function offerOf(offer: OfferV1, names: ReadonlyMap<string, string>): Offer {
  return {
    id: offer.id.value,
    role: offer.allocation_info?.role ?? '*',
    frameworkId: offer.framework_id.value,
    framework: names.get(offer.framework_id.value) ?? offer.framework_id.value,
    agentId: offer.agent_id.value,
    host: offer.hostname,
    resources: quantitiesOfList(offer.resources),
  };
}

/** 0 stands for never. */
function milliseconds(time: { nanoseconds: number } | undefined): number | undefined {
  return time === undefined || time.nanoseconds === 0 ? undefined : time.nanoseconds / 1e6;
}
