import type { Fetch } from '../../api/http/fetch.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { createFollowerHttp } from '../marathon/http/follower-http.ts';
import { createMarathonHttp } from '../marathon/http/marathon-http.ts';
import { createMarathon } from '../marathon/marathon.ts';
import { MARATHON_ELECTION } from '../zookeeper/elections.ts';
import { createLeadingService } from '../zookeeper/leading-service.ts';
import type { Machine } from './machine.ts';
import type { MasterOptions } from './master-machine.ts';
import type { Masters } from './masters.ts';

export const MARATHON_PORT = 8080;
const MARATHON_VERSION = '1.10.26';

/** A framework's process on one machine: it works while it is elected, and hands what it is asked to the leader while it is not. */
export interface FrameworkProcess {
  readonly fetch: Fetch;
  leads(): boolean;
  /** It is subscribed to Mesos, or another one leads. */
  ready(): boolean;
  stop(): void;
  crash(): void;
}

export function createMarathonProcess(kernel: Kernel, machine: Machine, masters: Masters, options: MasterOptions): FrameworkProcess {
  const own = `${machine.ip}:${MARATHON_PORT}`;
  const log = kernel.log.as(`marathon@${machine.name}`);
  const service = createLeadingService(
    { ...kernel, log },
    {
      connect: masters.ensemble.connect,
      candidacy: () => ({ ...MARATHON_ELECTION, owner: `_c_${kernel.ids.uuid()}-`, data: own }),
      lead: () =>
        leadingMarathon({ ...kernel, log }, machine, masters, {
          ...options,
          handOver() {
            const others = masters.marathon.contenders() > 1;
            if (others) service.resign();
            return others;
          },
        }),
    },
  );
  const follower = createFollowerHttp(own, masters.marathon.upstream);
  return {
    fetch: (request) => (service.work()?.fetch ?? follower)(request),
    leads: () => service.work() !== undefined,
    ready: () => service.work()?.marathon.ready() ?? masters.marathon.leader() !== undefined,
    stop: service.stop,
    crash: service.crash,
  };
}

function leadingMarathon(
  kernel: Kernel,
  machine: Machine,
  masters: Masters,
  { probe, backups, pages, handOver }: MasterOptions & { handOver: () => boolean },
) {
  const webuiUrl = pages === undefined ? `http://${machine.ip}:${MARATHON_PORT}` : `${pages}/marathon/`;
  const term = masters.agreed.lead('Marathon');
  const outside = { ...(probe && { probe }), ...(backups && { backups }) };
  const marathon = createMarathon(
    { ...kernel, store: term.store },
    { machine, findMaster: masters.leader, webuiUrl, handOver, ...outside },
  );
  const { core, groupHistory, traffic, abdicate, loggers } = marathon;
  const facts = { clock: kernel.clock, version: MARATHON_VERSION, log: kernel.log };
  const life = new AbortController();
  return {
    marathon,
    fetch: createMarathonHttp(core, { ...facts, groupHistory, traffic, abdicate, loggers, ended: life.signal }),
    stop() {
      marathon.stop();
      life.abort();
      term.end();
    },
  };
}
