import type { ConfigProblem } from './config-problem.ts';
import type { MachineConfig } from './machine.ts';

/** A machine as read, with the lines where it and its keys stand. */
export interface PlacedMachine {
  config: MachineConfig;
  line: number;
  /** Line of each key that is given; of aliases by the alias itself. */
  keyLines: ReadonlyMap<string, number>;
  aliasLines: readonly number[];
}

export const isAgent = (machine: Pick<MachineConfig, 'type'>): boolean =>
  machine.type === 'agent-private' || machine.type === 'agent-public';

/** What has to hold within one machine. */
export function machineProblems({ config, line, keyLines }: PlacedMachine): ConfigProblem[] {
  if (!isAgent(config) || config.memoryReserved < config.memory) return [];
  const message = `memory-reserved (${config.memoryReserved} MB) has to be less than memory (${config.memory} MB), or tasks get none.`;
  return [{ line: keyLines.get('memory-reserved') ?? line, machine: config.name, key: 'memory-reserved', message }];
}

/** The line is 0 for a machine that is not in a file. */
const ownerOf = ({ config, line }: PlacedMachine): string => (line > 0 ? `${config.name} (line ${line})` : config.name);

/** Addresses and host names that two machines claim. Host names are compared without case. */
export function duplicateProblems(machines: readonly PlacedMachine[]): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const ips = new Map<string, PlacedMachine>();
  const hosts = new Map<string, PlacedMachine>();
  const claimHost = (host: string, owner: PlacedMachine, problem: Omit<ConfigProblem, 'message'>): void => {
    const first = hosts.get(host.toLowerCase());
    if (first) problems.push({ ...problem, message: `The name ${host} already belongs to ${ownerOf(first)}.` });
    else hosts.set(host.toLowerCase(), owner);
  };
  for (const machine of machines) {
    const { name, ip } = machine.config;
    claimHost(name, machine, { line: machine.line, machine: name });
    const first = ips.get(ip);
    if (first) {
      const message = `The address ${ip} already belongs to ${ownerOf(first)}.`;
      problems.push({ line: machine.keyLines.get('ip') ?? machine.line, machine: name, key: 'ip', message });
    } else ips.set(ip, machine);
  }
  for (const machine of machines)
    for (const [index, alias] of machine.config.aliases.entries())
      claimHost(alias, machine, { line: machine.aliasLines[index] ?? machine.line, machine: machine.config.name, key: 'aliases' });
  return problems;
}

const count = (machines: readonly PlacedMachine[], type: MachineConfig['type']): number =>
  machines.filter(({ config }) => config.type === type).length;

/** What a file has to describe so that a cluster can come of it (the checks that dcos-vagrant makes before it starts a machine). */
export function fileProblems(machines: readonly PlacedMachine[]): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (count(machines, 'master') === 0) problems.push({ line: 1, message: 'There is no machine of type master; a cluster needs one.' });
  if (!machines.some(({ config }) => isAgent(config)))
    problems.push({ line: 1, message: 'There is no machine of type agent-private or agent-public; tasks need one to run on.' });
  return problems;
}

/** Doubtful but workable. dcos-vagrant insists on a boot machine, from which it installs the others; here nothing is installed from it. */
export function fileWarnings(machines: readonly PlacedMachine[]): ConfigProblem[] {
  const warnings: ConfigProblem[] = [];
  const boots = count(machines, 'boot');
  if (boots === 0)
    warnings.push({ line: 1, message: 'There is no machine of type boot. dcos-vagrant needs one; this cluster starts without.' });
  if (boots > 1) warnings.push({ line: 1, message: `There are ${boots} machines of type boot; one is enough.` });
  const masters = count(machines, 'master');
  if (masters > 0 && masters % 2 === 0)
    warnings.push({ line: 1, message: `There are ${masters} masters; an odd number is needed for a majority to survive a loss.` });
  return warnings;
}
