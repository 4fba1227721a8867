import type { Label } from '../../api/mesos/resources.ts';
import type { DiscoveryInfo } from '../../api/mesos/task.ts';
import { taskAddress } from '../mesos-dns/records.ts';
import type { Backend, Vip, VipSource, VipTask } from './state.ts';
import { isVipKey, vipOfLabel } from './vip-label.ts';

type DiscoveredPort = NonNullable<DiscoveryInfo['ports']>['ports'][number];

/** All VIPs by what tasks that run are labelled with, sorted by id; what does not run any more is no backend. */
export function vipsOf(state: VipSource): Vip[] {
  const vips = new Map<string, Vip>();
  const agents = new Map(state.slaves.map((slave) => [slave.id, taskAddress(slave)]));
  for (const { name, tasks } of state.frameworks) {
    for (const task of tasks) {
      const agent = agents.get(task.slave_id);
      if (agent === undefined || !(task.state === 'TASK_RUNNING' || task.state === 'TASK_KILLING')) continue;
      for (const port of task.discovery?.ports?.ports ?? []) addPort(vips, { framework: name, task, agent }, port);
    }
  }
  return [...vips.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function addPort(vips: Map<string, Vip>, of: { framework: string; task: VipTask; agent: string }, port: DiscoveredPort): void {
  const labels = port.labels?.labels ?? [];
  const protocol = port.protocol === 'udp' ? 'udp' : 'tcp';
  for (const { key, value = '' } of labels) {
    const found = isVipKey(key) ? vipOfLabel(value, of.framework) : undefined;
    if (!found) continue;
    const id = `${found.host}:${found.port}/${protocol}`;
    const vip = vips.get(id) ?? { id, ...found, protocol, backends: [] };
    vips.set(id, vip);
    const ip = isContainerPort(labels) ? containerAddress(of.task) : of.agent;
    if (ip !== undefined) vip.backends.push(backendOf(of.task, ip, port.number));
  }
}

/** A port that only the container has is reached at the container's own address. */
const isContainerPort = (labels: readonly Label[]): boolean =>
  labels.some(({ key, value }) => key === 'network-scope' && value === 'container');

const containerAddress = ({ statuses }: VipTask): string | undefined =>
  statuses.at(-1)?.container_status?.network_infos?.[0]?.ip_addresses?.[0]?.ip_address;

function backendOf(task: VipTask, ip: string, port: number): Backend {
  const backend = { id: `${ip}:${port}`, ip, port, taskId: task.id, agentId: task.slave_id };
  if (task.state === 'TASK_KILLING') return { ...backend, weight: 0, reason: 'draining' };
  if (task.statuses.at(-1)?.healthy === false) return { ...backend, weight: 0, reason: 'unhealthy' };
  return { ...backend, weight: 1 };
}
