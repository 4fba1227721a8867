import type { VipProtocol } from '../../api/dcos/vips.ts';
import type { TaskJson } from '../../api/mesos/state.ts';
import type { MesosFramework, MesosState, MesosTask } from '../mesos-dns/state.ts';

/** The part of the master's `/state` that VIPs are made from. */
export interface VipSource extends Omit<MesosState, 'frameworks'> {
  frameworks: (Omit<MesosFramework, 'tasks'> & { tasks: VipTask[] })[];
}

export type VipTask = MesosTask & Pick<TaskJson, 'statuses'>;

/** A virtual address that is balanced over the tasks that are labelled with it. */
export interface Vip {
  /** Name or address, port and protocol: `redis.marathon.l4lb.thisdcos.directory:6379/tcp`. */
  id: string;
  /** A name below `l4lb.thisdcos.directory`, or an address. */
  host: string;
  port: number;
  protocol: VipProtocol;
  backends: Backend[];
}

export interface Backend {
  /** `ip:port`. */
  id: string;
  ip: string;
  port: number;
  taskId: string;
  agentId: string;
  /** 0: gets no new connections. */
  weight: 0 | 1;
  /** Why its weight is 0. */
  reason?: 'unhealthy' | 'draining';
}
