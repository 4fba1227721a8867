import type { Fetch } from '../../api/http/fetch.ts';
import type { Timer } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { DnsRecord } from '../mesos-dns/records.ts';
import { followChanges } from './follow-changes.ts';
import { networkHttp } from './http.ts';
import type { VipSockets } from './sockets.ts';
import type { Vip, VipSource } from './state.ts';
import { vipsOf } from './vips-of-state.ts';
import { createVipTable } from './vip-table.ts';

export interface Minuteman {
  /** dcos-net's API, and ours for what passes through. */
  readonly fetch: Fetch;
  /** Runs from the first machine that starts it until the last one stops it. */
  start(machine: string): void;
  /** The last one to stop it cuts what is open. */
  stop(machine: string): void;
  running(): boolean;
  /** Stops it on all machines. */
  close(): void;
  /** Names of the VIPs, for DNS. */
  names(): readonly DnsRecord[];
}

export interface MinutemanOptions {
  clusterId: string;
  leader: () => { fetch: Fetch } | undefined;
  sockets: VipSockets;
}

/** How long after a change the state is read, in ms: changes come in flocks, and reading is to be a small share of the time. */
const SETTLE_MS = 100;
const SHARE_OF_TIME = 20;

/** What concerns VIPs in the master's stream: a task that has one, an agent that comes, maybe with such tasks, and all of tasks and agents once there is one. */
const MAY_BRING_A_VIP = /"VIP_\d|"type":"AGENT_ADDED"/i;
const OF_TASKS = /"type":"(?:SUBSCRIBED|TASK_|AGENT_)/;

/**
 * The layer 4 load balancer: each VIP that tasks are labelled with listens at a loopback address of its own and passes connections to
 * the tasks. In DC/OS every node has one that serves its own programs; here all nodes are this machine, and one serves them all.
 */
export function createMinuteman(kernel: Pick<Kernel, 'clock' | 'log'>, options: MinutemanOptions): Minuteman {
  const log = kernel.log.as('minuteman');
  const { clock } = kernel;
  const machines = new Set<string>();
  const table = createVipTable({ clock, log }, options.clusterId, options.sockets);
  let changes: { stop(): void } | undefined;
  let timer: Timer | undefined;
  let restMs = SETTLE_MS;

  async function read(): Promise<void> {
    const begun = clock.now();
    // without a leader the VIPs stay as they were, as on a node that has lost its masters
    const wanted = await readVips(options.leader).catch((fault: unknown) => log.debug(`The state cannot be read: ${String(fault)}`));
    if (wanted && machines.size > 0) table.follow(wanted);
    restMs = Math.max(SETTLE_MS, SHARE_OF_TIME * (clock.now() - begun));
  }
  const hear = (record: string): void => {
    if (!MAY_BRING_A_VIP.test(record) && !(table.size() > 0 && OF_TASKS.test(record))) return;
    // what changes while it is read is read after it
    timer ??= clock.after(restMs, () => {
      timer = undefined;
      void read();
    });
  };
  const endIfUnused = (): void => {
    if (machines.size > 0) return;
    changes?.stop();
    timer?.cancel();
    timer = undefined;
    table.clear();
  };
  return {
    fetch: networkHttp(table),
    names: () => table.names(),
    start(machine) {
      machines.add(machine);
      if (machines.size === 1) changes = followChanges(kernel, options.leader, hear);
    },
    stop: (machine) => machines.delete(machine) && endIfUnused(),
    running: () => machines.size > 0,
    close() {
      machines.clear();
      endIfUnused();
    },
  };
}

async function readVips(leader: MinutemanOptions['leader']): Promise<Vip[] | undefined> {
  const response = await leader()?.fetch(new Request('http://leader.mesos:5050/master/state'));
  return response?.ok ? vipsOf((await response.json()) as VipSource) : undefined;
}
