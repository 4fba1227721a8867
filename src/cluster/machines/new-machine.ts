import type { NewMachine } from '../../api/machines/operations.ts';
import { KNOWN_KEYS } from './config-keys.ts';
import { describeProblem, type ConfigProblem } from './config-problem.ts';
import { duplicateProblems, isAgent, machineProblems } from './config-rules.ts';
import { readMachine } from './machine-settings.ts';
import type { MachineConfig, MachineType } from './machine.ts';
import type { PlacedEntry, PlacedValue } from './placed-yaml.ts';

/** How dcos-vagrant's examples number the machines: a1 has .111, a2 .121; p1 .60, p2 .70. */
const FIRST_HOST: Partial<Record<MachineType, number>> = { 'agent-private': 111, 'agent-public': 60 };
const HOST_STEP = 10;

/**
 * A machine to be added to the others, by the rules and defaults of VagrantConfig.yaml; the type comes from the name (`a2`, `p2`) and
 * the address from the others unless they are said. `problems`: sentences that say what is wrong.
 */
export function newMachine(
  settings: NewMachine,
  others: readonly MachineConfig[],
): { ok: true; machine: MachineConfig } | { ok: false; problems: string[] } {
  const { name, type = typeByName(name), ...given } = settings;
  const ip = given['ip'] ?? (type === 'agent-private' || type === 'agent-public' ? freeAddress(type, others) : undefined);
  const named = Object.entries({ ...given, ip, type }).filter(([, value]) => value !== undefined);
  const { machine, problems } = readMachine({ key: name, line: 0, value: placed(Object.fromEntries(named)) });
  // A key without effect is most often a slip, and here there is somebody to tell.
  const unknown = Object.keys(given).filter((key) => !KNOWN_KEYS.has(key));
  const faults: ConfigProblem[] = [
    ...problems,
    ...unknown.map((key) => ({ line: 0, machine: name, key, message: 'There is no such setting.' })),
  ];
  if (machine) {
    faults.push(...machineProblems(machine));
    const asPlaced = others.map((config) => ({ config, line: 0, keyLines: new Map<string, number>(), aliasLines: [] }));
    faults.push(...duplicateProblems([...asPlaced, machine]));
    if (!isAgent(machine.config))
      faults.push({
        line: 0,
        machine: name,
        key: 'type',
        message: 'Only agents can be added; masters and boot are described in VagrantConfig.yaml.',
      });
  }
  if (machine && faults.length === 0) return { ok: true, machine: machine.config };
  return { ok: false, problems: faults.map((fault) => describeProblem(fault, '')) };
}

function typeByName(name: string): MachineType | undefined {
  if (/^a\d+$/i.test(name)) return 'agent-private';
  return /^p\d+$/i.test(name) ? 'agent-public' : undefined;
}

/** The first one of its type's row that nobody has, in the network of the others. */
function freeAddress(type: 'agent-private' | 'agent-public', others: readonly MachineConfig[]): string | undefined {
  const network = others[0]?.ip.split('.').slice(0, 3).join('.') ?? '192.168.65';
  const taken = new Set(others.map(({ ip }) => ip));
  const first = FIRST_HOST[type] ?? 1;
  const row = Array.from({ length: Math.ceil((254 - first) / HOST_STEP) }, (_, index) => first + index * HOST_STEP);
  const rest = Array.from({ length: 253 }, (_, index) => index + 2);
  return [...row, ...rest].map((host) => `${network}.${host}`).find((ip) => !taken.has(ip));
}

function placed(value: unknown): PlacedValue {
  if (Array.isArray(value)) return { kind: 'list', line: 0, items: value.map(placed) };
  if (typeof value !== 'object' || value === null) return { kind: 'scalar', line: 0, value };
  const entries = Object.entries(value).map(([key, inner]): PlacedEntry => ({ key, line: 0, value: placed(inner) }));
  return { kind: 'map', line: 0, entries };
}
