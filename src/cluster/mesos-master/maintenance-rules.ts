import type { MachineId, MaintenanceSchedule, Unavailability } from '../../api/mesos/maintenance.ts';
import type { AgentRecord } from './state.ts';

/** Pure decisions about maintenance. */

/** Same machine, whatever the case of its host name. */
export const machineKey = ({ hostname = '', ip = '' }: MachineId): string => `${hostname.toLowerCase()} ${ip}`;

/** Whether an agent runs there: what the id leaves open fits every agent. */
export const isOnMachine = ({ registration: { hostname, ip } }: Pick<AgentRecord, 'registration'>, machine: MachineId): boolean =>
  (machine.hostname === undefined || machine.hostname.toLowerCase() === hostname.toLowerCase()) &&
  (machine.ip === undefined || machine.ip === ip);

const named = ({ hostname, ip }: MachineId): string =>
  `'${[hostname, ip].filter((part) => part !== undefined && part !== '').join(' at ')}'`;

const isNameless = ({ hostname = '', ip = '' }: MachineId): boolean => hostname === '' && ip === '';

/** Why a schedule cannot be set; undefined when it can. `down`: machines that are down now. */
export function scheduleProblem({ windows = [] }: MaintenanceSchedule, down: readonly MachineId[]): string | undefined {
  const seen = new Set<string>();
  for (const { machine_ids, unavailability } of windows) {
    if (machine_ids.length === 0) return 'List of machines in the maintenance window is empty';
    if ((unavailability.duration?.nanoseconds ?? 0) < 0) return "Unavailability 'duration' is negative";
    for (const machine of machine_ids) {
      if (isNameless(machine)) return "Both 'hostname' and 'ip' for a machine are empty";
      if (seen.has(machineKey(machine))) return `Machine ${named(machine)} appears more than once in the schedule`;
      seen.add(machineKey(machine));
    }
  }
  const missing = down.find((machine) => !seen.has(machineKey(machine)));
  return missing && `Machine ${named(missing)} is down and must be in the schedule`;
}

/** Why machines cannot all be taken down (or up); undefined when they can. */
export function machinesProblem(
  machines: readonly MachineId[],
  schedule: MaintenanceSchedule,
  down: ReadonlyMap<string, MachineId>,
  to: 'down' | 'up',
): string | undefined {
  if (machines.length === 0) return 'List of machines is empty';
  const keys = new Set<string>();
  for (const machine of machines) {
    const key = machineKey(machine);
    if (isNameless(machine)) return "Both 'hostname' and 'ip' for a machine are empty";
    if (keys.has(key)) return `Machine ${named(machine)} appears more than once`;
    keys.add(key);
    if (!unavailabilityOf(schedule, machine)) return `Machine ${named(machine)} is not part of a maintenance schedule`;
    if (to === 'down' && down.has(key)) return `Machine ${named(machine)} is not in DRAINING mode and cannot be brought down`;
    if (to === 'up' && !down.has(key)) return `Machine ${named(machine)} is not in DOWN mode and cannot be brought up`;
  }
  return undefined;
}

/** When a machine of the schedule is away; undefined for one that is not in it. */
const unavailabilityOf = ({ windows = [] }: MaintenanceSchedule, machine: MachineId): Unavailability | undefined =>
  windows.find(({ machine_ids }) => machine_ids.some((each) => machineKey(each) === machineKey(machine)))?.unavailability;

/** When an agent is away, by the machine that it runs on. */
export const agentUnavailability = (
  { windows = [] }: MaintenanceSchedule,
  agent: Pick<AgentRecord, 'registration'>,
): Unavailability | undefined =>
  windows.find(({ machine_ids }) => machine_ids.some((machine) => isOnMachine(agent, machine)))?.unavailability;

/** The schedule without machines; a window goes with its last one. */
export function withoutMachines({ windows = [] }: MaintenanceSchedule, machines: readonly MachineId[]): MaintenanceSchedule {
  const gone = new Set(machines.map(machineKey));
  const left = windows
    .map((window) => ({ ...window, machine_ids: window.machine_ids.filter((machine) => !gone.has(machineKey(machine))) }))
    .filter(({ machine_ids }) => machine_ids.length > 0);
  return left.length > 0 ? { windows: left } : {};
}
