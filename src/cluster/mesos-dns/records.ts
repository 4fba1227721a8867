import { canonicalName, frameworkDomain, label } from './names.ts';
import type { MesosFramework, MesosState, MesosTask } from './state.ts';

export interface DnsRecord {
  /** Without the final dot, in lower case. */
  name: string;
  rtype: 'A' | 'SRV';
  /** An address, or `host:port`. */
  host: string;
}

/** All names of the cluster, and which of them come from which task. */
export interface Zone {
  records: DnsRecord[];
  frameworks: { name: string; tasks: { name: string; id: string; records: DnsRecord[] }[] }[];
}

/** Names as mesos-dns makes them (domain `mesos`). `masters` are the addresses of all masters; the leader's is in the state. */
export function zoneOf(state: MesosState, masters: readonly string[]): Zone {
  const agents = new Map(state.slaves.map((slave) => [slave.id, taskAddress(slave)]));
  const frameworks = state.frameworks.map((framework) => ({
    name: framework.name,
    tasks: framework.tasks.flatMap((task) => {
      const agent = agents.get(task.slave_id);
      if (task.state !== 'TASK_RUNNING' || agent === undefined) return [];
      return { name: task.name, id: task.id, records: taskRecords(framework, task, agent) };
    }),
  }));
  const tasks = frameworks.flatMap((framework) => framework.tasks.flatMap((task) => task.records));
  return {
    records: [...masterRecords(state, masters), ...agentRecords(state), ...state.frameworks.flatMap(frameworkRecords), ...tasks],
    frameworks,
  };
}

const a = (name: string, host: string): DnsRecord => ({ name, rtype: 'A', host });
const srv = (name: string, host: string, port: number | string): DnsRecord => ({ name, rtype: 'SRV', host: `${host}:${port}` });

/** The address in a libprocess id: `slave(1)@192.168.65.111:5051`. */
const addressOf = (pid: string | undefined): string | undefined => /@([^:]+):\d+$/.exec(pid ?? '')?.[1];
const portOf = (pid: string | undefined): string | undefined => /:(\d+)$/.exec(pid ?? '')?.[1];

/** DC/OS' agents have an address as host name, the one that their tasks are reached at; others are reached where libprocess is. */
export const taskAddress = ({ hostname, pid }: MesosState['slaves'][number]): string =>
  /^\d+(\.\d+){3}$/.test(hostname) ? hostname : (addressOf(pid) ?? hostname);

function masterRecords(state: MesosState, masters: readonly string[]): DnsRecord[] {
  const leader = addressOf(state.leader);
  const port = portOf(state.leader) ?? '5050';
  const all = masters.flatMap((address, index) => [a('master.mesos', address), a(`master${index}.mesos`, address)]);
  if (!leader) return all;
  return [
    a('leader.mesos', leader),
    srv('_leader._tcp.mesos', 'leader.mesos', port),
    srv('_leader._udp.mesos', 'leader.mesos', port),
    ...all,
  ];
}

const agentRecords = (state: MesosState): DnsRecord[] =>
  state.slaves.flatMap(({ pid, hostname }) => [
    a('slave.mesos', addressOf(pid) ?? hostname),
    srv('_slave._tcp.mesos', 'slave.mesos', portOf(pid) ?? '5051'),
  ]);

function frameworkRecords({ name, pid, hostname }: MesosFramework): DnsRecord[] {
  const domain = frameworkDomain(name);
  const port = portOf(pid);
  const address = a(`${domain}.mesos`, addressOf(pid) ?? hostname);
  return port ? [address, srv(`_framework._tcp.${domain}.mesos`, `${domain}.mesos`, port)] : [address];
}

/** Where the agent's own address answers for a task: what DC/OS sets (`host` first of mesos-dns' IP sources). */
function taskRecords(framework: MesosFramework, task: MesosTask, agent: string): DnsRecord[] {
  const name = task.discovery?.name ?? task.name;
  const canonical = canonicalName(name, task.id, task.slave_id);
  const domain = `${frameworkDomain(framework.name)}.mesos`;
  const slaveDomain = `${frameworkDomain(framework.name)}.slave.mesos`;
  const addresses = [label(name), canonical].flatMap((host) => [a(`${host}.${domain}`, agent), a(`${host}.${slaveDomain}`, agent)]);
  const hostPorts = portNumbers(task.resources.ports);
  const discovered = task.discovery?.ports?.ports ?? [];
  const byHostPort = (zone: string): DnsRecord[] =>
    hostPorts.flatMap((port) =>
      ['tcp', 'udp'].map((protocol) => srv(`_${label(name)}._${protocol}.${zone}`, `${canonical}.${slaveDomain}`, port)),
    );
  const byDiscovery = discovered.flatMap((port) => {
    const service = `_${label(name)}._${port.protocol ?? 'tcp'}.${domain}`;
    const named = port.name ? [srv(`_${label(port.name)}.${service}`, `${canonical}.${domain}`, port.number)] : [];
    return [srv(service, `${canonical}.${domain}`, port.number), ...named];
  });
  return [...addresses, ...(discovered.length > 0 ? byDiscovery : byHostPort(domain)), ...byHostPort(slaveDomain)];
}

/** `[31000-31001, 31005-31005]` → 31000, 31001, 31005. */
function portNumbers(ranges: string | undefined): number[] {
  return [...(ranges ?? '').matchAll(/(\d+)-(\d+)/g)].flatMap(([, begin, end]) =>
    Array.from({ length: Number(end) - Number(begin) + 1 }, (_, index) => Number(begin) + index),
  );
}

/** Records of a name, however it is spelt (case, final dot), each once. */
export function lookUp(zone: Zone, name: string, rtype: DnsRecord['rtype']): DnsRecord[] {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  const found = zone.records.filter((record) => record.rtype === rtype && record.name === wanted);
  return [...new Map(found.map((record) => [record.host, record])).values()];
}
