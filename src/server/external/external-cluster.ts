import type { Fetch } from '../../api/http/fetch.ts';
import type { RouterUpstreams } from '../../adminrouter/deliver.ts';
import { diagnosticsHttp } from '../../cluster/diagnostics/http.ts';
import { exhibitorOf } from '../../cluster/exhibitor/http.ts';
import { createHistory } from '../../cluster/history/history.ts';
import { every } from '../../cluster/kernel/clock.ts';
import type { Kernel } from '../../cluster/kernel/kernel.ts';
import { createAgentAddresses } from './agent-addresses.ts';
import { createEnsembles, type Ensembles } from '../zookeeper/ensembles.ts';
import { realView } from '../zookeeper/real-view.ts';
import { chronosOfAnyAge } from './chronos-of-any-age.ts';
import { createExternalPart, type ExternalPart, type PartAddress } from './external-part.ts';
import { diagnosedNodes, type PartName } from './parts-health.ts';

/** Where the parts of a cluster that runs elsewhere are. */
export type ExternalAddresses = Partial<Record<PartName, PartAddress>>;

export interface ExternalCluster {
  readonly upstreams: RouterUpstreams;
  /** Each part has been asked once, whatever came of it. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

const PING_MS = 5_000;
const PING_TIMEOUT_MS = 10_000;
/** How long the start waits for a ZooKeeper that does not answer. */
const LOOKING_MS = 10_000;

/**
 * A real cluster behind the adminRouter: Mesos, Marathon and Chronos where they are, and what DC/OS adds to them (history, component
 * health, the way to the agents) made from what they answer. Parts without an address are absent.
 */
export function createExternalCluster(kernel: Kernel, addresses: ExternalAddresses): ExternalCluster {
  const ensembles = createEnsembles(kernel.log.as('zookeeper'));
  const part = (name: PartName): ExternalPart | undefined => {
    const address = addresses[name];
    return address && createExternalPart(kernel, ensembles, name, address);
  };
  const mesos = part('mesos');
  const marathon = part('marathon');
  const chronos = part('chronos');
  const parts = [mesos, marathon, chronos].flatMap((each) => each ?? []);

  const agents = createAgentAddresses(
    () =>
      summary(stateSummary()).then(
        () => true,
        () => false,
      ),
    mesos?.secure ?? false,
  );
  // each sample of the history also tells how the master is, and which agents there are
  const summary: Fetch = async (request) => {
    if (!mesos) throw new Error('There is no Mesos.');
    try {
      const answer = await mesos.fetch(request);
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 200)}`);
      agents.heard(text);
      mesos.health.answered();
      return new Response(text, answer);
    } catch (fault) {
      mesos.health.failed(fault);
      throw fault;
    }
  };
  const history = mesos && createHistory(kernel, () => ({ fetch: summary }), { metrics: mesos.fetch, agent: (id) => agents.agent(id) });
  const pinged = [marathon, chronos].flatMap((each) => each ?? []);
  const pingAll = (): Promise<unknown> => Promise.all([mesos?.lookForLeader(), ...pinged.filter((each) => each.known()).map(ping)]);
  const firstAsked = async (): Promise<void> => {
    await Promise.race([Promise.all(parts.map(({ looked }) => looked)), pause(kernel, LOOKING_MS)]);
    await Promise.all([pingAll(), mesos && summary(stateSummary()).catch(() => {})]);
  };
  const timer = every(kernel.clock, PING_MS, () => void pingAll());
  const nodes = () =>
    diagnosedNodes(
      kernel,
      parts.filter((each) => each.known() || each === mesos).map(({ health }) => health),
      agents,
    );
  return {
    upstreams: {
      mesos: mesos?.fetch,
      marathon: marathon?.fetch,
      chronos: chronos && chronosOfAnyAge(chronos.fetch),
      history: history?.fetch,
      diagnostics: diagnosticsHttp(nodes, kernel.clock),
      agent: (id) => (mesos ? agents.agent(id) : undefined),
      exhibitor: exhibitorAt(Object.values(addresses), ensembles),
      mesosDns: undefined,
      network: undefined,
      machines: undefined,
    },
    ready: firstAsked(),
    async stop() {
      timer.cancel();
      history?.stop();
      await ensembles.close();
    },
  };
}

/** An Exhibitor of our own for the ensemble in which a part is led. */
function exhibitorAt(addresses: readonly PartAddress[], ensembles: Ensembles): Fetch | undefined {
  const url = addresses.find((address) => 'servers' in address);
  return url && exhibitorOf(realView(url, ensembles.at(url)));
}

const pause = (kernel: Kernel, ms: number): Promise<void> => new Promise((resolve) => void kernel.clock.after(ms, resolve));

function stateSummary(): Request {
  return new Request('http://leader.mesos:5050/state-summary', { signal: AbortSignal.timeout(PING_TIMEOUT_MS) });
}

async function ping({ fetch, health }: ExternalPart): Promise<void> {
  try {
    const answer = await fetch(new Request('http://part/ping', { signal: AbortSignal.timeout(PING_TIMEOUT_MS) }));
    await answer.body?.cancel();
    // a Marathon that asks for a login is there nevertheless
    if (answer.status >= 500) throw new Error(`it answered ${answer.status}`);
    health.answered();
  } catch (fault) {
    health.failed(fault);
  }
}
